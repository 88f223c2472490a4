package id.loket.permit;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.platform.security.PublicCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permits and letters in the database. */
@Repository
class PermitStore {

    static final String PERMIT = "PERMIT";
    static final String REJECTION = "REJECTION";

    private static final String COLUMNS =
            """
            select p.office_id, p.file_id, f.registration, p.service, f.service_version, p.status, p.verification_code, p.holder_name,
                   p.valid_until, p.signed_at, p.signatory_name, p.signatory_nip, p.number, p.numbered_at, p.issued_at, p.revoked_at,
                   p.revoked_why, p.refused_why
            """;

    private static final String SELECT = COLUMNS + " from permit p join case_file f using (office_id, file_id)";

    private final JdbcClient db;

    PermitStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Permit> find(int officeId, long fileId) {
        return db.sql(SELECT + " where p.office_id = :office and p.file_id = :file")
                .param("office", officeId)
                .param("file", fileId)
                .query(PermitStore::permit)
                .optional();
    }

    Optional<Permit> byRegistration(int officeId, String registration) {
        return db.sql(SELECT + " where f.office_id = :office and f.registration = :registration")
                .param("office", officeId)
                .param("registration", registration)
                .query(PermitStore::permit)
                .optional();
    }

    Optional<Permit> byVerificationCode(int officeId, String code) {
        return db.sql(SELECT + " where p.office_id = :office and p.verification_code = :code")
                .param("office", officeId)
                .param("code", code)
                .query(PermitStore::permit)
                .optional();
    }

    /** Begins the permit of a file, or its letter of refusal where there are reasons for one, or begins it again after the letter came back: unsigned, with the code and any number it had. */
    Permit prepare(int officeId, long fileId, String service, String holderName, LocalDate validUntil, String refusedWhy) {
        return db.sql("""
                        with p as (
                        insert into permit (office_id, file_id, service, status, verification_code, holder_name, valid_until,
                            signatory_name, signatory_nip, revoked_why, refused_why)
                        values (:office, :file, :service, 'DRAFT', :code, :holder, :validUntil, '', '', '', :refusedWhy)
                        on conflict (office_id, file_id) do update set
                            status = 'DRAFT', holder_name = :holder, valid_until = :validUntil, signed_at = null, signed_by = null,
                            signatory_name = '', signatory_nip = '', issued_at = null, refused_why = :refusedWhy
                        returning *
                        )
                        """ + COLUMNS + " from p join case_file f using (office_id, file_id)")
                .param("office", officeId)
                .param("file", fileId)
                .param("refusedWhy", refusedWhy)
                .param("service", service)
                .param("code", PublicCode.next())
                .param("holder", holderName)
                .param("validUntil", validUntil, Types.DATE)
                .query(PermitStore::permit)
                .single();
    }

    /** Marks the letter signed; numbered already, it is in force with that, or the refusal is. */
    Permit sign(int officeId, long fileId, Instant at, LocalDate validUntil, long by, String name, String nip) {
        return changed("signed_at = :at, signed_by = :by, signatory_name = :name, signatory_nip = :nip, ", "number is not null", at, validUntil)
                .param("by", by)
                .param("name", name)
                .param("nip", nip)
                .param("office", officeId)
                .param("file", fileId)
                .query(PermitStore::permit)
                .single();
    }

    /** Gives the letter its number; signed already, it is in force with that, or the refusal is. */
    Permit number(
            int officeId, long fileId, Instant at, LocalDate validUntil, String series, int year, long seq, String number) {
        return changed("series = :series, year = :year, seq = :seq, number = :number, numbered_at = :at, ", "signed_at is not null", at, validUntil)
                .param("series", series)
                .param("year", year)
                .param("seq", seq)
                .param("number", number)
                .param("office", officeId)
                .param("file", fileId)
                .query(PermitStore::permit)
                .single();
    }

    /** The same for a letter that has its number from before it came back. */
    Permit issueIfSigned(int officeId, long fileId, Instant at, LocalDate validUntil) {
        return changed("", "signed_at is not null", at, validUntil)
                .param("office", officeId)
                .param("file", fileId)
                .query(PermitStore::permit)
                .single();
    }

    /**
     * Changes a permit and issues it where the rest is there.
     *
     * @param rest       what must be there already
     * @param validUntil null for no end; a refusal has none
     */
    private JdbcClient.StatementSpec changed(String set, String rest, Instant at, LocalDate validUntil) {
        return db.sql("""
                        with p as (
                            update permit set %1$s
                                status = case when %2$s then case when refused_why = '' then 'ISSUED' else 'REFUSED' end else status end,
                                issued_at = case when %2$s then :at::timestamptz else issued_at end,
                                valid_until = case when %2$s then case when refused_why = '' then :validUntil::date end else valid_until end
                            where office_id = :office and file_id = :file
                            returning *
                        )
                        """.formatted(set, rest) + COLUMNS + " from p join case_file f using (office_id, file_id)")
                .param("at", utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("validUntil", validUntil, Types.DATE);
    }

    void unsign(int officeId, long fileId) {
        db.sql("""
                        update permit set signed_at = null, signed_by = null, signatory_name = '', signatory_nip = '', issued_at = null,
                            status = case when status in ('ISSUED', 'REFUSED') then 'DRAFT' else status end
                        where office_id = :office and file_id = :file
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .update();
    }

    void cancel(int officeId, long fileId) {
        db.sql("update permit set status = 'CANCELLED' where office_id = :office and file_id = :file and status <> 'REVOKED'")
                .param("office", officeId)
                .param("file", fileId)
                .update();
    }

    /** @return false if it was not in force */
    boolean revoke(int officeId, long fileId, Instant at, long by, String why) {
        return db.sql("""
                        update permit set status = 'REVOKED', revoked_at = :at, revoked_by = :by, revoked_why = :why
                        where office_id = :office and file_id = :file and status = 'ISSUED'
                        """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("why", why)
                        .param("office", officeId)
                        .param("file", fileId)
                        .update()
                == 1;
    }

    void keepLetter(int officeId, long fileId, String kind, Instant at, byte[] pdf) {
        db.sql("""
                        insert into letter (office_id, file_id, kind, revision, made_at, pdf)
                        select :office, :file, :kind, coalesce(max(revision), 0) + 1, :at, :pdf
                        from letter where office_id = :office and file_id = :file and kind = :kind
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("kind", kind)
                .param("at", utc(at))
                .param("pdf", pdf)
                .update();
    }

    Optional<byte[]> letter(int officeId, String registration, String kind) {
        return db.sql("""
                        select l.pdf from letter l join case_file f using (office_id, file_id)
                        where l.office_id = :office and f.registration = :registration and l.kind = :kind
                        order by l.revision desc limit 1
                        """)
                .param("office", officeId)
                .param("registration", registration)
                .param("kind", kind)
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }

    /** Whether a letter of rejection was drawn, and whether something was handed out. */
    record Kept(boolean rejection, boolean delivery) {}

    Kept kept(int officeId, long fileId) {
        return db.sql("""
                        select exists (select from letter where office_id = :office and file_id = :file and kind = :kind) as rejection,
                            exists (select from delivery where office_id = :office and file_id = :file) as delivery
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("kind", REJECTION)
                .query((row, n) -> new Kept(row.getBoolean("rejection"), row.getBoolean("delivery")))
                .single();
    }

    /** Whether the letter is of this status and was handed out. */
    boolean deliveredAs(Permit.Status status, int officeId, long fileId) {
        return db.sql("""
                        select exists (
                            select from permit join delivery using (office_id, file_id)
                            where office_id = :office and file_id = :file and status = :status)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("status", status.name())
                .query(Boolean.class)
                .single();
    }

    private static Permit permit(ResultSet row, int n) throws SQLException {
        return new Permit(
                row.getInt("office_id"),
                row.getLong("file_id"),
                row.getString("registration"),
                row.getString("service"),
                row.getInt("service_version"),
                Permit.Status.valueOf(row.getString("status")),
                row.getString("verification_code"),
                row.getString("holder_name"),
                row.getObject("valid_until", LocalDate.class),
                instant(row, "signed_at"),
                row.getString("signatory_name"),
                row.getString("signatory_nip"),
                row.getString("number"),
                instant(row, "numbered_at"),
                instant(row, "issued_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_why"),
                row.getString("refused_why"));
    }

    List<Permits.Ending> endingBetween(LocalDate from, LocalDate to) {
        return db.sql("""
                        select p.office_id, f.registration, p.number, p.valid_until
                        from office o join permit p using (office_id) join case_file f using (office_id, file_id)
                        where p.status = 'ISSUED' and f.status = 'DELIVERED' and p.valid_until between :from and :to
                        order by p.office_id, p.valid_until, f.registration
                        """)
                .param("from", from)
                .param("to", to)
                .query(Permits.Ending.class)
                .list();
    }
}
