package id.loket.casefile;

/** The office has no such service in force. */
public final class NoSuchService extends RuntimeException {

    public NoSuchService(String code) {
        super(code);
    }
}
