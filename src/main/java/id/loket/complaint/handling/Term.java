package id.loket.complaint.handling;

import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long something may take.
 *
 * @param days    1 or more
 * @param working whether working days are meant; else calendar days, of which the last ends at midnight
 */
public record Term(int days, boolean working) {

    public Term {
        if (days < 1) {
            throw new IllegalArgumentException("a term has one day or more, not " + days);
        }
    }

    public static Term workingDays(int days) {
        return new Term(days, true);
    }

    public static Term calendarDays(int days) {
        return new Term(days, false);
    }

    /** Until when, inclusive; the day on which it begins isn't counted. */
    Instant after(Instant from, WorkingCalendar calendar) {
        return working
                ? calendar.add(from, new WorkDuration.WorkingDays(days))
                : from.atZone(calendar.zone())
                        .toLocalDate()
                        .plusDays(days + 1L)
                        .atStartOfDay(calendar.zone())
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
    }
}
