package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.Status;
import id.loket.document.UploadCheck;
import id.loket.platform.security.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What belongs to a complaint: scanned letters, photos, minutes. Judged by content, kept as it came, never replaced. Who may not see the
 * complaint sees nothing of it.
 */
@Service
public class ComplaintAttachments {

    /** Of one complaint. */
    public static final int MOST = 20;

    /** Bytes, of all attachments of one complaint. */
    public static final long LARGEST_IN_ALL = 60L * 1024 * 1024;

    /** Bytes, of one attachment. */
    public static final int LARGEST = UploadCheck.LARGEST_FILE;

    /**
     * An attachment without its content.
     *
     * @param addedBy     number of the officer; 0 for the complainant
     * @param identifying may tell who complained: of an anonymous complaint only the desk sees it
     */
    public record Attachment(
            long id, String name, String mediaType, int size, Instant addedAt, long addedBy, boolean identifying) {}

    /** An attachment to look at. */
    public record Content(String name, String mediaType, byte[] bytes) {}

    private final JdbcClient db;
    private final ComplaintStore store;
    private final UploadCheck uploads;
    private final Clock clock;

    ComplaintAttachments(JdbcClient db, ComplaintStore store, UploadCheck uploads, Clock clock) {
        this.db = db;
        this.store = store;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** An attachment that was kept, or why not: a sentence of the bundle {@code document}. */
    public sealed interface Added {
        record Kept(long id) implements Added {}

        record Refused(UploadCheck.Refused why) implements Added {}
    }

    /**
     * Adds what an officer has: the desk, and whoever decides on the complaint.
     *
     * @param name as the browser names it; not trusted
     * @throws NoSuchComplaint  if it is none of the officer's business
     * @throws ComplaintRefused if the complaint has too many already
     */
    @Transactional
    public Added add(SignedIn by, String number, String name, InputStream content) throws IOException {
        Row row = store.lock(by.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        Complaints.requireConcerned(by, row);
        return add(row, by.officerId(), by.roles().contains(Rules.DESK), name, content);
    }

    /**
     * Adds what the complainant sends, by mail or on the page of the complaint, as long as it is open.
     *
     * @throws NoSuchComplaint  if there is no such complaint, or it is closed
     * @throws ComplaintRefused if the complaint has too many already
     */
    @Transactional
    public Added addByComplainant(int officeId, String number, String name, InputStream content) throws IOException {
        Row row = store.lock(officeId, number)
                .filter(complaint -> complaint.status() != Status.CLOSED)
                .orElseThrow(() -> new NoSuchComplaint(number));
        return add(row, 0, true, name, content);
    }

    private Added add(Row row, long by, boolean identifying, String name, InputStream content) throws IOException {
        record Sum(int count, long size) {}
        Sum there = db.sql("""
                        select count(*) as count, coalesce(sum(size), 0) as size
                        from complaint_attachment where office_id = :office and complaint_id = :id
                        """)
                .param("office", row.officeId())
                .param("id", row.id())
                .query(Sum.class)
                .single();
        if (there.count() >= MOST) {
            throw ComplaintRefused.form(List.of(new Problem("attachment", "complaint.attachment.many")));
        }
        return switch (uploads.check(content, name, "Lampiran", LARGEST)) {
            case UploadCheck.Refused refused -> new Added.Refused(refused);
            case UploadCheck.Accepted accepted -> {
                if (there.size() + accepted.size() > LARGEST_IN_ALL) {
                    throw ComplaintRefused.form(List.of(new Problem("attachment", "complaint.attachment.large")));
                }
                yield new Added.Kept(keep(row, by, identifying, accepted));
            }
        };
    }

    private long keep(Row row, long by, boolean identifying, UploadCheck.Accepted accepted) {
        return db.sql("""
                        insert into complaint_attachment
                            (office_id, complaint_id, name, media_type, sha256, size, content, added_at, added_by, identifying)
                        values (:office, :id, :name, :type, :sha, :size, :content, :at, :by, :identifying) returning attachment_id
                        """)
                .param("office", row.officeId())
                .param("id", row.id())
                .param("name", accepted.safeName())
                .param("type", accepted.mediaType())
                .param("sha", HexFormat.of().parseHex(accepted.sha256()))
                .param("size", (int) accepted.size())
                .param("content", accepted.content())
                .param("at", utc(clock.instant()))
                .param("by", by)
                .param("identifying", identifying)
                .query(Long.class)
                .single();
    }

    /** The attachments of a complaint that the officer may see, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(SignedIn officer, String number) {
        Row row = visible(officer, number);
        return list(row, seesAll(officer, row));
    }

    /** Those that the complainant added. */
    @Transactional(readOnly = true)
    public List<Attachment> ofComplainant(int officeId, String statusCode) {
        Row row = store.findByCode(officeId, statusCode).orElseThrow(() -> new NoSuchComplaint(""));
        return list(row, true).stream().filter(attachment -> attachment.addedBy() == 0).toList();
    }

    private List<Attachment> list(Row row, boolean all) {
        return db.sql("""
                        select attachment_id, name, media_type, size, added_at, added_by, identifying
                        from complaint_attachment
                        where office_id = :office and complaint_id = :id and name <> '' and (:all or not identifying)
                        order by attachment_id
                        """)
                .param("all", all)
                .param("office", row.officeId())
                .param("id", row.id())
                .query((line, n) -> new Attachment(
                        line.getLong("attachment_id"),
                        line.getString("name"),
                        line.getString("media_type"),
                        line.getInt("size"),
                        instant(line, "added_at"),
                        line.getLong("added_by"),
                        line.getBoolean("identifying")))
                .list();
    }

    /** One attachment of a complaint that the officer may see; empty if there is none such. */
    @Transactional(readOnly = true)
    public Optional<Content> content(SignedIn officer, String number, long id) {
        Row row = visible(officer, number);
        return db.sql("""
                        select name, media_type, content from complaint_attachment
                        where office_id = :office and complaint_id = :complaint and attachment_id = :id and name <> ''
                          and (:all or not identifying)
                        """)
                .param("all", seesAll(officer, row))
                .param("office", row.officeId())
                .param("complaint", row.id())
                .param("id", id)
                .query((line, n) -> new Content(line.getString("name"), line.getString("media_type"), line.getBytes("content")))
                .optional();
    }

    /**
     * Lets those who decide on an anonymous complaint see an attachment: the desk has looked at it, and it doesn't tell who complained.
     *
     * @return whether there was such an attachment
     * @throws NoSuchComplaint if the officer isn't of the desk, or there is no such complaint
     */
    @Transactional
    public boolean release(SignedIn by, String number, long id) {
        Row row = visible(by, number);
        if (!by.roles().contains(Rules.DESK)) {
            throw new NoSuchComplaint(number);
        }
        return db.sql("""
                        update complaint_attachment set identifying = false
                        where office_id = :office and complaint_id = :complaint and attachment_id = :id
                        """)
                        .param("office", row.officeId())
                        .param("complaint", row.id())
                        .param("id", id)
                        .update()
                > 0;
    }

    private Row visible(SignedIn officer, String number) {
        Row row = store.find(officer.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        Complaints.requireConcerned(officer, row);
        return row;
    }

    private static boolean seesAll(SignedIn officer, Row row) {
        return MaySee.complainant(officer.roles(), row.complainant().anonymous());
    }
}
