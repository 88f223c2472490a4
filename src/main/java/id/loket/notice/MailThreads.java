package id.loket.notice;

import id.loket.notice.Receipts.Fate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails of the office that somebody answers, and that come back. */
@Service
public class MailThreads {

    private final JdbcClient db;
    private final Receipts receipts;
    private final Clock clock;

    MailThreads(JdbcClient db, Receipts receipts, Clock clock) {
        this.db = db;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * A mail came back: its notice has failed, and the next way is gone where there is one. Anybody may send what looks like a mail that
     * comes back, so it counts only where it names the recipient of that notice.
     *
     * @param messageId of the mail that came back
     * @param recipient who didn't get it, in small letters
     * @param status    such as {@code 5.1.1}
     * @return what that notice was about; empty if the office sent no such mail to that recipient
     */
    @Transactional
    public Optional<Subject> cameBack(int officeId, String messageId, String recipient, String status) {
        record Sent(String carrier, String kind, String key) {}
        Optional<Sent> sent = db.sql("""
                        select carrier, subject_kind as kind, subject_key as key from notice
                        where office_id = :office and reference = :message and channel = 'EMAIL' and lower(address) = :recipient
                        """)
                .param("office", officeId)
                .param("message", messageId)
                .param("recipient", recipient)
                .query(Sent.class)
                .optional();
        sent.ifPresent(mail -> receipts.report(mail.carrier(), messageId, Fate.FAILED, "mail came back " + status, clock.instant()));
        return sent.map(mail -> new Subject(mail.kind(), mail.key()));
    }

    /** What the mails with these {@code Message-ID}s were about, the newest first. */
    @Transactional(readOnly = true)
    public List<Subject> about(int officeId, Set<String> messageIds) {
        return db.sql("""
                        select subject_kind, subject_key from notice
                        where office_id = :office and reference <> '' and reference in (:ids) and channel = 'EMAIL' order by notice_id desc
                        """)
                .param("office", officeId)
                .param("ids", messageIds.isEmpty() ? Set.of("") : messageIds)
                .query((row, n) -> new Subject(row.getString("subject_kind"), row.getString("subject_key")))
                .list();
    }

    /** Lets the mails about something that haven't gone out yet stand in the thread of this one. */
    @Transactional
    public void join(int officeId, Subject subject, String messageId) {
        db.sql("""
                        update notice set headers = :headers
                        where office_id = :office and subject_kind = :kind and subject_key = :key and channel = 'EMAIL'
                          and state = 'CREATED' and headers = ''
                        """)
                .param("headers", "In-Reply-To: " + messageId + "\nReferences: " + messageId)
                .param("office", officeId)
                .param("kind", subject.kind())
                .param("key", subject.key())
                .update();
    }
}
