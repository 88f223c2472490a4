package id.loket.complaint;

import id.loket.notice.MailThreads;
import id.loket.notice.Subject;
import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets who complained when the time for which that is kept is over (UU 27/2022): name, address, numbers, what was put right about them,
 * scans that may tell, the thread of mails. What was complained about, decided and answered stays, with its number, for book and report.
 */
@Component
class ComplaintRetention {

    private static final int BATCH = 200;

    private record Due(int officeId, long id, String number) {}

    private final JdbcClient db;
    private final MailThreads threads;
    private final RetentionSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ComplaintRetention(
            JdbcClient db, MailThreads threads, RetentionSettings settings, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.threads = threads;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return of how many complaints it was forgotten who made them */
    int forget() {
        Instant now = clock.instant();
        int all = 0;
        List<Due> some;
        do {
            some = due(now.minus(settings.retention()));
            some.forEach(due -> transactions.executeWithoutResult(status -> forget(due, now)));
            all += some.size();
        } while (some.size() == BATCH);
        return all;
    }

    private List<Due> due(Instant closed) {
        return db.sql("""
                        select c.office_id, c.complaint_id as id, c.number from office o join complaint c using (office_id)
                        where c.closed_at <= :closed and c.forgotten_at is null
                        order by c.office_id, c.complaint_id limit :most
                        """)
                .param("closed", Timestamps.utc(closed))
                .param("most", BATCH)
                .query(Due.class)
                .list();
    }

    private void forget(Due due, Instant now) {
        update("update complainant set name = '', address = '', phone = '', fax = '', email = '' where office_id = :office and complaint_id = :id", due);
        update("update complaint_attachment set name = '', content = '' where office_id = :office and complaint_id = :id and identifying", due);
        db.sql("select forget_corrections(:office, :id)").param("office", due.officeId()).param("id", due.id()).query().listOfRows();
        threads.forget(due.officeId(), Subject.complaint(due.number()));
        db.sql("update complaint set forgotten_at = :now where office_id = :office and complaint_id = :id")
                .param("now", Timestamps.utc(now))
                .param("office", due.officeId())
                .param("id", due.id())
                .update();
    }

    private void update(String sql, Due due) {
        db.sql(sql).param("office", due.officeId()).param("id", due.id()).update();
    }
}
