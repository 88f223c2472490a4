package id.loket.office;

import id.loket.worktime.OfficeHours.Interval;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hours of a day as people write them: {@code 08.00–12.00, 13.00–16.00}; empty for a day that is free. */
final class HoursText {

    private static final Pattern INTERVAL =
            Pattern.compile("(\\d{1,2})[.:](\\d{2})\\s*[-–]\\s*(\\d{1,2})[.:](\\d{2})");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private HoursText() {}

    /** @throws IllegalArgumentException if it is anything else, or the intervals overlap or aren't in order */
    static List<Interval> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Interval> intervals =
                Arrays.stream(text.split(",")).map(HoursText::interval).toList();
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).from().isBefore(intervals.get(i - 1).to())) {
                throw new IllegalArgumentException("overlap or out of order: " + text);
            }
        }
        return intervals;
    }

    static String format(List<Interval> intervals) {
        return intervals.stream()
                .map(i -> CLOCK.format(i.from()) + "–" + CLOCK.format(i.to()))
                .collect(Collectors.joining(", "));
    }

    private static Interval interval(String text) {
        Matcher m = INTERVAL.matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("not like 08.00–12.00: " + text.strip());
        }
        return new Interval(time(m.group(1), m.group(2)), time(m.group(3), m.group(4)));
    }

    private static LocalTime time(String hour, String minute) {
        try {
            return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time: " + hour + "." + minute, e);
        }
    }
}
