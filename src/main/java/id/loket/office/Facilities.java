package id.loket.office;

import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what an office has to work with, and in which order it is (MFG-2). Each change of it is kept. */
@Service
public class Facilities {

    /** An entry with its number. */
    public record Numbered(long id, FacilityEntry entry) {}

    /** A state that an entry was in, since when and by whom; the last is the one it is in. */
    public record Past(FacilityEntry.Condition condition, int count, LocalDate checkedOn, String remark, boolean retired, Instant at, String officer) {}

    /**
     * How many of a kind can be worked with.
     *
     * @param good   in good order
     * @param repair in need of repair
     */
    public record Working(FacilityKind kind, int good, int repair) {}

    private final JdbcClient db;
    private final Clock clock;

    Facilities(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What an office has that works, by kind. */
    @Transactional(readOnly = true)
    public List<Working> working(int officeId) {
        return db.sql("""
                        select kind, coalesce(sum(count) filter (where condition = 'GOOD'), 0) as good,
                            coalesce(sum(count) filter (where condition = 'NEEDS_REPAIR'), 0) as repair
                        from office_facility where office_id = :office and not retired group by kind
                        """)
                .param("office", officeId)
                .query(Working.class)
                .list();
    }

    /**
     * The register of the administrator's own office, what is retired last.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the officer is no administrator, here as below
     */
    @Transactional(readOnly = true)
    public List<Numbered> all(SignedIn administrator) {
        Officers.requireAdministrator(administrator);
        return db.sql("select * from office_facility where office_id = :office order by retired, kind, name, facility_id")
                .param("office", administrator.officeId())
                .query(Facilities::numbered)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Numbered> one(SignedIn administrator, long id) {
        Officers.requireAdministrator(administrator);
        return db.sql("select * from office_facility where office_id = :office and facility_id = :id")
                .param("office", administrator.officeId())
                .param("id", id)
                .query(Facilities::numbered)
                .optional();
    }

    /** The states that an entry was in, the newest first. */
    @Transactional(readOnly = true)
    public List<Past> history(SignedIn administrator, long id) {
        Officers.requireAdministrator(administrator);
        return db.sql("""
                        select condition, count, checked_on, remark, retired, at, officer from office_facility_history
                        where office_id = :office and facility_id = :id order by number desc
                        """)
                .param("office", administrator.officeId())
                .param("id", id)
                .query((row, n) -> new Past(
                        FacilityEntry.Condition.valueOf(row.getString("condition")),
                        row.getInt("count"),
                        row.getObject("checked_on", LocalDate.class),
                        row.getString("remark"),
                        row.getBoolean("retired"),
                        Timestamps.instant(row, "at"),
                        row.getString("officer")))
                .list();
    }

    /** @throws IllegalArgumentException if the entry has problems */
    @Transactional
    public void add(SignedIn administrator, FacilityEntry entry) {
        Officers.requireAdministrator(administrator);
        requireSound(administrator.officeId(), entry);
        insert(administrator.officeId(), entry, administrator.name());
    }

    /**
     * Changes an entry of the own office; its kind stays.
     *
     * @throws IllegalArgumentException if the entry has problems
     * @throws org.springframework.dao.EmptyResultDataAccessException if the office has no such entry
     */
    @Transactional
    public void change(SignedIn administrator, long id, FacilityEntry entry) {
        Officers.requireAdministrator(administrator);
        requireSound(administrator.officeId(), entry);
        db.sql("""
                        update office_facility set name = :name, place = :place, count = :count, condition = :condition,
                            checked_on = :checkedOn, remark = :remark, retired = :retired
                        where office_id = :office and facility_id = :id returning facility_id
                        """)
                .param("name", entry.name())
                .param("place", entry.place())
                .param("count", entry.count())
                .param("condition", entry.condition().name())
                .param("checkedOn", entry.checkedOn())
                .param("remark", entry.remark())
                .param("retired", entry.retired())
                .param("office", administrator.officeId())
                .param("id", id)
                .query(Long.class)
                .single();
        keep(administrator.officeId(), id, entry, administrator.name());
    }

    /** What an office begins with. */
    void insert(int officeId, List<OfficeFile.FacilityLine> lines) {
        LocalDate today = lines.isEmpty() ? null : today(officeId);
        lines.forEach(line -> insert(officeId, line.entry(today), "Loket"));
    }

    /** Today, where the office is. */
    LocalDate today(int officeId) {
        String zone = db.sql("select zone from office where office_id = :office")
                .param("office", officeId)
                .query(String.class)
                .single();
        return clock.instant().atZone(ZoneId.of(zone)).toLocalDate();
    }

    private void insert(int officeId, FacilityEntry entry, String by) {
        long id = db.sql("""
                        insert into office_facility (office_id, kind, name, place, count, condition, checked_on, remark, retired)
                        values (:office, :kind, :name, :place, :count, :condition, :checkedOn, :remark, :retired)
                        returning facility_id
                        """)
                .param("office", officeId)
                .param("kind", entry.kind().name())
                .param("name", entry.name())
                .param("place", entry.place())
                .param("count", entry.count())
                .param("condition", entry.condition().name())
                .param("checkedOn", entry.checkedOn())
                .param("remark", entry.remark())
                .param("retired", entry.retired())
                .query(Long.class)
                .single();
        keep(officeId, id, entry, by);
    }

    private void keep(int officeId, long id, FacilityEntry entry, String by) {
        db.sql("""
                        insert into office_facility_history
                            (office_id, facility_id, number, count, condition, checked_on, remark, retired, at, officer)
                        select :office, :id, coalesce(max(number), 0) + 1, :count, :condition, :checkedOn, :remark, :retired, :at, :officer
                        from office_facility_history where office_id = :office and facility_id = :id
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("count", entry.count())
                .param("condition", entry.condition().name())
                .param("checkedOn", entry.checkedOn())
                .param("remark", entry.remark())
                .param("retired", entry.retired())
                .param("at", Timestamps.utc(clock.instant()))
                .param("officer", by)
                .update();
    }

    private void requireSound(int officeId, FacilityEntry entry) {
        List<Problem> problems = entry.problems(today(officeId));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(entry.name() + ": " + problems);
        }
    }

    private static Numbered numbered(ResultSet row, int n) throws SQLException {
        return new Numbered(
                row.getLong("facility_id"),
                new FacilityEntry(
                        FacilityKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("place"),
                        row.getInt("count"),
                        FacilityEntry.Condition.valueOf(row.getString("condition")),
                        row.getObject("checked_on", LocalDate.class),
                        row.getString("remark"),
                        row.getBoolean("retired")));
    }
}
