package id.loket.complaint.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as tables write them: {@code 20-11-2026}, {@code 20/11/2026 10.15}, {@code 2026-11-20T10:15}, {@code 6 Jan 2026}. */
final class Days {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})|(?<day>\\d{1,2})(?:[-/.](?<month>\\d{1,2})[-/.]|[- ](?<name>\\p{L}{3,9})\\.?[- ])(?<year>\\d{4}))(?:[T ,].*)?");

    /** In both languages, by what they begin with. */
    private static final List<String> MONTHS = List.of("jan", "feb|peb", "mar", "apr", "mei|may", "jun", "jul", "agu|ags|agt|aug", "sep", "okt|oct", "nov|nop", "des|dec");

    private Days() {}

    /** @return empty where it is no day */
    static Optional<LocalDate> read(String text) {
        Matcher day = WRITTEN.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            if (day.group("y") != null) {
                return Optional.of(of(day.group("y"), number(day.group("m")), day.group("d")));
            }
            int month = day.group("name") == null ? number(day.group("month")) : month(day.group("name").toLowerCase(Locale.ROOT));
            return Optional.of(of(day.group("year"), month, day.group("day")));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate of(String year, int month, String day) {
        return LocalDate.of(number(year), month, number(day));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** 0 for none. */
    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (name.matches("(?:" + MONTHS.get(i) + ").*")) {
                return i + 1;
            }
        }
        return 0;
    }
}
