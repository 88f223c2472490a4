package id.loket.standard.bpmn;

/** A file from which no draft can be made; the message says why, and where. */
final class UnusableModel extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableModel(String message) {
        super(message);
    }
}
