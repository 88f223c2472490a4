package id.loket.notice;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.notice.Receipts.Fate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails to and from the office as threads: what is written about something stands in the thread of the mails that came in about it, and
 * a further mail finds what it is about (PGD-g). Those that go out are known from their notices.
 */
@Service
public class MailThreads {

    /** Characters; mail programs need the first and the last mails of a thread only. */
    private static final int LONGEST_REFERENCES = 900;

    /**
     * What makes a mail the answer to another.
     *
     * @param headers {@code In-Reply-To} and {@code References}
     */
    public record Answer(String title, Map<String, String> headers) {

        private static Answer to(String messageId, String mentioned, String title) {
            String all = (mentioned + " " + messageId).strip();
            return new Answer(
                    title.matches("(?is)re:.*") ? title : ("Re: " + title).strip(),
                    Map.of("In-Reply-To", messageId, "References", all.length() <= LONGEST_REFERENCES ? all : messageId));
        }
    }

    private final JdbcClient db;
    private final Receipts receipts;
    private final Clock clock;

    MailThreads(JdbcClient db, Receipts receipts, Clock clock) {
        this.db = db;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Keeps that a mail came in about something. What waits to be mailed about it, and has no thread yet, stands in that of this mail.
     *
     * @param messageId  with its angle brackets
     * @param references of the mail, as they stand there; "" for none
     * @return whether it is new: the same mail is about one thing only
     */
    @Transactional
    public boolean add(int officeId, Subject about, String messageId, String references, String title, Instant at) {
        String id = line(messageId);
        boolean added = db.sql("""
                        insert into mail_thread (office_id, message_id, subject_kind, subject_key, mentioned, title, at)
                        values (:office, :message, :kind, :key, :references, :title, :at) on conflict do nothing
                        """)
                        .param("office", officeId)
                        .param("message", id)
                        .param("kind", about.kind())
                        .param("key", about.key())
                        .param("references", line(references))
                        .param("title", line(title))
                        .param("at", utc(at))
                        .update()
                > 0;
        if (added) {
            db.sql("""
                            update notice set headers = :headers
                            where office_id = :office and subject_kind = :kind and subject_key = :key and channel = 'EMAIL'
                              and state = 'CREATED' and headers = ''
                            """)
                    .param("headers", WrittenNotice.lines(Answer.to(id, line(references), title).headers()))
                    .param("office", officeId)
                    .param("kind", about.kind())
                    .param("key", about.key())
                    .update();
        }
        return added;
    }

    /**
     * What mails were about, be they somebody's or the office's; the newest first.
     *
     * @param messageIds such as those that a reply mentions
     */
    @Transactional(readOnly = true)
    public List<Subject> about(int officeId, Set<String> messageIds) {
        return db.sql("""
                        select subject_kind, subject_key, at from mail_thread where office_id = :office and message_id in (:ids)
                        union all
                        select subject_kind, subject_key, created_at from notice
                        where office_id = :office and reference <> '' and reference in (:ids) and channel = 'EMAIL'
                        order by at desc
                        """)
                .param("office", officeId)
                .param("ids", messageIds.isEmpty() ? Set.of("") : messageIds)
                .query((row, n) -> new Subject(row.getString("subject_kind"), row.getString("subject_key")))
                .list();
    }

    /** How to answer the last mail that came in about something; empty where none came. */
    @Transactional(readOnly = true)
    public Optional<Answer> answer(int officeId, Subject about) {
        return db.sql("""
                        select message_id, mentioned, title from mail_thread
                        where office_id = :office and subject_kind = :kind and subject_key = :key order by at desc, message_id limit 1
                        """)
                .param("office", officeId)
                .param("kind", about.kind())
                .param("key", about.key())
                .query((row, n) -> Answer.to(row.getString("message_id"), row.getString("mentioned"), row.getString("title")))
                .optional();
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

    /** Takes the mails away that came in about something whose time is over. */
    @Transactional
    public void forget(int officeId, Subject about) {
        db.sql("delete from mail_thread where office_id = :office and subject_kind = :kind and subject_key = :key")
                .param("office", officeId)
                .param("kind", about.kind())
                .param("key", about.key())
                .update();
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
