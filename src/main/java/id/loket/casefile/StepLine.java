package id.loket.casefile;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit;
import id.loket.platform.web.StepMark;
import id.loket.platform.web.StepMark.Shape;
import id.loket.platform.web.StepMark.State;
import id.loket.platform.web.Ui;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import java.util.ArrayList;
import java.util.List;

/** The steps of a file as a line of marks in the shapes of the SOP sheet. */
public final class StepLine {

    private StepLine() {}

    /** Small marks without words, for a row of a table. */
    static List<StepMark> mini(Sop sop, int at, Status status) {
        return sop.steps().stream()
                .map(s -> new StepMark(s.no(), "", shape(sop, s.no()), state(s.no(), at, status), null))
                .toList();
    }

    /** Marks with names and the time at which each step was last left, or the current one reached. */
    public static List<StepMark> of(CaseFileView file, Ui ui) {
        Sop sop = file.service().sop();
        List<StepMark> marks = new ArrayList<>();
        for (SopStep step : sop.steps()) {
            State state = state(step.no(), file.state().step(), file.state().status());
            Visit last = file.rows().stream()
                    .map(CardRow::visit)
                    .filter(v -> v.step() == step.no())
                    .reduce((a, b) -> b)
                    .orElse(null);
            String when = switch (state) {
                case DONE -> last == null || last.leftAt() == null ? null : ui.moment(last.leftAt());
                case CURRENT, WAITING_APPLICANT -> ui.t("file.since", ui.moment(file.state().since()));
                case TODO -> null;
            };
            marks.add(new StepMark(step.no(), step.shortName().in(ui.locale()), shape(sop, step.no()), state, when));
        }
        return marks;
    }

    /** The same for the applicant: told what happens, without the names of officers; what to do only where it is still to come. */
    public static List<StepMark> forApplicant(CaseFileView file, Ui ui) {
        List<StepMark> marks = new ArrayList<>();
        for (StepMark mark : of(file, ui)) {
            SopStep step = file.service().sop().step(mark.no());
            boolean past = mark.state() == State.DONE;
            String detail = step.publicNote() != null && !past
                    ? step.publicNote().in(ui.locale())
                    : file.service().actor(step.actor()).name().in(ui.locale());
            marks.add(new StepMark(
                    mark.no(), step.publicName().in(ui.locale()), mark.shape(), mark.state(), mark.when(), detail));
        }
        return marks;
    }

    /** The SOP sheet's shape of a step: capsule for start and end, diamond for a decision, square for an activity. */
    public static Shape shape(Sop sop, int step) {
        if (step == sop.steps().getFirst().no() || step == sop.steps().getLast().no()) {
            return Shape.CAPSULE;
        }
        return sop.step(step).kind() == StepKind.CHECK ? Shape.DIAMOND : Shape.SQUARE;
    }

    private static State state(int step, int at, Status status) {
        if (status == Status.DELIVERED || step < at) {
            return State.DONE;
        }
        if (step > at || !status.open()) {
            return State.TODO;
        }
        return status.paused() ? State.WAITING_APPLICANT : State.CURRENT;
    }
}
