package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.platform.web.Ui;

/** Why an action wasn't possible, in words that say what is so and what to do. */
public final class RefusalWords {

    private RefusalWords() {}

    public static String reason(Ui ui, MoveRefused refused) {
        Reason reason = refused.refusal().reason();
        CardEntry last = refused.last().orElse(null);
        boolean byOneself = last != null && ui.officer() != null && last.by().id() == ui.officer().officerId();
        boolean moved = reason == Reason.STALE
                || reason == Reason.CLOSED
                || reason == Reason.NOT_NOW
                || reason == Reason.NOT_YOUR_ROLE && byOneself;
        if (moved && last != null) {
            return ui.t("refusal.moved", ui.t("entry." + Chain.kind(last)), last.by().name(), ui.moment(last.at()));
        }
        if (reason == Reason.HELD_BY_ANOTHER && last != null) {
            return ui.t("refusal.HELD_BY_ANOTHER", last.by().name());
        }
        return ui.t("refusal." + reason.name(), String.valueOf(refused.refusal().step()));
    }
}
