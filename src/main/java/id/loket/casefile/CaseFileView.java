package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Visit;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import id.loket.worktime.FreeDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the page and the printed card of a file show, as of {@code now}.
 *
 * @param rows      the control card, a row per time at a step
 * @param work      what modules above ask for at the step where it is
 * @param possible  what the reader of the page may do now
 * @param freeDays  free days between complete and due, which explain the due time
 * @param overrun   working time by which the promise is overrun
 * @param lastHash  the chain's last hash
 */
public record CaseFileView(
        int officeId,
        long fileId,
        String registration,
        ServiceDefinition service,
        Application application,
        CardState state,
        FileClock clock,
        List<CardRow> rows,
        CheckList checkList,
        List<Attachments.Attachment> attachments,
        List<FilePapers.Paper> papers,
        List<FilePapers.Deed> deeds,
        List<StepWork.Work> work,
        List<DueChange> dueChanges,
        List<FreeDay> freeDays,
        List<Action> possible,
        String holderName,
        Duration overrun,
        byte[] lastHash,
        Instant now) {

    /** A row of the card with its times in working time. */
    public record CardRow(Visit visit, Duration inTransit, Duration inWork, boolean overStandard) {}

    /** A due time that moved, and why. */
    public record DueChange(Instant at, Instant from, Instant to, String why) {}

    /** The step where the file is. */
    public SopStep step() {
        return service.sop().step(state.step());
    }

    /** Whether the promise is overrun, be it by no working time yet: the due time has passed while the file is with the office. */
    public boolean late() {
        boolean waiting = clock.readyAt() == null && clock.pausedAt() == null && state.status().open();
        return overrun.isPositive() || waiting && clock.dueAt() != null && now.isAfter(clock.dueAt());
    }

    /** What is proposed as a reason for not going on as usual; empty for nothing. */
    public String proposedReason() {
        return work.stream().map(StepWork.Work::reason).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }

    public boolean may(Action action) {
        return possible.contains(action);
    }

    /** The row where the file is now, or the last one of a closed file. */
    public CardRow currentRow() {
        return rows.getLast();
    }
}
