package id.loket.casefile;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import id.loket.testing.Visitor.Scan;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and machines send that can't be right: each gets a clear message and changes nothing. */
@LoketTest
class BadInputTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    @Tag("SOP-1")
    void a_nik_of_the_wrong_length_is_refused_and_everything_typed_stays() {
        long before = files();
        HttpResponse<String> answer = intake("nik", "147101010195000", "name", "Contoh Lima");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("NIK harus 16 angka; sekarang 15 angka", "value=\"Contoh Lima\"", "<title>Galat: ");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Tag("SOP-1")
    void a_nik_with_an_impossible_date_is_let_through_and_marked() {
        HttpResponse<String> answer = intake("nik", "1471013002950004");
        assertThat(answer.statusCode()).isEqualTo(302);
        CaseFileView file = office.look(registered(answer));
        assertThat(file.application().applicant().nikDoubtful()).isTrue();
        assertThat(Visitor.signedIn(port, "muda").get("/berkas/" + file.registration()).body())
                .contains("tanggal dalam NIK meragukan");
    }

    @Test
    void everything_wrong_with_a_form_is_told_at_once() {
        HttpResponse<String> answer =
                intake("nik", "", "phone", "nol delapan", "birthDate", "31-02-1995", "email", "bukan surel", "sex", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Ada lima hal yang perlu diperbaiki")
                .contains("Isi NIK", "Nomor telepon dimulai", "Tulis tanggal seperti", "Tulis surel seperti", "Pilih jenis kelamin");
    }

    @Test
    void a_birth_date_in_the_future_and_texts_that_are_too_long_are_refused() {
        assertThat(intake("birthDate", "01-01-2027").body()).contains("tidak boleh sesudah hari ini");
        assertThat(intake("name", "a".repeat(300)).body()).contains("Paling panjang 200 huruf");
        assertThat(intake("remarks.STR", "x".repeat(600), "checks.STR", "MISSING").body()).contains("Paling panjang 500 huruf");
    }

    @Test
    void an_unknown_service_is_not_found() {
        assertThat(Visitor.signedIn(port, "loket").get("/loket/TIDAK_ADA").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).api("POST", "/api/services/TIDAK_ADA/files", "loket", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_with_script_in_it_is_shown_as_it_was_typed_and_runs_nowhere() {
        String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        HttpResponse<String> answer = intake("name", script, "address", script);
        String file = registered(answer);
        for (String page : List.of("/berkas/" + file, "/meja-kerja?cari=" + file)) {
            String body = Visitor.signedIn(port, "cetak").get(page).body();
            assertThat(body).contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
    }

    @Test
    void a_double_pressed_submit_makes_one_file() throws Exception {
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/loket/SIKRO");
        Map<String, String> form = OfficeAtWork.form();
        form.put("formToken", UUID.randomUUID().toString());
        long before = files();

        List<HttpResponse<String>> answers = atTheSameMoment(() -> loket.post("/loket/SIKRO", form), () -> loket.post("/loket/SIKRO", form));
        HttpResponse<String> later = loket.post("/loket/SIKRO", form);

        assertThat(files()).isEqualTo(before + 1);
        assertThat(answers).extracting(BadInputTest::registered).containsOnly(registered(later));
    }

    @Test
    @Tag("SOP-2")
    void a_disguised_scan_is_refused_with_the_reason_and_nothing_is_registered() {
        long before = files();
        byte[] program = ("MZ" + "\0".repeat(200) + "This program cannot be run in DOS mode").getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer = intakeWith(new Scan("scans.DIPLOMA", "ijazah.pdf", program));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bukan PDF, JPG, atau PNG");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_scan_over_the_limit_of_the_definition_is_refused_in_figures() {
        byte[] large = new byte[1_600_000];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);
        HttpResponse<String> answer = intakeWith(new Scan("scans.DIPLOMA", "ijazah.pdf", large));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("paling besar 1,5 MB");
    }

    @Test
    void an_upload_of_200_megabytes_is_cut_off_with_a_message() {
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/loket/SIKRO");
        long before = files();
        try {
            HttpResponse<String> answer =
                    loket.post("/loket/SIKRO", OfficeAtWork.form(), new Scan("scans.DIPLOMA", "besar.pdf", new byte[200_000_000]));
            assertThat(answer.statusCode()).isEqualTo(413);
        } catch (UncheckedIOException cutOff) {
            // the server may also hang up before it has read what it won't take
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_path_in_a_file_name_is_only_a_name() {
        HttpResponse<String> answer = intakeWith(new Scan("scans.DIPLOMA", "../../etc/passwd.png", TINY_PNG));
        CaseFileView file = office.look(registered(answer));
        assertThat(file.attachments()).singleElement().satisfies(a -> assertThat(a.name()).isEqualTo("passwd.png"));
    }

    @Test
    @Tag("MFG-4b")
    void a_step_done_twice_says_who_did_it_before() {
        String file = office.fileSentTo(4);
        office.does("muda", file, Action.RECEIVE);
        Visitor muda = Visitor.signedIn(port, "muda");
        muda.get("/berkas/" + file);
        Map<String, String> initial = move(Action.HAND_OVER, office.look(file).state().version());
        assertThat(muda.post("/berkas/" + file + "/tindakan", initial).statusCode()).isEqualTo(302);
        HttpResponse<String> again = muda.post("/berkas/" + file + "/tindakan", initial);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Berkas ini sudah diselesaikan dan diserahkan oleh Contoh Muda", "Tidak ada yang berubah");
        assertThat(office.look(file).rows().stream().filter(r -> r.visit().step() == 4)).hasSize(1);
    }

    @Test
    @Tag("MFG-4b")
    void a_step_out_of_order_or_by_the_wrong_role_changes_nothing() {
        String file = office.fileSentTo(4);
        int version = office.look(file).state().version();
        HttpResponse<String> wrongRole = act("madya", file, move(Action.RECEIVE, version));
        assertThat(wrongRole.statusCode()).isEqualTo(409);
        assertThat(wrongRole.body()).contains("Tindakan ini dilakukan peran lain. Berkas sekarang di langkah 4");
        HttpResponse<String> early = act("muda", file, move(Action.HAND_OVER, version));
        assertThat(early.body()).contains("Berkas belum Anda terima");
        assertThat(office.look(file).state().version()).isEqualTo(version);
    }

    @Test
    void on_a_stale_page_nothing_is_done() {
        String file = office.fileSentTo(4);
        int seen = office.look(file).state().version();
        office.does("loket", file, Order.of(Action.REMARK, "pemohon menelepon"));
        HttpResponse<String> answer = act("muda", file, move(Action.RECEIVE, seen));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("diberi catatan oleh Contoh Loket");
        assertThat(office.look(file).state().status()).isEqualTo(Status.IN_TRANSIT);
    }

    @Test
    @Tag("MFG-4c")
    void of_two_people_at_the_same_moment_one_gets_the_file() throws Exception {
        String file = office.incompleteFile();
        int version = office.look(file).state().version();
        Visitor one = Visitor.signedIn(port, "loket");
        Visitor two = Visitor.signedIn(port, "loket2");
        one.get("/berkas/" + file);
        two.get("/berkas/" + file);
        Map<String, String> resubmit = move(Action.RESUBMIT, version);
        List<HttpResponse<String>> answers = atTheSameMoment(
                () -> one.post("/berkas/" + file + "/tindakan", resubmit), () -> two.post("/berkas/" + file + "/tindakan", resubmit));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
        assertThat(office.look(file).state().version()).isEqualTo(version + 1);
    }

    @Test
    void who_has_the_file_in_hand_is_named_whoever_wrote_on_the_card_last() {
        String file = office.incompleteFile();
        office.does("loket", file, Action.RESUBMIT);
        office.does("muda", file, Order.of(Action.REMARK, "mohon didahulukan"));
        HttpResponse<String> answer = act("loket2", file, move(Action.HAND_OVER, office.look(file).state().version()));
        assertThat(answer.body()).contains("Berkas ada di tangan Contoh Loket.");
    }

    @Test
    @Tag("SOP-9")
    void handing_out_without_a_recipient_is_not_possible_in_any_way() {
        String file = office.fileSentTo(9);
        office.does("loket", file, Action.RECEIVE);
        int version = office.look(file).state().version();
        HttpResponse<String> byButton = act("loket", file, move(Action.DELIVER, version));
        assertThat(byButton.statusCode()).isEqualTo(409);
        assertThat(byButton.body()).contains("Surat hanya diserahkan bila penerimanya dicatat");
        Visitor program = new Visitor(port);
        assertThat(program.api("POST", "/api/files/" + file + "/moves", "loket", "{\"action\":\"DELIVER\",\"version\":" + version + "}").statusCode())
                .isEqualTo(409);
        for (String body : List.of(
                "{\"version\":%d}",
                "{\"version\":%d,\"recipient\":\"APPLICANT\",\"identity\":\" \"}",
                "{\"version\":%d,\"recipient\":\"REPRESENTATIVE\",\"identity\":\"1\"}")) {
            assertThat(program.api("POST", "/api/files/" + file + "/delivery", "loket", body.formatted(version)).statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(office.look(file).state().status()).isEqualTo(Status.READY);
    }

    @Test
    void answers_of_a_check_list_on_a_stale_page_change_nothing() {
        String file = office.incompleteFile();
        office.does("loket", file, Action.RESUBMIT);
        int seen = office.look(file).state().version();
        office.does("muda", file, Order.of(Action.REMARK, "mohon didahulukan"));
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/berkas/" + file);
        HttpResponse<String> answer = loket.post(
                "/berkas/" + file + "/periksa",
                Map.of("versi", Integer.toString(seen), "checks.STR", "PRESENT", "checks.PHOTO", "PRESENT", "tindakan", "HAND_OVER"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(office.look(file).checkList().complete()).isFalse();
    }

    @Test
    void one_key_for_two_people_makes_two_files() {
        Visitor program = new Visitor(port).sending("Idempotency-Key", "1");
        String one = json(OfficeAtWork.form());
        Map<String, String> other = OfficeAtWork.form();
        other.put("name", "Contoh Lain");
        String first = program.api("POST", "/api/services/SIKRO/files", "loket", one).body();
        assertThat(program.api("POST", "/api/services/SIKRO/files", "loket", one).body()).as("the same again").isEqualTo(first);
        assertThat(program.api("POST", "/api/services/SIKRO/files", "loket", json(other)).body()).isNotEqualTo(first);
    }

    @Test
    void what_no_person_types_is_a_bad_request() {
        String file = office.fileSentTo(4);
        Visitor stranger = new Visitor(port);
        stranger.get("/lacak");
        assertThat(stranger.post("/lacak", Map.of("nomor", "SIKRO\0", "telepon", "0184")).statusCode()).isEqualTo(400);
        Visitor muda = Visitor.signedIn(port, "muda");
        assertThat(muda.get("/meja-kerja?cari=%00").statusCode()).isEqualTo(400);
        Visitor program = new Visitor(port);
        assertThat(program.api("POST", "/api/services/SIKRO/files", "loket", "{\"name\":null}").statusCode()).isEqualTo(422);
        assertThat(program.api("POST", "/api/files/" + file + "/checks", "loket", "{\"version\":1,\"checks\":[null,{\"code\":null}]}").statusCode())
                .isEqualTo(409);
        muda.get("/berkas/" + file);
        assertThat(muda.post("/berkas/" + file + "/lampiran", Map.of("kode", "FOO"), new Scan("pindaian", "a.png", TINY_PNG)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_scans_of_a_form_sent_twice_are_kept_once() {
        Map<String, String> form = OfficeAtWork.form();
        form.put("formToken", UUID.randomUUID().toString());
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/loket/SIKRO");
        Scan scan = new Scan("scans.DIPLOMA", "ijazah.png", TINY_PNG);
        String file = registered(loket.post("/loket/SIKRO", form, scan));
        assertThat(registered(loket.post("/loket/SIKRO", form, scan))).isEqualTo(file);
        assertThat(office.look(file).attachments()).hasSize(1);
    }

    @Test
    void a_reason_is_asked_for_and_what_was_chosen_stays() {
        String file = office.fileSentTo(5);
        office.does("madya", file, Action.RECEIVE);
        Map<String, String> form = new HashMap<>(move(Action.RETURN, office.look(file).state().version()));
        form.put("langkah", "3");
        form.put("catatan", "   ");
        HttpResponse<String> answer = act("madya", file, form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Tulis alasannya dengan kata-kata");
    }

    @Test
    void words_that_are_no_action_are_a_bad_request() {
        String file = office.fileSentTo(4);
        assertThat(act("muda", file, Map.of("tindakan", "DROP TABLE", "versi", "1")).statusCode()).isEqualTo(400);
        assertThat(act("muda", file, Map.of("tindakan", "RECEIVE", "versi", "banyak")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_file_number_that_does_not_exist_is_not_found_whatever_it_looks_like() {
        Visitor muda = Visitor.signedIn(port, "muda");
        assertThat(muda.get("/berkas/SIKRO-2026-99999").statusCode()).isEqualTo(404);
        assertThat(muda.get("/berkas/%27%20or%201%3D1%20--").statusCode()).isIn(400, 404);
        assertThat(muda.get("/meja-kerja?cari=%25%27%20or%201%3D1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> act(String who, String file, Map<String, String> form) {
        Visitor visitor = Visitor.signedIn(port, who);
        visitor.get("/berkas/" + file);
        return visitor.post("/berkas/" + file + "/tindakan", form);
    }

    private static Map<String, String> move(Action action, int version) {
        return Map.of("tindakan", action.name(), "versi", Integer.toString(version));
    }

    /** A filled form in which some fields are changed, sent by the clerk. */
    private HttpResponse<String> intake(String... changes) {
        Map<String, String> form = OfficeAtWork.form();
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        form.put("formToken", UUID.randomUUID().toString());
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/loket/SIKRO");
        return loket.post("/loket/SIKRO", form);
    }

    private HttpResponse<String> intakeWith(Scan scan) {
        Map<String, String> form = OfficeAtWork.form();
        form.put("formToken", UUID.randomUUID().toString());
        Visitor loket = Visitor.signedIn(port, "loket");
        loket.get("/loket/SIKRO");
        return loket.post("/loket/SIKRO", form, scan);
    }

    private static String registered(HttpResponse<?> answer) {
        var number = Pattern.compile("/berkas/([A-Z0-9-]+)").matcher(location(answer));
        assertThat(number.find()).as("registered: %s", answer).isTrue();
        return number.group(1);
    }

    private static String json(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private long files() {
        return db.sql("select count(*) from case_file").query(Long.class).single();
    }

    private static <T> List<T> atTheSameMoment(Callable<T> one, Callable<T> two) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            Future<T> first = people.submit(() -> {
                go.await();
                return one.call();
            });
            Future<T> second = people.submit(() -> {
                go.await();
                return two.call();
            });
            go.countDown();
            return List.of(first.get(), second.get());
        }
    }

    /** One transparent pixel. */
    private static final byte[] TINY_PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
