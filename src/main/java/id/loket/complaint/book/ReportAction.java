package id.loket.complaint.book;

import static id.loket.complaint.book.ReportState.ACKNOWLEDGED;
import static id.loket.complaint.book.ReportState.APPROVED;
import static id.loket.complaint.book.ReportState.DELIVERED;
import static id.loket.complaint.book.ReportState.DRAFT;
import static id.loket.complaint.book.ReportState.EXAMINATION;
import static id.loket.complaint.book.ReportState.RETURNED;

import id.loket.complaint.handling.Rules;
import java.util.List;

/** What can be done with a monthly report: from which states, by whom, and to which state it leads. Nothing else can be done. */
public enum ReportAction {
    /** Counted from the book when the month is over; by the system. */
    WRITE(List.of(), "", DRAFT),
    /** The desk's remarks for the whole. */
    REMARK(List.of(DRAFT, RETURNED), Rules.DESK, null),
    /** What the head of a section has to say. */
    CONTRIBUTE(List.of(DRAFT, RETURNED), ReportAction.SECTION, null),
    /** To the Sekretaris, with the figures of this moment. */
    SEND(List.of(DRAFT, RETURNED), Rules.DESK, EXAMINATION),
    /** Back to the section concerned, with notes. */
    RETURN(List.of(EXAMINATION), ComplaintBook.SECRETARY, RETURNED),
    /** Freezes what was sent. */
    APPROVE(List.of(EXAMINATION), ComplaintBook.SECRETARY, APPROVED),
    /** To the Kepala Dinas, at once; by the system. */
    DELIVER(List.of(APPROVED), "", DELIVERED),
    ACKNOWLEDGE(List.of(DELIVERED), Rules.HEAD_OF_OFFICE, ACKNOWLEDGED);

    /** In place of a role: the head of the section that the order names. */
    static final String SECTION = "SECTION";

    private final List<ReportState> from;
    private final String role;
    private final ReportState to;

    ReportAction(List<ReportState> from, String role, ReportState to) {
        this.from = from;
        this.role = role;
        this.to = to;
    }

    public List<ReportState> from() {
        return from;
    }

    /** Code of the role; {@link #SECTION}; empty: the system only. */
    public String role() {
        return role;
    }

    ReportState after(ReportState before) {
        return to == null ? before : to;
    }
}
