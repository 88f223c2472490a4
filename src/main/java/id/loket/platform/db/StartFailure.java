package id.loket.platform.db;

/** Loket can't start for a reason that the person in front of it can mend; the message is the one line to show. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
