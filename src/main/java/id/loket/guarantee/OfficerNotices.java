package id.loket.guarantee;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.Dossier;
import id.loket.inspection.InspectionScheduled;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Recipient;
import id.loket.notice.Subject;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.platform.LoketSettings;
import id.loket.platform.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells officers by e-mail of work that is theirs: an inspection they are to go to; files that wait for one who alone holds the role, such as
 * the Kepala Dinas with letters to sign; a file at their step whose promise has passed. Whose role several share, such as that of the front
 * office, sits at the work list and isn't told of each file.
 */
@Component
class OfficerNotices {

    /** What became late longer ago is on the work lists all along; nobody is told of it after a job was down for so long. */
    private static final Duration LATEST_NEWS = Duration.ofDays(14);

    /** So that many files are one mail, not many. */
    private static final Duration BETWEEN_MAILS = Duration.ofHours(2);

    /** Files on their way to a role: since when the oldest and the newest of them wait. */
    private record Queue(int officeId, String actor, int files, Instant oldest, Instant newest) {}

    private record Late(int officeId, String registration, String actor, long holder, Instant dueAt) {}

    private final JdbcClient db;
    private final Notices notices;
    private final CaseFileReader files;
    private final Officers officers;
    private final Applicants applicants;
    private final WorkingCalendars calendars;
    private final LoketSettings settings;
    private final OneByOne oneByOne;
    private final Clock clock;

    OfficerNotices(
            JdbcClient db,
            Notices notices,
            CaseFileReader files,
            Officers officers,
            Applicants applicants,
            WorkingCalendars calendars,
            LoketSettings settings,
            OneByOne oneByOne,
            Clock clock) {
        this.db = db;
        this.notices = notices;
        this.files = files;
        this.officers = officers;
        this.applicants = applicants;
        this.calendars = calendars;
        this.settings = settings;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @EventListener
    void scheduled(InspectionScheduled event) {
        Dossier file = files.dossier(event.officeId(), event.registration());
        for (long member : event.appointment().team()) {
            tell(
                    NoticeEvent.WORK_ASSIGNED,
                    file,
                    officers.profile(event.officeId(), member),
                    event.appointment().at(),
                    "ASSIGNED/" + event.registration() + "/" + event.appointment().number() + "/" + member);
        }
    }

    /**
     * Tells who alone holds a role that files wait to be received: while the office is open, at most every {@link #BETWEEN_MAILS}, and only if
     * one came since the last time.
     *
     * @return how many mails were written
     */
    int tellWaiting() {
        Instant now = clock.instant();
        int told = 0;
        for (Queue queue : queues()) {
            List<OfficerProfile> holders = officers.inRole(queue.officeId(), queue.actor());
            if (holders.size() == 1 && !holders.getFirst().email().isEmpty() && calendars.of(queue.officeId()).isOpen(now)
                    && oneByOne.does("telling of waiting files", queue.officeId(), queue.actor(), () -> tell(queue, holders.getFirst(), now))) {
                told++;
            }
        }
        return told;
    }

    private List<Queue> queues() {
        return db.sql("""
                        select f.office_id, f.actor, count(*) as files, min(f.since) as oldest, max(f.since) as newest
                        from office o join case_file f using (office_id)
                        where f.closed_at is null and f.status = 'IN_TRANSIT'
                        group by f.office_id, f.actor order by f.office_id, f.actor
                        """)
                .query((row, n) -> new Queue(
                        row.getInt("office_id"),
                        row.getString("actor"),
                        row.getInt("files"),
                        instant(row, "oldest"),
                        instant(row, "newest")))
                .list();
    }

    private boolean tell(Queue queue, OfficerProfile officer, Instant now) {
        Subject work = Subject.workOf(officer.id());
        Instant last = notices.lastTold(queue.officeId(), work, NoticeEvent.WORK_WAITING).orElse(Instant.EPOCH);
        if (!queue.newest().isAfter(last) || now.isBefore(last.plus(BETWEEN_MAILS))) {
            return false;
        }
        return notices.post(new NewNotice(
                        queue.officeId(),
                        NoticeEvent.WORK_WAITING,
                        work,
                        null,
                        recipient(officer),
                        Map.of(
                                "count", Integer.toString(queue.files()),
                                "since", applicants.date(queue.officeId(), queue.oldest()),
                                "link", settings.publicUrl() + "/meja-kerja"),
                        "WAITING/" + officer.id() + "/" + queue.newest().toEpochMilli(),
                        List.of(Channel.EMAIL)))
                .isPresent();
    }

    private static Recipient recipient(OfficerProfile officer) {
        return new Recipient(officer.name(), "", officer.email(), "", "id");
    }

    /**
     * Tells of files that are late: who has it in hand, else everybody whose step it is.
     *
     * @return how many files were told of
     */
    int tellLate() {
        Instant now = clock.instant();
        int told = 0;
        for (Late late : late(now)) {
            if (oneByOne.does("telling of the delay", late.officeId(), late.registration(), () -> tellLate(late, now))) {
                told++;
            }
        }
        return told;
    }

    private List<Late> late(Instant now) {
        return db.sql("""
                        select f.office_id, f.registration, f.actor, f.holder, f.due_at
                        from office o join case_file f using (office_id)
                        where f.closed_at is null and f.ready_at is null and f.paused_at is null and f.due_at between :from and :now
                          and not exists (
                            select from told_once t
                            where t.office_id = f.office_id and t.what = 'LATE/' || f.registration || '/' || f.actor)
                        order by f.office_id, f.due_at limit 500
                        """)
                .param("from", utc(now.minus(LATEST_NEWS)))
                .param("now", utc(now))
                .query((row, n) -> new Late(
                        row.getInt("office_id"),
                        row.getString("registration"),
                        row.getString("actor"),
                        row.getLong("holder"),
                        instant(row, "due_at")))
                .list();
    }

    private boolean tellLate(Late late, Instant now) {
        boolean first = db.sql("insert into told_once (office_id, what, told_at) values (:office, :what, :at) on conflict do nothing")
                        .param("office", late.officeId())
                        .param("what", "LATE/" + late.registration() + "/" + late.actor())
                        .param("at", utc(now))
                        .update()
                > 0;
        if (first) {
            Dossier file = files.dossier(late.officeId(), late.registration());
            List<OfficerProfile> whose = late.holder() > 0
                    ? List.of(officers.profile(late.officeId(), late.holder()))
                    : officers.inRole(late.officeId(), late.actor());
            for (OfficerProfile officer : whose) {
                tell(
                        NoticeEvent.WORK_LATE,
                        file,
                        officer,
                        late.dueAt(),
                        "LATE/" + late.registration() + "/" + late.actor() + "/" + officer.id());
            }
        }
        return first;
    }

    private void tell(NoticeEvent event, Dossier file, OfficerProfile officer, Instant due, String dedupeKey) {
        if (officer.email().isEmpty()) {
            return;
        }
        notices.post(new NewNotice(
                file.officeId(),
                event,
                Subject.file(file.registration()),
                file.service().code(),
                recipient(officer),
                applicants.fields(
                        event,
                        file,
                        Map.of(
                                "step", file.step().shortName().in(Texts.INDONESIAN),
                                "due", applicants.date(file.officeId(), due))),
                dedupeKey,
                List.of(Channel.EMAIL)));
    }
}
