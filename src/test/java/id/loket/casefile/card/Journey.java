package id.loket.casefile.card;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Decision;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Sikro.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A SIKRO file on its way, told as the office would tell it. Times are wall-clock times in Pekanbaru. */
final class Journey {

    private final List<CardEntry> entries = new ArrayList<>();
    private CardState state = CardState.unregistered(Sikro.SOP);

    /** @param at such as {@code 2026-11-23 08:31} */
    Journey does(Person by, Order order, String at) {
        Decision decision = Sikro.decide(state, order, by, time(at));
        assertThat(decision).as("%s by %s at %s in %s", order, by.name(), at, state).isInstanceOf(Decision.Allowed.class);
        CardEntry entry = ((Decision.Allowed) decision).entry();
        entries.add(entry);
        state = state.after(entry, Sikro.SOP);
        return this;
    }

    Journey does(Person by, Action action, String at) {
        return does(by, Order.of(action, action.needsReason() ? "alasan" : ""), at);
    }

    /** Why this isn't possible now. */
    Reason refused(Person by, Order order) {
        Decision decision = Sikro.decide(state, order, by, Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(decision).as("%s by %s in %s", order, by.name(), state).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal().reason();
    }

    Reason refused(Person by, Action action) {
        return refused(by, Order.of(action, "alasan"));
    }

    /** Registered and complete at the same moment: the file is on its way to the Back Office. */
    static Journey complete(String at) {
        return new Journey()
                .does(Sikro.LOKET, Action.REGISTER, at)
                .does(Sikro.LOKET, Action.HAND_OVER, at)
                .does(Sikro.LOKET, Action.RECEIVE, at)
                .does(Sikro.LOKET, Action.HAND_OVER, at);
    }

    /** Received and handed over by whose step it is, for each step up to and including {@code last}. */
    Journey through(int last, String at) {
        while (state.step() <= last) {
            Person by = Sikro.of(state.step());
            does(by, Action.RECEIVE, at);
            does(by, Action.HAND_OVER, at);
        }
        return this;
    }

    CardState state() {
        return state;
    }

    ControlCard card() {
        return new ControlCard(Sikro.SOP, entries);
    }

    static Instant time(String at) {
        return Instant.parse(at.replace(' ', 'T') + ":00+07:00");
    }
}
