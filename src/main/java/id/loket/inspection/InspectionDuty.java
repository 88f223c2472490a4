package id.loket.inspection;

import id.loket.casefile.FileMoved;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.StepDuty;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.inspection.Report.Recommendation;
import id.loket.standard.Sop;
import id.loket.standard.StepKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** A file leaves its inspection only with a report that lets it, and no permit is drawn up against one. */
@Component
class InspectionDuty implements StepDuty {

    private final InspectionStore inspections;

    InspectionDuty(InspectionStore inspections) {
        this.inspections = inspections;
    }

    @Override
    public void perform(FileMoved moved) {
        Sop sop = moved.service().sop();
        if (!(moved.entry() instanceof CardEntry.HandedOver done) || sop.of(StepKind.INSPECT).isEmpty()) {
            return;
        }
        switch (sop.step(done.step()).kind()) {
            case INSPECT -> leave(moved, done.step(), sop);
            case PREPARE -> {
                if (refused(inspections.reports(moved.officeId(), moved.fileId()))) {
                    throw refused(moved, Reason.NOT_RECOMMENDED);
                }
            }
            default -> {
                // other steps don't ask what was found
            }
        }
    }

    private void leave(FileMoved moved, int step, Sop sop) {
        Report report = inspections.reports(moved.officeId(), moved.fileId()).stream()
                .filter(r -> r.step() == step)
                .reduce((a, b) -> b)
                .filter(Report::complete)
                .orElseThrow(() -> refused(moved, Reason.NOT_INSPECTED));
        if (report.recommendation() == Recommendation.AFTER_REPAIRS) {
            throw refused(moved, Reason.REPAIRS_FIRST);
        }
        if (report.recommendation() == Recommendation.NOT_RECOMMENDED && !refusalFollows(sop, step)) {
            throw refused(moved, Reason.NOT_RECOMMENDED);
        }
    }

    /** Whether a letter of refusal can be drawn up after a step. */
    static boolean refusalFollows(Sop sop, int step) {
        return sop.of(StepKind.PREPARE).stream().anyMatch(s -> s.no() > step && s.mayRefuse());
    }

    /** Whether the last report of any inspection doesn't recommend it. */
    static boolean refused(List<Report> reports) {
        return reports.stream()
                .filter(r -> reports.stream().noneMatch(later -> later.step() == r.step() && later.number() > r.number()))
                .anyMatch(r -> r.recommendation() == Recommendation.NOT_RECOMMENDED);
    }

    private static MoveRefused refused(FileMoved moved, Reason reason) {
        return new MoveRefused(moved.registration(), new Refusal(reason, moved.entry().step()), null);
    }
}
