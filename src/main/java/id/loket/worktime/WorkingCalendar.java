package id.loket.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The working time of an office: exact arithmetic over its hours and free days. Immutable.
 *
 * <p>An office is open from the opening time, inclusive, to the closing time, exclusive.
 */
public final class WorkingCalendar {

    /** Searching longer than this means that the office never opens. */
    private static final int LONGEST_SEARCH_DAYS = 3660;

    private final ZoneId zone;
    private final OfficeHours hours;
    private final List<SpecialHours> special;
    private final Map<LocalDate, FreeDay> free;
    private final DayConvention convention;

    /** @param special where two cover a date the later in the list holds */
    public WorkingCalendar(
            ZoneId zone,
            OfficeHours hours,
            List<SpecialHours> special,
            Collection<FreeDay> free,
            DayConvention convention) {
        this.zone = zone;
        this.hours = hours;
        this.special = List.copyOf(special).reversed();
        Map<LocalDate, FreeDay> byDate = new HashMap<>();
        free.forEach(day -> byDate.put(day.date(), day));
        this.free = Map.copyOf(byDate);
        this.convention = convention;
    }

    public ZoneId zone() {
        return zone;
    }

    /** This calendar with one more free day. */
    public WorkingCalendar with(FreeDay day) {
        List<FreeDay> days = new ArrayList<>(free.values());
        days.add(day);
        return new WorkingCalendar(zone, hours, special.reversed(), days, convention);
    }

    /** Whether the office is open at this instant. */
    public boolean isOpen(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return intervals(date(at)).stream().anyMatch(i -> !time.isBefore(i.from()) && time.isBefore(i.to()));
    }

    /** Whether the office opens on this date at all. */
    public boolean isWorkingDay(LocalDate date) {
        return !intervals(date).isEmpty();
    }

    /** The given instant if the office is open then, else when it opens next. */
    public Instant nextOpening(Instant at) {
        LocalDate day = date(at);
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.plusDays(1)) {
            for (OfficeHours.Interval interval : intervals(day)) {
                if (at.isBefore(instant(day, interval.to()))) {
                    Instant opens = instant(day, interval.from());
                    return at.isAfter(opens) ? at : opens;
                }
            }
        }
        throw neverOpen();
    }

    /** When the office closes for the day; empty on a free day. */
    public Optional<Instant> closing(LocalDate date) {
        List<OfficeHours.Interval> intervals = intervals(date);
        return intervals.isEmpty() ? Optional.empty() : Optional.of(instant(date, intervals.getLast().to()));
    }

    /** The free day on this date, if the calendar has one. */
    public Optional<FreeDay> freeDay(LocalDate date) {
        return Optional.ofNullable(free.get(date));
    }

    /** When a standard or promised time that begins now ends. Working days are counted by the calendar's convention. */
    public Instant add(Instant at, WorkDuration duration) {
        return switch (duration) {
            case WorkDuration.Minutes m -> plus(at, Duration.ofMinutes(m.minutes()));
            case WorkDuration.Hours h -> plus(at, Duration.ofHours(h.hours()));
            case WorkDuration.WorkingDays d -> addDays(at, d.days());
        };
    }

    private Instant addDays(Instant at, int days) {
        LocalDate due = workingDaysAfter(date(at), days);
        return switch (convention) {
            case DUE_AT_CLOSING -> closing(due).orElseThrow();
            case DUE_AT_SAME_TIME -> nextOpening(instant(due, at.atZone(zone).toLocalTime()));
        };
    }

    /**
     * The earliest instant that lies this much working time after another.
     *
     * @param time zero or more; zero gives the instant itself
     */
    public Instant plus(Instant at, Duration time) {
        requireNotNegative(time);
        if (time.isZero()) {
            return at;
        }
        Duration left = time;
        LocalDate day = date(at);
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.plusDays(1)) {
            for (OfficeHours.Interval interval : intervals(day)) {
                Instant from = later(at, instant(day, interval.from()));
                Duration here = Duration.between(from, instant(day, interval.to()));
                if (here.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
        }
        throw neverOpen();
    }

    /**
     * The latest instant that lies this much working time before another.
     *
     * @param time zero or more; zero gives the instant itself
     */
    public Instant minus(Instant at, Duration time) {
        requireNotNegative(time);
        if (time.isZero()) {
            return at;
        }
        Duration left = time;
        LocalDate day = date(at);
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.minusDays(1)) {
            for (OfficeHours.Interval interval : intervals(day).reversed()) {
                Instant to = earlier(at, instant(day, interval.to()));
                Duration here = Duration.between(instant(day, interval.from()), to);
                if (here.compareTo(left) >= 0) {
                    return to.minus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
        }
        throw neverOpen();
    }

    /**
     * Working time between two instants.
     *
     * @throws IllegalArgumentException if the second is before the first
     */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        Duration sum = Duration.ZERO;
        LocalDate last = date(to);
        for (LocalDate day = date(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (OfficeHours.Interval interval : intervals(day)) {
                Instant start = later(from, instant(day, interval.from()));
                Instant end = earlier(to, instant(day, interval.to()));
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    /** Working time since an instant; zero if it lies ahead, as it can where the clocks of several machines differ a little. */
    public Duration since(Instant from, Instant now) {
        return now.isAfter(from) ? between(from, now) : Duration.ZERO;
    }

    /**
     * The n-th working day after a date, which itself is not counted.
     *
     * @param days 1 or more
     */
    public LocalDate workingDaysAfter(LocalDate date, int days) {
        LocalDate day = date;
        int counted = 0;
        int searched = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
                searched = 0;
            } else if (++searched > LONGEST_SEARCH_DAYS) {
                throw neverOpen();
            }
        }
        return day;
    }

    /** Free days from one date to another, both inclusive, that would have been working days: the explanation of a due date. */
    public List<FreeDay> freeDaysBetween(LocalDate from, LocalDate to) {
        return free.values().stream()
                .filter(d -> !d.date().isBefore(from) && !d.date().isAfter(to))
                .filter(d -> !hoursOn(d.date()).isEmpty())
                .sorted((a, b) -> a.date().compareTo(b.date()))
                .toList();
    }

    private List<OfficeHours.Interval> intervals(LocalDate date) {
        return free.containsKey(date) ? List.of() : hoursOn(date);
    }

    private List<OfficeHours.Interval> hoursOn(LocalDate date) {
        for (SpecialHours s : special) {
            if (s.covers(date)) {
                return s.hours().on(date.getDayOfWeek());
            }
        }
        return hours.on(date.getDayOfWeek());
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static void requireNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("working time can't be negative: " + time);
        }
    }

    private static IllegalStateException neverOpen() {
        return new IllegalStateException("the office doesn't open within " + LONGEST_SEARCH_DAYS + " days");
    }
}
