package id.loket.guarantee;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.Dossier;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.permit.Permits;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells holders that their permit ends soon, once. */
@Component
class EndingPermits {

    /** So long before the last day. */
    private static final int DAYS_BEFORE = 60;
    private static final int CATCH_UP_DAYS = 14;

    private final JdbcClient db;
    private final Permits permits;
    private final Notices notices;
    private final CaseFileReader files;
    private final Applicants applicants;
    private final OfficeDirectory offices;
    private final OneByOne oneByOne;
    private final Clock clock;

    EndingPermits(
            JdbcClient db,
            Permits permits,
            Notices notices,
            CaseFileReader files,
            Applicants applicants,
            OfficeDirectory offices,
            OneByOne oneByOne,
            Clock clock) {
        this.db = db;
        this.permits = permits;
        this.notices = notices;
        this.files = files;
        this.applicants = applicants;
        this.offices = offices;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * Tells those whose permit ends in {@value #DAYS_BEFORE} days, and those whom a job that was down for up to two weeks passed over.
     *
     * @return how many holders were told
     */
    int tell() {
        Instant now = clock.instant();
        LocalDate last = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_BEFORE);
        int told = 0;
        for (Permits.Ending ending : permits.endingBetween(last.minusDays(CATCH_UP_DAYS), last)) {
            if (oneByOne.does("telling of the end", ending.officeId(), ending.registration(), () -> tell(ending, now))) {
                told++;
            }
        }
        return told;
    }

    private boolean tell(Permits.Ending ending, Instant now) {
        boolean first = db.sql("""
                        insert into told_once (office_id, what, told_at) values (:office, :what, :at)
                        on conflict do nothing
                        """)
                        .param("office", ending.officeId())
                        .param("what", "ENDING/" + ending.registration())
                        .param("at", utc(now))
                        .update()
                > 0;
        if (first) {
            Dossier file = files.dossier(ending.officeId(), ending.registration());
            Instant until = ending.validUntil().atTime(12, 0).atZone(offices.byId(ending.officeId()).zone()).toInstant();
            notices.post(new NewNotice(
                    ending.officeId(),
                    NoticeEvent.PERMIT_EXPIRING,
                    Subject.file(ending.registration()),
                    file.service().code(),
                    applicants.recipient(file),
                    applicants.fields(
                            NoticeEvent.PERMIT_EXPIRING,
                            file,
                            Map.of("permit", ending.number(), "until", applicants.date(ending.officeId(), until))),
                    NoticeEvent.PERMIT_EXPIRING + "/" + ending.registration(),
                    List.of(Channel.SMS, Channel.EMAIL)));
        }
        return first;
    }
}
