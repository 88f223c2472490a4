package id.loket.notice;

/** What an officer wanted of a notice that can't be. */
public final class NoticeRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {
        /** The officer's office has no such notice. */
        NO_SUCH_NOTICE,
        /** It, or a copy of it, is still on its way. */
        UNDERWAY,
        /** It was called off. */
        CANCELLED,
        /** Its text is no longer kept. */
        BLANKED,
        /** Calls are made by people. */
        NOT_SENT,
        /** Somebody else entered an outcome meanwhile. */
        CHANGED,
        /** What was typed is neither a telephone number nor an e-mail address. */
        NO_ADDRESS
    }

    private final Reason reason;

    NoticeRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
