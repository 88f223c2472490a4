package id.loket.complaint.handling;

/** Where a complaint is. */
public enum Status {
    /** Not yet recorded. */
    NEW,
    /** Recorded, not yet sorted. */
    RECEIVED,
    /** Sorted; the office has to decide and to answer. */
    IN_HANDLING,
    /** The complainant has to complete it. */
    WITH_COMPLAINANT,
    /** Answered; the complainant may still say that it isn't solved. */
    ANSWERED,
    CLOSED
}
