package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.office.Problem;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceHistory.What;
import id.loket.standard.ServiceVersion.State;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A draft is written, consulted with the public, set by a decree, and in the end withdrawn. */
@LoketTest
class ServiceVersionsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate MONDAY = LocalDate.of(2031, 1, 6);

    @Autowired
    private ServiceVersions services;

    @Autowired
    private Standards standards;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    private SignedIn admin;
    private String code;

    /** In a year that no other test comes to, so that nothing set here is in force for them. */
    @BeforeEach
    void aMondayInYears() {
        clock.set("2031-01-06 09:00");
        admin = office.person("admin");
        code = "UJI_" + NEXT.incrementAndGet();
    }

    @AfterEach
    void back() {
        clock.set("2026-11-23 08:00");
    }

    @Test
    @Tag("DLV-2")
    void a_draft_becomes_the_version_in_force_on_its_day() {
        begin();
        assertThat(standards.inForce(1, code)).isEmpty();
        consult();
        assertThat(set("188/1/2031", MONDAY.plusDays(1))).isEmpty();

        assertThat(state(1)).isEqualTo(State.PLANNED);
        assertThat(standards.inForce(1, code)).isEmpty();
        clock.set("2031-01-07 00:01");
        assertThat(state(1)).isEqualTo(State.IN_FORCE);
        ServiceDefinition inForce = standards.inForce(1, code).orElseThrow();
        assertThat(inForce.decree()).isEqualTo("188/1/2031");
        assertThat(inForce.effectiveFrom()).isEqualTo(MONDAY.plusDays(1));
        assertThat(services.draft(admin, code)).isEmpty();
    }

    @Test
    void everything_that_happened_is_kept_with_who_and_when() {
        begin();
        services.discard(admin, code);
        begin();
        consult();
        set("188/1/2031", MONDAY);
        services.withdraw(admin, code, 1, "188/9/2031", MONDAY.plusDays(3), "Wewenang berpindah ke provinsi");

        List<ServiceHistory.Entry> history = services.history(admin, code);
        assertThat(history).extracting(ServiceHistory.Entry::what)
                .containsExactly(What.WITHDRAWN, What.SET, What.CONSULTED, What.DRAFTED, What.DISCARDED, What.DRAFTED);
        assertThat(history).allSatisfy(e -> {
            assertThat(e.officer()).isEqualTo("Contoh Admin");
            assertThat(e.at()).isEqualTo(clock.instant());
        });
        assertThat(history.getFirst().reason()).isEqualTo("Wewenang berpindah ke provinsi");
        assertThat(history.get(1).decree()).isEqualTo("188/1/2031");
    }

    @Test
    void running_files_stay_on_their_version_when_the_next_comes_into_force() {
        inForce(1, "2 working days");
        String before = office.register(code, OfficeAtWork.form());
        begin(services.text(admin, code, 1).orElseThrow().replace("promise: 2 working days", "promise: 5 working days"));
        consult();
        assertThat(set("188/2/2031", MONDAY.plusDays(1))).isEmpty();
        String sameDay = office.register(code, OfficeAtWork.form());

        clock.set("2031-01-07 09:00");
        String after = office.register(code, OfficeAtWork.form());
        assertThat(List.of(version(before), version(sameDay), version(after))).containsExactly(1, 1, 2);
        assertThat(state(1)).isEqualTo(State.REPLACED);
        assertThat(service().versions()).extracting(ServiceVersion::open).containsExactly(1, 2);
        office.through(before, 4);
        assertThat(office.look(before).state().step()).as("it goes on, on its own version").isEqualTo(5);
        assertThat(version(before)).isEqualTo(1);
    }

    @Test
    void who_is_withdrawn_takes_no_applications_but_finishes_its_files() {
        inForce(1, "2 working days");
        String file = office.register(code, OfficeAtWork.form());
        assertThat(services.withdraw(admin, code, 1, "", MONDAY.plusDays(1), "Digabung dengan layanan lain")).isEmpty();
        assertThat(standards.inForce(1, code)).as("until its day").isPresent();

        clock.set("2031-01-07 09:00");
        assertThat(standards.inForce(1, code)).isEmpty();
        assertThat(state(1)).isEqualTo(State.WITHDRAWN);
        office.through(file, 3);
        assertThat(version(file)).isEqualTo(1);
        assertThat(keys(services.withdraw(admin, code, 1, "", MONDAY.plusDays(1), "lagi"))).containsExactly("version.withdraw.late");
    }

    @Test
    void a_version_withdrawn_before_its_day_never_comes_and_the_one_before_it_goes_on() {
        inForce(1, "2 working days");
        begin(services.text(admin, code, 1).orElseThrow());
        consult();
        set("188/2/2031", MONDAY.plusDays(5));
        services.withdraw(admin, code, 2, "", MONDAY, "Keputusan dibatalkan");
        clock.set("2031-02-03 09:00");
        assertThat(standards.inForce(1, code).orElseThrow().version()).isEqualTo(1);
        assertThat(service().versions()).extracting(ServiceVersion::state).containsExactly(State.WITHDRAWN, State.IN_FORCE);
        begin(services.text(admin, code, 1).orElseThrow());
        assertThat(service().next()).as("numbers don't come twice").isEqualTo(3);
    }

    @Test
    void nothing_is_set_without_decree_consultation_date_and_a_sound_text() {
        begin(text().replace("promise: 2 working days", "promise: soon"));
        assertThat(keys(set(" ", MONDAY.minusDays(1))))
                .containsExactlyInAnyOrder(
                        "version.decree.wrong", "version.from.past", "version.consultation.missing", "version.findings.open");
        assertThat(standards.newest(1)).noneMatch(s -> s.code().equals(code));
        assertThat(services.draft(admin, code)).as("the draft is as it was").isPresent();
    }

    @Test
    void a_version_can_not_begin_before_one_that_is_set_already() {
        inForce(1, "2 working days");
        begin(text());
        consult();
        set("188/2/2031", MONDAY.plusDays(9));
        begin(text());
        consult();
        assertThat(keys(set("188/3/2031", MONDAY.plusDays(3)))).containsExactly("version.from.later");
        assertThat(set("188/3/2031", MONDAY.plusDays(12))).isEmpty();
    }

    @Test
    void the_code_can_not_change_under_a_draft() {
        begin();
        consult();
        services.save(admin, code, 1, text().replace("code: " + code, "code: SIKRO"));
        assertThat(keys(set("188/1/2031", MONDAY))).containsExactly("version.code.changed");
        assertThat(standards.of(1, "SIKRO", 1)).isEqualTo(Definitions.SIKRO);
    }

    @Test
    void the_second_of_two_administrators_is_told_and_overwrites_nothing() {
        begin();
        assertThat(services.save(admin, code, 1, text() + "# one\n")).isTrue();
        assertThat(services.save(admin, code, 1, text() + "# other\n")).isFalse();
        assertThat(services.draft(admin, code).orElseThrow().yaml()).endsWith("# one\n");
        consult();
        assertThat(keys(services.set(admin, code, 1, "188/1/2031", MONDAY))).as("who looked at another text").containsExactly("version.draft.changed");
    }

    @Test
    void what_was_set_can_not_be_changed_or_deleted_by_the_application() {
        inForce(1, "2 working days");
        for (String sql : List.of(
                "update service_definition set yaml = 'x' where code = '" + code + "'",
                "update service_definition set status = 'WITHDRAWN' where code = '" + code + "'",
                "update service_definition set effective_from = '2020-01-01' where code = '" + code + "'",
                "delete from service_definition where code = '" + code + "'",
                "update service_history set officer = 'x'",
                "delete from service_history",
                "update service_consultation set summary = 'x'",
                "delete from service_consultation",
                "update service_draft set code = 'X'")) {
            assertThatThrownBy(() -> db.sql(sql).update()).as(sql).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(standards.of(1, code, 1).promise().toString()).contains("2");
    }

    @Test
    void only_administrators_and_only_their_own_office() {
        inForce(1, "2 working days");
        SignedIn head = office.person("kadis");
        assertThatThrownBy(() -> services.all(head)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> services.begin(head, text(), new ArrayList<>())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> services.set(head, code, 1, "x", MONDAY)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> services.withdraw(head, code, 1, "", MONDAY, "x")).isInstanceOf(AccessDeniedException.class);

        int other = db.sql("""
                        insert into office select max(office_id) + 1, 'uji' || max(office_id), '', '', '', '', '', '', '', 'Asia/Jakarta',
                            'DUE_AT_CLOSING', 1 from office returning office_id
                        """).query(Integer.class).single();
        SignedIn stranger = new SignedIn(other, 1, "asing", "Contoh Asing", "As", admin.roles(), "");
        assertThat(services.all(stranger)).isEmpty();
        assertThat(services.one(stranger, code)).isEmpty();
        assertThat(services.text(stranger, code, 1)).isEmpty();
        assertThat(services.history(stranger, code)).isEmpty();
        assertThat(services.save(stranger, code, 1, "x")).isFalse();
        assertThat(keys(services.withdraw(stranger, code, 1, "", MONDAY, "x"))).contains("version.withdraw.late");
        assertThat(state(1)).isEqualTo(State.IN_FORCE);
    }

    @Test
    void a_service_that_the_office_keeps_itself_is_not_renewed_by_a_newer_loket() {
        inForce(1, "2 working days");
        assertThat(standards.newest()).filteredOn(n -> n.code().equals(code)).allMatch(Standards.Newest::kept);
        assertThat(standards.newest()).filteredOn(n -> n.code().equals("SIKRO") && n.officeId() == 1).noneMatch(Standards.Newest::kept);
    }

    private void inForce(int version, String promise) {
        begin(text().replace("promise: 2 working days", "promise: " + promise));
        consult();
        assertThat(set("188/" + version + "/2031", MONDAY)).isEmpty();
    }

    private void begin() {
        begin(text());
    }

    private void begin(String text) {
        List<Problem> problems = new ArrayList<>();
        assertThat(services.begin(admin, text, problems)).as("%s", problems).contains(code);
    }

    private void consult() {
        services.consult(
                admin,
                code,
                new Consultation(
                        0,
                        services.draft(admin, code).orElseThrow().id(),
                        MONDAY.minusDays(20),
                        "Organisasi profesi, pengguna layanan",
                        Consultation.Medium.MEETING,
                        "Waktu diminta dipersingkat",
                        "",
                        null,
                        null),
                null);
    }

    private List<Problem> set(String decree, LocalDate from) {
        int revision = services.draft(admin, code).orElseThrow().revision();
        return services.set(admin, code, revision, decree, from);
    }

    private KeptService service() {
        return services.one(admin, code).orElseThrow();
    }

    private State state(int version) {
        return service().versions().stream().filter(v -> v.version() == version).findFirst().orElseThrow().state();
    }

    private int version(String file) {
        return office.look(file).service().version();
    }

    private String text() {
        return Definitions.SIKRO_FILE.replace("\ncode: SIKRO\n", "\ncode: " + code + "\n");
    }

    private static List<String> keys(List<Problem> problems) {
        return problems.stream().map(Problem::key).toList();
    }
}
