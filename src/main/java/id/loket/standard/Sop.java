package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a service in the order in which a file travels them (component 2, <i>sistem, mekanisme, dan prosedur</i>).
 *
 * <p>Numbered 1 to n. The first is the one intake and the last the one delivery; between them at least one check, then one step that
 * prepares the letter, any initials before the signature, the signature and the number. Offices number after the signature or before
 * it: both orders are valid. Nothing is refused, or sent back to the applicant, once the letter is signed.
 */
public record Sop(List<SopStep> steps) {

    private static final Set<StepKind> ONCE =
            Set.of(StepKind.INTAKE, StepKind.PREPARE, StepKind.SIGN, StepKind.NUMBER, StepKind.DELIVER);

    public Sop {
        steps = Faults.copy(steps);
        Faults faults = new Faults();
        for (int i = 0; i < steps.size(); i++) {
            faults.expect(steps.get(i).no() == i + 1, i + "/no", "steps are numbered 1, 2, 3 …: here %d should stand", i + 1);
        }
        faults.raise();
        for (StepKind kind : StepKind.values()) {
            int count = of(steps, kind).size();
            if (ONCE.contains(kind)) {
                faults.expect(count == 1, "", "there must be exactly one step of kind %s, not %d", kind, count);
            }
        }
        faults.expect(!of(steps, StepKind.CHECK).isEmpty(), "", "there must be a step of kind CHECK: complete and eligible, or not");
        faults.raise();

        int last = steps.size() - 1;
        faults.expect(steps.getFirst().kind() == StepKind.INTAKE, "0/kind", "the first step must be of kind INTAKE");
        faults.expect(steps.getLast().kind() == StepKind.DELIVER, last + "/kind", "the last step must be of kind DELIVER");
        int prepared = of(steps, StepKind.PREPARE).getFirst().no();
        int signed = of(steps, StepKind.SIGN).getFirst().no();
        faults.expect(
                of(steps, StepKind.CHECK).getFirst().no() < prepared,
                path(prepared, "kind"),
                "the letter is prepared before anything was checked");
        for (SopStep step : steps) {
            switch (step.kind()) {
                case INITIAL, SIGN, NUMBER ->
                    faults.expect(step.no() > prepared, path(step.no(), "kind"), "there is no letter yet at step %d", step.no());
                default -> {
                    // the others need no letter
                }
            }
            if (step.no() > signed) {
                faults.expect(
                        step.kind() != StepKind.INITIAL, path(step.no(), "kind"), "initials come before the signature of step %d", signed);
                faults.expect(!step.mayReject(), path(step.no(), "mayReject"), "the letter is signed already: too late to reject");
                faults.expect(
                        !step.returnToApplicant(),
                        path(step.no(), "returnToApplicant"),
                        "the letter is signed already: too late to ask the applicant for more");
            }
        }
        faults.raise();
    }

    /** @throws NoSuchElementException if there is no such step */
    public SopStep step(int no) {
        if (no < 1 || no > steps.size()) {
            throw new NoSuchElementException("no step " + no + "; there are " + steps.size());
        }
        return steps.get(no - 1);
    }

    /**
     * The step after this one; empty after the last.
     *
     * @throws NoSuchElementException if there is no step of this number
     */
    public Optional<SopStep> next(int no) {
        return step(no).no() == steps.size() ? Optional.empty() : Optional.of(step(no + 1));
    }

    /** Whether one of these roles has a step here; who has none has nothing to do with the service's files. */
    public boolean hasPart(Set<String> roles) {
        return steps.stream().anyMatch(s -> roles.contains(s.actor()));
    }

    /** The steps of a kind, in order. */
    public List<SopStep> of(StepKind kind) {
        return of(steps, kind);
    }

    /**
     * The standard times added up, unit by unit: minutes, hours and working days are never turned into one another (SOP-total). At most
     * one entry a unit, the smallest unit first.
     */
    public List<WorkDuration> total() {
        int minutes = 0;
        int hours = 0;
        int days = 0;
        for (SopStep step : steps) {
            switch (step.time()) {
                case WorkDuration.Minutes(int n) -> minutes += n;
                case WorkDuration.Hours(int n) -> hours += n;
                case WorkDuration.WorkingDays(int n) -> days += n;
            }
        }
        List<WorkDuration> total = new ArrayList<>();
        if (minutes > 0) {
            total.add(new WorkDuration.Minutes(minutes));
        }
        if (hours > 0) {
            total.add(new WorkDuration.Hours(hours));
        }
        if (days > 0) {
            total.add(new WorkDuration.WorkingDays(days));
        }
        return List.copyOf(total);
    }

    private static List<SopStep> of(List<SopStep> steps, StepKind kind) {
        return steps.stream().filter(s -> s.kind() == kind).toList();
    }

    private static String path(int no, String property) {
        return no - 1 + "/" + property;
    }
}
