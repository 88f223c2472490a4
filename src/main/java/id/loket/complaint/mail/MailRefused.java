package id.loket.complaint.mail;

/** What the desk wanted of a mail can't be; nothing has changed. */
final class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    enum Reason {
        /** Somebody else dealt with it meanwhile, or there is no such mail. */
        DONE_ALREADY,
        REASON_MISSING,
        /** Nobody could be answered, or it can't be made a complaint. */
        CANT_COME_IN,
        /** The complaint was reopened once already, its time is over, or it went on meanwhile. */
        CANT_REOPEN
    }

    private final Reason reason;

    MailRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
