package id.loket.worktime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hours of a week.
 *
 * @param days open intervals of each weekday, in order and without overlap; a weekday that is absent is free
 */
public record OfficeHours(Map<DayOfWeek, List<Interval>> days) {

    /** Open from {@code from} (inclusive) to {@code to} (exclusive), on one day. */
    public record Interval(LocalTime from, LocalTime to) {
        public Interval {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("opens at " + from + " but closes at " + to);
            }
        }

        public static Interval of(String from, String to) {
            return new Interval(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    public OfficeHours {
        days = days.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
        days.values().forEach(OfficeHours::requireOrder);
    }

    List<Interval> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static void requireOrder(List<Interval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).from().isBefore(intervals.get(i - 1).to())) {
                throw new IllegalArgumentException("intervals overlap or are out of order: " + intervals);
            }
        }
    }
}
