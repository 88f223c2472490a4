package id.loket.worktime;

import java.time.LocalDate;

/**
 * A day on which the office is closed although the weekday would be open.
 *
 * @param source the decree or decision that says so
 */
public record FreeDay(LocalDate date, String name, Kind kind, String source) {

    public enum Kind {
        NATIONAL_HOLIDAY,
        COLLECTIVE_LEAVE,
        LOCAL
    }
}
