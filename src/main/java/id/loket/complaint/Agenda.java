package id.loket.complaint;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.worktime.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to happen to a complaint by itself: of each of the office's clocks the next level is told when it comes near and when it has
 * passed, each once; what the complainant leaves undone closes it (UU 25/2009 art. 44, SP4N).
 *
 * @param strictest  the office's clock that runs out first; null when it has nothing to do
 * @param next       when there is something to do next; null for never
 * @param escalation what was told of the clocks that still wait: {@code PASSED}, {@code NEAR}, or empty
 */
record Agenda(Clock strictest, Instant next, String escalation) {

    /** What is to be done now. */
    sealed interface Act {
        record Escalate(Clock clock, boolean passed) implements Act {}

        record Close(Closing how) implements Act {}
    }

    static Agenda of(Deadlines deadlines, State state, List<Entry> entries) {
        List<Clock> waiting = waiting(deadlines, state);
        Stream<Instant> escalations = waiting.stream()
                .filter(clock -> !told(entries, clock, true))
                .map(clock -> near(deadlines.calendar(), clock).filter(near -> !told(entries, clock, false)).orElse(clock.due()));
        Instant next = Stream.concat(escalations, closing(deadlines, state).map(Clock::due).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean passed = waiting.stream().anyMatch(clock -> told(entries, clock, true));
        boolean near = waiting.stream().anyMatch(clock -> told(entries, clock, false));
        return new Agenda(deadlines.strictest(state).orElse(null), next, passed ? "PASSED" : near ? "NEAR" : "");
    }

    /** However long nobody looked: of a clock that has passed meanwhile it is no longer told that it comes near. */
    static List<Act> due(Deadlines deadlines, State state, List<Entry> entries, Instant now) {
        List<Act> acts = new ArrayList<>();
        for (Clock clock : waiting(deadlines, state)) {
            if (told(entries, clock, true)) {
                continue;
            }
            if (clock.late(now)) {
                acts.add(new Act.Escalate(clock, true));
            } else if (!told(entries, clock, false)
                    && near(deadlines.calendar(), clock).filter(near -> !now.isBefore(near)).isPresent()) {
                acts.add(new Act.Escalate(clock, false));
            }
        }
        closing(deadlines, state)
                .filter(clock -> clock.late(now))
                .map(clock -> new Act.Close(clock.kind() == Clock.Kind.REACTION ? Closing.NO_REACTION : Closing.NOT_COMPLETED))
                .ifPresent(acts::add);
        return acts;
    }

    /** The clocks that the office has to keep, while it is the office that has to do something. */
    private static List<Clock> waiting(Deadlines deadlines, State state) {
        boolean withOffice = state.status() == Status.RECEIVED || state.status() == Status.IN_HANDLING;
        return withOffice
                ? deadlines.of(state).stream().filter(clock -> clock.waits() && clock.kind().ofOffice()).toList()
                : List.of();
    }

    private static Optional<Clock> closing(Deadlines deadlines, State state) {
        Clock.Kind kind = state.status() == Status.ANSWERED
                ? Clock.Kind.REACTION
                : state.status() == Status.WITH_COMPLAINANT ? Clock.Kind.COMPLETION : null;
        return deadlines.of(state).stream().filter(clock -> clock.kind() == kind && clock.waits()).findFirst();
    }

    /** A clock that began anew is another. */
    private static boolean told(List<Entry> entries, Clock clock, boolean passed) {
        return entries.stream().anyMatch(entry -> entry instanceof Entry.Escalated e
                && e.clock() == clock.kind()
                && e.passed() == passed
                && !e.stamp().at().isBefore(clock.from()));
    }

    /** When the office opens on the working day before the last one; empty where the clock has only begun then. */
    private static Optional<Instant> near(WorkingCalendar calendar, Clock clock) {
        LocalDate day = clock.due().atZone(calendar.zone()).toLocalDate().minusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        Instant opens = calendar.nextOpening(day.atStartOfDay(calendar.zone()).toInstant());
        return opens.isAfter(clock.from()) ? Optional.of(opens) : Optional.empty();
    }
}
