package id.loket.casefile;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.card.Status;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import id.loket.worktime.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What an officer has to do: the queues of his or her roles, most urgent first. A look is one statement and needs no transaction around it. */
@Service
public class WorkLists {

    /** Longest list shown at once; the search finds the rest. */
    public static final int PAGE = 200;

    /** The six queues, in the order of work. A file can be in more than one: late ones are also to be received or in hand. */
    public enum Queue {
        /** Handed over to a role of the officer's and not yet received. */
        TO_RECEIVE("f.status = 'IN_TRANSIT'"),
        IN_HAND("f.status = 'IN_WORK' and f.holder = :me"),
        /** To receive or in hand, and the promise to the applicant is overrun. */
        LATE(MINE + " and f.ready_at is null and f.due_at < :now"),
        /** To receive or in hand, and promised for today. */
        DUE_TODAY(MINE + " and f.ready_at is null and f.due_at >= :now and f.due_at < :tomorrow"),
        /** To be completed, or billed and not paid. */
        WITH_APPLICANT("f.status in ('WITH_APPLICANT', 'AWAITING_PAYMENT')"),
        READY("f.status = 'READY'");

        private final String condition;

        Queue(String condition) {
            this.condition = condition;
        }
    }

    private static final String COLUMNS =
            """
            select f.registration, a.name, f.service, f.service_version, f.status, f.step, f.holder, f.since, f.due_at, f.ready_at, f.version
            """;

    private static final String ROWS = COLUMNS + "from case_file f join application a using (office_id, file_id) ";

    /** By the unique key. */
    static final String NUMBERED = "f.registration = :wanted";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[A-Z][A-Z0-9_]*-[0-9]{4}-[0-9]{5,}");

    private static final String MINE = "(f.status = 'IN_TRANSIT' or f.status = 'IN_WORK' and f.holder = :me)";

    /**
     * A line of a list.
     *
     * @param since when it was handed over, taken into hand, given back to the applicant or made ready, by status
     * @param dueAt   when the product is promised; null before the file is complete
     * @param readyAt when it was ready; null before
     */
    public record Row(
            String registration,
            String name,
            String service,
            int serviceVersion,
            Status status,
            int step,
            long holder,
            Instant since,
            Instant dueAt,
            Instant readyAt,
            int version) {}

    private final JdbcClient db;
    private final Standards standards;
    private final WorkingCalendars calendars;
    private final Clock clock;

    WorkLists(JdbcClient db, Standards standards, WorkingCalendars calendars, Clock clock) {
        this.db = db;
        this.standards = standards;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How many files are in each queue; one look at the open files of the officer's roles. */
    public Map<Queue, Integer> counts(SignedIn officer) {
        StringBuilder sql = new StringBuilder("select ");
        for (Queue queue : Queue.values()) {
            sql.append(queue.ordinal() == 0 ? "" : ", ")
                    .append("count(*) filter (where ")
                    .append(queue.condition)
                    .append(") as ")
                    .append(queue.name());
        }
        sql.append(" from case_file f where f.office_id = :office and f.actor = any(:roles) and f.closed_at is null");
        return mine(sql.toString(), officer)
                .query((row, n) -> {
                    Map<Queue, Integer> counts = new EnumMap<>(Queue.class);
                    for (Queue queue : Queue.values()) {
                        counts.put(queue, row.getInt(queue.name()));
                    }
                    return counts;
                })
                .single();
    }

    /** The most urgent files of a queue, at most {@link #PAGE}; only those that match the text, if there is one, as in the search. */
    public List<Row> list(SignedIn officer, Queue queue, String text) {
        String waiting = "f.office_id = :office and f.closed_at is null and " + queue.condition;
        String first = " order by f.due_at nulls last, f.since limit " + PAGE;
        // without a text the index gives each role's first in their order, and they are known before their names are looked up
        String sql = text.isBlank()
                ? COLUMNS + "from (select f.* from unnest(:roles) r (name) cross join lateral (select * from case_file f where " + waiting
                        + " and f.actor = r.name" + first + ") f" + first + ") f join application a using (office_id, file_id)" + first
                : ROWS + "where " + waiting + " and f.actor = any(:roles) and " + matching(text) + first;
        return mine(sql, officer)
                .param("wanted", wanted(text))
                .query(WorkLists::row)
                .list();
    }

    /**
     * Files of the services in which the officer has a part, by part of the number, part of the name, or the whole NIK; open ones first, newest
     * first. A whole number gives its file alone.
     */
    public List<Row> search(SignedIn officer, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        String number = text.strip().toUpperCase(Locale.ROOT);
        if (WHOLE_NUMBER.matcher(number).matches()) {
            List<Row> found = search(officer, NUMBERED, number);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return search(officer, matching(text), wanted(text));
    }

    private List<Row> search(SignedIn officer, String condition, String wanted) {
        return db.sql(searching(condition))
                .param("office", officer.officeId())
                .param("services", services(officer))
                .param("wanted", wanted)
                .query(WorkLists::row)
                .list();
    }

    static String searching(String condition) {
        return ROWS + "where f.office_id = :office and f.service = any(:services) and " + condition
                + " order by f.closed_at is not null, f.file_id desc limit " + PAGE;
    }

    /** Files whose cards are to be collected, of the services in which the officer has a part, the latest promise last; at most {@link #PAGE}. */
    List<Row> cards(SignedIn officer, CardFilter filter, ZoneId zone) {
        return db.sql(ROWS + "where a.office_id = :office and f.service = any(:services) and (:service = '' or f.service = :service)"
                        + " and (:step = 0 or f.step = :step) and " + filter.state().condition
                        + " and (not :late or f.due_at < coalesce(f.ready_at, f.closed_at, :now))"
                        + " and (cast(:from as timestamptz) is null or a.registered_at >= :from)"
                        + " and (cast(:to as timestamptz) is null or a.registered_at < :to) and "
                        + matching(filter.text()) + " order by f.due_at nulls last, f.file_id limit " + PAGE)
                .param("office", officer.officeId())
                .param("services", services(officer))
                .param("service", filter.service())
                .param("step", filter.step())
                .param("late", filter.late())
                .param("now", utc(clock.instant()))
                .param("from", start(filter.from(), zone), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", filter.to() == null ? null : start(filter.to().plusDays(1), zone), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("wanted", wanted(filter.text()))
                .query(WorkLists::row)
                .list();
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day == null ? null : utc(day.atStartOfDay(zone).toInstant());
    }

    /** Whether the promise of a file is overrun, or was. */
    boolean late(Row row) {
        Instant until = row.readyAt() != null ? row.readyAt() : row.status().open() ? clock.instant() : row.since();
        return row.dueAt() != null && row.dueAt().isBefore(until);
    }

    /** Part of number and name, or the whole NIK; everything, if nothing is wanted. */
    static String matching(String text) {
        return text.isBlank()
                ? "true"
                : Nik.wellFormed(Nik.typed(text.strip()))
                        ? "a.nik = :wanted"
                        : "lower(a.registration || ' ' || a.name) like :wanted escape '!'";
    }

    static String wanted(String text) {
        String nik = Nik.typed(text.strip());
        return Nik.wellFormed(nik) ? nik : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    /** The services in whose newest version the officer has a part. */
    private String[] services(SignedIn officer) {
        return standards.newest(officer.officeId()).stream()
                .filter(service -> service.sop().hasPart(officer.roles()))
                .map(ServiceDefinition::code)
                .toArray(String[]::new);
    }

    private JdbcClient.StatementSpec mine(String sql, SignedIn officer) {
        Instant now = clock.instant();
        WorkingCalendar calendar = calendars.of(officer.officeId());
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return db.sql(sql)
                .param("office", officer.officeId())
                .param("roles", officer.roles().toArray(String[]::new))
                .param("me", officer.officerId())
                .param("now", utc(now))
                .param("tomorrow", utc(today.plusDays(1).atStartOfDay(calendar.zone()).toInstant()));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("registration"),
                row.getString("name"),
                row.getString("service"),
                row.getInt("service_version"),
                Status.valueOf(row.getString("status")),
                row.getInt("step"),
                row.getLong("holder"),
                instant(row, "since"),
                instant(row, "due_at"),
                instant(row, "ready_at"),
                row.getInt("version"));
    }
}
