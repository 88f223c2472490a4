package id.loket.casefile.card;

import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.Sop;
import id.loket.worktime.DayConvention;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A service of the tests that has steps of every kind, and the people of an office who work on it. */
final class Premises {

    static final ServiceDefinition SERVICE = read();
    static final Sop SOP = SERVICE.sop();

    /** Every day from eight to four. */
    static final WorkingCalendar CALENDAR = new WorkingCalendar(
            ZoneId.of("Asia/Jakarta"),
            new OfficeHours(Map.of(
                    DayOfWeek.MONDAY, day(), DayOfWeek.TUESDAY, day(), DayOfWeek.WEDNESDAY, day(), DayOfWeek.THURSDAY, day(),
                    DayOfWeek.FRIDAY, day())),
            List.of(),
            List.of(),
            DayConvention.DUE_AT_CLOSING);

    /** An officer of the test office. */
    record Person(long id, String name, Set<String> roles) {}

    static final List<Person> ALL = List.of(
            new Person(1, "Contoh Loket", Set.of("FRONT_OFFICE")),
            new Person(2, "Contoh Loket Dua", Set.of("FRONT_OFFICE")),
            new Person(3, "Contoh Teknis", Set.of("TECHNICAL_TEAM")),
            new Person(4, "Contoh Bendahara", Set.of("TREASURER")),
            new Person(5, "Contoh Kasi", Set.of("SECTION_HEAD")),
            new Person(6, "Contoh Kabid", Set.of("DIVISION_HEAD", "SECTION_HEAD")),
            new Person(7, "Contoh Kadis", Set.of("HEAD_OF_OFFICE")),
            new Person(8, "Contoh Serba Bisa", Set.of("FRONT_OFFICE", "TECHNICAL_TEAM", "TREASURER", "SECTION_HEAD", "DIVISION_HEAD")));

    static Rules.Decision decide(CardState state, Rules.Order order, Person by, Instant at) {
        return new Rules(SOP).decide(state, order, by.id(), by.name(), by.name().substring(7), by.roles(), at);
    }

    private Premises() {}

    private static List<OfficeHours.Interval> day() {
        return List.of(new OfficeHours.Interval(LocalTime.of(8, 0), LocalTime.of(16, 0)));
    }

    private static ServiceDefinition read() {
        try (InputStream yaml = Premises.class.getResourceAsStream("/services/PREMISES.yaml")) {
            return ServiceDefinitions.parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
