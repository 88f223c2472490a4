package id.loket.complaint.book;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Periods one press away, for the book's page.
 *
 * @param key    of its words
 * @param query  that asks for it with the same filter
 * @param chosen whether it is what is shown
 */
public record Presets(String key, String query, boolean chosen) {

    /** This month, quarter and year, and what lies before and after what is shown. */
    public static List<Presets> of(BookFilter filter, LocalDate today) {
        return List.of(
                preset("before", filter, filter.period().moved(-1)),
                preset("month", filter, Period.month(YearMonth.from(today))),
                preset("quarter", filter, Period.quarter(today)),
                preset("year", filter, Period.year(today.getYear())),
                preset("after", filter, filter.period().moved(1)));
    }

    /** The query for the same with everything, or with the four columns. */
    public static String showing(BookFilter filter, boolean full) {
        return filter.showing(full).query();
    }

    private static Presets preset(String key, BookFilter filter, Period period) {
        return new Presets(key, filter.with(period).query(), period.equals(filter.period()));
    }
}
