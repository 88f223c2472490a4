package id.loket.inspection;

import java.util.List;

/** An appointment or a report has things to mend; nothing was recorded. */
public final class InspectionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What to mend: a field of the form, and the words. */
    public record Problem(String field, String key, List<Object> args) {
        Problem(String field, String key) {
            this(field, key, List.of());
        }
    }

    private final transient List<Problem> problems;

    InspectionRefused(List<Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
