package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Terms;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an office sets for its complaints: who decides by weight, the terms, the sections. Each change is a version of its own. A complaint
 * keeps to the decision table and the terms of the version that held when it came in, so that no change moves a clock that runs.
 */
@Service
public class ComplaintSettings {

    /** Heads of sections as offices usually have them; an office sees those of its own roles. */
    private static final List<String> USUAL_SECTIONS = List.of("DIVISION_HEAD", "SECTION_HEAD", "SECRETARY");

    /** What is set. */
    public record Content(DecisionTable table, Terms terms, List<String> sections) {

        /** The document's own table, the terms of the law, and the usual heads. */
        public static final Content SHIPPED = new Content(DecisionTable.DEFAULT, Terms.DEFAULT, USUAL_SECTIONS);

        public Content {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A version.
     *
     * @param number 0 for what ships
     * @param since  null for what ships
     * @param by     name of the officer; empty for what ships
     */
    public record Version(int number, Instant since, String by, Content content) {

        static final Version SHIPPED = new Version(0, null, "", Content.SHIPPED);
    }

    private final JdbcClient db;
    private final Officers officers;
    private final JsonMapper json;
    private final Clock clock;

    ComplaintSettings(JdbcClient db, Officers officers, JsonMapper json, Clock clock) {
        this.db = db;
        this.officers = officers;
        this.json = json;
        this.clock = clock;
    }

    /** What holds for complaints that come in now. */
    @Transactional(readOnly = true)
    public Version current(int officeId) {
        return find(officeId, "order by version desc limit 1", 0).orElse(Version.SHIPPED);
    }

    /** What holds for a complaint that came in under that version. */
    @Transactional(readOnly = true)
    public Version of(int officeId, int version) {
        return version == 0 ? Version.SHIPPED : find(officeId, "and version = :version", version).orElseThrow();
    }

    private Optional<Version> find(int officeId, String which, int version) {
        return db.sql("select version, since, name, content::text from complaint_settings where office_id = :office " + which)
                .param("office", officeId)
                .param("version", version)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        instant(row, "since"),
                        row.getString("name"),
                        json.readValue(row.getString("content"), Content.class)))
                .optional();
    }

    /** The roles whose holders head a section that a complaint can be routed to, in the order of the office's roles. */
    @Transactional(readOnly = true)
    public List<Officers.Role> sections(int officeId) {
        Set<String> chosen = Set.copyOf(current(officeId).content().sections());
        return officers.roles(officeId).stream().filter(role -> chosen.contains(role.code())).toList();
    }

    /**
     * Sets what holds from now on; complaints that are there keep to what held before.
     *
     * @throws ComplaintRefused if there is no section, or one that isn't a role of the office
     */
    @Transactional
    public Version change(SignedIn administrator, Content content) {
        requireAdministrator(administrator);
        Set<String> roles = officers.roles(administrator.officeId()).stream().map(Officers.Role::code).collect(Collectors.toSet());
        if (content.sections().isEmpty() || !roles.containsAll(content.sections())) {
            throw ComplaintRefused.form(List.of(new Problem("sections", "complaint.settings.sections.wrong")));
        }
        Version before = current(administrator.officeId());
        if (before.content().equals(content)) {
            return before;
        }
        Version after = new Version(before.number() + 1, clock.instant(), administrator.name(), content);
        db.sql("""
                        insert into complaint_settings (office_id, version, since, officer_id, name, content)
                        values (:office, :version, :since, :officer, :name, :content::jsonb)
                        """)
                .param("office", administrator.officeId())
                .param("version", after.number())
                .param("since", utc(after.since()))
                .param("officer", administrator.officerId())
                .param("name", administrator.name())
                .param("content", json.writeValueAsString(content))
                .update();
        return after;
    }

    static void requireAdministrator(SignedIn officer) {
        if (!officer.roles().contains("ADMINISTRATOR")) {
            throw new AccessDeniedException("settings are the administrator's");
        }
    }
}
