package id.loket.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The working time of an office: exact arithmetic over its hours and free days. Immutable.
 *
 * <p>An office is open from the opening time, inclusive, to the closing time, exclusive. Its hours are local times; working time is the
 * time that really passes between them, also on a day on which the clocks are changed: a local time that is skipped stands for the moment
 * of the change, one that comes twice for its first occurrence.
 *
 * <p>Whatever looks for a working day throws {@link IllegalStateException} if the office has none for ten years.
 */
public final class WorkingCalendar {

    /** So many days without an opening mean that the office never opens. */
    private static final int LONGEST_CLOSURE_DAYS = 3660;

    private final ZoneId zone;
    private final OfficeHours hours;
    private final List<SpecialHours> special;
    private final Map<LocalDate, FreeDay> free;
    private final DayConvention convention;

    /** An opening: from, inclusive, to, exclusive; never empty. */
    private record Opening(Instant from, Instant to) {}

    /**
     * @param special where two cover a date the later in the list holds
     * @param free    where two are of the same date the later holds
     */
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

    /** This calendar with one more free day, in place of another of the same date: to see what it would change. */
    public WorkingCalendar with(FreeDay day) {
        List<FreeDay> days = new ArrayList<>(free.values());
        days.add(day);
        return new WorkingCalendar(zone, hours, special.reversed(), days, convention);
    }

    /** Whether the office is open at this instant. */
    public boolean isOpen(Instant at) {
        return openings(date(at)).stream().anyMatch(o -> !at.isBefore(o.from()) && at.isBefore(o.to()));
    }

    /** Whether the office opens on this date at all. */
    public boolean isWorkingDay(LocalDate date) {
        return !openings(date).isEmpty();
    }

    /** The given instant if the office is open then, else when it opens next. */
    public Instant nextOpening(Instant at) {
        for (LocalDate day = workingDayFrom(date(at)); ; day = workingDayFrom(day.plusDays(1))) {
            for (Opening open : openings(day)) {
                if (at.isBefore(open.to())) {
                    return later(at, open.from());
                }
            }
        }
    }

    /** When the office closes for the day; empty if it doesn't open on this date. */
    public Optional<Instant> closing(LocalDate date) {
        List<Opening> openings = openings(date);
        return openings.isEmpty() ? Optional.empty() : Optional.of(openings.getLast().to());
    }

    /** The free day on this date, if the calendar has one. */
    public Optional<FreeDay> freeDay(LocalDate date) {
        return Optional.ofNullable(free.get(date));
    }

    /** When a standard or promised time that begins now ends. Working days are counted by the calendar's convention. */
    public Instant add(Instant at, WorkDuration duration) {
        return switch (duration) {
            case WorkDuration.Minutes(int minutes) -> plus(at, Duration.ofMinutes(minutes));
            case WorkDuration.Hours(int hours) -> plus(at, Duration.ofHours(hours));
            case WorkDuration.WorkingDays(int days) -> addDays(at, days);
        };
    }

    private Instant addDays(Instant at, int days) {
        return switch (convention) {
            case DUE_AT_CLOSING -> closing(workingDaysAfter(date(at), days)).orElseThrow();
            case DUE_AT_SAME_TIME -> {
                // What comes in on a free day counts from the next opening; else Sunday morning would be due before Saturday noon.
                LocalDateTime start = LocalDateTime.ofInstant(nextOpening(at), zone);
                yield nextOpening(instant(workingDaysAfter(start.toLocalDate(), days), start.toLocalTime()));
            }
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
        for (LocalDate day = workingDayFrom(date(at)); ; day = workingDayFrom(day.plusDays(1))) {
            for (Opening open : openings(day)) {
                Instant from = later(at, open.from());
                Duration here = Duration.between(from, open.to());
                if (here.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
        }
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
        for (LocalDate day = workingDayUpTo(date(at)); ; day = workingDayUpTo(day.minusDays(1))) {
            for (Opening open : openings(day).reversed()) {
                Instant to = earlier(at, open.to());
                Duration here = Duration.between(open.from(), to);
                if (here.compareTo(left) >= 0) {
                    return to.minus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
        }
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
            for (Opening open : openings(day)) {
                Instant start = later(from, open.from());
                Instant end = earlier(to, open.to());
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
        if (days < 1) {
            throw new IllegalArgumentException("the working days after a date are counted from 1, not " + days);
        }
        LocalDate day = date;
        for (int i = 0; i < days; i++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** Free days from one date to another, both inclusive, that would have been working days: the explanation of a due date. */
    public List<FreeDay> freeDaysBetween(LocalDate from, LocalDate to) {
        return free.values().stream()
                .filter(d -> !d.date().isBefore(from) && !d.date().isAfter(to))
                .filter(d -> !hoursOn(d.date()).isEmpty())
                .sorted(Comparator.comparing(FreeDay::date))
                .toList();
    }

    /** This date if it is a working day, else the next one. */
    private LocalDate workingDayFrom(LocalDate date) {
        return workingDay(date, 1);
    }

    /** This date if it is a working day, else the one before. */
    private LocalDate workingDayUpTo(LocalDate date) {
        return workingDay(date, -1);
    }

    private LocalDate workingDay(LocalDate date, int step) {
        LocalDate day = date;
        for (int i = 0; i < LONGEST_CLOSURE_DAYS; i++, day = day.plusDays(step)) {
            if (isWorkingDay(day)) {
                return day;
            }
        }
        throw new IllegalStateException("the office doesn't open between " + date + " and " + day);
    }

    private List<Opening> openings(LocalDate date) {
        if (free.containsKey(date)) {
            return List.of();
        }
        List<Opening> openings = new ArrayList<>(2);
        for (OfficeHours.Interval interval : hoursOn(date)) {
            Opening opening = new Opening(instant(date, interval.from()), instant(date, interval.to()));
            if (opening.from().isBefore(opening.to())) { // not skipped by a change of clocks
                openings.add(opening);
            }
        }
        return openings;
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
        return LocalDate.ofInstant(at, zone);
    }

    private Instant instant(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
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
}
