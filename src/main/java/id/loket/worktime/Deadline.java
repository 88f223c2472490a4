package id.loket.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something is due, on a clock that can be stopped, as that of a file is while the applicant has it. A clock that stands still makes
 * nothing late. When it goes on the same working time is left as when it was stopped; what was overrun then is overrun by as much again.
 *
 * <p>To know it under another calendar begin with the due time by that calendar and repeat the stops.
 *
 * @param due         in time up to this instant, inclusive; as it was when the clock was stopped while it stands still
 * @param pausedSince since when the clock stands still; empty while it runs
 */
public record Deadline(Instant due, Optional<Instant> pausedSince) {

    /** On a running clock. */
    public static Deadline of(Instant due) {
        return new Deadline(due, Optional.empty());
    }

    /** The clock stopped; one that stands still stays as it is. */
    public Deadline pausedAt(Instant at) {
        return pausedSince.isPresent() ? this : new Deadline(due, Optional.of(at));
    }

    /** The clock going on; one that runs stays as it is. */
    public Deadline resumedAt(Instant at, WorkingCalendar calendar) {
        return pausedSince
                .map(paused -> due.isBefore(paused)
                        ? calendar.minus(at, calendar.between(due, paused))
                        : calendar.plus(at, calendar.between(paused, due)))
                .map(Deadline::of)
                .orElse(this);
    }

    /** By how much working time it is late; zero while it is not. */
    public Duration overrun(Instant now, WorkingCalendar calendar) {
        return calendar.since(due, pausedSince.orElse(now));
    }
}
