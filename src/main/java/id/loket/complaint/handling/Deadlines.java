package id.loket.complaint.handling;

import id.loket.worktime.Deadline;
import id.loket.worktime.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a complaint. They follow from its state alone: sorting anew, notes and corrections move none of them but that of the
 * answer, whose class may change its length, never its beginning.
 */
public record Deadlines(Terms terms, WorkingCalendar calendar) {

    /** Every clock that has begun, in the order in which they run out. */
    public List<Clock> of(State state) {
        List<Clock> clocks = new ArrayList<>();
        if (state.receivedAt() == null) {
            return clocks;
        }
        Instant received = state.receivedAt();
        Instant answered = state.answeredAt();
        clocks.add(clock(Clock.Kind.SORTING, received, terms.sorting(), state.sortedAt()));
        clocks.add(clock(Clock.Kind.FIRST_ACTION, received, terms.firstAction(), earlier(state.handledAt(), answered)));
        boolean complaint = state.as() == null || state.as().matter() == Matter.COMPLAINT;
        if (complaint) {
            lawful(state, clocks);
        }
        if (state.as() != null) {
            Term term = terms.response().get(state.as().responseClass());
            Instant from = state.startedAt();
            clocks.add(new Clock(Clock.Kind.RESPONSE, from, withoutWaits(term.after(from, calendar), state), answered));
        }
        if (answered != null) {
            clocks.add(clock(Clock.Kind.REACTION, answered, terms.reaction(), state.open() ? null : state.lastAt()));
        }
        clocks.sort(Comparator.comparing(Clock::due).thenComparing(Clock::kind));
        return List.copyOf(clocks);
    }

    /** The clocks of UU 25/2009, which are a complaint's only. */
    private void lawful(State state, List<Clock> clocks) {
        Instant answered = state.answeredAt();
        Instant told = state.waits().isEmpty() ? state.completeAt() : state.waits().getFirst().from();
        clocks.add(clock(Clock.Kind.COMPLETENESS, state.receivedAt(), terms.completeness(), earlier(told, answered)));
        if (!state.waits().isEmpty()) {
            State.Wait last = state.waits().getLast();
            clocks.add(clock(Clock.Kind.COMPLETION, last.from(), terms.completion(), last.until()));
        }
        if (state.completeAt() != null) {
            clocks.add(clock(Clock.Kind.DECISION, state.completeAt(), terms.decision(), earlier(state.decidedAt(), answered)));
        }
        if (state.decidedAt() != null) {
            clocks.add(clock(Clock.Kind.NOTIFICATION, state.decidedAt(), terms.notification(), answered));
        }
    }

    /** The clock of the office that runs out first; empty when it has nothing more to do. */
    public Optional<Clock> strictest(State state) {
        boolean withOffice = state.status() == Status.RECEIVED || state.status() == Status.IN_HANDLING;
        return withOffice ? of(state).stream().filter(c -> c.waits() && c.kind().ofOffice()).findFirst() : Optional.empty();
    }

    /** Until when something may be done that has a term of its own; empty where that clock hasn't begun. */
    Optional<Clock> find(State state, Clock.Kind kind) {
        return of(state).stream().filter(c -> c.kind() == kind).findFirst();
    }

    /** The time for the answer stands still while the complainant has to complete the complaint. */
    private Instant withoutWaits(Instant due, State state) {
        Deadline deadline = Deadline.of(due);
        for (State.Wait wait : state.waits()) {
            if (wait.until() != null && !wait.from().isBefore(state.startedAt())) {
                deadline = deadline.pausedAt(wait.from()).resumedAt(wait.until(), calendar);
            }
        }
        return deadline.due();
    }

    private Clock clock(Clock.Kind kind, Instant from, Term term, Instant metAt) {
        return new Clock(kind, from, term.after(from, calendar), metAt);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
