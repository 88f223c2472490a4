package id.loket.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hours of the demo office and the free days that ship with Loket. */
final class Pekanbaru {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final List<OfficeHours.Interval> USUAL =
            List.of(OfficeHours.Interval.of("08:00", "12:00"), OfficeHours.Interval.of("13:00", "16:00"));
    static final OfficeHours HOURS = new OfficeHours(Map.of(
            DayOfWeek.MONDAY, USUAL,
            DayOfWeek.TUESDAY, USUAL,
            DayOfWeek.WEDNESDAY, USUAL,
            DayOfWeek.THURSDAY, USUAL,
            DayOfWeek.FRIDAY, List.of(OfficeHours.Interval.of("08:00", "11:30"), OfficeHours.Interval.of("13:00", "16:30"))));
    static final List<FreeDay> FREE_DAYS = shipped();
    static final WorkingCalendar CALENDAR =
            new WorkingCalendar(WIB, HOURS, List.of(), FREE_DAYS, DayConvention.DUE_AT_CLOSING);

    private Pekanbaru() {}

    /** @param at wall-clock time in Pekanbaru, such as {@code 2026-03-16 09:00} */
    static Instant at(String at) {
        return Instant.parse(at.replace(' ', 'T') + ":00+07:00");
    }

    private static List<FreeDay> shipped() {
        List<FreeDay> days = new ArrayList<>();
        for (String year : List.of("2026", "2027")) {
            try (InputStream in = Pekanbaru.class.getResourceAsStream("/calendar/ID-" + year + ".csv")) {
                days.addAll(FreeDays.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return days;
    }
}
