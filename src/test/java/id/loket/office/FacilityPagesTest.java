package id.loket.office;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.office.Facilities.Numbered;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** The register of what the office has to work with. */
@LoketTest
@Tag("MFG-2")
class FacilityPagesTest {

    private static final String ALL = "/pengaturan/sarana";

    @Autowired
    private Facilities facilities;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor admin;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        admin = Visitor.signedIn(port, "admin");
        admin.get(ALL);
    }

    @Test
    void the_demo_office_begins_with_what_its_standards_ask_for() {
        assertThat(admin.get(ALL).body()).contains("Loket pelayanan", "Ruang tunggu", "Stempel dinas", "Kendaraan tim teknis");
    }

    @Test
    void every_change_of_its_condition_is_kept_and_a_service_that_needs_it_says_so() {
        Numbered stamp = find("Stempel dinas");
        clock.set("2026-11-24 10:00");
        assertThat(location(change(stamp, "BROKEN", "Karet lepas", false))).isEqualTo(ALL);
        assertThat(admin.get("/pengaturan/layanan/SIKRO/kelengkapan").body())
                .contains("Stempel: diperlukan 1, yang ada dan berfungsi 0", "/pengaturan/sarana?jenis=STAMP");
        clock.set("2026-11-25 10:00");
        change(stamp, "GOOD", "Diganti", false);
        assertThat(admin.get("/pengaturan/layanan/SIKRO/kelengkapan").body()).contains("sudah lengkap");
        assertThat(admin.get(ALL + "/" + stamp.id()).body()).containsSubsequence("Diganti", "Karet lepas", "Rusak");
        assertThat(facilities.history(office.person("admin"), stamp.id())).hasSize(3);
    }

    @Test
    void what_is_added_can_be_retired_and_is_counted_no_more() {
        int before = cameras();
        Map<String, String> form = form("CAMERA", "Kamera baru <script>alert(1)</script>", "2");
        assertThat(location(admin.post(ALL, form))).isEqualTo(ALL);
        assertThat(cameras()).isEqualTo(before + 2);
        assertThat(admin.get(ALL).body()).doesNotContain("<script>alert");
        change(find(form.get("name")), "GOOD", "", true);
        assertThat(cameras()).isEqualTo(before);
        assertThat(admin.get(ALL).body()).contains("Tidak dipakai lagi");
    }

    @Test
    void a_form_with_faults_keeps_what_was_typed_and_names_each() {
        Map<String, String> form = form("", "", "banyak");
        form.put("checkedOn", "24-11-2026");
        form.put("condition", "BAGUS");
        HttpResponse<String> answer = admin.post(ALL, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Pilih jenis sarana", "Isi nama sarana", "Tulis jumlah 1 sampai 9999", "paling lambat hari ini", "Pilih keadaannya")
                .contains("value=\"banyak\"");
        assertThat(admin.get(ALL + "/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void offices_are_apart_and_only_administrators_see_to_it() {
        SignedIn stranger = new SignedIn(4711, 1, "asing", "Contoh Asing", "As", Set.of(Officers.ADMINISTRATOR), "");
        assertThat(facilities.all(stranger)).isEmpty();
        assertThat(facilities.one(stranger, find("Ruang tunggu").id())).isEmpty();
        assertThatThrownBy(() -> facilities.all(office.person("kadis"))).isInstanceOf(AccessDeniedException.class);
    }

    private int cameras() {
        return facilities.working(1).stream().filter(w -> w.kind() == FacilityKind.CAMERA).mapToInt(Facilities.Working::good).sum();
    }

    private HttpResponse<String> change(Numbered facility, String condition, String remark, boolean retired) {
        Map<String, String> form = form(facility.entry().kind().name(), facility.entry().name(), Integer.toString(facility.entry().count()));
        form.put("condition", condition);
        form.put("remark", remark);
        if (retired) {
            form.put("retired", "true");
        }
        return admin.post(ALL + "/" + facility.id(), form);
    }

    private Numbered find(String name) {
        return facilities.all(office.person("admin")).stream().filter(f -> f.entry().name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, String> form(String kind, String name, String count) {
        return new HashMap<>(Map.of(
                "kind", kind, "name", name, "place", "Lantai 2", "count", count, "condition", "GOOD", "checkedOn", "23-11-2026"));
    }
}
