package id.loket.standard;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Statements;
import id.loket.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an administrator does on the pages of the services. */
@LoketTest
class ServicePagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String ALL = "/pengaturan/layanan";

    @Autowired
    private ServiceVersions services;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor admin;
    private String code;
    private String path;

    @BeforeEach
    void aMondayInYears() {
        clock.set("2031-01-06 09:00");
        code = "HAL_" + NEXT.incrementAndGet();
        path = ALL + "/" + code;
        admin = Visitor.signedIn(port, "admin");
        admin.get(ALL + "/impor");
    }

    @AfterEach
    void noDraftIsLeft() {
        services.discard(office.person("admin"), code);
        clock.set("2026-11-23 08:00");
    }

    @Test
    void an_imported_file_becomes_a_draft_with_its_findings_linked_to_their_lines() {
        HttpResponse<String> answer = upload(text().replace("promise: 2 working days", "promise: besok"));
        assertThat(location(answer)).isEqualTo(path + "/rancangan");
        String page = admin.get(path + "/rancangan").body();
        int line = List.of(text().split("\n")).indexOf("  promise: 2 working days") + 1;
        assertThat(page).contains("href=\"#baris-" + line + "\"", "id=\"baris-" + line + "\"", "besok");
        assertThat(admin.get(ALL).body()).contains(path, "1 temuan");
    }

    @Test
    void what_can_not_be_a_service_is_refused_and_what_was_pasted_stays() {
        assertThat(refusal(Map.of("yaml", ""))).contains("Pilih berkas atau tempel teks");
        assertThat(refusal(Map.of("yaml", "code: [<b>rusak"))).contains("tidak dapat dibaca sebagai berkas YAML", "code: [&lt;b&gt;rusak");
        assertThat(refusal(Map.of("yaml", "name: Izin\n"))).contains("tidak menyebut kode layanan");
        assertThat(refusal(Map.of("yaml", "code: ../../etc\n"))).contains("tidak menyebut kode layanan");
        assertThat(services.all(office.person("admin"))).noneMatch(s -> s.draft().isPresent() && s.code().equals(code));
    }

    @Test
    void a_bomb_of_anchors_a_text_without_end_and_depth_without_bottom_are_refused() {
        StringBuilder bomb = new StringBuilder("code: " + code + "\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertThat(upload(bomb.toString()).statusCode()).isEqualTo(422);
        assertThat(upload("code: " + code + "\nname: " + "[".repeat(100_000)).statusCode()).isEqualTo(422);
        HttpResponse<String> large = upload("code: " + code + "\n" + "# besar\n".repeat(5 * 1024 * 1024 / 8));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("Teks terlalu panjang").hasSizeLessThan(60_000);
        assertThat(services.draft(office.person("admin"), code)).isEmpty();
    }

    @Test
    void scripts_in_texts_are_shown_as_text_everywhere() {
        String evil = "Izin </textarea><script>alert(1)</script>";
        upload(text().replace("id: Izin Kerja Refraksionis Optisien\n", "id: \"" + evil + "\"\n"));
        for (String page : List.of("/rancangan", "/rancangan/formulir", "/rancangan/tetapkan", "")) {
            assertThat(admin.get(path + page).body()).as(page).doesNotContain("<script>alert");
        }
        HttpResponse<String> preview = admin.post(path + "/pratinjau", Map.of("yaml", draft()));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Izin &lt;/textarea").doesNotContain("<script>alert");
        HttpResponse<String> check = admin.post(path + "/rancangan/periksa", Map.of("yaml", "<script>alert(1)</script>: 1"));
        assertThat(check.body()).doesNotContain("<script>alert");
    }

    @Test
    void the_second_of_two_administrators_keeps_what_he_typed_and_sees_the_difference() {
        upload(text());
        admin.post(path + "/rancangan", Map.of("yaml", text() + "# dari orang pertama\n", "revision", "1"));
        HttpResponse<String> answer = admin.post(path + "/rancangan", Map.of("yaml", text() + "# dari orang kedua\n", "revision", "1"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Contoh Admin mengubah rancangan ini lebih dahulu", "# dari orang kedua\n</textarea>", "<code># dari orang pertama</code>")
                .contains("name=\"revision\" value=\"2\"");
        assertThat(draft()).endsWith("# dari orang pertama\n");
        assertThat(location(admin.post(path + "/rancangan", Map.of("yaml", text() + "# digabung\n", "revision", "2")))).isEqualTo(path + "/rancangan");

        HttpResponse<String> form = admin.post(path + "/rancangan/formulir", Map.of("name/id", "Nama ketikan saya", "revision", "1"));
        assertThat(form.statusCode()).isEqualTo(409);
        assertThat(form.body()).contains("value=\"Nama ketikan saya\"", "mengubah rancangan ini lebih dahulu");
    }

    @Test
    void checking_a_text_keeps_nothing() {
        upload(text());
        HttpResponse<String> answer =
                admin.post(path + "/rancangan", Map.of("yaml", "code: ADA\n", "revision", "1", "aksi", "periksa"));
        assertThat(answer.body()).contains("perlu diperbaiki", "code: ADA\n</textarea>");
        assertThat(draft()).isEqualTo(text());
    }

    @Test
    @Tag("DLV-3")
    void the_form_changes_the_text_and_keeps_its_comments() {
        upload(text());
        HttpResponse<String> answer = admin.post(
                path + "/rancangan/formulir",
                Map.of("delivery/promise/number", "4", "delivery/promise/unit", "working days", "revision", "1"));
        assertThat(location(answer)).isEqualTo(path + "/rancangan/formulir");
        assertThat(draft()).isEqualTo(text().replace("promise: 2 working days", "promise: 4 working days"));
        HttpResponse<String> wrong =
                admin.post(path + "/rancangan/formulir", Map.of("delivery/fee", "murah", "revision", "2"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"murah\"", "Tulis tarif dalam rupiah penuh");
    }

    @Test
    void a_consultation_says_who_when_and_what_and_its_minutes_are_a_pdf() {
        upload(text());
        String form = path + "/rancangan/konsultasi";
        admin.get(form);
        HttpResponse<String> answer = admin.post(
                form, Map.of("heldOn", "7-1-2031", "participants", "", "summary", ""), new Visitor.Scan("minutes", "acara.pdf", "bukan pdf".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("paling lambat hari ini", "Isi siapa yang dilibatkan", "Pilih cara pelibatan", "Isi masukan");
        assertThat(location(admin.post(form, consultation(), new Visitor.Scan[0]))).isEqualTo(path);
        assertThat(admin.get(form).body()).contains("Organisasi profesi", "6 Januari 2031");
        assertThat(admin.get(form + "/999999.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("DLV-2")
    void two_versions_are_set_and_compared_by_meaning_and_by_line() {
        upload(text());
        admin.get(path + "/rancangan/tetapkan");
        HttpResponse<String> early = admin.post(path + "/rancangan/tetapkan", Map.of("decree", "", "from", "01-01-2031", "revision", "1"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Isi nomor keputusan", "tidak boleh sebelum hari ini", "Catat lebih dahulu pelibatan");
        set(1, "188/1/2031", 1);

        assertThat(location(admin.post(path + "/rancangan/mulai", Map.of("dari", "1")))).isEqualTo(path + "/rancangan");
        String second = draft().replace("promise: 2 working days", "promise: 3 working days");
        admin.post(path + "/rancangan", Map.of("yaml", second, "revision", "1"));
        assertThat(admin.get(path + "/rancangan/tetapkan").body()).contains("2 hari kerja", "3 hari kerja", "3. Jangka waktu");
        assertThat(admin.get(path + "/banding?dari=1").body()).contains("Rancangan versi 2", "3. Jangka waktu");
        set(2, "188/2/2031", 2);

        String page = admin.get(path + "/banding?dari=1&ke=2").body();
        assertThat(page).contains("3. Jangka waktu", "2 hari kerja", "3 hari kerja", "188/2/2031")
                .contains("<code>  promise: 2 working days</code>", "<code>  promise: 3 working days</code>");
        assertThat(admin.get(path).body()).contains("Versi 2 ditetapkan", "Keputusan 188/2/2031.");
        assertThat(admin.get(path + "/versi/1.yaml").body()).contains("decree: \"188/1/2031\"", "# Component 3");
        assertThat(admin.get(path + "/banding?dari=1&ke=9").statusCode()).isEqualTo(404);
        assertThat(admin.post(path + "/versi/2/cabut", Map.of("day", "06-01-2031", "reason", "")).body()).contains("Isi alasan pencabutan");
        assertThat(location(admin.post(path + "/versi/2/cabut", Map.of("day", "06-01-2031", "reason", "Salah")))).isEqualTo(path);
        assertThat(admin.get(path).body()).contains("Dicabut", "Tidak berlaku sejak 6 Januari 2031.");
    }

    @Test
    @Tag("MFG-2")
    @Tag("MFG-5")
    void the_demo_office_is_complete_for_sikro() {
        clock.set("2026-11-23 09:00");
        String page = admin.get(ALL + "/SIKRO/kelengkapan").body();
        assertThat(page).contains("Semua yang diperlukan layanan ini sudah lengkap.", "Hanya satu orang untuk peran:");
    }

    @Test
    void a_draft_is_previewed_as_page_sheet_and_chart_and_what_is_unsound_says_why() {
        upload(text());
        assertThat(admin.post(path + "/pratinjau", Map.of("yaml", draft())).body()).contains("<h1>Izin Kerja Refraksionis Optisien</h1>", "/ " + code);
        for (String paper : List.of("lembar", "sop")) {
            HttpResponse<String> sheet = admin.post(path + "/pratinjau/" + paper + ".pdf", Map.of("yaml", draft()));
            assertThat(sheet.headers().firstValue("Content-Type")).as(paper).contains("application/pdf");
        }
        HttpResponse<String> unsound = admin.post(path + "/pratinjau", Map.of("yaml", "code: X"));
        assertThat(unsound.statusCode()).isEqualTo(422);
        assertThat(unsound.body()).contains("belum dapat ditampilkan");
    }

    @Test
    void nobody_else_gets_in() {
        upload(text());
        Visitor head = Visitor.signedIn(port, "kadis");
        head.get("/meja-kerja");
        for (String page : List.of(ALL, ALL + "/impor", path, path + "/rancangan", path + "/rancangan/formulir", path + "/rancangan/tetapkan",
                path + "/banding?dari=1", path + "/kelengkapan", path + "/versi/1.yaml", "/pengaturan/sarana")) {
            assertThat(head.get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (String page : List.of(ALL + "/impor", path + "/rancangan", path + "/rancangan/hapus", path + "/rancangan/tetapkan", path + "/pratinjau",
                path + "/pratinjau/sop.pdf")) {
            assertThat(head.post(page, Map.of("yaml", "code: X", "revision", "1")).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(draft()).isEqualTo(text());
    }

    @Test
    void the_pages_ask_the_database_the_same_few_times_however_many_services_there_are() {
        admin.get(ALL);
        int before = statements(ALL).size();
        List<String> more = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String one = code + "_N" + i;
            admin.post(ALL + "/impor", Map.of("yaml", text().replace("code: " + code, "code: " + one)));
            more.add(one);
        }
        try {
            List<String> now = statements(ALL);
            assertThat(now).as("%s", now).hasSize(before).hasSizeLessThanOrEqualTo(14);
            assertThat(statements(ALL + "/SIKRO")).hasSizeLessThanOrEqualTo(8);
            assertThat(statements(ALL + "/SIKRO/kelengkapan")).hasSizeLessThanOrEqualTo(16);
        } finally {
            more.forEach(m -> services.discard(office.person("admin"), m));
        }
    }

    /** What a page asks the database; without the look at the calendar, which whoever comes first takes every few seconds for all. */
    private List<String> statements(String page) {
        return Statements.of(() -> assertThat(admin.get(page).statusCode()).isEqualTo(200)).stream()
                .filter(statement -> !statement.contains("select calendar_version from office"))
                .toList();
    }

    private void set(int version, String decree, int revisionFromOne) {
        assertThat(location(admin.post(path + "/rancangan/konsultasi", consultation(), new Visitor.Scan[0]))).isEqualTo(path);
        HttpResponse<String> answer = admin.post(
                path + "/rancangan/tetapkan",
                Map.of("decree", decree, "from", "06-01-2031", "revision", Integer.toString(revisionFromOne)));
        assertThat(location(answer)).as(answer.body()).isEqualTo(path);
        assertThat(services.text(office.person("admin"), code, version)).isPresent();
    }

    private static Map<String, String> consultation() {
        return new HashMap<>(Map.of(
                "heldOn", "06-01-2031", "medium", "MEETING", "participants", "Organisasi profesi", "summary", "Tanpa keberatan"));
    }

    private HttpResponse<String> upload(String yaml) {
        return admin.post(ALL + "/impor", Map.of(), new Visitor.Scan("file", "layanan.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private String refusal(Map<String, String> form) {
        HttpResponse<String> answer = admin.post(ALL + "/impor", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private String draft() {
        return services.draft(office.person("admin"), code).orElseThrow().yaml();
    }

    private String text() {
        return Definitions.SIKRO_FILE.replace("\ncode: SIKRO\n", "\ncode: " + code + "\n");
    }
}
