package id.loket.office;

import id.loket.worktime.FreeDay;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.SpecialHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an administrator types on the page of the calendar. */
final class CalendarForms {

    /** As dates are written in the office: 31-12-2026. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TEXT = 200;

    private CalendarForms() {}

    /** A date as typed, with dashes, dots or slashes; empty if it is none or of a year that nobody means. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip().replace('/', '-').replace('.', '-'), DATE))
                    .filter(date -> believable(date.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean believable(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** @param problems gets what is to be mended; then the answer is empty */
    static Optional<FreeDay> freeDay(Map<String, String> typed, List<Problem> problems) {
        Optional<LocalDate> date = readDate(typed, "date", problems);
        String name = readText(typed, "name", problems);
        String source = readText(typed, "source", problems);
        Optional<FreeDay.Kind> kind = Arrays.stream(FreeDay.Kind.values())
                .filter(k -> k.name().equals(typed.get("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add(new Problem("kind", "calendar.kind.wrong"));
        }
        return problems.isEmpty()
                ? Optional.of(new FreeDay(date.orElseThrow(), name, kind.orElseThrow(), source))
                : Optional.empty();
    }

    /** @param problems gets what is to be mended; then the answer is empty */
    static Optional<SpecialHours> specialHours(Map<String, String> typed, List<Problem> problems) {
        String name = readText(typed, "specialName", problems);
        Optional<LocalDate> from = readDate(typed, "from", problems);
        Optional<LocalDate> to = readDate(typed, "to", problems);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            problems.add(new Problem("to", "calendar.to.before"));
        }
        Map<DayOfWeek, List<OfficeHours.Interval>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            try {
                List<OfficeHours.Interval> intervals = HoursText.parse(typed.getOrDefault(day.name(), ""));
                if (!intervals.isEmpty()) {
                    days.put(day, intervals);
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(day.name(), "calendar.hours.wrong"));
            }
        }
        if (problems.isEmpty() && days.isEmpty()) {
            problems.add(new Problem(DayOfWeek.MONDAY.name(), "calendar.hours.none"));
        }
        return problems.isEmpty()
                ? Optional.of(new SpecialHours(from.orElseThrow(), to.orElseThrow(), name, new OfficeHours(days)))
                : Optional.empty();
    }

    private static Optional<LocalDate> readDate(Map<String, String> typed, String field, List<Problem> problems) {
        Optional<LocalDate> date = date(typed.getOrDefault(field, ""));
        if (date.isEmpty()) {
            problems.add(new Problem(field, "calendar.date.wrong"));
        }
        return date;
    }

    private static String readText(Map<String, String> typed, String field, List<Problem> problems) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            problems.add(new Problem(field, "calendar." + field + ".wrong"));
        }
        return text;
    }
}
