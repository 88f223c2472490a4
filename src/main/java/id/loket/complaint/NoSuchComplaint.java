package id.loket.complaint;

/** The office has no such complaint, or it is none of the officer's business. */
public final class NoSuchComplaint extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchComplaint(String number) {
        super(number);
    }
}
