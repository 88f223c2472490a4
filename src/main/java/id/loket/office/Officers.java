package id.loket.office;

import id.loket.platform.security.Accounts;
import id.loket.platform.security.SignIns;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the offices, the roles that they hold, and their accounts. An administrator sees to those of the own office only. */
@Service
public class Officers implements Accounts {

    /** The role that sees to officers and calendar. */
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** A role of an office. */
    public record Role(String code, String nameId, String nameEn) {

        /** In the reader's language. */
        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameId;
        }
    }

    private static final String SELECT =
            """
            select o.officer_id, o.username, o.name, o.initials, o.nip, o.email, o.password_hash, o.password_once, o.active,
                   array(select r.role from officer_role r where r.office_id = o.office_id and r.officer_id = o.officer_id) as roles
            from officer o
            """;

    private final JdbcClient db;
    private final OfficeDirectory offices;
    private final PasswordEncoder passwords;
    private final SignIns signIns;

    Officers(JdbcClient db, OfficeDirectory offices, PasswordEncoder passwords, SignIns signIns) {
        this.db = db;
        this.offices = offices;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /** The account behind a login: a user name of the home office, or {@code name@code} of another. Capitals don't matter. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(String login) {
        String typed = login.strip().toLowerCase(Locale.ROOT);
        int at = typed.lastIndexOf('@');
        String username = at < 0 ? typed : typed.substring(0, at);
        if (!OfficerForm.USERNAME.matcher(username).matches()) {
            return Optional.empty();
        }
        Optional<OfficeInfo> office =
                at < 0 ? Optional.of(offices.home()) : offices.byCode(typed.substring(at + 1));
        return office.flatMap(o -> db.sql(SELECT + " where o.office_id = :office and o.username = :username and o.active")
                .param("office", o.officeId())
                .param("username", username)
                .query((row, n) -> account(o.officeId(), row))
                .optional());
    }

    private Account account(int officeId, ResultSet row) throws SQLException {
        OfficerProfile officer = profile(row, 0);
        String title = roles(officeId).stream()
                .filter(role -> officer.roles().contains(role.code()))
                .map(Role::nameId)
                .collect(Collectors.joining(", "));
        return new Account(
                new SignedIn(
                        officeId,
                        officer.id(),
                        officer.username(),
                        officer.name(),
                        officer.initials(),
                        officer.roles(),
                        title),
                row.getString("password_hash"),
                row.getBoolean("password_once"));
    }

    /**
     * An officer of an office, also one who is no longer active.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if the office has no such officer
     */
    @Transactional(readOnly = true)
    public OfficerProfile profile(int officeId, long officerId) {
        return find(officeId, officerId).single();
    }

    private JdbcClient.MappedQuerySpec<OfficerProfile> find(int officeId, long officerId) {
        return db.sql(SELECT + " where o.office_id = :office and o.officer_id = :officer")
                .param("office", officeId)
                .param("officer", officerId)
                .query(Officers::profile);
    }

    /** Active officers who hold a role, in order of name. */
    @Transactional(readOnly = true)
    public List<OfficerProfile> inRole(int officeId, String role) {
        return db.sql(SELECT
                        + """
                         where o.office_id = :office and o.active and exists (
                            select from officer_role r
                            where r.office_id = o.office_id and r.officer_id = o.officer_id and r.role = :role)
                        order by o.name
                        """)
                .param("office", officeId)
                .param("role", role)
                .query(Officers::profile)
                .list();
    }

    /** Everybody of an office who can sign in, in order of name. */
    @Transactional(readOnly = true)
    public List<OfficerProfile> active(int officeId) {
        return db.sql(SELECT + " where o.office_id = :office and o.active order by o.name")
                .param("office", officeId)
                .query(Officers::profile)
                .list();
    }

    /**
     * Everybody of the administrator's own office, those who can sign in first.
     *
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional(readOnly = true)
    public List<OfficerProfile> all(SignedIn administrator) {
        requireAdministrator(administrator);
        return db.sql(SELECT + " where o.office_id = :office order by o.active desc, o.name")
                .param("office", administrator.officeId())
                .query(Officers::profile)
                .list();
    }

    /**
     * One officer of the administrator's own office.
     *
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional(readOnly = true)
    public Optional<OfficerProfile> one(SignedIn administrator, long officerId) {
        requireAdministrator(administrator);
        return find(administrator.officeId(), officerId).optional();
    }

    /** The roles of an office, in their order. */
    @Transactional(readOnly = true)
    public List<Role> roles(int officeId) {
        return db.sql("select code, name_id, name_en from office_role where office_id = :office order by position")
                .param("office", officeId)
                .query((row, n) -> new Role(row.getString("code"), row.getString("name_id"), row.getString("name_en")))
                .list();
    }

    /**
     * Adds an officer to the administrator's own office.
     *
     * @return the password to sign in with once, which is kept nowhere; empty if the user name is taken
     * @throws AccessDeniedException    if the officer is no administrator
     * @throws IllegalArgumentException if the form has problems
     */
    @Transactional
    Optional<String> add(SignedIn administrator, OfficerForm form) {
        requireAdministrator(administrator);
        NewPassword password = NewPassword.random();
        return insert(administrator.officeId(), form, hash(password), password.once()) ? Optional.of(password.text()) : Optional.empty();
    }

    String hash(NewPassword password) {
        return passwords.encode(password.text());
    }

    boolean insert(int officeId, OfficerForm form, String hash, boolean once) {
        requireSound(officeId, form);
        Optional<Long> id = db.sql("""
                        insert into officer (office_id, username, name, initials, nip, email, password_hash, password_once, active)
                        values (:office, :username, :name, :initials, :nip, :email, :hash, :once, true)
                        on conflict do nothing returning officer_id
                        """)
                .param("office", officeId)
                .param("username", form.username())
                .param("name", form.name())
                .param("initials", form.initials())
                .param("nip", form.nip())
                .param("email", form.email())
                .param("hash", hash)
                .param("once", once)
                .query(Long.class)
                .optional();
        id.ifPresent(officer -> setRoles(officeId, officer, form.roles()));
        return id.isPresent();
    }

    /**
     * Changes an officer of the administrator's own office; the user name stays. What was entered on cards stays, too; open sessions end.
     *
     * @param active whether the officer can sign in
     * @throws AccessDeniedException    if the officer is no administrator, the other is of another office, or an administrator would take
     *                                  the own administration away
     * @throws IllegalArgumentException if the form has problems
     */
    @Transactional
    void change(SignedIn administrator, long officerId, OfficerForm form, boolean active) {
        OfficerProfile officer = ofOwnOffice(administrator, officerId);
        requireSound(administrator.officeId(), form);
        boolean self = administrator.officerId() == officerId;
        if (self && (!active || !form.roles().contains(ADMINISTRATOR))) {
            throw new AccessDeniedException("an administrator can't lock himself out");
        }
        db.sql("""
                        update officer set name = :name, initials = :initials, nip = :nip, email = :email, active = :active
                        where office_id = :office and officer_id = :officer
                        """)
                .param("name", form.name())
                .param("initials", form.initials())
                .param("nip", form.nip())
                .param("email", form.email())
                .param("active", active)
                .param("office", administrator.officeId())
                .param("officer", officerId)
                .update();
        setRoles(administrator.officeId(), officerId, form.roles());
        signIns.end(administrator.officeId(), officer.username());
    }

    /**
     * Gives an officer of the administrator's own office a password to sign in with once; the old one is void and open sessions end.
     *
     * @throws AccessDeniedException if the officer is no administrator or the other is of another office
     */
    @Transactional
    String resetPassword(SignedIn administrator, long officerId) {
        OfficerProfile officer = ofOwnOffice(administrator, officerId);
        NewPassword password = NewPassword.random();
        setPassword(administrator.officeId(), officer, password);
        return password.text();
    }

    /**
     * Changes the officer's own password; all his or her sessions end.
     *
     * @param chosen without problems, see {@link NewPassword#problems}
     * @return false if the current password is wrong
     */
    @Transactional
    boolean choosePassword(SignedIn officer, String current, String chosen) {
        String hash = db.sql("select password_hash from officer where office_id = :office and officer_id = :officer")
                .param("office", officer.officeId())
                .param("officer", officer.officerId())
                .query(String.class)
                .single();
        if (!passwords.matches(current, hash)) {
            return false;
        }
        setPassword(officer.officeId(), profile(officer.officeId(), officer.officerId()), new NewPassword(chosen, false));
        return true;
    }

    private void setPassword(int officeId, OfficerProfile officer, NewPassword password) {
        db.sql("""
                        update officer set password_hash = :hash, password_once = :once
                        where office_id = :office and officer_id = :officer
                        """)
                .param("hash", hash(password))
                .param("once", password.once())
                .param("office", officeId)
                .param("officer", officer.id())
                .update();
        signIns.end(officeId, officer.username());
    }

    private void setRoles(int officeId, long officerId, Set<String> roles) {
        db.sql("delete from officer_role where office_id = :office and officer_id = :officer")
                .param("office", officeId)
                .param("officer", officerId)
                .update();
        db.sql("insert into officer_role (office_id, officer_id, role) select :office, :officer, unnest(:roles)")
                .param("office", officeId)
                .param("officer", officerId)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    private void requireSound(int officeId, OfficerForm form) {
        Set<String> known = roles(officeId).stream().map(Role::code).collect(Collectors.toSet());
        List<Problem> problems = form.problems(known);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(form.username() + ": " + problems);
        }
    }

    private OfficerProfile ofOwnOffice(SignedIn administrator, long officerId) {
        return one(administrator, officerId)
                .orElseThrow(() -> new AccessDeniedException("no such officer in this office"));
    }

    /** @throws AccessDeniedException if the officer is no administrator */
    public static void requireAdministrator(SignedIn by) {
        if (!by.roles().contains(ADMINISTRATOR)) {
            throw new AccessDeniedException("only an administrator may do this");
        }
    }

    private static OfficerProfile profile(ResultSet row, int n) throws SQLException {
        Array roles = row.getArray("roles");
        return new OfficerProfile(
                row.getLong("officer_id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("initials"),
                row.getString("nip"),
                row.getString("email"),
                row.getBoolean("active"),
                new TreeSet<>(List.of((String[]) roles.getArray())));
    }
}
