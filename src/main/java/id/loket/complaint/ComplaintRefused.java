package id.loket.complaint;

import id.loket.complaint.handling.Refusal;
import java.util.List;

/** Something can't be done with a complaint; nothing has changed. */
public final class ComplaintRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Something to mend in a form.
     *
     * @param field id of the field
     * @param key   of the text that says what to mend
     */
    public record Problem(String field, String key) {}

    private final transient List<Problem> problems;
    private final transient Refusal refusal;

    private ComplaintRefused(String message, List<Problem> problems, Refusal refusal) {
        super(message);
        this.problems = problems;
        this.refusal = refusal;
    }

    static ComplaintRefused form(List<Problem> problems) {
        return new ComplaintRefused(problems.toString(), List.copyOf(problems), null);
    }

    static ComplaintRefused rule(Refusal refusal) {
        return new ComplaintRefused(refusal.toString(), List.of(), refusal);
    }

    /** Another entry was made since the page was. */
    static ComplaintRefused stale() {
        return new ComplaintRefused("stale", List.of(new Problem("isi", "complaint.refusal.STALE")), null);
    }

    /** What is wrong with the form; empty where a rule speaks against it. */
    public List<Problem> problems() {
        return problems;
    }

    /** The rule that speaks against it; null where the form has something to mend. */
    public Refusal refusal() {
        return refusal;
    }
}
