package id.loket.complaint.mail;

import id.loket.complaint.RetentionSettings;
import id.loket.platform.db.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blanks mails when it is forgotten who complained; of mails that belong to no complaint, when the same time has passed since they came. */
@Component
class MailRetention {

    private final JdbcClient db;
    private final RetentionSettings settings;
    private final Clock clock;

    MailRetention(JdbcClient db, RetentionSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many mails were blanked */
    int forget() {
        return db.sql("""
                        update complaint_mail m
                        set sender = '', sender_name = '', subject = '', text = '', message_id = '', mentioned = '', detail = '', left_out = '', raw = null
                        from office o
                        where o.office_id = m.office_id and m.taken_at <= :before and not m.waits
                          and (m.sender <> '' or m.subject <> '' or m.text <> '')
                          and (m.complaint_id is null
                               or exists (
                                   select from complaint c
                                   where c.office_id = m.office_id and c.complaint_id = m.complaint_id and c.forgotten_at is not null))
                        """)
                .param("before", Timestamps.utc(clock.instant().minus(settings.retention())))
                .update();
    }
}
