package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an office puts between intake and delivery, the same few rules hold. */
class SopProperties {

    @Property
    void every_order_that_the_rules_allow_is_walked_from_first_to_last(@ForAll("orders") List<StepKind> kinds) {
        Sop sop = new Sop(Steps.of(kinds));
        List<Integer> walked = new ArrayList<>();
        for (var step = java.util.Optional.of(sop.step(1)); step.isPresent(); step = sop.next(step.get().no())) {
            walked.add(step.get().no());
        }
        assertThat(walked).hasSize(kinds.size()).isSorted();
    }

    @Property
    void without_one_of_the_necessary_steps_or_with_one_twice_it_is_refused(
            @ForAll("orders") List<StepKind> kinds, @ForAll("necessary") StepKind kind) {
        int at = kinds.indexOf(kind);
        List<StepKind> without = new ArrayList<>(kinds);
        without.remove(at);
        assertThatThrownBy(() -> new Sop(Steps.of(without))).isInstanceOf(IllegalArgumentException.class);
        List<StepKind> twice = new ArrayList<>(kinds);
        twice.add(at, kind);
        assertThatThrownBy(() -> new Sop(Steps.of(twice))).hasMessageContaining("exactly one step of kind " + kind);
    }

    @Property
    void each_unit_of_time_is_added_up_for_itself(@ForAll("times") List<WorkDuration> times) {
        List<StepKind> kinds = new ArrayList<>(List.of(StepKind.INTAKE, StepKind.CHECK, StepKind.PREPARE));
        while (kinds.size() < times.size() - 3) {
            kinds.add(StepKind.INITIAL);
        }
        kinds.addAll(List.of(StepKind.SIGN, StepKind.NUMBER, StepKind.DELIVER));
        List<SopStep> steps = new ArrayList<>();
        for (StepKind kind : kinds) {
            int no = steps.size() + 1;
            steps.add(Steps.step(no, kind, times.get(no - 1), Set.of(), kind == StepKind.CHECK, false));
        }
        List<WorkDuration> total = new Sop(steps).total();
        assertThat(total).extracting(Object::getClass).doesNotHaveDuplicates();
        for (Class<?> unit : List.of(WorkDuration.Minutes.class, WorkDuration.Hours.class, WorkDuration.WorkingDays.class)) {
            assertThat(sum(total, unit)).isEqualTo(sum(times, unit));
        }
    }

    private static int sum(List<WorkDuration> durations, Class<?> unit) {
        return durations.stream()
                .filter(unit::isInstance)
                .mapToInt(d -> switch (d) {
                    case WorkDuration.Minutes(int n) -> n;
                    case WorkDuration.Hours(int n) -> n;
                    case WorkDuration.WorkingDays(int n) -> n;
                })
                .sum();
    }

    @Provide
    Arbitrary<StepKind> necessary() {
        return Arbitraries.of(StepKind.INTAKE, StepKind.PREPARE, StepKind.SIGN, StepKind.NUMBER, StepKind.DELIVER);
    }

    @Provide
    Arbitrary<List<WorkDuration>> times() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 500);
        Arbitrary<WorkDuration> time = Arbitraries.oneOf(
                number.map(WorkDuration.Minutes::new), number.map(WorkDuration.Hours::new), number.map(WorkDuration.WorkingDays::new));
        return time.list().ofMinSize(6).ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<StepKind>> orders() {
        Arbitrary<List<StepKind>> before =
                Arbitraries.of(StepKind.CHECK, StepKind.INSPECT, StepKind.PAY).list().ofMaxSize(4);
        Arbitrary<Integer> initials = Arbitraries.integers().between(0, 4);
        Arbitrary<Integer> numberAt = Arbitraries.integers().between(0, 5);
        return Combinators.combine(before, initials, numberAt).as((first, count, at) -> {
            List<StepKind> letter = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                letter.add(StepKind.INITIAL);
            }
            letter.add(StepKind.SIGN);
            letter.add(Math.min(at, letter.size()), StepKind.NUMBER);
            List<StepKind> order = new ArrayList<>(List.of(StepKind.INTAKE, StepKind.CHECK));
            order.addAll(first);
            order.add(StepKind.PREPARE);
            order.addAll(letter);
            order.add(StepKind.DELIVER);
            return order;
        });
    }
}
