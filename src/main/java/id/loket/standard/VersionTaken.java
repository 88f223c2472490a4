package id.loket.standard;

/** A version that was published never changes: what is new needs a new number. */
public final class VersionTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    VersionTaken(String code, int version) {
        super("Version " + version + " of " + code + " is published already, with another text: give the new one a higher version");
    }
}
