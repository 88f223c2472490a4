package id.loket.office;

import id.loket.worktime.DayConvention;
import id.loket.worktime.FreeDay;
import id.loket.worktime.FreeDays;
import id.loket.worktime.OfficeHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Sets an office up from a file: who it is, when it is open, its roles and its people. */
@Component
class OfficeFiles {

    /** The file; {@code calendars} name shipped lists of free days. */
    record OfficeFile(
            String code,
            String government,
            String name,
            String shortName,
            String city,
            String address,
            String phone,
            String email,
            String zone,
            DayConvention dayConvention,
            Map<DayOfWeek, List<String>> hours,
            List<String> calendars,
            List<String> services,
            List<RoleLine> roles,
            List<OfficerLine> officers) {}

    record RoleLine(String code, String name, String english) {}

    record OfficerLine(String username, String name, String initials, String nip, List<String> roles, String work, String english) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient db;
    private final Officers officers;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;

    OfficeFiles(JdbcClient db, Officers officers, WorkingCalendars calendars, ApplicationEventPublisher events) {
        this.db = db;
        this.officers = officers;
        this.calendars = calendars;
        this.events = events;
    }

    static OfficeFile read(String yaml) {
        return YAML.readValue(yaml, OfficeFile.class);
    }

    /** A file that ships with Loket. */
    static String shipped(String path) {
        try (InputStream in = OfficeFiles.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates the office with everything in the file.
     *
     * @param password of all its accounts
     * @return its number
     */
    @Transactional
    public int create(OfficeFile file, String password) {
        int office = db.sql("""
                        insert into office (office_id, code, government, name, short_name, city, address, phone, email, zone,
                            day_convention, calendar_version)
                        select coalesce(max(office_id), 0) + 1, :code, :government, :name, :shortName, :city, :address, :phone, :email,
                            :zone, :convention, 1
                        from office
                        returning office_id
                        """)
                .param("code", file.code())
                .param("government", file.government())
                .param("name", file.name())
                .param("shortName", file.shortName())
                .param("city", file.city())
                .param("address", file.address())
                .param("phone", file.phone())
                .param("email", file.email())
                .param("zone", ZoneId.of(file.zone()).getId())
                .param("convention", file.dayConvention().name())
                .query(Integer.class)
                .single();
        file.hours().forEach((day, intervals) -> intervals.forEach(i -> insertHours(office, day, i)));
        for (String calendar : file.calendars()) {
            for (FreeDay day : FreeDays.parse(shipped("/calendar/" + calendar + ".csv"))) {
                calendars.insert(office, day);
            }
        }
        int position = 0;
        for (RoleLine role : file.roles()) {
            db.sql("insert into office_role (office_id, code, name_id, name_en, position) values (:office, :code, :id, :en, :position)")
                    .param("office", office)
                    .param("code", role.code())
                    .param("id", role.name())
                    .param("en", role.english())
                    .param("position", position++)
                    .update();
        }
        for (OfficerLine line : file.officers()) {
            officers.insert(
                    office,
                    line.username(),
                    line.name(),
                    line.initials(),
                    line.nip() == null ? "" : line.nip(),
                    password,
                    Set.copyOf(line.roles()));
        }
        events.publishEvent(new OfficeCreated(office, file.services()));
        return office;
    }

    private void insertHours(int office, DayOfWeek day, String text) {
        int dash = text.indexOf('-');
        OfficeHours.Interval interval = OfficeHours.Interval.of(text.substring(0, dash), text.substring(dash + 1));
        db.sql("insert into office_hours (office_id, weekday, opens, closes) values (:office, :day, :opens, :closes)")
                .param("office", office)
                .param("day", day.getValue())
                .param("opens", interval.from())
                .param("closes", interval.to())
                .update();
    }
}
