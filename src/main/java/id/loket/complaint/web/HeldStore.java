package id.loket.complaint.web;

import id.loket.document.UploadCheck;
import id.loket.complaint.handling.Matter;
import id.loket.platform.db.Timestamps;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What isn't recorded yet, in the database. */
@Repository
class HeldStore {

    /**
     * A form that is held.
     *
     * @param form null once it is recorded
     */
    record Row(
            long id, String token, String link, String pin, int tries, int asked, WebForm form, String number, String statusCode) {}

    private static final String SELECT =
            """
            select held_id, token, link, pin, tries, asked, content::text, number, status_code from complaint_held
            where office_id = :office and expires_at > :now and\s""";

    private final JdbcClient db;
    private final JsonMapper json;

    HeldStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Row> find(int officeId, String token, Instant now) {
        return row(officeId, "token = :key", token, now);
    }

    /** The same, held until the transaction ends. */
    Optional<Row> lock(int officeId, String token, Instant now) {
        return row(officeId, "token = :key for update", token, now);
    }

    Optional<Row> byLink(int officeId, String link, Instant now) {
        return row(officeId, "link = :key", link, now);
    }

    private Optional<Row> row(int officeId, String which, String key, Instant now) {
        return db.sql(SELECT + which)
                .param("office", officeId)
                .param("key", key)
                .param("now", Timestamps.utc(now))
                .query((row, n) -> new Row(
                        row.getLong("held_id"),
                        row.getString("token"),
                        row.getString("link"),
                        row.getString("pin"),
                        row.getInt("tries"),
                        row.getInt("asked"),
                        row.getString("number").isEmpty() ? json.readValue(row.getString("content"), WebForm.class) : null,
                        row.getString("number"),
                        row.getString("status_code")))
                .optional();
    }

    /** Keeps the form, also anew; what was recorded stays as it is. */
    void keep(int officeId, String token, WebForm form, Instant until) {
        db.sql("""
                        insert into complaint_held
                            (office_id, token, link, pin, tries, asked, content, number, status_code, expires_at)
                        values (:office, :token, '', '', 0, 0, :content::jsonb, '', '', :until)
                        on conflict (office_id, token) do update
                        set content = excluded.content, expires_at = excluded.expires_at, link = '', pin = '', tries = 0
                        where complaint_held.number = ''
                        """)
                .param("office", officeId)
                .param("token", token)
                .param("content", json.writeValueAsString(form))
                .param("until", Timestamps.utc(until))
                .update();
    }

    void asked(int officeId, long id, String link, String pin, Instant until) {
        db.sql("""
                        update complaint_held set link = :link, pin = :pin, tries = 0, asked = asked + 1, expires_at = :until
                        where office_id = :office and held_id = :id
                        """)
                .param("link", link)
                .param("pin", pin)
                .param("until", Timestamps.utc(until))
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    void wrong(int officeId, long id, int mostTries) {
        db.sql("""
                        update complaint_held set tries = tries + 1, pin = case when tries + 1 >= :most then '' else pin end
                        where office_id = :office and held_id = :id
                        """)
                .param("most", mostTries)
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    void recorded(int officeId, long id, String number, String statusCode, Instant until) {
        db.sql("""
                        update complaint_held
                        set content = '{}', number = :number, status_code = :code, expires_at = :until
                        where office_id = :office and held_id = :id
                        """)
                .param("number", number)
                .param("code", statusCode)
                .param("until", Timestamps.utc(until))
                .param("office", officeId)
                .param("id", id)
                .update();
        db.sql("delete from complaint_held_file where office_id = :office and held_id = :id")
                .param("office", officeId)
                .param("id", id)
                .update();
    }

    List<HeldComplaints.HeldFile> files(int officeId, long id) {
        return db.sql("select file_id as id, name, size from complaint_held_file where office_id = :office and held_id = :held order by file_id")
                .param("office", officeId)
                .param("held", id)
                .query(HeldComplaints.HeldFile.class)
                .list();
    }

    /** Of the whole office, in bytes. */
    long heldBytes(int officeId) {
        return db.sql("select coalesce(sum(size), 0) from complaint_held_file where office_id = :office")
                .param("office", officeId)
                .query(Long.class)
                .single();
    }

    void addFile(int officeId, long id, UploadCheck.Accepted file) {
        db.sql("""
                        insert into complaint_held_file (office_id, held_id, name, media_type, sha256, size, content)
                        values (:office, :id, :name, :type, :sha, :size, :content)
                        """)
                .param("office", officeId)
                .param("id", id)
                .param("name", file.safeName())
                .param("type", file.mediaType())
                .param("sha", HexFormat.of().parseHex(file.sha256()))
                .param("size", (int) file.size())
                .param("content", file.content())
                .update();
    }

    void removeFiles(int officeId, long id, List<Long> files) {
        if (files.isEmpty()) {
            return;
        }
        db.sql("delete from complaint_held_file where office_id = :office and held_id = :id and file_id in (:files)")
                .param("office", officeId)
                .param("id", id)
                .param("files", files)
                .update();
    }

    /** The files become the recorded complaint's, within the database. */
    void moveFiles(int officeId, long id, String number, Instant now) {
        db.sql("""
                        insert into complaint_attachment
                            (office_id, complaint_id, name, media_type, sha256, size, content, added_at, added_by)
                        select f.office_id, c.complaint_id, f.name, f.media_type, f.sha256, f.size, f.content, :now, 0
                        from complaint_held_file f join complaint c on c.office_id = f.office_id and c.number = :number
                        where f.office_id = :office and f.held_id = :id order by f.file_id
                        """)
                .param("number", number)
                .param("office", officeId)
                .param("id", id)
                .param("now", Timestamps.utc(now))
                .update();
    }

    /** @return the code of the complaint's page */
    String asSent(int officeId, String number, WebForm form, String confirmedBy) {
        return db.sql("""
                        with sent as (
                            insert into complaint_as_sent (office_id, complaint_id, matter, kind, confirmed_by, client_id)
                            select office_id, complaint_id, :matter, :kind, :confirmed, :client from complaint
                            where office_id = :office and number = :number
                            on conflict do nothing)
                        select status_code from complaint where office_id = :office and number = :number
                        """)
                .param("office", officeId)
                .param("number", number)
                .param("matter", form.matter().name())
                .param("kind", form.kind())
                .param("confirmed", confirmedBy)
                .param("client", form.clientId())
                .query(String.class)
                .single();
    }

    /** What the sender of a complaint chose; empty where it didn't come by itself. */
    Optional<Sent> sent(int officeId, long complaintId) {
        return db.sql("""
                        select s.matter, s.kind, s.confirmed_by, coalesce(a.name, '') as client
                        from complaint_as_sent s left join api_client a on a.office_id = s.office_id and a.client_id = s.client_id
                        where s.office_id = :office and s.complaint_id = :id
                        """)
                .param("office", officeId)
                .param("id", complaintId)
                .query((row, n) -> new Sent(
                        Matter.valueOf(row.getString("matter")), row.getString("kind"), row.getString("confirmed_by"), row.getString("client")))
                .optional();
    }

    /** The code of a complaint's page by its number and the end of the telephone or the mail address that was left. */
    Optional<String> statusCode(int officeId, String number, String factor) {
        return db.sql("""
                        select c.status_code from complaint c join complainant p using (office_id, complaint_id)
                        where c.office_id = :office and c.number = :number
                          and (length(:factor) = 4 and p.phone <> '' and right(p.phone, 4) = :factor
                               or p.email <> '' and lower(p.email) = lower(:factor))
                        """)
                .param("office", officeId)
                .param("number", number)
                .param("factor", factor)
                .query(String.class)
                .optional();
    }

    void delete(int officeId, String token) {
        db.sql("delete from complaint_held where office_id = :office and token = :token and number = ''")
                .param("office", officeId)
                .param("token", token)
                .update();
    }

    int deleteExpired(Instant now) {
        return db.sql("delete from complaint_held where expires_at <= :now")
                .param("now", Timestamps.utc(now))
                .update();
    }
}
