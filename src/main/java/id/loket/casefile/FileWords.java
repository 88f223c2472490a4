package id.loket.casefile;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Visit;
import id.loket.platform.web.Ui;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about a file. */
public final class FileWords {

    private FileWords() {}

    /** The one sentence above the card: how much of the time since the file was complete went into waiting to be received. */
    public static String waiting(Ui ui, CaseFileView file) {
        long waited = file.rows().stream().mapToLong(row -> row.inTransit().toMinutes()).sum();
        long worked = file.rows().stream().mapToLong(row -> row.inWork().toMinutes()).sum();
        if (waited + worked == 0) {
            return ui.t("card.sentence.zero");
        }
        if (waited == 0) {
            return ui.t("card.sentence.none", ui.minutes(worked));
        }
        CardRow longest = file.rows().stream()
                .max((a, b) -> a.inTransit().compareTo(b.inTransit()))
                .orElseThrow();
        SopStep step = file.service().sop().step(longest.visit().step());
        return ui.t(
                "card.sentence",
                ui.minutes(waited),
                ui.minutes(waited + worked),
                step.shortName().in(ui.locale()),
                ui.minutes(longest.inTransit().toMinutes()));
    }

    /** The free days that the promise passes over, such as "25 Desember 2026 (Natal)"; empty if none. */
    public static String freeDays(Ui ui, CaseFileView file) {
        return file.freeDays().stream()
                .map(day -> ui.date(day.date()) + " (" + day.name() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The label of handing over at the step where the file is: what the officer does there. */
    public static String handOver(Ui ui, CaseFileView file) {
        return ui.t("do.HAND_OVER." + kind(file));
    }

    /** What handing over will cause. */
    public static String handOverEffect(Ui ui, CaseFileView file) {
        return ui.t("do.HAND_OVER." + kind(file) + ".effect", nextActor(ui, file));
    }

    /** The kind of the step; preparing has words of its own where there is a choice of two letters. */
    private static String kind(CaseFileView file) {
        return file.may(Action.PREPARE_REFUSAL) ? "PREPARE.choice" : file.step().kind().name();
    }

    /** Who works on the file after this step. */
    public static String nextActor(Ui ui, CaseFileView file) {
        return file.service()
                .sop()
                .next(file.state().step())
                .map(s -> file.service().actor(s.actor()).name().in(ui.locale()))
                .orElse("");
    }

    /** How a visit ended, or what is noted on it; empty for a plain hand-over. */
    public static String ending(Ui ui, Visit visit) {
        return visit.ending() == null || visit.ending() == Visit.Ending.HANDED_OVER
                ? ""
                : ui.t("card.ending." + visit.ending().name());
    }

    /** The other actions that need a reason, in the order in which they are offered. */
    public static List<Action> withReason(CaseFileView file) {
        return List.of(Action.PREPARE_REFUSAL, Action.RETURN_TO_APPLICANT, Action.RETURN, Action.REJECT, Action.TAKE_OVER, Action.REMARK, Action.WITHDRAW).stream()
                .filter(file::may)
                .filter(a -> a != Action.RETURN_TO_APPLICANT || file.step().kind() != StepKind.CHECK)
                .toList();
    }

    /** What to do where going on isn't possible and a reason for something else is at hand; null where it isn't so. */
    public static Action instead(CaseFileView file) {
        return file.may(Action.HAND_OVER) || file.proposedReason().isEmpty()
                ? null
                : withReason(file).stream()
                        .filter(a -> a == Action.PREPARE_REFUSAL || a == Action.RETURN_TO_APPLICANT || a == Action.REJECT)
                        .findFirst()
                        .orElse(null);
    }

    /** That a promise is overrun: by how much working time, or since when where none has passed. */
    public static String late(Ui ui, Instant dueAt, Duration overrun) {
        return overrun.toMinutes() > 0
                ? ui.t("due.late", ui.minutes(overrun.toMinutes()))
                : ui.t("due.late.since", ui.moment(dueAt));
    }
}
