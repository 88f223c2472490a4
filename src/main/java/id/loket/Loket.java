package id.loket;

/** Entry point. */
public final class Loket {
    public static void main(String[] args) {
        System.out.println(Runtime.version());
    }
}
