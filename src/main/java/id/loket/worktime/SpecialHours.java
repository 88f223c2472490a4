package id.loket.worktime;

import java.time.LocalDate;

/**
 * Other hours for a range of dates, such as those of Ramadan.
 *
 * @param from first day, inclusive
 * @param to   last day, inclusive
 */
public record SpecialHours(LocalDate from, LocalDate to, String name, OfficeHours hours) {

    public SpecialHours {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends " + to + " before it begins " + from);
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
