package id.loket.notice;

import id.loket.platform.db.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blanks addresses and texts when their time is over. States, times and tries stay: they are the proof. */
@Component
class NoticeRetention {

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final Clock clock;

    NoticeRetention(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return how many notices were blanked */
    int blank() {
        int all = 0;
        int some;
        do {
            some = blankSome();
            all += some;
        } while (some == BATCH);
        blankLetters();
        return all;
    }

    private int blankSome() {
        return db.sql("""
                        with old as (
                            select n.office_id, n.notice_id from office o join notice n using (office_id)
                            where n.blanked_at is null and n.keep_until <= :now
                              and n.state in ('SENT', 'DELIVERED', 'FAILED_FOR_GOOD', 'CANCELLED')
                            limit :most for update of n skip locked)
                        update notice n
                        set recipient_name = '', phone = '', email = '', postal_address = '', address = '', fields = '{}', title = '',
                            body = '', html = '', blanked_at = :now
                        from old where n.office_id = old.office_id and n.notice_id = old.notice_id
                        """)
                .param("now", Timestamps.utc(clock.instant()))
                .param("most", BATCH)
                .update();
    }

    /** A letter on paper is out of the house; what was kept of it goes with its notice. */
    private void blankLetters() {
        db.sql("""
                        update mailed_letter l set recipient = '', address = '', title = '', pdf = ''
                        from notice n
                        where n.office_id = l.office_id and n.notice_id = l.notice_id and n.blanked_at is not null and length(l.pdf) > 0
                        """)
                .update();
    }
}
