package id.loket.casefile.card;

import id.loket.standard.StepKind;
import id.loket.worktime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One row of the control card: one time that a file was at a step, from being sent there until it was handed on.
 *
 * @param round      1 for the first time at this step, 2 for the second …
 * @param sentAt     when it was sent to the step; null where it came from the applicant
 * @param receivedAt when it was taken into hand, or null while in transit
 * @param receivedBy who took it, the last one if it was taken over; or null
 * @param leftAt     when it was handed on, or null while it is here
 * @param leftBy     who handed it on, or null
 * @param ending     how it left, or null while it is here
 * @param remarks    the reasons and notes made meanwhile, in order
 */
public record Visit(
        int step,
        StepKind kind,
        int round,
        Instant sentAt,
        Instant receivedAt,
        Officer receivedBy,
        Instant leftAt,
        Officer leftBy,
        Ending ending,
        List<Note> remarks) {

    /** How a visit ended. */
    public enum Ending {
        HANDED_OVER,
        /** Handed over with a letter of refusal. */
        REFUSAL_PREPARED,
        RETURNED,
        RETURNED_TO_APPLICANT,
        BILLED,
        PAYMENT_CANCELLED,
        REJECTED,
        WITHDRAWN,
        DELIVERED,
        REFUSAL_DELIVERED;

        /** Whether the applicant was waited for until the next row began. */
        public boolean waitsForApplicant() {
            return this == RETURNED_TO_APPLICANT || this == BILLED || this == PAYMENT_CANCELLED;
        }
    }

    /** A reason or note on the card. */
    public record Note(Instant at, Officer by, String text) {}

    /** Working time between being sent here and being received; zero where it came straight from the applicant. */
    public Duration inTransit(Instant now, WorkingCalendar calendar) {
        if (sentAt == null) {
            return Duration.ZERO;
        }
        Instant until = receivedAt != null ? receivedAt : leftAt != null ? leftAt : now;
        return calendar.since(sentAt, until);
    }

    /** Working time in an officer's hands. At the step that delivers it is the applicant who is waited for, so nothing counts there. */
    public Duration inWork(Instant now, WorkingCalendar calendar) {
        if (receivedAt == null || kind == StepKind.DELIVER) {
            return Duration.ZERO;
        }
        return calendar.since(receivedAt, leftAt != null ? leftAt : now);
    }
}
