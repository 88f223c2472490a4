package id.loket.standard;

import static id.loket.standard.StepKind.CHECK;
import static id.loket.standard.StepKind.DELIVER;
import static id.loket.standard.StepKind.INITIAL;
import static id.loket.standard.StepKind.INTAKE;
import static id.loket.standard.StepKind.NUMBER;
import static id.loket.standard.StepKind.PREPARE;
import static id.loket.standard.StepKind.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An SOP that can't be walked from the counter to the applicant's hand is refused. */
class SopTest {

    @Test
    void the_number_may_come_after_the_signature_or_before_it() {
        assertThatCode(() -> sop(INTAKE, CHECK, PREPARE, SIGN, NUMBER, DELIVER)).doesNotThrowAnyException();
        assertThatCode(() -> sop(INTAKE, CHECK, PREPARE, NUMBER, SIGN, DELIVER)).doesNotThrowAnyException();
    }

    @Test
    void it_begins_with_the_intake_and_ends_with_the_delivery() {
        refused("the first step must be of kind INTAKE", CHECK, INTAKE, PREPARE, SIGN, NUMBER, DELIVER);
        refused("the last step must be of kind DELIVER", INTAKE, CHECK, PREPARE, SIGN, DELIVER, NUMBER);
    }

    @Test
    void a_letter_is_checked_for_then_prepared_then_initialled_then_signed() {
        refused("before anything was checked", INTAKE, PREPARE, CHECK, SIGN, NUMBER, DELIVER);
        refused("there is no letter yet at step 3", INTAKE, CHECK, INITIAL, PREPARE, SIGN, NUMBER, DELIVER);
        refused("there is no letter yet at step 3", INTAKE, CHECK, SIGN, PREPARE, NUMBER, DELIVER);
        refused("there is no letter yet at step 3", INTAKE, CHECK, NUMBER, PREPARE, SIGN, DELIVER);
        refused("initials come before the signature of step 4", INTAKE, CHECK, PREPARE, SIGN, INITIAL, NUMBER, DELIVER);
    }

    @Test
    void it_checks_at_least_once() {
        refused("there must be a step of kind CHECK", INTAKE, PREPARE, SIGN, NUMBER, DELIVER);
    }

    @Test
    void steps_are_numbered_without_gaps() {
        List<SopStep> steps = new ArrayList<>(Steps.of(INTAKE, CHECK, PREPARE, SIGN, NUMBER, DELIVER));
        steps.remove(1);
        assertThatThrownBy(() -> new Sop(steps)).hasMessageContaining("1/no: steps are numbered 1, 2, 3 …: here 2 should stand");
    }

    @Test
    void nothing_is_refused_or_asked_of_the_applicant_once_the_letter_is_signed() {
        refusedWith("too late to reject", Steps.step(5, NUMBER, Set.of(), false, true));
        refusedWith("too late to ask the applicant", Steps.step(5, NUMBER, Set.of(), true, false));
    }

    @Test
    void a_signed_letter_with_a_slip_may_go_back_before_it_is_handed_out() {
        assertThatCode(() -> withFifth(Steps.step(5, NUMBER, Set.of(3), false, false))).doesNotThrowAnyException();
    }

    @Test
    void a_step_returns_only_to_earlier_steps() {
        for (int notEarlier : new int[] {0, -1, 4, 5}) {
            assertThatThrownBy(() -> Steps.step(4, SIGN, Set.of(notEarlier), false, false))
                    .hasMessageContaining("step 4 can only return to an earlier step, not to " + notEarlier);
        }
    }

    @Test
    void a_check_has_two_ways_on_and_the_delivery_one() {
        assertThatThrownBy(() -> Steps.step(2, CHECK, Set.of(), false, false)).hasMessageContaining("has only one way on");
        assertThatThrownBy(() -> Steps.step(6, DELIVER, Set.of(), true, false)).hasMessageContaining("can’t return or reject");
    }

    @Test
    void steps_are_found_by_number() {
        Sop sop = sop(INTAKE, CHECK, PREPARE, SIGN, NUMBER, DELIVER);
        assertThat(sop.step(4).kind()).isEqualTo(SIGN);
        assertThat(sop.next(4)).contains(sop.step(5));
        assertThat(sop.next(6)).isEmpty();
        assertThatThrownBy(() -> sop.step(0)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sop.next(7)).isInstanceOf(NoSuchElementException.class);
    }

    private static Sop sop(StepKind... kinds) {
        return new Sop(Steps.of(kinds));
    }

    private static void refused(String message, StepKind... kinds) {
        assertThatThrownBy(() -> sop(kinds)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static void refusedWith(String message, SopStep fifth) {
        assertThatThrownBy(() -> withFifth(fifth)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static Sop withFifth(SopStep fifth) {
        List<SopStep> steps = new ArrayList<>(Steps.of(INTAKE, CHECK, PREPARE, SIGN, NUMBER, DELIVER));
        steps.set(4, fifth);
        return new Sop(steps);
    }
}
