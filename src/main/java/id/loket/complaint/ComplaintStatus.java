package id.loket.complaint;

import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Status;
import id.loket.office.Officers;
import java.time.Instant;
import java.util.List;

/**
 * What the complainant sees on the page that the code opens: how far the complaint is and what was said to him or her. Who did it is told
 * by role alone; what the office remarks among itself isn't told.
 *
 * @param due        until when the office has something to do; null when it has nothing
 * @param completeBy until when the complainant has to complete it; null when nothing was asked
 * @param asked      what the complainant has to complete; empty when nothing
 * @param reactUntil until when the complainant may say that it isn't solved; null before an answer
 * @param mayReopen  whether that can be said now
 * @param closed     how it ended; null while it is open
 */
public record ComplaintStatus(
        String number,
        Medium medium,
        Instant receivedAt,
        String subject,
        Status status,
        boolean reopened,
        List<Step> steps,
        Instant due,
        String asked,
        Instant completeBy,
        Instant reactUntil,
        boolean mayReopen,
        Closing closed) {

    /** What happened. */
    public enum Happened {
        RECEIVED,
        SORTED,
        TAKEN,
        COMPLETION_ASKED,
        /** The complainant sent what was asked. */
        COMPLETED,
        COMPLETE,
        DECIDED,
        ANSWERED,
        NOT_SOLVED,
        CLOSED
    }

    /**
     * One step.
     *
     * @param by   the role of who did it; null for the complainant and what happened by itself
     * @param text what was asked, answered, or said by the complainant; empty elsewhere
     */
    public record Step(Instant at, Happened what, Officers.Role by, String text) {}
}
