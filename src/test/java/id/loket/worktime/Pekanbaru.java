package id.loket.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calendar of an ordinary office: five days, a break at noon, a longer one on Friday, and the free days that are shipped. */
final class Pekanbaru {

    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    static final OfficeHours HOURS = week("08:00-12:00 13:00-16:00", "08:00-11:30 13:00-16:30");

    /** The hours of Ramadan after Perpres 21/2023: 32.5 in a week instead of 35. */
    static final SpecialHours RAMADAN = new SpecialHours(
            LocalDate.parse("2026-02-19"),
            LocalDate.parse("2026-03-20"),
            "Ramadan 1447 H",
            week("08:00-12:00 12:30-15:00", "08:00-11:30 12:30-15:30"));

    static final List<FreeDay> FREE_DAYS =
            Stream.of(shipped(2026), shipped(2027)).flatMap(List::stream).toList();

    static final WorkingCalendar CALENDAR = calendar(ZONE, List.of(), DayConvention.DUE_AT_CLOSING);

    private Pekanbaru() {}

    static WorkingCalendar calendar(ZoneId zone, List<SpecialHours> special, DayConvention convention) {
        return new WorkingCalendar(zone, HOURS, special, FREE_DAYS, convention);
    }

    /** A local date and time such as {@code 2026-03-16 10:00}, as an instant in Jakarta's zone. */
    static Instant at(String local) {
        return at(local, ZONE);
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone).toInstant();
    }

    static List<FreeDay> shipped(int year) {
        try (InputStream in = Pekanbaru.class.getResourceAsStream("/calendar/ID-" + year + ".csv")) {
            return FreeDays.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OfficeHours week(String mondayToThursday, String friday) {
        Map<DayOfWeek, List<OfficeHours.Interval>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            days.put(day, intervals(mondayToThursday));
        }
        days.put(DayOfWeek.FRIDAY, intervals(friday));
        return new OfficeHours(days);
    }

    static List<OfficeHours.Interval> intervals(String text) {
        return Stream.of(text.split(" "))
                .map(i -> OfficeHours.Interval.of(i.substring(0, 5), i.substring(6)))
                .toList();
    }
}
