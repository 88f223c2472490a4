package id.loket.casefile.card;

/** Where a file is. The step number goes with it, see {@link CardState}. */
public enum Status {
    /** Not yet on any card. */
    NEW,
    /** Handed over to a step, not yet received there. */
    IN_TRANSIT,
    /** Received; in the hands of one officer. */
    IN_WORK,
    /** With the applicant to be completed; the file's clock stands still. */
    WITH_APPLICANT,
    /** Billed and not paid; the file's clock stands still. */
    AWAITING_PAYMENT,
    /** At the collection counter, waiting for the applicant. */
    READY,
    DELIVERED,
    REJECTED,
    WITHDRAWN;

    /** Whether the applicant is waited for while the file's clock stands still. */
    public boolean paused() {
        return this == WITH_APPLICANT || this == AWAITING_PAYMENT;
    }

    /** Whether anything can still happen to a file in this state. */
    public boolean open() {
        return this != DELIVERED && this != REJECTED && this != WITHDRAWN;
    }
}
