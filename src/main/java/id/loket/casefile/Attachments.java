package id.loket.casefile;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.document.UploadCheck;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Texts;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
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

/** Scans that belong to a file. They are kept as they came, never replaced; a newer one stands beside the older. */
@Service
public class Attachments {

    /** The code of the scan of the signed letter, beside those of the requirements. */
    public static final String SIGNED_LETTER = "SIGNED_LETTER";

    /** A scan without its content. */
    public record Attachment(long id, String code, String name, String mediaType, int size, Instant addedAt) {}

    /** A scan to look at. */
    public record Content(String name, String mediaType, byte[] bytes) {}

    private final JdbcClient db;
    private final CaseFileStore files;
    private final Standards standards;
    private final UploadCheck uploads;
    private final Clock clock;

    Attachments(JdbcClient db, CaseFileStore files, Standards standards, UploadCheck uploads, Clock clock) {
        this.db = db;
        this.files = files;
        this.uploads = uploads;
        this.standards = standards;
        this.clock = clock;
    }

    /**
     * Adds a scan to an open file of the officer's office.
     *
     * @param code a requirement of the service, or {@link #SIGNED_LETTER}
     * @return the check's verdict; nothing is kept unless it is {@link UploadCheck.Accepted}
     */
    @Transactional
    public UploadCheck.Result add(SignedIn by, String registration, String code, String name, InputStream content)
            throws IOException {
        FileRow file = files.find(by.officeId(), registration)
                .filter(f -> f.status().open())
                .orElseThrow(() -> new NoSuchFile(registration));
        ServiceDefinition service = standards.of(file.officeId(), file.service(), file.serviceVersion());
        if (!service.sop().hasPart(by.roles())) {
            throw new NoSuchFile(registration);
        }
        UploadCheck.Result result = uploads.check(content, name, label(service, code), limit(service, code));
        if (result instanceof UploadCheck.Accepted accepted) {
            keep(by, file.fileId(), code, accepted);
        }
        return result;
    }

    /** Keeps a scan that was checked already, within the transaction that registers its file. */
    void keep(SignedIn by, long fileId, String code, UploadCheck.Accepted accepted) {
        db.sql("""
                            insert into attachment (office_id, file_id, code, name, media_type, sha256, size, content, added_at, added_by)
                            values (:office, :file, :code, :name, :type, :sha, :size, :content, :at, :by)
                            """)
                    .param("office", by.officeId())
                    .param("file", fileId)
                    .param("code", code)
                    .param("name", accepted.safeName())
                    .param("type", accepted.mediaType())
                    .param("sha", HexFormat.of().parseHex(accepted.sha256()))
                    .param("size", (int) accepted.size())
                    .param("content", accepted.content())
                    .param("at", utc(clock.instant()))
                    .param("by", by.officerId())
                    .update();
    }

    /** The scans of a file, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(int officeId, long fileId) {
        return db.sql("""
                        select attachment_id, code, name, media_type, size, added_at
                        from attachment where office_id = :office and file_id = :file order by attachment_id
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Attachment(
                        row.getLong("attachment_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getInt("size"),
                        instant(row, "added_at")))
                .list();
    }

    /** One scan of a file of the officer's office. */
    @Transactional(readOnly = true)
    public Optional<Content> content(SignedIn officer, String registration, long id) {
        return db.sql("""
                        select a.name, a.media_type, a.content from attachment a join case_file f using (office_id, file_id)
                        where a.office_id = :office and f.registration = :registration and a.attachment_id = :id
                        """)
                .param("office", officer.officeId())
                .param("registration", registration)
                .param("id", id)
                .query((row, n) -> new Content(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    private static int limit(ServiceDefinition service, String code) {
        return code.equals(SIGNED_LETTER) ? UploadCheck.LARGEST_FILE : requirement(service, code).maxBytes();
    }

    private static String label(ServiceDefinition service, String code) {
        return code.equals(SIGNED_LETTER) ? "Surat" : requirement(service, code).name().in(Texts.INDONESIAN);
    }

    private static Requirement requirement(ServiceDefinition service, String code) {
        return service.requirement(code).orElseThrow(() -> new NoSuchRequirement(code));
    }
}
