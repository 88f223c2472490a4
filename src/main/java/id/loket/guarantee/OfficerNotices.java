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
import id.loket.platform.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells officers by e-mail of work that is theirs: an inspection they are to go to, a file at their step whose promise has passed. */
@Component
class OfficerNotices {

    /** What became late longer ago is on the work lists all along; nobody is told of it after a job was down for so long. */
    private static final Duration LATEST_NEWS = Duration.ofDays(14);

    private record Late(int officeId, String registration, String actor, long holder, Instant dueAt) {}

    private final JdbcClient db;
    private final Notices notices;
    private final CaseFileReader files;
    private final Officers officers;
    private final Applicants applicants;
    private final OneByOne oneByOne;
    private final Clock clock;

    OfficerNotices(
            JdbcClient db,
            Notices notices,
            CaseFileReader files,
            Officers officers,
            Applicants applicants,
            OneByOne oneByOne,
            Clock clock) {
        this.db = db;
        this.notices = notices;
        this.files = files;
        this.officers = officers;
        this.applicants = applicants;
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
                new Recipient(officer.name(), "", officer.email(), "", "id"),
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
