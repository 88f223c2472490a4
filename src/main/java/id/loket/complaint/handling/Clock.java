package id.loket.complaint.handling;

import java.time.Instant;

/**
 * One deadline of a complaint.
 *
 * @param kind  which
 * @param from  since when it runs
 * @param due   in time up to this instant, inclusive
 * @param metAt when what it waits for happened; null while it waits
 */
public record Clock(Kind kind, Instant from, Instant due, Instant metAt) {

    /** What is waited for. */
    public enum Kind {
        SORTING,
        FIRST_ACTION,
        COMPLETENESS,
        /** The complainant's own, as is {@link #REACTION}. */
        COMPLETION,
        DECISION,
        NOTIFICATION,
        RESPONSE,
        REACTION;

        /** Whether the office has to keep it; the other two are the complainant's. */
        public boolean ofOffice() {
            return this != COMPLETION && this != REACTION;
        }
    }

    public boolean waits() {
        return metAt == null;
    }

    /** Whether it was missed, or is by now. */
    public boolean late(Instant now) {
        return (metAt == null ? now : metAt).isAfter(due);
    }
}
