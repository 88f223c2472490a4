package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Stamp;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints and their entries in the database. */
@Repository
class ComplaintStore {

    /**
     * What came in, as stored.
     *
     * @param section  null before it was sorted
     * @param settings version of what the office had set when it came in
     * @param forgottenAt when it was forgotten who made it; null before
     */
    record Row(
            int officeId,
            long id,
            String number,
            String statusCode,
            Instant receivedAt,
            String registration,
            String outsideNumber,
            LocalDate happenedOn,
            String subject,
            String story,
            String wanted,
            Status status,
            String section,
            int settings,
            int version,
            Instant forgottenAt,
            Complainant complainant) {}

    private static final String SELECT =
            """
            select c.office_id, c.complaint_id, c.number, c.status_code, c.received_at, c.registration, c.outside_number, c.happened_on,
                c.subject, c.story, c.wanted, c.status, c.section, c.settings, c.version, c.forgotten_at, p.name, p.address, p.phone, p.fax, p.email, p.anonymous, p.confidential
            from complaint c join complainant p using (office_id, complaint_id)
            """;

    /**
     * A line of a list, with what belongs to it.
     *
     * @param settings version of what the office had set when it came in
     */
    record Listed(long id, int settings, ComplaintLine line) {}

    /** What of a list its reader sees: {@link MaySee} as conditions. */
    private static final String LINES =
            """
            select c.complaint_id, c.settings, c.number, c.medium, c.received_at, c.registration, c.status, c.matter, c.kind, c.weight,
                c.section, c.holder, c.due_at, c.due_clock, c.reopened, c.escalation, p.confidential, coalesce(o.name, '') as holder_name,
                case when :everyName or not p.anonymous then p.name else '' end as name,
                case when :everyContent or not p.confidential or c.section = any(:roles) then c.subject else '' end as subject
            from complaint c
                join complainant p using (office_id, complaint_id)
                left join officer o on o.office_id = c.office_id and o.officer_id = c.holder
            where c.office_id = :office and (:everySection or c.section = any(:roles))
            """;

    private static final String MOST_URGENT_FIRST = " order by c.closed_at is not null, c.due_at nulls last, c.complaint_id desc limit 500";

    /** From 0 to 1; of two sentences about the same thing. */
    private static final double LIKE = 0.45;

    private final JdbcClient db;
    private final EntryContent contents;

    ComplaintStore(JdbcClient db, EntryContent contents) {
        this.db = db;
        this.contents = contents;
    }

    Optional<String> numberOfForm(int officeId, String fingerprint) {
        return db.sql("select number from complaint where office_id = :office and form_token = :token")
                .param("office", officeId)
                .param("token", fingerprint)
                .query(String.class)
                .optional();
    }

    Optional<Row> find(int officeId, String number) {
        return db.sql(SELECT + " where c.office_id = :office and c.number = :number")
                .param("office", officeId)
                .param("number", number)
                .query(ComplaintStore::row)
                .optional();
    }

    /** The same, held until the transaction ends: nobody else enters anything meanwhile. */
    Optional<Row> lock(int officeId, String number) {
        return db.sql(SELECT + " where c.office_id = :office and c.number = :number for update of c")
                .param("office", officeId)
                .param("number", number)
                .query(ComplaintStore::row)
                .optional();
    }

    Optional<Row> lock(int officeId, long id) {
        return db.sql(SELECT + " where c.office_id = :office and c.complaint_id = :id for update of c")
                .param("office", officeId)
                .param("id", id)
                .query(ComplaintStore::row)
                .optional();
    }

    /** What is due next, where no entry was made, but time or the calendar went on. */
    void plan(int officeId, long id, Agenda agenda) {
        Clock strictest = agenda.strictest();
        db.sql("""
                        update complaint set act_at = :actAt, escalation = :escalation, due_at = :dueAt, due_clock = :dueClock
                        where office_id = :office and complaint_id = :id
                        """)
                .param("actAt", utc(agenda.next()), TIMESTAMP_WITH_TIMEZONE)
                .param("escalation", agenda.escalation())
                .param("dueAt", strictest == null ? null : utc(strictest.due()), TIMESTAMP_WITH_TIMEZONE)
                .param("dueClock", strictest == null ? null : strictest.kind().name(), Types.VARCHAR)
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    boolean hasAttachment(int officeId, long id, long attachment) {
        return db.sql("""
                        select exists (
                            select from complaint_attachment where office_id = :office and complaint_id = :id and attachment_id = :attachment)
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("attachment", attachment)
                .query(Boolean.class)
                .single();
    }

    /** Ends the tasks that are open: what they were for has been done, or isn't needed any more. */
    void endTasks(int officeId, long id, String state) {
        db.sql("update complaint_task set state = :state where office_id = :office and complaint_id = :id and state = 'OPEN'")
                .param("state", state)
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    Optional<Row> findByCode(int officeId, String statusCode) {
        return db.sql(SELECT + " where c.office_id = :office and c.status_code = :code")
                .param("office", officeId)
                .param("code", statusCode)
                .query(ComplaintStore::row)
                .optional();
    }

    List<Entry> entries(int officeId, long id) {
        return entries(officeId, List.of(id)).getOrDefault(id, List.of());
    }

    /** The entries of many complaints, from the first on. */
    Map<Long, List<Entry>> entries(int officeId, Collection<Long> ids) {
        Map<Long, List<Entry>> entries = new HashMap<>();
        db.sql("""
                        select complaint_id, seq, kind, at, officer_id, name, role, content::text
                        from complaint_entry where office_id = :office and complaint_id = any(:ids) order by complaint_id, seq
                        """)
                .param("office", officeId)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> entries.computeIfAbsent(row.getLong("complaint_id"), id -> new ArrayList<>()).add(entry(row)))
                .list();
        return entries;
    }

    private Entry entry(ResultSet row) throws SQLException {
        Handler by = new Handler(row.getLong("officer_id"), row.getString("name"), row.getString("role"));
        return contents.read(row.getString("kind"), new Stamp(row.getInt("seq"), instant(row, "at"), by), row.getString("content"));
    }

    long insert(
            int officeId, String number, String statusCode, NewComplaint complaint, String fingerprint, int settings, State state) {
        long id = db.sql("""
                        insert into complaint (office_id, number, medium, received_at, status_code, form_token, registration, outside_number,
                            happened_on, subject, story, wanted, status, holder, reopened, settings, version)
                        values (:office, :number, :medium, :at, :code, :token, :registration, :outside,
                            :happened, :subject, :story, :wanted, :status, 0, false, :settings, 0)
                        returning complaint_id
                        """)
                .param("office", officeId)
                .param("number", number)
                .param("medium", complaint.medium().name())
                .param("at", utc(state.receivedAt()))
                .param("code", statusCode)
                .param("token", fingerprint)
                .param("registration", complaint.registration())
                .param("outside", complaint.outsideNumber())
                .param("happened", complaint.happenedOn(), Types.DATE)
                .param("subject", complaint.subject())
                .param("story", complaint.story())
                .param("wanted", complaint.wanted())
                .param("status", state.status().name())
                .param("settings", settings)
                .query(Long.class)
                .single();
        Complainant who = complaint.complainant();
        db.sql("""
                        insert into complainant (office_id, complaint_id, name, address, phone, fax, email, anonymous, confidential)
                        values (:office, :id, :name, :address, :phone, :fax, :email, :anonymous, :confidential)
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("name", who.name())
                .param("address", who.address())
                .param("phone", who.phone())
                .param("fax", who.fax())
                .param("email", who.email())
                .param("anonymous", who.anonymous())
                .param("confidential", who.confidential())
                .update();
        return id;
    }

    /** Enters an entry and what follows from it. To be called with the complaint locked, or new. */
    void enter(int officeId, long id, Entry entry, State after, Agenda agenda) {
        Clock strictest = agenda.strictest();
        Handler by = entry.stamp().by();
        Classification as = after.as();
        db.sql("""
                        with entered as (
                            insert into complaint_entry (office_id, complaint_id, seq, kind, at, officer_id, name, role, content)
                            values (:office, :id, :seq, :entryKind, :at, :officer, :name, :role, :content::jsonb)
                        )
                        update complaint set status = :status, matter = :matter, kind = :kind, weight = :weight, response_class = :class,
                            section = :section, holder = :holder, due_at = :dueAt, due_clock = :dueClock, reopened = :reopened,
                            version = :seq, answered_at = :answeredAt, closed_at = :closedAt, act_at = :actAt, escalation = :escalation
                        where office_id = :office and complaint_id = :id
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("seq", entry.stamp().seq())
                .param("entryKind", EntryContent.kind(entry))
                .param("at", utc(entry.stamp().at()))
                .param("officer", by.id())
                .param("name", by.name())
                .param("role", by.role())
                .param("content", contents.write(entry))
                .param("status", after.status().name())
                .param("matter", as == null ? null : as.matter().name(), Types.VARCHAR)
                .param("kind", as == null ? null : as.kind(), Types.VARCHAR)
                .param("weight", as == null ? null : as.weight().name(), Types.VARCHAR)
                .param("class", as == null ? null : as.responseClass().name(), Types.VARCHAR)
                .param("section", as == null ? null : as.section(), Types.VARCHAR)
                .param("holder", after.holder())
                .param("dueAt", strictest == null ? null : utc(strictest.due()), TIMESTAMP_WITH_TIMEZONE)
                .param("dueClock", strictest == null ? null : strictest.kind().name(), Types.VARCHAR)
                .param("reopened", after.reopened())
                .param("answeredAt", utc(after.answeredAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("actAt", utc(agenda.next()), TIMESTAMP_WITH_TIMEZONE)
                .param("escalation", agenda.escalation())
                .param("closedAt", after.open() ? null : utc(after.lastAt()), TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The open complaints that are the reader's business, most urgent first, at most 500. */
    List<Listed> open(SignedIn reader) {
        return lines(reader.officeId(), reader.roles(), " and c.closed_at is null" + MOST_URGENT_FIRST, Map.of());
    }

    /** Those with the words in something that the reader may know; open ones first, at most 500. */
    List<Listed> search(SignedIn reader, String words) {
        return lines(
                reader.officeId(),
                reader.roles(),
                """
                and (c.number ilike :like or c.registration ilike :like or c.outside_number ilike :like
                    or (:everyName and p.name ilike :like)
                    or ((:everyContent or not p.confidential or c.section = any(:roles)) and (c.subject ilike :like or c.story ilike :like)))
                """
                        + MOST_URGENT_FIRST,
                Map.of("like", "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%"));
    }

    /**
     * Open complaints whose words are like these, the most like first, at most 10; nothing of what is confidential or of who is anonymous.
     *
     * @param without number of one that is left out
     */
    List<ComplaintLine> similar(int officeId, String text, String without) {
        return lines(
                        officeId,
                        Set.of("SECRETARY"),
                        """
                        and c.closed_at is null and not p.confidential and c.number <> :without
                        and word_similarity(lower(:text), lower(c.subject || ' ' || c.story)) > :enough
                        order by word_similarity(lower(:text), lower(c.subject || ' ' || c.story)) desc, c.complaint_id
                        limit 10
                        """,
                        Map.of("without", without, "text", text, "enough", LIKE))
                .stream()
                .map(Listed::line)
                .toList();
    }

    private List<Listed> lines(int officeId, Set<String> roles, String condition, Map<String, ?> params) {
        return db.sql(LINES + condition)
                .param("office", officeId)
                .param("roles", roles.toArray(String[]::new))
                .param("everySection", MaySee.everySection(roles))
                .param("everyName", MaySee.complainant(roles, true))
                .param("everyContent", MaySee.everyContent(roles))
                .params(params)
                .query(ComplaintStore::listed)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getInt("office_id"),
                row.getLong("complaint_id"),
                row.getString("number"),
                row.getString("status_code"),
                instant(row, "received_at"),
                row.getString("registration"),
                row.getString("outside_number"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("subject"),
                row.getString("story"),
                row.getString("wanted"),
                Status.valueOf(row.getString("status")),
                row.getString("section"),
                row.getInt("settings"),
                row.getInt("version"),
                instant(row, "forgotten_at"),
                new Complainant(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("fax"),
                        row.getString("email"),
                        row.getBoolean("anonymous"),
                        row.getBoolean("confidential")));
    }

    private static Listed listed(ResultSet row, int n) throws SQLException {
        return new Listed(
                row.getLong("complaint_id"),
                row.getInt("settings"),
                new ComplaintLine(
                        row.getString("number"),
                        Medium.valueOf(row.getString("medium")),
                        instant(row, "received_at"),
                        row.getString("name"),
                        row.getString("subject"),
                        row.getString("registration"),
                        Status.valueOf(row.getString("status")),
                        read(Matter.class, row.getString("matter")),
                        row.getString("kind"),
                        read(Weight.class, row.getString("weight")),
                        row.getString("section"),
                        row.getLong("holder"),
                        row.getString("holder_name"),
                        instant(row, "due_at"),
                        read(Clock.Kind.class, row.getString("due_clock")),
                        row.getBoolean("reopened"),
                        row.getBoolean("confidential"),
                        row.getString("escalation"),
                        List.of()));
    }

    private static <E extends Enum<E>> E read(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
