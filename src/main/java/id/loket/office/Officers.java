package id.loket.office;

import id.loket.platform.security.Accounts;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the offices and the roles that they hold. */
@Service
public class Officers implements Accounts {

    /** A role of an office. */
    public record Role(String code, String nameId, String nameEn) {}

    private static final String SELECT =
            """
            select o.officer_id, o.username, o.name, o.initials, o.nip, o.password_hash, o.active,
                   array(select r.role from officer_role r where r.office_id = o.office_id and r.officer_id = o.officer_id) as roles
            from officer o
            """;
    static final int SHORTEST_PASSWORD = 10;

    private final JdbcClient db;
    private final OfficeDirectory offices;
    private final PasswordEncoder passwords;

    Officers(JdbcClient db, OfficeDirectory offices, PasswordEncoder passwords) {
        this.db = db;
        this.offices = offices;
        this.passwords = passwords;
    }

    /** The account behind a login: a user name of the home office, or {@code name@code} of another. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(String login) {
        int at = login.lastIndexOf('@');
        Optional<OfficeInfo> office =
                at < 0 ? Optional.of(offices.home()) : offices.byCode(login.substring(at + 1));
        String username = at < 0 ? login : login.substring(0, at);
        return office.flatMap(o -> db.sql(SELECT + " where o.office_id = :office and o.username = :username and o.active")
                .param("office", o.officeId())
                .param("username", username)
                .query((row, n) -> account(o.officeId(), row))
                .optional());
    }

    private Account account(int officeId, ResultSet row) throws SQLException {
        OfficerProfile officer = profile(row, 0);
        Map<String, Role> names = roles(officeId).stream().collect(Collectors.toMap(Role::code, r -> r));
        String title = officer.roles().stream()
                .map(code -> names.get(code).nameId())
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
                row.getString("password_hash"));
    }

    /** An officer of an office, also one who is no longer active. */
    @Transactional(readOnly = true)
    public OfficerProfile profile(int officeId, long officerId) {
        return db.sql(SELECT + " where o.office_id = :office and o.officer_id = :officer")
                .param("office", officeId)
                .param("officer", officerId)
                .query(Officers::profile)
                .single();
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

    /** Everybody of the administrator's own office. */
    @Transactional(readOnly = true)
    public List<OfficerProfile> all(SignedIn administrator) {
        requireAdministrator(administrator);
        return db.sql(SELECT + " where o.office_id = :office order by o.active desc, o.name")
                .param("office", administrator.officeId())
                .query(Officers::profile)
                .list();
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
     * @return false if the user name is taken
     * @throws AccessDeniedException if the officer is no administrator
     */
    @Transactional
    public boolean add(SignedIn administrator, String username, String name, String initials, String nip, String password, Set<String> roles) {
        requireAdministrator(administrator);
        return insert(administrator.officeId(), username, name, initials, nip, password, roles);
    }

    boolean insert(int officeId, String username, String name, String initials, String nip, String password, Set<String> roles) {
        Optional<Long> id = db.sql("""
                        insert into officer (office_id, username, name, initials, nip, password_hash, active)
                        values (:office, :username, :name, :initials, :nip, :hash, true)
                        on conflict do nothing returning officer_id
                        """)
                .param("office", officeId)
                .param("username", username)
                .param("name", name)
                .param("initials", initials)
                .param("nip", nip)
                .param("hash", passwords.encode(password))
                .query(Long.class)
                .optional();
        id.ifPresent(officer -> setRoles(officeId, officer, roles));
        return id.isPresent();
    }

    /**
     * Changes who an officer of the administrator's own office is: roles, and whether he or she can sign in. What was entered on cards stays.
     *
     * @param password the new one; empty to keep the old
     * @throws AccessDeniedException if the officer is no administrator, or would take his or her own administration away
     */
    @Transactional
    public void change(SignedIn administrator, long officerId, boolean active, String password, Set<String> roles) {
        requireAdministrator(administrator);
        boolean self = administrator.officerId() == officerId;
        if (self && (!active || !roles.contains(WorkingCalendars.ADMINISTRATOR))) {
            throw new AccessDeniedException("an administrator can't lock himself out");
        }
        int found = db.sql("update officer set active = :active where office_id = :office and officer_id = :officer")
                .param("active", active)
                .param("office", administrator.officeId())
                .param("officer", officerId)
                .update();
        if (found == 0) {
            throw new AccessDeniedException("no such officer in this office");
        }
        if (!password.isEmpty()) {
            db.sql("update officer set password_hash = :hash where office_id = :office and officer_id = :officer")
                    .param("hash", passwords.encode(password))
                    .param("office", administrator.officeId())
                    .param("officer", officerId)
                    .update();
        }
        setRoles(administrator.officeId(), officerId, roles);
    }

    private void setRoles(int officeId, long officerId, Set<String> roles) {
        db.sql("delete from officer_role where office_id = :office and officer_id = :officer")
                .param("office", officeId)
                .param("officer", officerId)
                .update();
        db.sql("""
                        insert into officer_role (office_id, officer_id, role)
                        select :office, :officer, code from office_role where office_id = :office and code = any(:roles)
                        """)
                .param("office", officeId)
                .param("officer", officerId)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    private static OfficerProfile profile(ResultSet row, int n) throws SQLException {
        Array roles = row.getArray("roles");
        return new OfficerProfile(
                row.getLong("officer_id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("initials"),
                row.getString("nip"),
                row.getBoolean("active"),
                new TreeSet<>(List.of((String[]) roles.getArray())));
    }

    private static void requireAdministrator(SignedIn by) {
        if (!by.roles().contains(WorkingCalendars.ADMINISTRATOR)) {
            throw new AccessDeniedException("only an administrator sees to the officers");
        }
    }
}
