package id.loket.casefile.card;

import id.loket.standard.Sop;
import id.loket.standard.StepKind;
import id.loket.worktime.Deadline;
import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of the promise made to the applicant: it runs from "complete" to "ready for the applicant" and stands still while the file is
 * with the applicant, to be completed or paid for. Each part is null until it is known.
 *
 * @param completeAt when the file was first found complete
 * @param dueAt      when the product must be ready; moved on by the time that the file was with the applicant
 * @param pausedAt   since when the clock stands still, or null while it runs
 * @param readyAt    when the product was ready
 */
public record FileClock(Instant completeAt, Instant dueAt, Instant pausedAt, Instant readyAt) {

    public static final FileClock NOT_STARTED = new FileClock(null, null, null, null);

    /** The clock after one more entry made in state {@code before}. Remarks and take-overs change nothing. */
    public FileClock after(CardEntry entry, CardState before, Sop sop, WorkDuration promise, WorkingCalendar calendar) {
        Instant at = entry.at();
        return switch (entry) {
            case CardEntry.HandedOver e -> handedOver(e, before, sop, promise, calendar);
            case CardEntry.RefusalPrepared e -> sentTo(e.to(), at, sop);
            case CardEntry.ReturnedToApplicant e -> paused(at);
            case CardEntry.Billed e -> paused(at);
            case CardEntry.PaymentCancelled e -> paused(at);
            case CardEntry.Resubmitted e -> resumed(at, calendar);
            case CardEntry.Paid e -> resumed(at, calendar);
            case CardEntry.Received e -> this;
            case CardEntry.Returned e -> this;
            case CardEntry.TakenOver e -> this;
            case CardEntry.Remarked e -> this;
            case CardEntry.Rejected e -> this;
            case CardEntry.Withdrawn e -> this;
            case CardEntry.Delivered e -> this;
            case CardEntry.RefusalDelivered e -> this;
        };
    }

    private FileClock handedOver(
            CardEntry.HandedOver e, CardState before, Sop sop, WorkDuration promise, WorkingCalendar calendar) {
        FileClock clock = this;
        if (completeAt == null && sop.step(before.step()).kind() == StepKind.CHECK) {
            clock = new FileClock(e.at(), calendar.add(e.at(), promise), null, null);
        }
        return clock.sentTo(e.to(), e.at(), sop);
    }

    private FileClock sentTo(int step, Instant at, Sop sop) {
        return sop.step(step).kind() == StepKind.DELIVER ? new FileClock(completeAt, dueAt, null, at) : this;
    }

    private FileClock paused(Instant at) {
        return completeAt == null ? this : with(deadline().pausedAt(at));
    }

    private FileClock resumed(Instant at, WorkingCalendar calendar) {
        return completeAt == null ? this : with(deadline().resumedAt(at, calendar));
    }

    private Deadline deadline() {
        return new Deadline(dueAt, Optional.ofNullable(pausedAt));
    }

    private FileClock with(Deadline deadline) {
        return new FileClock(completeAt, deadline.due(), deadline.pausedSince().orElse(null), readyAt);
    }

    /** By how much working time the promise is overrun; zero while it is kept or not yet given. */
    public Duration overrun(Instant now, WorkingCalendar calendar) {
        return dueAt == null ? Duration.ZERO : deadline().overrun(readyAt != null ? readyAt : now, calendar);
    }
}
