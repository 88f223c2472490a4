package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Weight;
import id.loket.office.WorkingCalendars;
import id.loket.worktime.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads complaints whole, many at a time, in the order of the complaint book: two statements however many there are. */
@Repository
public class ComplaintRecords {

    /** In which state a complaint is to be, to be listed. */
    public enum Condition {
        ANY,
        /** Not answered, or reopened. */
        OPEN,
        /** Open, and a term of the office has run out. */
        LATE,
        RECEIVED,
        IN_HANDLING,
        WITH_COMPLAINANT,
        ANSWERED,
        CLOSED,
        REOPENED
    }

    /**
     * Which complaints are looked for; null for any.
     *
     * @param from     received then or later
     * @param until    received before
     * @param matters  what they may be sorted as
     * @param unsorted whether those that aren't sorted yet are looked for too
     * @param sections whose complaints alone may be seen; null: everybody's
     * @param hidden   whether the reader may not know who is anonymous
     * @param open     sections whose confidential content the reader may know; null: everybody's
     * @param text     in the number, or in a name or subject that the reader may know; empty: anything
     */
    public record Query(
            int officeId,
            Instant from,
            Instant until,
            Medium medium,
            String kind,
            Weight weight,
            String section,
            Set<Matter> matters,
            boolean unsorted,
            Condition condition,
            Set<String> sections,
            boolean hidden,
            Set<String> open,
            String text) {}

    /**
     * A part of what was found.
     *
     * @param total how many were found in all
     */
    public record Found(List<ComplaintRecord> records, int total) {}

    private static final String SELECT =
            """
            select c.complaint_id, c.number, c.received_at, c.registration, c.outside_number, c.happened_on, c.subject, c.story, c.wanted,
                c.settings, p.name, p.address, p.phone, p.fax, p.email, p.anonymous, p.confidential, c.forgotten_at is not null as forgotten,
                (select count(*) from complaint_attachment a
                 where a.office_id = c.office_id and a.complaint_id = c.complaint_id) as attachments,
                count(*) over () as total
            from complaint c join complainant p using (office_id, complaint_id)
            where c.office_id = :office
            """;

    private static final String OPEN = "c.status in ('RECEIVED', 'IN_HANDLING', 'WITH_COMPLAINANT')";

    private record Row(long id, int settings, int total, ComplaintRecord record) {}

    private final JdbcClient db;
    private final ComplaintStore store;
    private final ComplaintSettings settings;
    private final WorkingCalendars calendars;

    ComplaintRecords(JdbcClient db, ComplaintStore store, ComplaintSettings settings, WorkingCalendars calendars) {
        this.db = db;
        this.store = store;
        this.settings = settings;
        this.calendars = calendars;
    }

    /**
     * Looks for complaints.
     *
     * @param now    moment at which a term has run out or not
     * @param offset how many of the first to leave out
     * @param limit  the most to give
     */
    @Transactional(readOnly = true)
    public Found find(Query query, Instant now, int offset, int limit) {
        StringBuilder where = new StringBuilder();
        Map<String, Object> params = new HashMap<>();
        narrow(where, params, "c.received_at >= :from", "from", utc(query.from()));
        narrow(where, params, "c.received_at < :until", "until", utc(query.until()));
        narrow(where, params, "c.medium = :medium", "medium", name(query.medium()));
        narrow(where, params, "c.kind = :kind", "kind", query.kind());
        narrow(where, params, "c.weight = :weight", "weight", name(query.weight()));
        narrow(where, params, "c.section = :section", "section", query.section());
        narrow(where, params, "c.section = any(:sections)", "sections", array(query.sections()));
        where.append(query.unsorted() ? " and (c.matter = any(:matters) or c.matter is null)" : " and c.matter = any(:matters)");
        params.put("matters", query.matters().stream().map(Matter::name).toArray(String[]::new));
        where.append(switch (query.condition()) {
            case ANY -> "";
            case OPEN -> " and " + OPEN;
            case LATE -> " and c.due_at < :now and " + OPEN;
            case REOPENED -> " and c.reopened";
            default -> " and c.status = :status";
        });
        params.put("now", utc(now));
        params.put("status", query.condition().name());
        if (!query.text().isEmpty()) {
            where.append(" and (c.number ilike :text");
            where.append(query.hidden() ? " or (p.name ilike :text and not p.anonymous)" : " or p.name ilike :text");
            where.append(query.open() == null
                    ? " or c.subject ilike :text)"
                    : " or (c.subject ilike :text and (not p.confidential or c.section = any(:open))))");
            params.put("text", "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            params.put("open", array(query.open() == null ? Set.of() : query.open()));
        }
        return read(query.officeId(), where.toString(), params, offset, limit);
    }

    /** Those that were open at some moment from {@code from} on and came in before {@code until}: all that a report has to count. */
    @Transactional(readOnly = true)
    public List<ComplaintRecord> openSince(int officeId, Instant from, Instant until) {
        return read(
                        officeId,
                        " and c.received_at < :until and (c.received_at >= :from or c.closed_at is null or c.closed_at >= :from)",
                        Map.of("from", utc(from), "until", utc(until)),
                        0,
                        Integer.MAX_VALUE)
                .records();
    }

    /**
     * A slip put right.
     *
     * @param number of the complaint
     * @param receivedAt when that came in
     */
    public record Correction(String number, Instant receivedAt, Instant at, String field) {}

    /** The corrections that were entered from {@code from} on and before {@code until}, for complaints that came in before {@code from}. */
    @Transactional(readOnly = true)
    public List<Correction> lateCorrections(int officeId, Instant from, Instant until) {
        return db.sql("""
                        select c.number, c.received_at, e.at, e.content->>'field' as field
                        from complaint_entry e join complaint c using (office_id, complaint_id)
                        where e.office_id = :office and e.kind = 'CORRECTED' and e.at >= :from and e.at < :until and c.received_at < :from
                        order by e.at, c.complaint_id, e.seq
                        """)
                .param("office", officeId)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, n) -> new Correction(
                        row.getString("number"), instant(row, "received_at"), instant(row, "at"), row.getString("field")))
                .list();
    }

    /** When the office's first complaint came in; null where there is none. */
    @Transactional(readOnly = true)
    public Instant first(int officeId) {
        return db.sql("select min(received_at) as first from complaint where office_id = :office")
                .param("office", officeId)
                .query((row, n) -> new Instant[] {instant(row, "first")})
                .single()[0];
    }

    private Found read(int officeId, String where, Map<String, ?> params, int offset, int limit) {
        WorkingCalendar calendar = calendars.of(officeId);
        List<Row> rows = db.sql(SELECT + where + " order by c.received_at, c.complaint_id offset :offset limit :limit")
                .param("office", officeId)
                .params(params)
                .param("offset", offset)
                .param("limit", limit)
                .query(ComplaintRecords::row)
                .list();
        Map<Long, List<Entry>> entries = store.entries(officeId, rows.stream().map(Row::id).toList());
        Map<Integer, ComplaintSettings.Content> set = new HashMap<>();
        List<ComplaintRecord> records = rows.stream()
                .map(row -> {
                    var held = set.computeIfAbsent(row.settings, version -> settings.of(officeId, version).content());
                    ComplaintRecord r = row.record;
                    return new ComplaintRecord(
                            r.number(),
                            r.receivedAt(),
                            r.registration(),
                            r.outsideNumber(),
                            r.happenedOn(),
                            r.subject(),
                            r.story(),
                            r.wanted(),
                            r.complainant(),
                            r.forgotten(),
                            r.attachments(),
                            entries.getOrDefault(row.id, List.of()),
                            held.table(),
                            new Deadlines(held.terms(), calendar));
                })
                .toList();
        return new Found(records, rows.isEmpty() ? 0 : rows.getFirst().total);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("complaint_id"),
                row.getInt("settings"),
                row.getInt("total"),
                new ComplaintRecord(
                        row.getString("number"),
                        instant(row, "received_at"),
                        row.getString("registration"),
                        row.getString("outside_number"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("subject"),
                        row.getString("story"),
                        row.getString("wanted"),
                        new Complainant(
                                row.getString("name"),
                                row.getString("address"),
                                row.getString("phone"),
                                row.getString("fax"),
                                row.getString("email"),
                                row.getBoolean("anonymous"),
                                row.getBoolean("confidential")),
                        row.getBoolean("forgotten"),
                        row.getInt("attachments"),
                        List.of(),
                        null,
                        null));
    }

    private static void narrow(StringBuilder where, Map<String, Object> params, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            params.put(name, value);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String[] array(Set<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }
}
