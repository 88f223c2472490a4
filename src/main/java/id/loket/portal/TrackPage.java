package id.loket.portal;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.FileWords;
import id.loket.casefile.StatusWords;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit;
import id.loket.platform.web.StepMark;
import id.loket.platform.web.Ui;
import java.util.List;

/** What an applicant reads about a file: plain words, no names of officers, none of the office's own terms for queues and rounds. */
public final class TrackPage {

    private TrackPage() {}

    /** What is so, in one sentence. */
    public static String sentence(Ui ui, CaseFileView file) {
        Status status = file.state().status();
        return switch (status) {
            case NEW, IN_TRANSIT, IN_WORK -> underWay(ui, file);
            case WITH_APPLICANT ->
                papersMissing(file)
                        ? ui.t("tracked.is.WITH_APPLICANT", file.checkList().open().size())
                        : ui.t("tracked.is.WITH_APPLICANT.other");
            case AWAITING_PAYMENT -> ui.t("tracked.is.PAY");
            case READY -> ui.t(file.state().refusal() ? "tracked.is.READY.refusal" : "tracked.is.READY");
            case DELIVERED, REJECTED, WITHDRAWN -> ui.t("tracked.is." + status.name());
        };
    }

    private static String underWay(Ui ui, CaseFileView file) {
        String actor = file.service().actor(file.step().actor()).name().in(ui.locale());
        if (file.clock().readyAt() != null) {
            return ui.t(file.state().refusal() ? "tracked.is.TO_COUNTER.refusal" : "tracked.is.TO_COUNTER");
        }
        if (file.state().refusal() && file.state().status() == Status.IN_WORK) {
            return ui.t("tracked.is.decision");
        }
        return file.state().status() == Status.IN_WORK
                ? ui.t("tracked.is." + file.step().kind().name(), actor)
                : ui.t("tracked.is.IN_TRANSIT", actor);
    }

    /** Whether it is papers that the applicant has to complete, and not something else, such as repairs. */
    public static boolean papersMissing(CaseFileView file) {
        return !file.checkList().complete();
    }

    /** Why the file was given back, as the officer wrote it; empty if nothing was written. */
    public static String whyReturned(CaseFileView file) {
        var remarks = file.currentRow().visit().remarks();
        return remarks.isEmpty() ? "" : remarks.getLast().text();
    }

    /** Whether the file ended with a letter of refusal in the applicant's hand. */
    public static boolean refusalDelivered(CaseFileView file) {
        return file.currentRow().visit().ending() == Visit.Ending.REFUSAL_DELIVERED;
    }

    /** What is asked of the applicant, where it isn't to complete the papers. */
    public static List<String> asked(Ui ui, CaseFileView file) {
        if (file.state().status() == Status.READY) {
            return List.of(ui.t(file.state().refusal() ? "tracked.do.READY.refusal" : "tracked.do.READY"));
        }
        List<String> asked = file.work().stream()
                .filter(w -> w.forApplicant() != null)
                .map(w -> w.forApplicant().apply(ui))
                .toList();
        return asked.isEmpty() ? List.of(ui.t("tracked.do.WAIT", file.application().applicant().phoneEnding())) : asked;
    }

    public static id.loket.platform.web.Status chip(CaseFileView file) {
        if (late(file)) {
            return id.loket.platform.web.Status.LATE;
        }
        return StatusWords.of(file.state().status());
    }

    public static String chipText(Ui ui, CaseFileView file) {
        if (late(file)) {
            return FileWords.late(ui, file.clock().dueAt(), file.overrun());
        }
        return switch (file.state().status()) {
            case WITH_APPLICANT, AWAITING_PAYMENT -> ui.t("tracked.paused");
            case READY -> ui.t("status.READY");
            default -> ui.t("tracked.inTime");
        };
    }

    /** How many steps have been reached, for "Langkah 6 dari 9". */
    public static String reached(List<StepMark> steps) {
        long reached = steps.stream().filter(s -> s.state() != StepMark.State.TODO).count();
        return String.valueOf(Math.max(1, reached));
    }

    private static boolean late(CaseFileView file) {
        return file.late() && !file.state().status().paused();
    }
}
