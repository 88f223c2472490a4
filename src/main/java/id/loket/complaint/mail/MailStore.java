package id.loket.complaint.mail;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

import id.loket.complaint.ComplaintAttachments;
import id.loket.complaint.handling.Status;
import id.loket.complaint.mail.ReceivedMail.Act;
import id.loket.complaint.mail.ReceivedMail.Done;
import id.loket.complaint.mail.ReceivedMail.Fate;
import id.loket.complaint.mail.ReceivedMail.Reason;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that came in, and where reading the mailbox stands. */
@Repository
class MailStore {

    /** Where a mailbox was left. */
    record Position(long uidValidity, long lastUid) {}

    /**
     * A complaint to which a mail may belong.
     *
     * @param email of the complainant
     */
    record Known(String number, String statusCode, String email, Status status) {}

    private static final String SELECT =
            """
            select m.mail_id, m.sender, m.sender_name, m.subject, %s as text, m.size, m.sent_at, m.taken_at, m.fate, m.reason, m.detail,
                m.left_out, c.number, m.waits
            from complaint_mail m left join complaint c on c.office_id = m.office_id and c.complaint_id = m.complaint_id
            where m.office_id = :office
            """;

    private final JdbcClient db;

    MailStore(JdbcClient db) {
        this.db = db;
    }

    Position position(int officeId, String mailbox) {
        return db.sql("select uid_validity, last_uid from complaint_mailbox where office_id = :office and mailbox = :mailbox")
                .param("office", officeId)
                .param("mailbox", mailbox)
                .query(Position.class)
                .optional()
                .orElse(new Position(0, 0));
    }

    void moveOn(int officeId, String mailbox, Position to) {
        db.sql("""
                        insert into complaint_mailbox (office_id, mailbox, uid_validity, last_uid, trouble)
                        values (:office, :mailbox, :validity, :uid, '')
                        on conflict (office_id, mailbox) do update set uid_validity = :validity, last_uid = :uid
                        """)
                .param("office", officeId)
                .param("mailbox", mailbox)
                .param("validity", to.uidValidity())
                .param("uid", to.lastUid())
                .update();
    }

    /** @param trouble "" for none */
    void told(int officeId, String mailbox, String trouble, Instant now) {
        db.sql("""
                        insert into complaint_mailbox as m (office_id, mailbox, uid_validity, last_uid, read_at, trouble, trouble_since)
                        values (:office, :mailbox, 0, 0, case when :trouble = '' then :now::timestamptz end, :trouble,
                            case when :trouble <> '' then :now::timestamptz end)
                        on conflict (office_id, mailbox) do update set trouble = :trouble,
                            read_at = case when :trouble = '' then :now::timestamptz else m.read_at end,
                            trouble_since = case when :trouble = '' then null else coalesce(m.trouble_since, :now::timestamptz) end
                        """)
                .param("office", officeId)
                .param("mailbox", mailbox)
                .param("trouble", trouble)
                .param("now", utc(now))
                .update();
    }

    Optional<MailboxState> state(int officeId, String mailbox) {
        return db.sql("""
                        select read_at, trouble, trouble_since from complaint_mailbox
                        where office_id = :office and mailbox = :mailbox
                        """)
                .param("office", officeId)
                .param("mailbox", mailbox)
                .query((row, n) -> new MailboxState(
                        instant(row, "read_at"), row.getString("trouble"), instant(row, "trouble_since")))
                .optional();
    }

    /** @return empty if this mail was taken before */
    Optional<Long> claim(int officeId, String fingerprint, ReadMail mail, String mentioned, long size, Fate fate, Instant now) {
        return db.sql("""
                        insert into complaint_mail (office_id, fingerprint, message_id, mentioned, sender, sender_name, subject, text, size,
                            sent_at, taken_at, fate, reason, detail, left_out, waits)
                        values (:office, :fingerprint, :message, :mentioned, :sender, :name, :subject, :text, :size,
                            :sent, :now, :fate, '', '', '', false)
                        on conflict (office_id, fingerprint) do nothing
                        returning mail_id
                        """)
                .param("office", officeId)
                .param("fingerprint", fingerprint)
                .param("message", mail.messageId())
                .param("mentioned", mentioned)
                .param("sender", mail.sender())
                .param("name", mail.senderName())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("size", size)
                .param("sent", utc(mail.sentAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .param("fate", fate.name())
                .query(Long.class)
                .optional();
    }

    void quarantine(int officeId, long id, Reason reason, String detail, byte[] raw) {
        db.sql("""
                        update complaint_mail set fate = 'QUARANTINED', reason = :reason, detail = :detail, raw = :raw, waits = true
                        where office_id = :office and mail_id = :id
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("reason", reason.name())
                .param("detail", detail)
                .param("raw", raw, Types.BINARY)
                .update();
    }

    /** @param complaint its number; "" for none */
    void settle(int officeId, long id, Fate fate, String complaint, List<String> leftOut, boolean waits) {
        db.sql("""
                        update complaint_mail set fate = :fate, left_out = :left, waits = :waits, raw = null,
                            complaint_id = (select complaint_id from complaint where office_id = :office and number = :number)
                        where office_id = :office and mail_id = :id
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("fate", fate.name())
                .param("number", complaint)
                .param("left", String.join("\n", leftOut))
                .param("waits", waits)
                .update();
    }

    int from(int officeId, String sender, Instant since) {
        return db.sql("select count(*) from complaint_mail where office_id = :office and sender = :sender and taken_at > :since")
                .param("office", officeId)
                .param("sender", sender)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    Optional<Known> complaint(int officeId, String number) {
        return db.sql("""
                        select c.number, c.status_code, p.email, c.status
                        from complaint c join complainant p using (office_id, complaint_id)
                        where c.office_id = :office and c.number = :number
                        """)
                .param("office", officeId)
                .param("number", number)
                .query(Known.class)
                .optional();
    }

    /** Whether a complaint can take one attachment more. */
    boolean hasRoom(int officeId, String number, long size) {
        return db.sql("""
                        select count(*) < :most and coalesce(sum(a.size), 0) + :size <= :largest
                        from complaint_attachment a join complaint c using (office_id, complaint_id)
                        where c.office_id = :office and c.number = :number
                        """)
                .param("office", officeId)
                .param("number", number)
                .param("size", size)
                .param("most", ComplaintAttachments.MOST)
                .param("largest", ComplaintAttachments.LARGEST_IN_ALL)
                .query(Boolean.class)
                .single();
    }

    /** The mail held until the transaction ends, if it waits. */
    Optional<ReceivedMail> lockWaiting(int officeId, long id) {
        return db.sql(SELECT.formatted("m.text") + " and m.mail_id = :id and m.waits for update of m")
                .param("office", officeId)
                .param("id", id)
                .query(MailStore::mail)
                .optional();
    }

    byte[] raw(int officeId, long id) {
        return db.sql("select raw from complaint_mail where office_id = :office and mail_id = :id")
                .param("office", officeId)
                .param("id", id)
                .query((row, n) -> row.getBytes("raw"))
                .single();
    }

    Optional<ReceivedMail> find(int officeId, long id) {
        return db.sql(SELECT.formatted("m.text") + " and m.mail_id = :id")
                .param("office", officeId)
                .param("id", id)
                .query(MailStore::mail)
                .optional();
    }

    /** The mails of a complaint, oldest first. */
    List<ReceivedMail> of(int officeId, String complaint) {
        return db.sql(SELECT.formatted("''") + " and c.number = :complaint order by m.mail_id")
                .param("office", officeId)
                .param("complaint", complaint)
                .query(MailStore::mail)
                .list();
    }

    List<ReceivedMail> waiting(int officeId) {
        return db.sql(SELECT.formatted("''") + " and m.waits order by m.mail_id limit 200")
                .param("office", officeId)
                .query(MailStore::mail)
                .list();
    }

    /** The newest that don't wait. */
    List<ReceivedMail> newest(int officeId, Set<Fate> fates, int most) {
        return db.sql(SELECT.formatted("''") + " and not m.waits and m.fate in (:fates) order by m.mail_id desc limit :most")
                .param("office", officeId)
                .param("fates", fates.stream().map(Fate::name).toList())
                .param("most", most)
                .query(MailStore::mail)
                .list();
    }

    void act(SignedIn by, long mailId, Act act, String reason, Instant now) {
        db.sql("""
                        insert into complaint_mail_act (office_id, mail_id, at, officer_id, name, act, reason)
                        values (:office, :mail, :now, :officer, :name, :act, :reason)
                        """)
                .param("office", by.officeId())
                .param("mail", mailId)
                .param("now", utc(now))
                .param("officer", by.officerId())
                .param("name", by.name())
                .param("act", act.name())
                .param("reason", reason)
                .update();
    }

    List<Done> acts(int officeId, long mailId) {
        return db.sql("select at, name, act, reason from complaint_mail_act where office_id = :office and mail_id = :mail order by act_id")
                .param("office", officeId)
                .param("mail", mailId)
                .query((row, n) ->
                        new Done(instant(row, "at"), row.getString("name"), Act.valueOf(row.getString("act")), row.getString("reason")))
                .list();
    }

    private static ReceivedMail mail(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        String number = row.getString("number");
        return new ReceivedMail(
                row.getLong("mail_id"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                row.getString("text"),
                row.getLong("size"),
                instant(row, "sent_at"),
                instant(row, "taken_at"),
                Fate.valueOf(row.getString("fate")),
                reason.isEmpty() ? null : Reason.valueOf(reason),
                row.getString("detail"),
                row.getString("left_out").lines().toList(),
                number == null ? "" : number,
                row.getBoolean("waits"));
    }
}
