package id.loket.complaint.book;

/** Where a monthly report is (PGD-j3, PGD-k). */
public enum ReportState {
    /** Counted from the book; the desk and the section heads add to it. */
    DRAFT,
    /** With the Sekretaris. */
    EXAMINATION,
    /** Sent back with notes; the section concerned has to add to it. */
    RETURNED,
    /** Frozen; on its way within the same moment. */
    APPROVED,
    /** With the Kepala Dinas. */
    DELIVERED,
    ACKNOWLEDGED;

    /** Whether its text may still change. */
    public boolean open() {
        return this == DRAFT || this == RETURNED;
    }

    public boolean frozen() {
        return this == APPROVED || this == DELIVERED || this == ACKNOWLEDGED;
    }
}
