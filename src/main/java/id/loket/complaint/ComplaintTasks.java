package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Rules;
import id.loket.document.FaxCover;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that somebody of the desk has yet to give by hand: a call, a fax, an entry in the portal or network where the complaint was made
 * (PGD-f, PGD-h). The complaint is answered when that is done, not when it is planned; its clocks go on until then.
 */
@Service
public class ComplaintTasks {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_REMARK = 500;

    /** What came of a try. */
    public enum Outcome {
        /** The complainant was reached, the fax went out, the answer stands in the outside system. */
        DONE,
        /** Nobody answered: to be tried again. */
        NOT_REACHED,
        /** Wrong number and the like: another way is to be chosen. */
        GIVEN_UP
    }

    /** Where a task is. */
    public enum TaskState {
        OPEN,
        DONE,
        GIVEN_UP
    }

    /**
     * A task.
     *
     * @param text    what to say or to send
     * @param to      number to call or to fax, or the number in the outside system; empty where none was given
     * @param tries   how often it was tried
     * @param lastAt  when it was tried last; null for never
     * @param outcome of the last try; null for none
     * @param remark  what was noted at it
     */
    public record Task(
            long id,
            String number,
            ReplyWay way,
            String text,
            String to,
            TaskState state,
            int tries,
            Instant createdAt,
            Instant lastAt,
            Outcome outcome,
            String remark) {}

    private static final String SELECT =
            """
            select t.task_id, c.number, t.way, t.text, t.state, t.tries, t.created_at, t.last_at, t.last_outcome, t.last_remark,
                case t.way when 'CALL' then p.phone when 'FAX' then p.fax else c.outside_number end as reaches
            from complaint_task t join complaint c using (office_id, complaint_id) join complainant p using (office_id, complaint_id)
            """;

    private final JdbcClient db;
    private final ComplaintStore store;
    private final Complaints complaints;
    private final Papers papers;
    private final OfficeLetterheads letterheads;
    private final OfficeDirectory offices;
    private final Clock clock;

    ComplaintTasks(
            JdbcClient db,
            ComplaintStore store,
            Complaints complaints,
            Papers papers,
            OfficeLetterheads letterheads,
            OfficeDirectory offices,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.complaints = complaints;
        this.papers = papers;
        this.letterheads = letterheads;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * Plans an answer that is to be given by hand. It is checked as an answer is: by whom, whether everything is decided, whether there is
     * a number.
     *
     * @return number of the task
     * @throws ComplaintRefused if a rule speaks against it, there is nothing to say, or a task is open already
     */
    @Transactional
    public long plan(SignedIn by, String number, ReplyWay way, String text, int expectedVersion) {
        String say = text("text", text, LONGEST_TEXT);
        if (!way.byHand()) {
            throw ComplaintRefused.form(List.of(new Problem("way", "complaint.task.way")));
        }
        Row row = complaints.requireAllowed(by, number, new Order.Answer(way, say, way.spoken() ? "-" : ""), expectedVersion);
        try {
            return db.sql("""
                            insert into complaint_task
                                (office_id, complaint_id, way, text, state, tries, created_at, created_by, last_by, last_outcome, last_remark)
                            values (:office, :id, :way, :text, 'OPEN', 0, :at, :by, 0, '', '') returning task_id
                            """)
                    .param("office", row.officeId())
                    .param("id", row.id())
                    .param("way", way.name())
                    .param("text", say)
                    .param("at", utc(clock.instant()))
                    .param("by", by.officerId())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException open) {
            throw ComplaintRefused.form(List.of(new Problem("isi", "complaint.task.open")));
        }
    }

    /**
     * Enters what came of a try. When it is done, the complaint is answered with it.
     *
     * @param remark what the complainant said, of a call; the number of the entry, of an outside system; else anything or nothing
     * @throws ComplaintRefused if a rule speaks against the answer, or somebody entered an outcome meanwhile
     * @throws NoSuchComplaint  if there is no such task, or the officer isn't of the desk
     */
    @Transactional
    public void tried(SignedIn by, String number, long taskId, Outcome outcome, String remark, int expectedVersion) {
        requireDesk(by, number);
        Row row = store.lock(by.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        Task task = find(by, number, taskId);
        if (task.state() != TaskState.OPEN) {
            throw ComplaintRefused.stale();
        }
        String noted = text("reaction", remark, LONGEST_REMARK);
        TaskState after = switch (outcome) {
            case DONE -> TaskState.DONE;
            case NOT_REACHED -> TaskState.OPEN;
            case GIVEN_UP -> TaskState.GIVEN_UP;
        };
        db.sql("""
                        update complaint_task set state = :state, tries = tries + 1, last_at = :at, last_by = :by, last_outcome = :outcome,
                            last_remark = :remark
                        where office_id = :office and task_id = :task
                        """)
                .param("state", after.name())
                .param("at", utc(clock.instant()))
                .param("by", by.officerId())
                .param("outcome", outcome.name())
                .param("remark", noted)
                .param("office", row.officeId())
                .param("task", taskId)
                .update();
        if (outcome == Outcome.DONE) {
            complaints.order(by, number, new Order.Answer(task.way(), task.text(), noted), expectedVersion);
        }
    }

    /** The tasks of a complaint that the officer may see, oldest first. Whom to call is told to the desk only if that is to stay hidden. */
    @Transactional(readOnly = true)
    public List<Task> of(SignedIn officer, String number) {
        Row row = store.find(officer.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        Complaints.requireConcerned(officer, row);
        boolean hidden = !MaySee.complainant(officer.roles(), row.complainant().anonymous());
        return db.sql(SELECT + " where t.office_id = :office and t.complaint_id = :id order by t.task_id")
                .param("office", row.officeId())
                .param("id", row.id())
                .query((line, n) -> task(line, hidden))
                .list();
    }

    /** What is open at the desk, oldest first, at most 200; empty for who isn't of it. */
    @Transactional(readOnly = true)
    public List<Task> open(SignedIn officer) {
        return officer.roles().contains(Rules.DESK)
                ? db.sql(SELECT + " where t.office_id = :office and t.state = 'OPEN' order by t.task_id limit 200")
                        .param("office", officer.officeId())
                        .query((line, n) -> task(line, false))
                        .list()
                : List.of();
    }

    /** The cover sheet of a fax with the answer on it; empty where the task is none (PGD-h). */
    @Transactional(readOnly = true)
    public Optional<byte[]> faxCover(SignedIn by, String number, long taskId, Locale locale) {
        requireDesk(by, number);
        Row row = store.find(by.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        Task task = find(by, number, taskId);
        if (task.way() != ReplyWay.FAX) {
            return Optional.empty();
        }
        FaxCover cover = new FaxCover(
                row.complainant().name().isEmpty() ? "Bapak/Ibu" : row.complainant().name(),
                task.to(),
                row.subject(),
                number,
                task.text().lines().toList(),
                1,
                new Printing(clock.instant(), by.name(), 1));
        return Optional.of(papers.faxCover(cover, letterheads.of(by.officeId()), locale));
    }

    private Task find(SignedIn by, String number, long taskId) {
        return db.sql(SELECT + " where t.office_id = :office and c.number = :number and t.task_id = :task")
                .param("office", by.officeId())
                .param("number", number)
                .param("task", taskId)
                .query((line, n) -> task(line, false))
                .optional()
                .orElseThrow(() -> new NoSuchComplaint(number));
    }

    private static void requireDesk(SignedIn officer, String number) {
        if (!officer.roles().contains(Rules.DESK)) {
            throw new NoSuchComplaint(number);
        }
    }

    private static Task task(ResultSet row, boolean hidden) throws SQLException {
        String outcome = row.getString("last_outcome");
        return new Task(
                row.getLong("task_id"),
                row.getString("number"),
                ReplyWay.valueOf(row.getString("way")),
                row.getString("text"),
                hidden ? "" : row.getString("reaches"),
                TaskState.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "created_at"),
                instant(row, "last_at"),
                outcome.isEmpty() ? null : Outcome.valueOf(outcome),
                row.getString("last_remark"));
    }

    private static String text(String field, String typed, int longest) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw ComplaintRefused.form(List.of(new Problem(field, "complaint.task.long")));
        }
        return text;
    }
}
