package id.loket.permit;

import java.util.List;

/** A delivery has things to mend; nothing was recorded. */
final class DeliveryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What to mend: the words are found under {@code delivery.<field>.<what>}. */
    record Problem(String field, String key) {}

    private final transient List<Problem> problems;

    DeliveryRefused(List<Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    List<Problem> problems() {
        return problems;
    }
}
