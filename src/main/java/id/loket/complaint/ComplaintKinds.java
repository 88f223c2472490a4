package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.office.OfficeCreated;
import id.loket.platform.security.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What complaints are about: the list of an office, which begins with the shipped one and is the administrator's to change. */
@Service
public class ComplaintKinds {

    /**
     * A topic.
     *
     * @param code    in capitals; never changes
     * @param retired not to be chosen any more; complaints that have it keep it
     */
    public record Kind(String code, String nameId, String nameEn, boolean retired) {

        /** In the reader's language. */
        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameId;
        }
    }

    /** What an office begins with. */
    private static final List<Kind> SHIPPED = List.of(
            new Kind("DELAY", "Waktu penyelesaian", "Time taken", false),
            new Kind("FEE", "Biaya/tarif", "Fee", false),
            new Kind("ATTITUDE", "Sikap petugas", "Attitude of an officer", false),
            new Kind("PROCEDURE", "Prosedur", "Procedure", false),
            new Kind("REQUIREMENT", "Persyaratan", "Requirements", false),
            new Kind("FACILITY", "Sarana dan prasarana", "Facilities", false),
            new Kind("PRODUCT", "Produk layanan", "What was issued", false),
            new Kind("ILLEGAL_LEVY", "Pungutan liar", "Illegal levy", false),
            new Kind("OTHER", "Lainnya", "Other", false));

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 50;

    private final JdbcClient db;

    ComplaintKinds(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void officeCreated(OfficeCreated event) {
        SHIPPED.forEach(kind -> insert(event.officeId(), kind));
    }

    /** All of an office, also what is retired, in the office's order. */
    @Transactional(readOnly = true)
    public List<Kind> of(int officeId) {
        return db.sql("select code, name_id, name_en, retired from complaint_kind where office_id = :office order by position, code")
                .param("office", officeId)
                .query((row, n) -> new Kind(
                        row.getString("code"), row.getString("name_id"), row.getString("name_en"), row.getBoolean("retired")))
                .list();
    }

    /** Those that may be chosen. */
    @Transactional(readOnly = true)
    public List<Kind> current(int officeId) {
        return of(officeId).stream().filter(kind -> !kind.retired()).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Kind> find(int officeId, String code) {
        return of(officeId).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** @throws ComplaintRefused if the form has something to mend */
    @Transactional
    public void add(SignedIn administrator, String code, String nameId, String nameEn) {
        ComplaintSettings.requireAdministrator(administrator);
        List<Kind> there = of(administrator.officeId());
        Kind kind = named(new Kind(code.strip(), nameId, nameEn, false), problem(code.strip(), there));
        insert(administrator.officeId(), kind);
    }

    /**
     * Renames a kind, or takes it out of what may be chosen.
     *
     * @throws ComplaintRefused if the form has something to mend, or no kind would be left
     */
    @Transactional
    public void change(SignedIn administrator, String code, String nameId, String nameEn, boolean retired) {
        ComplaintSettings.requireAdministrator(administrator);
        Optional<Problem> last = retired && current(administrator.officeId()).stream().allMatch(kind -> kind.code().equals(code))
                ? Optional.of(new Problem("retired", "complaint.kind.last"))
                : Optional.empty();
        Kind kind = named(new Kind(code, nameId, nameEn, retired), last);
        int changed = db.sql("""
                        update complaint_kind set name_id = :id, name_en = :en, retired = :retired
                        where office_id = :office and code = :code
                        """)
                .param("id", kind.nameId())
                .param("en", kind.nameEn())
                .param("retired", retired)
                .param("office", administrator.officeId())
                .param("code", code)
                .update();
        if (changed == 0) {
            throw ComplaintRefused.form(List.of(new Problem("code", "complaint.kind.unknown")));
        }
    }

    private static Optional<Problem> problem(String code, List<Kind> there) {
        if (!CODE.matcher(code).matches()) {
            return Optional.of(new Problem("code", "complaint.kind.code"));
        }
        if (there.stream().anyMatch(kind -> kind.code().equals(code))) {
            return Optional.of(new Problem("code", "complaint.kind.taken"));
        }
        return there.size() >= MOST ? Optional.of(new Problem("code", "complaint.kind.many")) : Optional.empty();
    }

    private static Kind named(Kind typed, Optional<Problem> problem) {
        List<Problem> problems = new ArrayList<>();
        problem.ifPresent(problems::add);
        String id = line(typed.nameId());
        String en = line(typed.nameEn());
        if (id.isEmpty() || id.length() > LONGEST_NAME) {
            problems.add(new Problem("nameId", "complaint.kind.name"));
        }
        if (en.length() > LONGEST_NAME) {
            problems.add(new Problem("nameEn", "complaint.kind.name"));
        }
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
        return new Kind(typed.code(), id, en.isEmpty() ? id : en, typed.retired());
    }

    private static String line(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private void insert(int officeId, Kind kind) {
        db.sql("""
                        insert into complaint_kind (office_id, code, name_id, name_en, position, retired)
                        select :office, :code, :id, :en, coalesce(max(position) + 1, 0), :retired
                        from complaint_kind where office_id = :office
                        """)
                .param("office", officeId)
                .param("code", kind.code())
                .param("id", kind.nameId())
                .param("en", kind.nameEn())
                .param("retired", kind.retired())
                .update();
    }
}
