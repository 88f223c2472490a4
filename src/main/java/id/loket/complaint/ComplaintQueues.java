package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.Stamp;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one list of complaints, whatever the channel, and its queues as the work of each role asks for them (PGD-j1). */
@Service
public class ComplaintQueues {

    /** What an officer looks for, in the order of work. */
    public enum Queue {
        TO_SORT,
        MINE,
        /** Waits for a decision: of the reader, where he or she decides; of anybody, for the desk. */
        DECISION,
        /** Late, or due today. */
        DUE,
        WITH_COMPLAINANT,
        ANSWERED
    }

    /**
     * A complaint in the list.
     *
     * @param subject    empty where it is confidential and not for the reader's eyes
     * @param name       of the complainant; empty where it isn't given or not for the reader's eyes
     * @param holderName of the officer of the desk who has it; empty for nobody
     * @param escalation {@code NEAR} or {@code PASSED} where the next level was told of a deadline; else empty
     * @param missing    whose decision it waits for, the one whose turn it is first
     * @param section    role whose section is concerned; null before it was sorted
     */
    public record Line(
            String number,
            Medium medium,
            Instant receivedAt,
            String name,
            String subject,
            String registration,
            Status status,
            Matter matter,
            String kind,
            Weight weight,
            String section,
            long holder,
            String holderName,
            Instant dueAt,
            Clock.Kind dueClock,
            boolean reopened,
            boolean confidential,
            String escalation,
            List<Decider> missing) {

        private Line waitingFor(List<Decider> deciders) {
            return new Line(
                    number, medium, receivedAt, name, subject, registration, status, matter, kind, weight, section, holder, holderName,
                    dueAt, dueClock, reopened, confidential, escalation, deciders);
        }

        public boolean late(Instant now) {
            return dueAt != null && now.isAfter(dueAt);
        }
    }

    private record Found(long id, int settings, Line line) {}

    private static final Set<String> SEE_ALL = Set.of(Rules.DESK, Rules.HEAD_OF_OFFICE, "SECRETARY");
    private static final int MOST = 500;

    private static final String SELECT =
            """
            select c.complaint_id, c.settings, c.number, c.medium, c.received_at, c.registration, c.status, c.matter, c.kind, c.weight,
                c.section, c.holder, c.due_at, c.due_clock, c.reopened, c.escalation, p.confidential, coalesce(o.name, '') as holder_name,
                case when :desk or not p.anonymous then p.name else '' end as name,
                case when :desk or :head or not p.confidential or c.section in (:roles) then c.subject else '' end as subject
            from complaint c
                join complainant p using (office_id, complaint_id)
                left join officer o on o.office_id = c.office_id and o.officer_id = c.holder
            where c.office_id = :office and (:all or c.section in (:roles))
            """;

    private final JdbcClient db;
    private final EntryContent contents;
    private final ComplaintSettings settings;
    private final WorkingCalendars calendars;
    private final java.time.Clock clock;

    ComplaintQueues(
            JdbcClient db,
            EntryContent contents,
            ComplaintSettings settings,
            WorkingCalendars calendars,
            java.time.Clock clock) {
        this.db = db;
        this.contents = contents;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The open complaints that are the officer's business, most urgent first, at most 500. */
    @Transactional(readOnly = true)
    public List<Line> open(SignedIn officer) {
        return lines(officer, "and c.closed_at is null", "");
    }

    /**
     * Those with the words in the number, the file's number, the number elsewhere, the subject or the story; for the desk also in the
     * complainant's name. Closed ones too.
     */
    @Transactional(readOnly = true)
    public List<Line> search(SignedIn officer, String words) {
        return lines(
                officer,
                """
                and (c.number ilike :like or c.registration ilike :like or c.outside_number ilike :like
                    or (:desk and p.name ilike :like)
                    or ((:desk or :head or not p.confidential or c.section in (:roles)) and (c.subject ilike :like or c.story ilike :like)))
                """,
                words);
    }

    /** Which of the lines are in a queue. */
    List<Line> in(Queue queue, SignedIn officer, List<Line> lines) {
        return lines.stream().filter(line -> belongs(queue, officer, line)).toList();
    }

    Map<Queue, Integer> counts(SignedIn officer, List<Line> lines) {
        Map<Queue, Integer> counts = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            counts.put(queue, in(queue, officer, lines).size());
        }
        return counts;
    }

    private boolean belongs(Queue queue, SignedIn officer, Line line) {
        return switch (queue) {
            case TO_SORT -> line.status() == Status.RECEIVED;
            case MINE -> line.holder() == officer.officerId() && line.status() != Status.ANSWERED;
            case DECISION -> waits(officer, line);
            case DUE -> line.dueAt() != null && !day(officer, line.dueAt()).isAfter(day(officer, clock.instant()));
            case WITH_COMPLAINANT -> line.status() == Status.WITH_COMPLAINANT;
            case ANSWERED -> line.status() == Status.ANSWERED;
        };
    }

    private static boolean waits(SignedIn officer, Line line) {
        boolean desk = officer.roles().contains(Rules.DESK);
        return line.missing().stream().anyMatch(decider -> desk || officer.roles().contains(role(decider, line.section())));
    }

    /** Who records a decision. */
    public static String role(Decider decider, String section) {
        return decider == Decider.SECTION_HEAD ? section : Rules.HEAD_OF_OFFICE;
    }

    private LocalDate day(SignedIn officer, Instant at) {
        ZoneId zone = calendars.of(officer.officeId()).zone();
        return at.atZone(zone).toLocalDate();
    }

    private List<Line> lines(SignedIn officer, String condition, String words) {
        Set<String> roles = officer.roles();
        List<Found> found = db.sql(SELECT + condition + " order by c.closed_at is not null, c.due_at nulls last, c.complaint_id desc limit " + MOST)
                .param("office", officer.officeId())
                .param("roles", roles.isEmpty() ? Set.of("") : roles)
                .param("all", roles.stream().anyMatch(SEE_ALL::contains))
                .param("desk", roles.contains(Rules.DESK))
                .param("head", roles.contains(Rules.HEAD_OF_OFFICE))
                .param("like", "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .query(ComplaintQueues::found)
                .list();
        Map<Long, List<Decider>> missing = missing(officer.officeId(), found);
        return found.stream().map(f -> f.line().waitingFor(missing.getOrDefault(f.id(), List.of()))).toList();
    }

    /** Whose decisions those need that are being handled; read from their entries, which alone say what counts. */
    private Map<Long, List<Decider>> missing(int officeId, List<Found> found) {
        Map<Long, Integer> deciding = new HashMap<>();
        found.stream()
                .filter(f -> f.line().status() == Status.IN_HANDLING && f.line().matter() == Matter.COMPLAINT)
                .forEach(f -> deciding.put(f.id(), f.settings()));
        if (deciding.isEmpty()) {
            return Map.of();
        }
        record Read(long id, Entry entry) {}
        Map<Long, List<Entry>> entries = new HashMap<>();
        db.sql("""
                        select complaint_id, seq, kind, at, officer_id, name, role, content::text from complaint_entry
                        where office_id = :office and complaint_id in (:ids) order by complaint_id, seq
                        """)
                .param("office", officeId)
                .param("ids", deciding.keySet())
                .query((row, n) -> new Read(row.getLong("complaint_id"), entry(row)))
                .list()
                .forEach(read -> entries.computeIfAbsent(read.id(), id -> new ArrayList<>()).add(read.entry()));
        Map<Integer, DecisionTable> tables = new HashMap<>();
        Map<Long, List<Decider>> missing = new HashMap<>();
        entries.forEach((id, all) -> {
            DecisionTable table = tables.computeIfAbsent(
                    deciding.get(id), version -> settings.of(officeId, version).content().table());
            State state = State.NEW;
            for (Entry entry : all) {
                state = state.after(entry, table);
            }
            missing.put(id, table.missing(state.as().matter(), state.as().weight(), state.decided()));
        });
        return missing;
    }

    private Entry entry(ResultSet row) throws SQLException {
        Handler by = new Handler(row.getLong("officer_id"), row.getString("name"), row.getString("role"));
        return contents.read(row.getString("kind"), new Stamp(row.getInt("seq"), instant(row, "at"), by), row.getString("content"));
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getLong("complaint_id"),
                row.getInt("settings"),
                new Line(
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
