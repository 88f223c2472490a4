package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The officers' pages of complaints, without scripts: the counter, the list, the page of one. */
@LoketTest
class ComplaintPagesTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintAttachments attachments;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    private ComplaintDesk desk;
    private Visitor clerk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
        clerk = Visitor.signedIn(port, "pengaduan");
        clerk.get("/pengaduan/baru");
    }

    @Test
    @Tag("PGD-a")
    @Tag("PGD-c")
    @Tag("PGD-i")
    void who_comes_in_person_is_written_down_answered_on_the_spot_and_given_a_receipt() throws IOException {
        String number = recorded(clerk.post("/pengaduan/baru", with(form("COUNTER"), Map.of(
                "sortNow", "ya", "matter", "COMPLAINT", "weight", "LIGHT", "kind", "DELAY", "section", "DIVISION_HEAD",
                "responseClass", "LIGHT_LOCAL", "answer", "Berkas siap besok.", "reaction", "Menerima penjelasan."))));
        assertThat(complaints.view(desk.desk(), number).entries())
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("Received", "Classified", "Taken", "Answered");
        assertThat(clerk.get("/pengaduan/" + number + "?baru").body())
                .contains("tercatat dengan nomor " + number, "Cetak tanda terima", "Berkas siap besok.", "Menerima penjelasan.");

        HttpResponse<byte[]> receipt = clerk.download("/pengaduan/" + number + "/tanda-terima.pdf");
        assertThat(receipt.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var pdf = Loader.loadPDF(receipt.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(number, "Contoh Pengadu", "Antrean terlalu lama", "Senin, 23 November 2026", "Contoh Pengaduan")
                    .contains("/aduan/1471-" + complaints.view(desk.desk(), number).statusCode());
        }
    }

    @Test
    void what_is_to_be_mended_is_said_all_at_once_everything_typed_stays_and_nothing_is_recorded() {
        long before = last();
        HttpResponse<String> answer = clerk.post("/pengaduan/baru", with(form("LETTER"), Map.of(
                "subject", "", "story", "<script>alert(1)</script>" + "a".repeat(50_000), "email", "bukan surel", "phone", "nol delapan",
                "registration", "SIKRO-2026-99999", "happenedOn", "24-11-2026", "wanted", "Dijelaskan 😡")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Ada enam hal yang perlu diperbaiki", "Tulis perihal", "Paling banyak 10.000 huruf", "surel ini tidak lengkap",
                        "Periksa nomor telepon", "Tidak ada berkas dengan nomor ini", "Tanggal kejadian belum terjadi")
                .contains("&lt;script&gt;alert(1)", "nol delapan", "Dijelaskan 😡")
                .doesNotContain("<script>alert(1)", "??");
        assertThat(last()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM, COUNTER, bobot ringan", "LIGHT, LETTER, yang datang atau menelepon"})
    @Tag("PGD-d")
    void an_answer_on_the_spot_that_is_not_allowed_is_refused_and_nothing_is_recorded(String weight, String medium, String words) {
        long before = last();
        HttpResponse<String> answer = clerk.post("/pengaduan/baru", with(form(medium), Map.of(
                "sortNow", "ya", "matter", "COMPLAINT", "weight", weight, "kind", "DELAY", "section", "DIVISION_HEAD",
                "responseClass", "NORMATIVE", "answer", "Selesai.", "reaction", "Ya.")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "Selesai.");
        assertThat(last()).isEqualTo(before);
    }

    @Test
    void the_file_that_it_is_about_is_looked_up_and_what_was_typed_stays() {
        String file = office.completeFile();
        HttpResponse<String> answer =
                clerk.post("/pengaduan/baru", with(form("COUNTER"), Map.of("registration", file.toLowerCase(), "cariBerkas", "ya")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(file + ": ", "Contoh Pemohon", "Antrean terlalu lama");
    }

    @Test
    void the_same_form_sent_twice_makes_one_complaint_and_one_answer() {
        Map<String, String> form = with(form("COUNTER"), Map.of(
                "sortNow", "ya", "matter", "COMPLAINT", "weight", "LIGHT", "kind", "DELAY", "section", "DIVISION_HEAD",
                "responseClass", "NORMATIVE", "answer", "Selesai.", "reaction", "Ya."));
        String number = recorded(clerk.post("/pengaduan/baru", form));
        assertThat(recorded(clerk.post("/pengaduan/baru", form))).isEqualTo(number);
        assertThat(desk.version(number)).isEqualTo(4);
    }

    @Test
    @Tag("PGD-b")
    @Tag("PGD-d")
    void a_medium_complaint_is_decided_by_two_and_only_then_answered() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.MEDIUM);
        HttpResponse<String> early = act(clerk, number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Sudah diperbaiki."));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body())
                .contains("masih diperlukan keputusan Kepala Bidang, Kepala Dinas. Gilirannya Kepala Bidang", "Sudah diperbaiki.")
                .contains("Belum dapat dikirim");

        for (String who : new String[] {"kabid", "kadis"}) {
            Visitor decider = Visitor.signedIn(port, who);
            assertThat(decider.get("/pengaduan?antrean=DECISION").body()).contains(number);
            String decision = who.equals("kabid") ? "SECTION_HEAD" : "HEAD_OF_OFFICE";
            assertThat(act(decider, number, "DECIDE", decision(decision)).statusCode()).isEqualTo(302);
            assertThat(decider.get("/pengaduan?antrean=DECISION").body()).doesNotContain(number);
        }
        assertThat(act(clerk, number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Sudah diperbaiki.")).statusCode())
                .isEqualTo(302);
        assertThat(complaints.view(desk.desk(), number).state().status()).isEqualTo(Status.ANSWERED);
        assertThat(clerk.get("/pengaduan/" + number).body())
                .containsSubsequence("Riwayat", "Dijawab lewat surel", "Keputusan Kepala Dinas dicatat", "Keputusan Kepala Bidang dicatat");
    }

    @Test
    @Tag("PGD-e")
    void a_heavy_complaint_needs_the_minutes_of_the_coordination_with_the_government() throws IOException {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.HEAVY);
        Visitor kadis = Visitor.signedIn(port, "kadis");
        assertThat(act(kadis, number, "DECIDE", decision("HEAD_OF_OFFICE")).statusCode()).isEqualTo(302);

        Map<String, String> government = with(decision("REGIONAL_GOVERNMENT"), Map.of("DECIDE-with", "Contoh Asisten, Asisten II"));
        HttpResponse<String> without = act(kadis, number, "DECIDE", government);
        assertThat(without.body()).contains("Lampirkan risalah", "Contoh Asisten, Asisten II");
        int version = desk.version(number);
        HttpResponse<String> program = kadis.post("/pengaduan/" + number, order(number, "DECIDE", government),
                new Visitor.Scan("berkas", "risalah.pdf", "MZ program".getBytes()));
        assertThat(program.statusCode()).isEqualTo(422);
        assertThat(program.body()).contains("bukan PDF, JPG, atau PNG");
        HttpResponse<String> nobody = kadis.post("/pengaduan/" + number, order(number, "DECIDE", decision("REGIONAL_GOVERNMENT")),
                new Visitor.Scan("berkas", "risalah.png", picture()));
        assertThat(nobody.body()).contains("Sebut dengan siapa");
        assertThat(attachments.of(desk.desk(), number)).as("a refused decision leaves nothing").isEmpty();
        assertThat(desk.version(number)).isEqualTo(version);

        kadis.post("/pengaduan/" + number, order(number, "DECIDE", government), new Visitor.Scan("berkas", "risalah.png", picture()));
        assertThat(complaints.view(desk.desk(), number).state().decided())
                .containsExactlyInAnyOrder(Decider.HEAD_OF_OFFICE, Decider.REGIONAL_GOVERNMENT);
        assertThat(attachments.of(desk.desk(), number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "LETTER, surat telepon, surel faks",
        "EMAIL, surel, telepon faks",
        "PHONE, telepon faks, surel",
        "FAX, telepon faks, surel",
        "COUNTER, langsung kepada pengadu, surel",
        "WEB, halaman perkembangan surel, faks",
        "LAPOR, kanal asalnya, surel"
    })
    @Tag("PGD-f")
    @Tag("PGD-g")
    @Tag("PGD-h")
    @Tag("PGD-i")
    void an_answer_is_offered_by_the_ways_that_the_channel_allows(Medium medium, String offered, String not) {
        String number = desk.sorted(complaint(medium), Weight.LIGHT);
        String body = clerk.get("/pengaduan/" + number).body();
        String panel = body.substring(body.indexOf("id=\"jawaban\""), body.indexOf("Isi pengaduan"));
        for (String way : medium == Medium.COUNTER || medium == Medium.LAPOR ? new String[] {offered} : offered.split(" ")) {
            assertThat(panel).contains(way.equals("perkembangan") ? "halaman perkembangan" : way);
        }
        for (String way : not.split(" ")) {
            assertThat(panel).doesNotContain(">" + way + "<");
        }
    }

    /** Every channel carries every weight: the weight says who decides first, the channel how the answer goes. */
    @ParameterizedTest
    @CsvSource({
        "COUNTER, IN_PERSON", "LETTER, LETTER", "PHONE, CALL", "FAX, FAX", "EMAIL, EMAIL", "WEB, STATUS_PAGE", "SOCIAL_MEDIA, SAME_PLACE",
        "LAPOR, SAME_PLACE"})
    @Tag("PGD-c")
    @Tag("PGD-d")
    @Tag("PGD-e")
    void each_weight_through_each_channel(Medium medium, String way) throws IOException {
        Visitor kabid = Visitor.signedIn(port, "kabid");
        Visitor kadis = Visitor.signedIn(port, "kadis");
        Map<String, String> answer = Map.of("ANSWER-way", way, "ANSWER-text", "Sudah selesai.", "ANSWER-reaction", "Menerima.");
        for (Weight weight : Weight.values()) {
            String number = desk.sorted(complaint(medium), weight);
            if (weight != Weight.LIGHT) {
                assertThat(act(clerk, number, "ANSWER", answer).statusCode()).as("%s, nobody decided", weight).isEqualTo(409);
            }
            if (weight == Weight.MEDIUM) {
                act(kabid, number, "DECIDE", decision("SECTION_HEAD"));
            }
            if (weight != Weight.LIGHT) {
                act(kadis, number, "DECIDE", decision("HEAD_OF_OFFICE"));
            }
            if (weight == Weight.HEAVY) {
                assertThat(act(clerk, number, "ANSWER", answer).statusCode()).as("%s, the government did not", weight).isEqualTo(409);
                kadis.get("/pengaduan/" + number);
                kadis.post(
                        "/pengaduan/" + number,
                        order(number, "DECIDE", with(decision("REGIONAL_GOVERNMENT"), Map.of("DECIDE-with", "Contoh Asisten, Asisten II"))),
                        new Visitor.Scan("berkas", "risalah.png", picture()));
            }
            assertThat(act(clerk, number, "ANSWER", answer).statusCode()).as(weight.name()).isEqualTo(302);
            assertThat(complaints.view(desk.desk(), number).state().status()).isEqualTo(Status.ANSWERED);
        }
    }

    @Test
    void of_two_who_answer_at_once_the_second_is_told_who_did_what_and_keeps_what_was_typed() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        clerk.get("/pengaduan/" + number);
        Map<String, String> seen = order(number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Jawaban kedua."));
        act(clerk, number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Jawaban pertama."));
        HttpResponse<String> second = clerk.post("/pengaduan/" + number, seen);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Dijawab lewat surel, oleh Contoh Pengaduan", "Jawaban pertama.", "Jawaban kedua.");
        assertThat(complaints.view(desk.desk(), number).entries()).hasSize(4);
    }

    @Test
    void another_officers_complaint_is_taken_before_it_is_answered() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        Visitor other = Visitor.signedIn(port, "pengaduan2");
        HttpResponse<String> answer = act(other, number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Jawaban."));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("di tangan petugas lain");
        assertThat(act(other, number, "TAKE", Map.of()).statusCode()).isEqualTo(302);
        assertThat(act(other, number, "ANSWER", Map.of("ANSWER-way", "EMAIL", "ANSWER-text", "Jawaban.")).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, ANSWER-way, LETTER, Jawaban mengikuti saluran masuk",
        "ANSWER, ANSWER-way, BY_PIGEON, Pilih salah satu cara menjawab",
        "CLASSIFY, CLASSIFY-weight, LIGHT, Tulis alasannya",
        "CLASSIFY, CLASSIFY-kind, NO_SUCH, Pilih jenis dari daftar",
        "CORRECT, CORRECT-field, status_code, Pilih apa yang diperbaiki",
        "REMARK, REMARK-text, ' ', perlu diisi",
        "CLOSE, CLOSE-how, NO_REACTION, tidak cocok",
        "ATTACH, x, x, Pilih berkas"
    })
    void a_form_with_something_to_mend_says_so_and_changes_nothing(String action, String field, String value, String words) {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        Map<String, String> form = new HashMap<>(Map.of(
                "ANSWER-way", "EMAIL", "ANSWER-text", "Teks.", "CLASSIFY-matter", "COMPLAINT", "CLASSIFY-weight", "MEDIUM",
                "CLASSIFY-kind", "DELAY", "CLASSIFY-section", "DIVISION_HEAD", "CLASSIFY-responseClass", "NORMATIVE"));
        if (field.equals("CLASSIFY-kind")) {
            form.put("CLASSIFY-reason", "Salah pilah");
        }
        form.put(field, value);
        HttpResponse<String> answer = act(clerk, number, action, form);
        assertThat(answer.statusCode()).isBetween(409, 422);
        assertThat(answer.body()).contains(action.equals("CLOSE") ? "Pengaduan ini baru saja berubah" : words).doesNotContain("??");
        assertThat(desk.version(number)).isEqualTo(3);
    }

    @Test
    void who_may_see_what() {
        String anonymous = desk.sorted(
                complaint(Medium.LETTER, complainant(true, false), "", "Perihal tanpa nama", "Cerita."), Weight.MEDIUM);
        String confidential = desk.sorted(
                complaint(Medium.LETTER, complainant(false, true), "", "Perihal yang dirahasiakan", "Cerita rahasia."), Weight.MEDIUM);
        assertThat(clerk.get("/pengaduan/" + anonymous).body()).contains("Contoh Pengadu<", "Nama dirahasiakan");
        for (String who : new String[] {"kabid", "kadis", "sekretaris"}) {
            Visitor officer = Visitor.signedIn(port, who);
            assertThat(officer.get("/pengaduan/" + anonymous).body())
                    .contains("Perihal tanpa nama")
                    .doesNotContain("Contoh Pengadu<", "Contoh Pengadu ", "Jalan Misal", "62812");
            assertThat(officer.get("/pengaduan?cari=Contoh+Pengadu").body()).as("search by name is the desk’s").doesNotContain(anonymous);
            assertThat(officer.get("/pengaduan/baru").statusCode()).isEqualTo(403);
            assertThat(officer.get("/pengaduan/" + anonymous + "/tanda-terima.pdf").statusCode()).isEqualTo(403);
        }
        Visitor secretary = Visitor.signedIn(port, "sekretaris");
        assertThat(secretary.get("/pengaduan/" + confidential).statusCode()).isEqualTo(404);
        assertThat(secretary.get("/pengaduan?antrean=SEMUA").body()).contains(confidential).doesNotContain("Perihal yang dirahasiakan");
        assertThat(secretary.get("/pengaduan?cari=yang+dirahasiakan").body()).doesNotContain(confidential);
        assertThat(Visitor.signedIn(port, "kadis").get("/pengaduan?antrean=SEMUA").body()).contains("Perihal yang dirahasiakan");
        Visitor printer = Visitor.signedIn(port, "cetak");
        assertThat(printer.get("/pengaduan/" + anonymous).statusCode()).isEqualTo(404);
        assertThat(printer.get("/pengaduan?antrean=SEMUA").body()).doesNotContain(anonymous, confidential);
    }

    @Test
    @Tag("PGD-j1")
    void one_list_has_every_channel_and_is_searched_by_number_name_and_word() {
        String letter = complaints.record(desk.desk(), complaint(Medium.LETTER));
        String web = complaints.receive(1, complaint(Medium.WEB));
        assertThat(clerk.get("/pengaduan?antrean=TO_SORT").body()).contains(letter, web);
        assertThat(clerk.get("/pengaduan?cari=" + letter).body()).contains(letter).doesNotContain(web);
        assertThat(clerk.get("/pengaduan?cari=Contoh+Pengadu").body()).contains(letter, web);
        assertThat(clerk.get("/pengaduan?cari=%25%5C_%3Cb%3E").body())
                .contains("Tidak ada pengaduan untuk", "&lt;b>")
                .doesNotContain(letter);
    }

    @Test
    void a_correction_is_an_entry_and_what_was_stays_readable() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        act(clerk, number, "CORRECT", Map.of("CORRECT-field", "subject", "CORRECT-text", "Izin belum jadi", "CORRECT-reason", "Salah ketik"));
        assertThat(clerk.get("/pengaduan/" + number).body())
                .contains("<h1>Izin belum jadi</h1>", "“Izin belum selesai” menjadi “Izin belum jadi”", "Salah ketik");
    }

    @Test
    void programs_record_order_and_read_by_the_same_rules() {
        Visitor program = new Visitor(port);
        HttpResponse<String> created = program.api("POST", "/api/complaints", "pengaduan",
                "{\"medium\":\"EMAIL\",\"email\":\"pengadu@contoh.id\",\"subject\":\"Lama\",\"story\":\"Lama sekali\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        String number = created.body().replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
        assertThat(program.api("POST", "/api/complaints", "pengaduan", "{\"medium\":\"PHONE\",\"phone\":\"x\",\"subject\":\"\"}").body())
                .contains("FORM", "Periksa nomor telepon");
        desk.sort(number, Weight.MEDIUM);
        String orders = "/api/complaints/" + number + "/orders";
        assertThat(program.api("POST", orders, "pengaduan", "{\"action\":\"TAKE\",\"version\":2}").body()).contains("\"version\":3");
        HttpResponse<String> early = program.api(
                "POST", orders, "pengaduan", "{\"action\":\"ANSWER\",\"version\":3,\"way\":\"EMAIL\",\"text\":\"Selesai\"}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("NOT_DECIDED", "SECTION_HEAD", "Kepala Dinas");
        assertThat(program.api("POST", orders, "pengaduan", "{\"action\":\"TAKE\",\"version\":1}").body()).contains("STALE");
        assertThat(program.api("POST", orders, "pengaduan", "{\"version\":3}").statusCode()).isEqualTo(422);
        assertThat(program.api("GET", "/api/complaints", "kabid", null).body()).contains(number);
        assertThat(program.api("GET", "/api/complaints/" + number, "cetak", null).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> act(Visitor officer, String number, String action, Map<String, String> fields) {
        officer.get("/pengaduan/" + number);
        return officer.post("/pengaduan/" + number, order(number, action, fields));
    }

    private Map<String, String> order(String number, String action, Map<String, String> fields) {
        return with(fields, Map.of("tindakan", action, "versi", String.valueOf(desk.version(number))));
    }

    private static Map<String, String> decision(String decider) {
        return Map.of("DECIDE-decider", decider, "DECIDE-text", "Didahulukan.", "DECIDE-heldOn", "23-11-2026");
    }

    private static Map<String, String> form(String medium) {
        return Map.of(
                "formToken", UUID.randomUUID().toString(), "medium", medium, "name", "Contoh Pengadu", "address", "Jalan Misal Nomor 5",
                "phone", "0812 0000 0184", "email", "", "subject", "Antrean terlalu lama", "story", "Menunggu tiga jam.");
    }

    private static Map<String, String> with(Map<String, String> form, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(form);
        all.putAll(more);
        return all;
    }

    private static String recorded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return location(answer).replaceAll("/pengaduan/(.*)\\?baru", "$1");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private long last() {
        return db.sql("select coalesce(max(last), 0) from counter where office_id = 1 and series = 'COMPLAINT' and year = 2026")
                .query(Long.class)
                .single();
    }
}
