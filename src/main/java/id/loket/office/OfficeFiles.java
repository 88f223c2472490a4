package id.loket.office;

import id.loket.office.OfficeFile.OfficerLine;
import id.loket.office.OfficeFile.RoleLine;
import id.loket.worktime.FreeDay;
import id.loket.worktime.FreeDays;
import id.loket.worktime.OfficeHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets an office up from a file: who it is, when it is open, its roles and its people. */
@Component
class OfficeFiles {

    private final JdbcClient db;
    private final Officers officers;
    private final WorkingCalendars calendars;
    private final Facilities facilities;
    private final ApplicationEventPublisher events;

    OfficeFiles(
            JdbcClient db, Officers officers, WorkingCalendars calendars, Facilities facilities, ApplicationEventPublisher events) {
        this.db = db;
        this.officers = officers;
        this.calendars = calendars;
        this.facilities = facilities;
        this.events = events;
    }

    /** A file that ships with Loket. */
    static Optional<String> shipped(String path) {
        try (InputStream in = OfficeFiles.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped list of free days. */
    static Optional<List<FreeDay>> calendar(String name) {
        return shipped("/calendar/" + name + ".csv").map(FreeDays::parse);
    }

    /**
     * Creates the office with everything in the file, or nothing at all.
     *
     * @param file     without faults
     * @param password what each officer signs in with
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException if there is an office with that code
     */
    @Transactional
    public int create(OfficeFile file, Function<OfficerLine, NewPassword> password) {
        int office = insert(file);
        file.hours().forEach((day, intervals) -> HoursText.parse(String.join(",", intervals))
                .forEach(interval -> insert(office, day, interval)));
        for (String calendar : file.calendars()) {
            calendar(calendar).orElseThrow().forEach(day -> calendars.insert(office, day));
        }
        int position = 0;
        for (RoleLine role : file.roles()) {
            insert(office, role, position++);
        }
        // a hash takes a tenth of a second, and the accounts of the demo have one password
        Map<NewPassword, String> hashes = new HashMap<>();
        for (OfficerLine line : file.officers()) {
            NewPassword first = password.apply(line);
            officers.insert(office, line.form(), hashes.computeIfAbsent(first, officers::hash), first.once());
        }
        facilities.insert(office, file.facilities());
        events.publishEvent(new OfficeCreated(office, file.services()));
        return office;
    }

    private int insert(OfficeFile file) {
        return db.sql("""
                        insert into office (office_id, code, government, name, short_name, letter_code, city, address, phone, email, zone,
                            day_convention, calendar_version)
                        select coalesce(max(office_id), 0) + 1, :code, :government, :name, :shortName, :letterCode, :city, :address, :phone, :email,
                            :zone, :convention, 1
                        from office
                        returning office_id
                        """)
                .param("code", file.code())
                .param("government", file.government())
                .param("name", file.name())
                .param("shortName", file.shortName())
                .param("letterCode", file.letterCode())
                .param("city", file.city())
                .param("address", file.address())
                .param("phone", file.phone())
                .param("email", file.email())
                .param("zone", file.zone())
                .param("convention", file.dayConvention().name())
                .query(Integer.class)
                .single();
    }

    private void insert(int office, RoleLine role, int position) {
        db.sql("insert into office_role (office_id, code, name_id, name_en, position) values (:office, :code, :id, :en, :position)")
                .param("office", office)
                .param("code", role.code())
                .param("id", role.name())
                .param("en", role.english())
                .param("position", position)
                .update();
    }

    private void insert(int office, DayOfWeek day, OfficeHours.Interval interval) {
        db.sql("insert into office_hours (office_id, weekday, opens, closes) values (:office, :day, :opens, :closes)")
                .param("office", office)
                .param("day", day.getValue())
                .param("opens", interval.from())
                .param("closes", interval.to())
                .update();
    }
}
