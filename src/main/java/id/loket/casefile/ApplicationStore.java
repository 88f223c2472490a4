package id.loket.casefile;

import static id.loket.platform.db.Timestamps.instant;

import id.loket.casefile.Intake.Representative;
import id.loket.standard.ApplicationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What applicants brought in, in the database. */
@Repository
class ApplicationStore {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    ApplicationStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The file that this form made, if it was sent before. */
    Optional<String> registrationOfForm(int officeId, String fingerprint) {
        return db.sql("""
                        select f.registration from application a join case_file f using (office_id, file_id)
                        where a.office_id = :office and a.form_token = :token
                        """)
                .param("office", officeId)
                .param("token", fingerprint)
                .query(String.class)
                .optional();
    }

    Optional<Application> find(int officeId, long fileId) {
        return db.sql("""
                        select kind, registered_at, tracking_code, nik, nik_doubtful, name, birth_place, birth_date, sex, address, phone,
                            email, representative_name, representative_nik, form
                        from application where office_id = :office and file_id = :file
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query(this::application)
                .optional();
    }

    private Application application(ResultSet row, int n) throws SQLException {
        String representative = row.getString("representative_name");
        return new Application(
                ApplicationKind.valueOf(row.getString("kind")),
                instant(row, "registered_at"),
                row.getString("tracking_code"),
                new Applicant(
                        row.getString("nik"),
                        row.getBoolean("nik_doubtful"),
                        row.getString("name"),
                        row.getString("birth_place"),
                        row.getObject("birth_date", LocalDate.class),
                        Applicant.Sex.valueOf(row.getString("sex")),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("email")),
                representative.isEmpty() ? null : new Representative(representative, row.getString("representative_nik")),
                json.readValue(row.getString("form"), FIELDS));
    }
}
