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
        Faults faults = new Faults().comparing("");
        for (int i = 0; i < steps.size(); i++) {
            faults.expect(steps.get(i).no() == i + 1, i + "/no", "step-number", i + 1);
        }
        if (!steps.isEmpty() && steps.stream().allMatch(s -> s.kind() != null)) {
            eachOnce(steps, faults);
            inOrder(steps, faults);
        }
        faults.expect(!steps.isEmpty(), "", "missing-component", 2, "procedure");
        faults.raise();
    }

    private static void eachOnce(List<SopStep> steps, Faults faults) {
        for (StepKind kind : StepKind.values()) {
            int count = of(steps, kind).size();
            faults.expect(!ONCE.contains(kind) || count == 1, "", "step-once", kind, count);
        }
        faults.expect(!of(steps, StepKind.CHECK).isEmpty(), "", "no-check");
    }

    private static void inOrder(List<SopStep> steps, Faults faults) {
        int last = steps.size();
        int prepared = place(steps, StepKind.PREPARE);
        int signed = place(steps, StepKind.SIGN);
        int checked = place(steps, StepKind.CHECK);
        faults.expect(steps.getFirst().kind() == StepKind.INTAKE, "0/kind", "first-step");
        faults.expect(steps.getLast().kind() == StepKind.DELIVER, path(last, "kind"), "last-step");
        faults.expect(checked < prepared || prepared == 0 || checked == 0, path(prepared, "kind"), "prepared-unchecked");
        for (int i = 1; i <= last; i++) {
            SopStep step = steps.get(i - 1);
            switch (step.kind()) {
                case INITIAL, SIGN, NUMBER -> faults.expect(prepared == 0 || i > prepared, path(i, "kind"), "no-letter-yet", i);
                case INSPECT -> faults.expect(signed == 0 || i < signed, path(i, "kind"), "inspection-too-late", i);
                default -> {
                    // the others need no letter
                }
            }
            if (signed > 0 && i > signed) {
                faults.expect(step.kind() != StepKind.INITIAL, path(i, "kind"), "initials-after-signature", signed);
                faults.expect(!step.mayReject(), path(i, "mayReject"), "reject-after-signature");
                faults.expect(!step.returnToApplicant(), path(i, "returnToApplicant"), "return-after-signature");
            }
        }
    }

    /** Place of the first step of a kind, from 1; 0 if there is none. */
    private static int place(List<SopStep> steps, StepKind kind) {
        return 1 + steps.stream().map(SopStep::kind).toList().indexOf(kind);
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
