package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.notice.Notices;
import id.loket.notice.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails of complaints: an answer stands in their thread (PGD-g), and a further mail finds its complaint. */
@Service
public class ComplaintThreads {

    /** Characters; mail programs need the first and the last mails of a thread only. */
    private static final int LONGEST_REFERENCES = 900;

    private record Mail(String messageId, String mentioned, String subject, Instant at) {}

    private final JdbcClient db;
    private final Notices notices;

    ComplaintThreads(JdbcClient db, Notices notices) {
        this.db = db;
        this.notices = notices;
    }

    /**
     * Keeps that a mail belongs to a complaint, in the caller's transaction.
     *
     * @param messageId  with its angle brackets
     * @param references of the mail, as they stand there; "" for none
     * @return whether it is new: the same mail belongs to one complaint only
     * @throws NoSuchComplaint if the office has none of this number
     */
    @Transactional
    public boolean add(int officeId, String number, String messageId, String references, String subject, Instant at) {
        long id = db.sql("select complaint_id from complaint where office_id = :office and number = :number")
                .param("office", officeId)
                .param("number", number)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NoSuchComplaint(number));
        return db.sql("""
                        insert into complaint_thread (office_id, message_id, complaint_id, mentioned, subject, at)
                        values (:office, :message, :id, :references, :subject, :at) on conflict do nothing
                        """)
                        .param("office", officeId)
                        .param("message", line(messageId))
                        .param("id", id)
                        .param("references", line(references))
                        .param("subject", line(subject))
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    /**
     * The complaint to which mails belong that a new one answers, be they the complainant's or the office's.
     *
     * @param messageIds of In-Reply-To and References
     */
    @Transactional(readOnly = true)
    public Optional<String> find(int officeId, Set<String> messageIds) {
        return db.sql("""
                        select c.number from complaint_thread t join complaint c using (office_id, complaint_id)
                        where t.office_id = :office and t.message_id in (:ids) order by t.at desc limit 1
                        """)
                .param("office", officeId)
                .param("ids", messageIds.isEmpty() ? Set.of("") : messageIds)
                .query(String.class)
                .optional()
                .or(() -> notices.ofMails(officeId, messageIds).stream()
                        .filter(subject -> subject.equals(Subject.complaint(subject.key())))
                        .map(Subject::key)
                        .findFirst());
    }

    /** The subject of an answer to the last mail; empty where no mail came. */
    Optional<String> subject(int officeId, long complaintId) {
        return last(officeId, complaintId)
                .map(mail -> mail.subject().matches("(?is)re:.*") ? mail.subject() : ("Re: " + mail.subject()).strip());
    }

    /** The headers that put an answer into the thread, and say that a person wrote it. */
    Map<String, String> headers(int officeId, long complaintId) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Auto-Submitted", "no"));
        last(officeId, complaintId).ifPresent(mail -> {
            String all = (mail.mentioned() + " " + mail.messageId()).strip();
            headers.put("In-Reply-To", mail.messageId());
            headers.put("References", all.length() <= LONGEST_REFERENCES ? all : mail.messageId());
        });
        return headers;
    }

    private Optional<Mail> last(int officeId, long complaintId) {
        return db.sql("""
                        select message_id, mentioned, subject, at from complaint_thread
                        where office_id = :office and complaint_id = :id order by at desc, message_id limit 1
                        """)
                .param("office", officeId)
                .param("id", complaintId)
                .query((row, n) -> new Mail(
                        row.getString("message_id"), row.getString("mentioned"), row.getString("subject"), instant(row, "at")))
                .optional();
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
