package id.loket.platform.web;

/**
 * One of a few fixed choices.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param status shape and colour it takes when chosen, in a segmented bar
 */
public record Choice(String value, String label, Status status) {

    /** For radio buttons, which have no shape. */
    public Choice(String value, String label) {
        this(value, label, Status.DONE);
    }
}
