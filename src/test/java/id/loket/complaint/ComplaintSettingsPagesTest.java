package id.loket.complaint;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintSettings.Content;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Term;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** The administrator sets who decides, by when, which sections and kinds there are. */
@LoketTest
class ComplaintSettingsPagesTest {

    private static final String PAGE = "/pengaturan/pengaduan";

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private ComplaintSettings settings;

    @Autowired
    private ComplaintKinds kinds;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor admin;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        admin = Visitor.signedIn(port, "admin");
        admin.get(PAGE);
    }

    @AfterEach
    void asItShips() {
        settings.change(office.person("admin"), Content.SHIPPED);
    }

    @Test
    @Tag("PGD-d")
    void the_table_and_the_terms_are_the_offices_to_set() {
        Map<String, String> form = form();
        form.put("deciders.LIGHT", "SECTION_HEAD");
        form.put("days.SORTING", "4");
        form.put("unit.SORTING", "CALENDAR");
        assertThat(location(admin.post(PAGE, form))).endsWith("?selesai=ketentuan");

        Content content = settings.current(1).content();
        assertThat(content.table().deciders().get(Weight.LIGHT)).containsExactly(Decider.SECTION_HEAD);
        assertThat(content.terms().sorting()).isEqualTo(Term.calendarDays(4));
        assertThat(admin.get(PAGE).body()).contains("Contoh Admin", "value=\"4\"");
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_changed() {
        Content before = settings.current(1).content();
        for (String wrong : new String[] {"", "0", "-3", "1000", "lima", "999", "😡"}) {
            Map<String, String> form = form();
            form.put("days.DECISION", wrong);
            HttpResponse<String> answer = admin.post(PAGE, form);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("Tulis jumlah hari, 1 sampai 366.");
        }
        Map<String, String> form = form();
        form.remove("sections");
        assertThat(admin.post(PAGE, form).body()).contains("Pilih paling sedikit satu jabatan");
        assertThat(settings.current(1).content()).isEqualTo(before);
    }

    @Test
    void kinds_are_added_renamed_and_taken_out_of_the_choice_but_never_lost() {
        String code = "K" + System.nanoTime();
        assertThat(location(admin.post(PAGE + "/jenis", Map.of("code", code, "nameId", "Antrean <b>", "nameEn", "")))).contains("selesai=jenis");
        assertThat(kinds.find(1, code).orElseThrow().nameEn()).isEqualTo("Antrean <b>");
        assertThat(admin.get(PAGE).body()).contains("Antrean &lt;b&gt;").doesNotContain("Antrean <b>");
        assertThat(admin.post(PAGE + "/jenis", Map.of("code", code, "nameId", "Lagi")).body()).contains("Kode ini sudah dipakai.");

        admin.post(PAGE + "/jenis/" + code, Map.of("nameId", "Antrean", "nameEn", "Queue", "retired", "true"));
        assertThat(kinds.current(1)).extracting(ComplaintKinds.Kind::code).doesNotContain(code);
        assertThat(kinds.find(1, code)).contains(new ComplaintKinds.Kind(code, "Antrean", "Queue", true));
    }

    @Test
    void a_kind_needs_a_code_and_a_name() {
        int before = kinds.of(1).size();
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("code", "kecil", "nameId", "Kecil"),
                Map.of("code", "X".repeat(50_000), "nameId", "Panjang"),
                Map.of("code", "KOSONG", "nameId", " "),
                Map.of("code", "PANJANG", "nameId", "x".repeat(61)))) {
            assertThat(admin.post(PAGE + "/jenis", wrong).statusCode()).isEqualTo(422);
        }
        assertThat(admin.post(PAGE + "/jenis/TIDAK_ADA", Map.of("nameId", "Tidak ada")).statusCode()).isEqualTo(422);
        assertThat(kinds.of(1)).hasSize(before);
    }

    @Test
    void nobody_else_may_look_or_change() {
        Visitor desk = Visitor.signedIn(port, "pengaduan");
        assertThat(desk.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(desk.post(PAGE, form()).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> kinds.add(office.person("pengaduan"), "BARU", "Baru", "")).isInstanceOf(AccessDeniedException.class);
    }

    /** What the page sends without a change, of the check boxes one each. */
    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        ComplaintSettingsForm.typed(Content.SHIPPED).forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }
}
