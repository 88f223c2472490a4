package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps for tests of the SOP, with nothing in them but what the test is about. */
final class Steps {

    private static final WorkDuration FIVE_MINUTES = new WorkDuration.Minutes(5);

    private Steps() {}

    /** Steps of these kinds, numbered from 1; a check returns to the applicant. */
    static List<SopStep> of(StepKind... kinds) {
        return of(List.of(kinds));
    }

    static List<SopStep> of(List<StepKind> kinds) {
        List<SopStep> steps = new ArrayList<>();
        for (StepKind kind : kinds) {
            steps.add(step(steps.size() + 1, kind, Set.of(), kind == StepKind.CHECK, false));
        }
        return steps;
    }

    static SopStep step(int no, StepKind kind, Set<Integer> returnTo, boolean returnToApplicant, boolean mayReject) {
        return step(no, kind, FIVE_MINUTES, returnTo, returnToApplicant, mayReject);
    }

    static SopStep step(
            int no, StepKind kind, WorkDuration time, Set<Integer> returnTo, boolean returnToApplicant, boolean mayReject) {
        Text words = Text.of(kind.name());
        return new SopStep(
                no, words, words, kind, "FRONT_OFFICE", Set.of(), List.of(words), time, words, returnTo, returnToApplicant,
                mayReject, false, null, words, null);
    }
}
