package id.loket.casefile;

import java.util.List;

/** An intake form has things to mend; nothing was registered. */
final class IntakeRefused extends RuntimeException {

    private final transient List<IntakeRules.Problem> problems;

    IntakeRefused(List<IntakeRules.Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    List<IntakeRules.Problem> problems() {
        return problems;
    }
}
