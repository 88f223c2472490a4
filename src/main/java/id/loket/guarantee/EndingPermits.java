package id.loket.guarantee;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells holders that their permit ends soon, once. */
@Component
class EndingPermits {

    /** So long before the last day. */
    private static final int DAYS_BEFORE = 60;

    private record Ending(int officeId, String registration, String number, LocalDate validUntil) {}

    private final JdbcClient db;
    private final Notices notices;
    private final CaseFileReader files;
    private final Applicants applicants;
    private final OfficeDirectory offices;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EndingPermits(
            JdbcClient db,
            Notices notices,
            CaseFileReader files,
            Applicants applicants,
            OfficeDirectory offices,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.notices = notices;
        this.files = files;
        this.applicants = applicants;
        this.offices = offices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many holders were told */
    int tell() {
        Instant now = clock.instant();
        int told = 0;
        for (Ending ending : endingBy(now)) {
            if (Boolean.TRUE.equals(transactions.execute(status -> tell(ending, now)))) {
                told++;
            }
        }
        return told;
    }

    private List<Ending> endingBy(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return db.sql("""
                        select p.office_id, f.registration, p.number, p.valid_until from permit p join case_file f using (office_id, file_id)
                        where p.status = 'ISSUED' and f.status = 'DELIVERED' and p.valid_until between :today and :latest
                          and not exists (select from told_once t where t.office_id = p.office_id and t.what = 'ENDING/' || f.registration)
                        order by p.valid_until limit 500
                        """)
                .param("today", today)
                .param("latest", today.plusDays(DAYS_BEFORE))
                .query(Ending.class)
                .list();
    }

    private boolean tell(Ending ending, Instant now) {
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
            CaseFileView file = files.of(ending.officeId(), ending.registration());
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
