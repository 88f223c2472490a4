package id.loket.complaint.book;

/** Something can't be done with a report; nothing has changed. */
public final class ReportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ReportRules.Refusal reason;

    ReportRefused(ReportRules.Refusal reason) {
        super(reason.name());
        this.reason = reason;
    }

    ReportRules.Refusal reason() {
        return reason;
    }
}
