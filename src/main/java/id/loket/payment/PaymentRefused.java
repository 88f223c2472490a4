package id.loket.payment;

import java.util.List;

/** A payment has things to mend; nothing was recorded. */
public final class PaymentRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What to mend: a field of the form and the key of the words. */
    public record Problem(String field, String key) {}

    private final transient List<Problem> problems;

    PaymentRefused(List<Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
