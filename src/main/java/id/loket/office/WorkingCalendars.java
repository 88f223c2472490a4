package id.loket.office;

import id.loket.platform.security.SignedIn;
import id.loket.worktime.DayConvention;
import id.loket.worktime.FreeDay;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.SpecialHours;
import id.loket.worktime.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The working calendars of the offices. Read often, changed a few times a year: kept in memory, and looked at again every few seconds. */
@Service
public class WorkingCalendars {

    /** How long a change on another node may go unnoticed. */
    private static final long TRUSTED_NANOS = 5_000_000_000L;

    private record Kept(WorkingCalendar calendar, int version, long checkedAt) {}

    private record Interval(DayOfWeek day, OfficeHours.Interval interval) {}

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    WorkingCalendars(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** The calendar of an office as it is now. */
    public WorkingCalendar of(int officeId) {
        Kept before = kept.get(officeId);
        if (before != null && System.nanoTime() - before.checkedAt < TRUSTED_NANOS) {
            return before.calendar;
        }
        int version = version(officeId);
        WorkingCalendar calendar = before != null && before.version == version ? before.calendar : read(officeId);
        kept.put(officeId, new Kept(calendar, version, System.nanoTime()));
        return calendar;
    }

    /**
     * The calendar of an office, which can't be changed until the transaction ends: for what computes a due time and keeps it, so that no
     * change of the calendar misses it.
     */
    public WorkingCalendar held(int officeId) {
        int version = db.sql("select calendar_version from office where office_id = :office for share")
                .param("office", officeId)
                .query(Integer.class)
                .single();
        Kept before = kept.get(officeId);
        return before != null && before.version == version ? before.calendar : read(officeId);
    }

    /** The free days of a year, in order. */
    @Transactional(readOnly = true)
    public List<FreeDay> freeDays(int officeId, int year) {
        return db.sql("""
                        select date, kind, name, source from free_day
                        where office_id = :office and date between :from and :to order by date
                        """)
                .param("office", officeId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(WorkingCalendars::freeDay)
                .list();
    }

    /**
     * Adds a free day to the administrator's own office; due times of open files move with it.
     *
     * @return false if that day is free already
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional
    public boolean add(SignedIn by, FreeDay day) {
        Officers.requireAdministrator(by);
        boolean added = insert(by.officeId(), day);
        if (added) {
            changed(by, day.name() + " (" + day.date() + ")");
        }
        return added;
    }

    /**
     * Takes a free day away again.
     *
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional
    public void remove(SignedIn by, LocalDate date) {
        Officers.requireAdministrator(by);
        int removed = db.sql("delete from free_day where office_id = :office and date = :date")
                .param("office", by.officeId())
                .param("date", date)
                .update();
        if (removed == 1) {
            changed(by, "Hari kerja kembali (" + date + ")");
        }
    }

    /** Other hours for ranges of dates, in order. */
    @Transactional(readOnly = true)
    public List<SpecialHours> specialHours(int officeId) {
        return special(officeId);
    }

    /**
     * Adds other hours for a range of dates to the administrator's own office; due times of open files move with them.
     *
     * @param special open on at least one weekday
     * @return false if the range overlaps with another
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional
    public boolean add(SignedIn by, SpecialHours special) {
        Officers.requireAdministrator(by);
        boolean overlaps = special(by.officeId()).stream()
                .anyMatch(s -> !s.from().isAfter(special.to()) && !s.to().isBefore(special.from()));
        if (overlaps) {
            return false;
        }
        special.hours().days().forEach((day, intervals) -> intervals.forEach(i -> insert(by.officeId(), special, day, i)));
        changed(by, special.name() + " (" + special.from() + " – " + special.to() + ")");
        return true;
    }

    /**
     * Takes other hours away again.
     *
     * @param from first day of the range
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional
    public void removeSpecial(SignedIn by, LocalDate from) {
        Officers.requireAdministrator(by);
        int removed = db.sql("delete from special_hours where office_id = :office and from_date = :from")
                .param("office", by.officeId())
                .param("from", from)
                .update();
        if (removed > 0) {
            changed(by, "Jam kerja biasa kembali (" + from + ")");
        }
    }

    private void insert(int officeId, SpecialHours special, DayOfWeek day, OfficeHours.Interval interval) {
        db.sql("""
                        insert into special_hours (office_id, from_date, to_date, name, weekday, opens, closes)
                        values (:office, :from, :to, :name, :day, :opens, :closes)
                        """)
                .param("office", officeId)
                .param("from", special.from())
                .param("to", special.to())
                .param("name", special.name())
                .param("day", day.getValue())
                .param("opens", interval.from())
                .param("closes", interval.to())
                .update();
    }

    /** The regular hours of the week. */
    @Transactional(readOnly = true)
    public OfficeHours hours(int officeId) {
        return week(db.sql("select weekday, opens, closes from office_hours where office_id = :office order by weekday, opens")
                .param("office", officeId)
                .query(WorkingCalendars::interval)
                .list());
    }

    boolean insert(int officeId, FreeDay day) {
        return db.sql("""
                        insert into free_day (office_id, date, kind, name, source) values (:office, :date, :kind, :name, :source)
                        on conflict do nothing
                        """)
                        .param("office", officeId)
                        .param("date", day.date())
                        .param("kind", day.kind().name())
                        .param("name", day.name())
                        .param("source", day.source())
                        .update()
                == 1;
    }

    private void changed(SignedIn by, String why) {
        db.sql("update office set calendar_version = calendar_version + 1 where office_id = :office")
                .param("office", by.officeId())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.remove(by.officeId());
            }
        });
        events.publishEvent(new CalendarChanged(by.officeId(), read(by.officeId()), why, by.officerId()));
    }

    private int version(int officeId) {
        return db.sql("select calendar_version from office where office_id = :office")
                .param("office", officeId)
                .query(Integer.class)
                .single();
    }

    private WorkingCalendar read(int officeId) {
        record Settings(ZoneId zone, DayConvention convention) {}
        Settings settings = db.sql("select zone, day_convention from office where office_id = :office")
                .param("office", officeId)
                .query((row, n) -> new Settings(
                        ZoneId.of(row.getString("zone")), DayConvention.valueOf(row.getString("day_convention"))))
                .single();
        List<FreeDay> free = db.sql("select date, kind, name, source from free_day where office_id = :office")
                .param("office", officeId)
                .query(WorkingCalendars::freeDay)
                .list();
        return new WorkingCalendar(settings.zone(), hours(officeId), special(officeId), free, settings.convention());
    }

    private List<SpecialHours> special(int officeId) {
        record Range(LocalDate from, LocalDate to, String name) {}
        Map<Range, List<Interval>> ranges = new LinkedHashMap<>();
        db.sql("""
                        select from_date, to_date, name, weekday, opens, closes from special_hours
                        where office_id = :office order by from_date, weekday, opens
                        """)
                .param("office", officeId)
                .query((row, n) -> {
                    Range range = new Range(
                            row.getObject("from_date", LocalDate.class),
                            row.getObject("to_date", LocalDate.class),
                            row.getString("name"));
                    return ranges.computeIfAbsent(range, r -> new ArrayList<>()).add(interval(row, n));
                })
                .list();
        return ranges.entrySet().stream()
                .map(e -> new SpecialHours(e.getKey().from(), e.getKey().to(), e.getKey().name(), week(e.getValue())))
                .toList();
    }

    private static OfficeHours week(List<Interval> intervals) {
        Map<DayOfWeek, List<OfficeHours.Interval>> days = new EnumMap<>(DayOfWeek.class);
        intervals.forEach(i -> days.computeIfAbsent(i.day(), d -> new ArrayList<>()).add(i.interval()));
        return new OfficeHours(days);
    }

    private static Interval interval(ResultSet row, int n) throws SQLException {
        return new Interval(
                DayOfWeek.of(row.getInt("weekday")),
                new OfficeHours.Interval(
                        row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
    }

    private static FreeDay freeDay(ResultSet row, int n) throws SQLException {
        return new FreeDay(
                row.getObject("date", LocalDate.class),
                row.getString("name"),
                FreeDay.Kind.valueOf(row.getString("kind")),
                row.getString("source"));
    }

}
