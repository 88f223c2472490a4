package id.loket.casefile;

/** There is no such file in the officer's office; said in the same words whether it exists elsewhere or not. */
public final class NoSuchFile extends RuntimeException {

    public NoSuchFile(String registration) {
        super(registration);
    }
}
