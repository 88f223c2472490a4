package id.loket.inspection;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.inspection.Report.Finding;
import id.loket.inspection.Report.Initial;
import id.loket.inspection.Report.Recommendation;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Appointments and reports in the database. */
@Repository
class InspectionStore {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    /** A photo as it is kept. */
    record Photo(String caption, byte[] jpeg) {}

    private final JdbcClient db;
    private final JsonMapper json;

    InspectionStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** All appointments of a file, in order. */
    List<Appointment> appointments(int officeId, long fileId) {
        return db.sql("""
                        select number, at, place, team, note, why from inspection
                        where office_id = :office and file_id = :file order by number
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Appointment(
                        row.getInt("number"),
                        instant(row, "at"),
                        row.getString("place"),
                        numbers(row, "team"),
                        row.getString("note"),
                        row.getString("why")))
                .list();
    }

    void add(int officeId, long fileId, Appointment appointment, Instant at, long by) {
        db.sql("""
                        insert into inspection (office_id, file_id, number, at, place, team, note, why, scheduled_at, scheduled_by)
                        values (:office, :file, :number, :at, :place, :team, :note, :why, :scheduledAt, :by)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", appointment.number())
                .param("at", utc(appointment.at()))
                .param("place", appointment.place())
                .param("team", appointment.team().toArray(Long[]::new))
                .param("note", appointment.note())
                .param("why", appointment.why())
                .param("scheduledAt", utc(at))
                .param("by", by)
                .update();
    }

    /** All reports of a file, in order. */
    List<Report> reports(int officeId, long fileId) {
        Map<Integer, List<Initial>> initials = new HashMap<>();
        Map<Integer, List<String>> captions = new HashMap<>();
        List<Report> reports = db.sql("""
                        select number, step, held_at, place, present, applicant_side, findings, remarks, recommendation, conclusion, made_at
                        from inspection_report where office_id = :office and file_id = :file order by number
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query(this::report)
                .list();
        if (reports.isEmpty()) {
            return reports;
        }
        db.sql("""
                        select number, officer_id, name, initials from inspection_initial
                        where office_id = :office and file_id = :file order by initialled_at
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> initials.computeIfAbsent(row.getInt("number"), k -> new ArrayList<>())
                        .add(new Initial(row.getLong("officer_id"), row.getString("name"), row.getString("initials"))))
                .list();
        db.sql("select number, caption from inspection_photo where office_id = :office and file_id = :file order by number, photo")
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> captions.computeIfAbsent(row.getInt("number"), k -> new ArrayList<>())
                        .add(row.getString("caption")))
                .list();
        return reports.stream()
                .map(r -> new Report(
                        r.number(),
                        r.step(),
                        r.heldAt(),
                        r.place(),
                        r.present(),
                        r.applicantSide(),
                        r.findings(),
                        r.remarks(),
                        r.recommendation(),
                        r.conclusion(),
                        r.madeAt(),
                        captions.getOrDefault(r.number(), List.of()),
                        initials.getOrDefault(r.number(), List.of())))
                .toList();
    }

    boolean hasReport(int officeId, long fileId) {
        return db.sql("select exists (select from inspection_report where office_id = :office and file_id = :file)")
                .param("office", officeId)
                .param("file", fileId)
                .query(Boolean.class)
                .single();
    }

    void add(int officeId, long fileId, Report report, List<Photo> photos, long by) {
        db.sql("""
                        insert into inspection_report (office_id, file_id, number, step, held_at, place, present, applicant_side, findings,
                            remarks, recommendation, conclusion, made_at, made_by)
                        values (:office, :file, :number, :step, :heldAt, :place, :present, :side, :findings::jsonb,
                            :remarks, :recommendation, :conclusion, :at, :by)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", report.number())
                .param("step", report.step())
                .param("heldAt", utc(report.heldAt()))
                .param("place", report.place())
                .param("present", report.present().toArray(Long[]::new))
                .param("side", report.applicantSide())
                .param("findings", json.writeValueAsString(report.findings()))
                .param("remarks", report.remarks())
                .param("recommendation", report.recommendation().name())
                .param("conclusion", report.conclusion())
                .param("at", utc(report.madeAt()))
                .param("by", by)
                .update();
        for (int i = 0; i < photos.size(); i++) {
            db.sql("""
                            insert into inspection_photo (office_id, file_id, number, photo, caption, media_type, content)
                            values (:office, :file, :number, :photo, :caption, 'image/jpeg', :content)
                            """)
                    .param("office", officeId)
                    .param("file", fileId)
                    .param("number", report.number())
                    .param("photo", i + 1)
                    .param("caption", photos.get(i).caption())
                    .param("content", photos.get(i).jpeg())
                    .update();
        }
    }

    /** The photos of a report, in order. */
    List<Photo> photos(int officeId, long fileId, int report) {
        return db.sql("""
                        select caption, content from inspection_photo
                        where office_id = :office and file_id = :file and number = :number order by photo
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", report)
                .query((row, n) -> new Photo(row.getString("caption"), row.getBytes("content")))
                .list();
    }

    Optional<byte[]> photo(int officeId, long fileId, int report, int photo) {
        return db.sql("""
                        select content from inspection_photo
                        where office_id = :office and file_id = :file and number = :number and photo = :photo
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", report)
                .param("photo", photo)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** The officer's initials under a report; once, however often they are given. */
    void initial(long fileId, int report, SignedIn by, Instant at) {
        db.sql("""
                        insert into inspection_initial (office_id, file_id, number, officer_id, name, initials, initialled_at)
                        values (:office, :file, :number, :officer, :name, :initials, :at) on conflict do nothing
                        """)
                .param("office", by.officeId())
                .param("file", fileId)
                .param("number", report)
                .param("officer", by.officerId())
                .param("name", by.name())
                .param("initials", by.initials())
                .param("at", utc(at))
                .update();
    }

    /** Without captions and initials. */
    private Report report(ResultSet row, int n) throws SQLException {
        return new Report(
                row.getInt("number"),
                row.getInt("step"),
                instant(row, "held_at"),
                row.getString("place"),
                numbers(row, "present"),
                row.getString("applicant_side"),
                json.readValue(row.getString("findings"), FINDINGS),
                row.getString("remarks"),
                Recommendation.valueOf(row.getString("recommendation")),
                row.getString("conclusion"),
                instant(row, "made_at"),
                List.of(),
                List.of());
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
