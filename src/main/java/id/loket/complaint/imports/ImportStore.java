package id.loket.complaint.imports;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.handling.Medium;
import id.loket.complaint.imports.Upload.Made;
import id.loket.complaint.imports.Upload.State;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded tables in the database. */
@Repository
class ImportStore {

    private static final String SELECT =
            """
            select i.import_id, i.medium, i.file_name, i.name, i.uploaded_at, i.state, i.done_at, i.known, i.faulty,
                (select count(*) from complaint_imported m where m.office_id = i.office_id and m.import_id = i.import_id) as made
            from complaint_import i where i.office_id = :office
            """;

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    long insert(SignedIn by, Medium medium, String fileName, byte[] content, Instant now) {
        return db.sql("""
                        insert into complaint_import
                            (office_id, medium, file_name, content, officer_id, name, uploaded_at, state, known, faulty)
                        values (:office, :medium, :file, :content, :officer, :name, :now, 'WAITING', 0, 0) returning import_id
                        """)
                .param("office", by.officeId())
                .param("medium", medium.name())
                .param("file", fileName)
                .param("content", content)
                .param("officer", by.officerId())
                .param("name", by.name())
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    Optional<Upload> find(int officeId, long id) {
        return db.sql(SELECT + " and i.import_id = :id")
                .param("office", officeId)
                .param("id", id)
                .query(ImportStore::upload)
                .optional();
    }

    /** The content of what waits; empty where nothing of this number does. */
    Optional<byte[]> content(int officeId, long id) {
        return content("select content from complaint_import where office_id = :office and import_id = :id and state = 'WAITING'", officeId, id);
    }

    /** The same, held until the transaction ends. */
    Optional<byte[]> lock(int officeId, long id) {
        return content(
                "select content from complaint_import where office_id = :office and import_id = :id and state = 'WAITING' for update",
                officeId,
                id);
    }

    private Optional<byte[]> content(String sql, int officeId, long id) {
        return db.sql(sql).param("office", officeId).param("id", id).query((row, n) -> row.getBytes("content")).optional();
    }

    List<Upload> newest(int officeId, int most) {
        return db.sql(SELECT + " order by i.import_id desc limit :most")
                .param("office", officeId)
                .param("most", most)
                .query(ImportStore::upload)
                .list();
    }

    /** Out of which line of which table a complaint came; empty where it came otherwise. */
    Optional<Origin> of(int officeId, long complaintId) {
        return db.sql("""
                        select i.import_id, m.line, i.file_name, i.done_at, i.name
                        from complaint_imported m join complaint_import i using (office_id, import_id)
                        where m.office_id = :office and m.complaint_id = :complaint
                        """)
                .param("office", officeId)
                .param("complaint", complaintId)
                .query((row, n) -> new Origin(
                        row.getLong("import_id"), row.getInt("line"), row.getString("file_name"), instant(row, "done_at"), row.getString("name")))
                .optional();
    }

    List<Made> made(int officeId, long id) {
        return db.sql("""
                        select m.line, c.number, c.subject from complaint_imported m join complaint c using (office_id, complaint_id)
                        where m.office_id = :office and m.import_id = :id order by m.line
                        """)
                .param("office", officeId)
                .param("id", id)
                .query(Made.class)
                .list();
    }

    void made(int officeId, long id, int line, String number) {
        db.sql("""
                        insert into complaint_imported (office_id, complaint_id, import_id, line)
                        select office_id, complaint_id, :id, :line from complaint where office_id = :office and number = :number
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("line", line)
                .param("number", number)
                .update();
    }

    /** Ends what waits; its content, which tells who complained, goes. */
    void end(int officeId, long id, State state, int known, int faulty, Instant now) {
        db.sql("""
                        update complaint_import set state = :state, content = null, done_at = :now, known = :known, faulty = :faulty
                        where office_id = :office and import_id = :id
                        """)
                .param("state", state.name())
                .param("now", utc(now))
                .param("known", known)
                .param("faulty", faulty)
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    /** @return how many uploads were thrown away */
    int discardOlder(Instant than, Instant now) {
        return db.sql("""
                        update complaint_import i set state = 'DISCARDED', content = null, done_at = :now
                        from office o where o.office_id = i.office_id and i.state = 'WAITING' and i.uploaded_at < :than
                        """)
                .param("now", utc(now))
                .param("than", utc(than))
                .update();
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        return new Upload(
                row.getLong("import_id"),
                Medium.valueOf(row.getString("medium")),
                row.getString("file_name"),
                row.getString("name"),
                instant(row, "uploaded_at"),
                State.valueOf(row.getString("state")),
                instant(row, "done_at"),
                row.getInt("known"),
                row.getInt("faulty"),
                row.getInt("made"));
    }
}
