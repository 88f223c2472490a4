package id.loket.guarantee;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.Dossier;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.card.Status;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one-month guarantee (MFG-6b): a product that nobody collected within a month from its completion is written about, by a letter to the
 * applicant's home.
 */
@Service
public class CollectionReminders {

    /** The furthest day, in days from today, on which an applicant may promise to come. */
    private static final int FURTHEST_AGREED_DAYS = 366;

    /** The zone in which a day begins first: what is due nowhere yet isn't looked at. */
    private static final ZoneId FIRST_ZONE = ZoneOffset.ofHours(14);

    /**
     * The reminder of a file.
     *
     * @param readyOn  day on which the product was ready
     * @param agreedOn day on which the applicant promised to come; null for none
     * @param dueOn    day on which the letter is written, be the office open or not
     */
    public record Reminder(LocalDate readyOn, LocalDate agreedOn, LocalDate dueOn, State state) {}

    public enum State {
        WAITING,
        WRITTEN,
        /** Collected in time, or nothing to collect any more. */
        CANCELLED
    }

    private record Due(int officeId, long fileId, String registration, LocalDate dueOn) {}

    private final JdbcClient db;
    private final Notices notices;
    private final CaseFileReader files;
    private final Applicants applicants;
    private final OfficeDirectory offices;
    private final OneByOne oneByOne;
    private final Clock clock;

    CollectionReminders(
            JdbcClient db,
            Notices notices,
            CaseFileReader files,
            Applicants applicants,
            OfficeDirectory offices,
            OneByOne oneByOne,
            Clock clock) {
        this.db = db;
        this.notices = notices;
        this.files = files;
        this.applicants = applicants;
        this.offices = offices;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * The day on which the letter is written: the same day of the next month, or its last day where it has none such; later only where the
     * applicant promised to come on a later day and didn't.
     *
     * @param agreedOn null for none
     */
    static LocalDate dueOn(LocalDate readyOn, LocalDate agreedOn) {
        LocalDate month = readyOn.plusMonths(1);
        return agreedOn == null || agreedOn.isBefore(month) ? month : agreedOn.plusDays(1);
    }

    /** Begins the month, in the transaction that completes the product. */
    void await(int officeId, long fileId, String registration, Instant readyAt) {
        LocalDate readyOn = readyAt.atZone(offices.byId(officeId).zone()).toLocalDate();
        db.sql("""
                        insert into collection_reminder (office_id, file_id, registration, ready_on, due_on, state)
                        values (:office, :file, :registration, :ready, :due, 'WAITING')
                        on conflict (office_id, file_id) do nothing
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("registration", registration)
                .param("ready", readyOn)
                .param("due", dueOn(readyOn, null))
                .update();
    }

    /** Nothing to collect any more. */
    void cancel(int officeId, long fileId) {
        db.sql("""
                        update collection_reminder set state = 'CANCELLED'
                        where office_id = :office and file_id = :file and state = 'WAITING'
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .update();
    }

    /**
     * Notes on which day the applicant promised to come, so that no letter is written before.
     *
     * @param on today or later, within a year
     * @return whether it was noted; not if the day can't be, or the letter is written already
     * @throws NoSuchFile if the file isn't waiting at the officer's counter
     */
    @Transactional
    public boolean agree(SignedIn by, String registration, LocalDate on) {
        CaseFileView file = files.file(by, registration);
        if (file.state().status() != Status.READY || !by.roles().contains(file.step().actor())) {
            throw new NoSuchFile(registration);
        }
        LocalDate today = clock.instant().atZone(offices.byId(by.officeId()).zone()).toLocalDate();
        Optional<Reminder> reminder = of(by.officeId(), file.fileId());
        if (on.isBefore(today) || on.isAfter(today.plusDays(FURTHEST_AGREED_DAYS)) || reminder.isEmpty()) {
            return false;
        }
        return db.sql("""
                        update collection_reminder set agreed_on = :on, due_on = :due
                        where office_id = :office and file_id = :file and state = 'WAITING'
                        """)
                        .param("office", by.officeId())
                        .param("file", file.fileId())
                        .param("on", on)
                        .param("due", dueOn(reminder.get().readyOn(), on))
                        .update()
                > 0;
    }

    /** The reminder of a file; empty before its product is ready. */
    public Optional<Reminder> of(int officeId, long fileId) {
        return db.sql("""
                        select ready_on, agreed_on, due_on, state from collection_reminder
                        where office_id = :office and file_id = :file
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Reminder(
                        row.getObject("ready_on", LocalDate.class),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        State.valueOf(row.getString("state"))))
                .optional();
    }

    /**
     * Writes the letters that are due by now, each in a transaction of its own. However often and on however many nodes it is called, and
     * however long it wasn't, each is written once.
     *
     * @return how many were written
     */
    public int writeDue() {
        Instant now = clock.instant();
        int written = 0;
        for (Due due : due(now.atZone(FIRST_ZONE).toLocalDate())) {
            LocalDate today = now.atZone(offices.byId(due.officeId()).zone()).toLocalDate();
            if (!due.dueOn().isAfter(today) && oneByOne.does("the letter", due.officeId(), due.registration(), () -> write(due, now))) {
                written++;
            }
        }
        return written;
    }

    private List<Due> due(LocalDate latest) {
        return db.sql("""
                        select r.office_id, r.file_id, r.registration, r.due_on from office o join collection_reminder r using (office_id)
                        where r.state = 'WAITING' and r.due_on <= :latest order by r.office_id, r.due_on, r.file_id
                        """)
                .param("latest", latest)
                .query(Due.class)
                .list();
    }

    private boolean write(Due due, Instant now) {
        boolean mine = db.sql("""
                        update collection_reminder set state = 'WRITTEN', written_at = :at
                        where office_id = :office and file_id = :file and state = 'WAITING'
                        """)
                        .param("office", due.officeId())
                        .param("file", due.fileId())
                        .param("at", utc(now))
                        .update()
                > 0;
        if (mine) {
            Dossier file = files.dossier(due.officeId(), due.registration());
            String readySince = applicants.date(due.officeId(), file.clock().readyAt());
            notices.post(new NewNotice(
                    due.officeId(),
                    NoticeEvent.COLLECTION_REMINDER,
                    Subject.file(due.registration()),
                    file.service().code(),
                    applicants.recipient(file),
                    applicants.fields(NoticeEvent.COLLECTION_REMINDER, file, Map.of("readySince", readySince)),
                    NoticeEvent.COLLECTION_REMINDER + "/" + due.registration(),
                    List.of(Channel.LETTER)));
        }
        return mine;
    }
}
