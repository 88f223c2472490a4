package id.loket.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.platform.security.Accounts;
import id.loket.platform.security.Accounts.Account;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.worktime.FreeDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An administrator sees to the officers of the own office, and to no others. */
@LoketTest
class OfficersTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Officers officers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OfficeFiles offices;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private PasswordEncoder passwords;

    private SignedIn admin;

    @BeforeEach
    void signIn() {
        admin = accounts.find("admin").orElseThrow().officer();
    }

    @Test
    void a_new_officer_gets_a_password_to_use_once() {
        OfficerForm form = form("FRONT_OFFICE");
        String password = officers.add(admin, form).orElseThrow();

        Account account = accounts.find(form.username()).orElseThrow();
        assertThat(password).matches("[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}");
        assertThat(passwords.matches(password, account.passwordHash())).isTrue();
        assertThat(account.passwordHash()).startsWith("{bcrypt}");
        assertThat(account.passwordOnce()).isTrue();
        assertThat(account.officer().roles()).containsExactly("FRONT_OFFICE");
        assertThat(account.officer().rolesTitle()).isEqualTo("Front Office");
    }

    @Test
    void a_user_name_belongs_to_one_officer() {
        OfficerForm form = form("FRONT_OFFICE");
        officers.add(admin, form);
        assertThat(officers.add(admin, form)).isEmpty();
    }

    @Test
    void an_own_password_replaces_the_one_to_use_once() {
        SignedIn officer = added("FRONT_OFFICE");
        String once = officers.resetPassword(admin, officer.officerId());

        assertThat(officers.choosePassword(officer, "salah", "kuda baterai staples")).isFalse();
        assertThat(account(officer).passwordOnce()).isTrue();
        assertThat(officers.choosePassword(officer, once, "kuda baterai staples")).isTrue();
        assertThat(account(officer).passwordOnce()).isFalse();
        assertThat(passwords.matches("kuda baterai staples", account(officer).passwordHash())).isTrue();
    }

    @Test
    void who_is_deactivated_has_no_account_any_more_but_stays_known() {
        SignedIn officer = added("SECRETARY");
        officers.change(admin, officer.officerId(), OfficerForm.of(officers.profile(1, officer.officerId())), false);

        assertThat(accounts.find(officer.username())).isEmpty();
        assertThat(officers.inRole(1, "SECRETARY")).extracting(OfficerProfile::id).doesNotContain(officer.officerId());
        assertThat(officers.profile(1, officer.officerId()).name()).isEqualTo(officer.name());
    }

    @Test
    void roles_can_be_changed() {
        SignedIn officer = added("FRONT_OFFICE");
        OfficerForm form = new OfficerForm(officer.username(), "Contoh Baru", "Cb", "", "", Set.of("BACK_OFFICE", "SECRETARY"));
        officers.change(admin, officer.officerId(), form, true);

        assertThat(account(officer).officer().roles()).containsExactlyInAnyOrder("BACK_OFFICE", "SECRETARY");
        assertThat(officers.inRole(1, "SECRETARY")).extracting(OfficerProfile::name).contains("Contoh Baru");
    }

    @Test
    void an_administrator_can_not_lock_himself_out() {
        OfficerProfile self = officers.profile(1, admin.officerId());
        OfficerForm withoutRole = new OfficerForm(self.username(), self.name(), self.initials(), self.nip(), "", Set.of("SECRETARY"));

        assertThatThrownBy(() -> officers.change(admin, self.id(), withoutRole, true)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officers.change(admin, self.id(), OfficerForm.of(self), false))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobody_but_an_administrator_sees_to_officers() {
        SignedIn kadis = accounts.find("kadis").orElseThrow().officer();
        long muda = accounts.find("muda").orElseThrow().officer().officerId();

        assertThatThrownBy(() -> officers.all(kadis)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officers.add(kadis, form("SECRETARY"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officers.resetPassword(kadis, muda)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officers.change(kadis, muda, form("SECRETARY"), false)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_administrator_of_another_office_sees_and_changes_nothing_here() {
        SignedIn stranger = administratorOfAnotherOffice();
        long muda = accounts.find("muda").orElseThrow().officer().officerId();

        assertThat(officers.all(stranger)).extracting(OfficerProfile::username).containsExactly("admin");
        assertThat(officers.one(stranger, muda)).isEmpty();
        assertThatThrownBy(() -> officers.resetPassword(stranger, muda)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officers.change(stranger, muda, form("SECRETARY"), false))
                .isInstanceOf(AccessDeniedException.class);

        LocalDate day = LocalDate.of(2031, 3, 3);
        calendars.add(stranger, new FreeDay(day, "Libur contoh", FreeDay.Kind.LOCAL, "Keputusan contoh"));
        assertThat(calendars.of(stranger.officeId()).freeDay(day)).isPresent();
        assertThat(calendars.of(1).freeDay(day)).isEmpty();
        assertThat(accounts.find("muda")).as("nothing was changed").isPresent();
    }

    @Test
    void nonsense_is_refused_by_the_service_too() {
        assertThatThrownBy(() -> officers.add(admin, form("NO_SUCH_ROLE"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> officers.add(admin, new OfficerForm("a b", "Contoh", "C", "", "", Set.of("SECRETARY"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignedIn administratorOfAnotherOffice() {
        String code = "99" + NEXT.incrementAndGet();
        OfficeFile here = OfficeFile.read(OfficeFiles.shipped("/demo/office.yaml").orElseThrow());
        OfficeFile there = new OfficeFile(
                code, here.government(), "Kantor contoh", here.shortName(), here.letterCode(), here.city(), here.address(), here.phone(), here.email(),
                here.zone(), here.dayConvention(), here.hours(), here.calendars(), List.of(), here.roles(), List.of(), List.of());
        offices.create(there.withAdministrator(), officer -> new NewPassword("contoh-2026", false));
        return accounts.find("admin@" + code).orElseThrow().officer();
    }

    private SignedIn added(String role) {
        OfficerForm form = form(role);
        officers.add(admin, form).orElseThrow();
        return accounts.find(form.username()).orElseThrow().officer();
    }

    private Account account(SignedIn officer) {
        return accounts.find(officer.username()).orElseThrow();
    }

    private static OfficerForm form(String role) {
        int n = NEXT.incrementAndGet();
        return new OfficerForm("contoh" + n, "Contoh " + n, "C" + n % 100, "", "", Set.of(role));
    }
}
