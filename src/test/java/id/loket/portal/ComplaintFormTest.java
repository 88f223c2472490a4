package id.loket.portal;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintStatuses;
import id.loket.complaint.ComplaintAttachments;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.Complaints;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.complaint.web.HeldComplaints;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import id.loket.testing.Visitor.Scan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen writes a complaint on the public page, confirms it, follows it and has the last word. */
@LoketTest
class ComplaintFormTest {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formulir\" value=\"([^\"]+)\"");

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintStatuses statuses;

    @Autowired
    private ComplaintAttachments attachments;

    @Autowired
    private HeldComplaints held;

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
    @Tag("PGD-j1")
    void who_leaves_no_address_gets_the_number_at_once_and_keeps_the_page() {
        Visitor citizen = visitor();
        HttpResponse<String> look = fill(citizen, with("pokok", "Antrean sangat panjang"));
        assertThat(location(look)).startsWith("/aduan/periksa/1471-");
        String check = citizen.get(location(look)).body();
        assertThat(check).contains("Belum ada yang terkirim", "Antrean sangat panjang", "tidak diisi");
        assertThat(inBook("Antrean sangat panjang")).as("nothing is recorded by looking").isZero();

        String address = location(send(citizen, look));
        String page = citizen.get(address).body();
        assertThat(page).contains("Pengaduan Anda dicatat", "PGD-2026-", "Kamis, 26 November 2026", "Petugas Pengaduan", "0761 000 000");
        ComplaintView seen = complaints.view(desk(), number(address));
        assertThat(seen.state().medium()).isEqualTo(Medium.WEB);
        assertThat(seen.state().status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    @Tag("PGD-j1")
    void the_same_form_sent_twice_makes_one_complaint() {
        Visitor citizen = visitor();
        HttpResponse<String> look = fill(citizen, with("pokok", "Dua kali ditekan"));
        String first = location(send(citizen, look));
        assertThat(location(send(citizen, look))).isEqualTo(first);
        assertThat(location(citizen.get(location(look)))).as("looking again leads there too").isEqualTo(first.replace("?baru", ""));
        assertThat(inBook("Dua kali ditekan")).isEqualTo(1);
    }

    @Test
    @Tag("PGD-j1")
    void a_mail_address_is_confirmed_by_the_link_and_only_when_the_button_is_pressed() {
        Visitor citizen = visitor();
        String mail = UUID.randomUUID() + "@contoh.id";
        HttpResponse<String> look = fill(citizen, with("pokok", "Lewat surel", "surel", mail));
        String wait = location(send(citizen, look));
        assertThat(citizen.get(wait).body()).contains("Konfirmasi, lalu pengaduan Anda dicatat", mail);
        assertThat(inBook("Lewat surel")).as("not in the book yet").isZero();

        String link = told(mail, "https://loket.contoh.go.id(/aduan/tautan/[0-9A-Z-]+)");
        assertThat(visitor().get(link).statusCode()).as("a program looks at the link").isEqualTo(200);
        assertThat(inBook("Lewat surel")).isZero();
        Visitor inMail = visitor();
        inMail.get(link);
        String address = location(inMail.post(link, Map.of()));
        assertThat(complaints.view(desk(), number(address)).complainant().email()).isEqualTo(mail);
        assertThat(location(inMail.post(link, Map.of()))).as("pressed twice").isEqualTo(address);
        assertThat(inBook("Lewat surel")).isEqualTo(1);
    }

    @Test
    @Tag("PGD-j1")
    void a_telephone_is_confirmed_by_a_code_that_can_not_be_guessed() {
        Visitor citizen = visitor();
        String phone = "+62812" + (10_000_000 + NEXT_ADDRESS.incrementAndGet());
        HttpResponse<String> look = fill(citizen, with("pokok", "Lewat telepon", "telepon", phone));
        String wait = location(send(citizen, look));
        String code = told(phone, "kode konfirmasi pengaduan Anda ([0-9]{6})");
        String wrong = code.equals("000000") ? "000001" : "000000";
        citizen.get(wait);
        assertThat(citizen.post(wait, Map.of("kode", wrong)).body()).contains("Kode tidak cocok", "4 kali lagi");
        for (int i = 0; i < 4; i++) {
            citizen.post(wait, Map.of("kode", wrong));
        }
        assertThat(citizen.post(wait, Map.of("kode", code)).body()).as("even the right one").contains("Kode ini tidak dapat dipakai lagi");
        assertThat(inBook("Lewat telepon")).isZero();

        citizen.post(wait.replace("konfirmasi", "kirim"), Map.of());
        String address = location(citizen.post(wait, Map.of("kode", told(phone, "kode konfirmasi pengaduan Anda ([0-9]{6})"))));
        assertThat(complaints.view(desk(), number(address)).complainant().phone()).isEqualTo(phone);
    }

    @Test
    @Tag("PGD-j1")
    void who_gets_no_code_records_it_without_address_and_what_nobody_confirms_goes_away() {
        Visitor citizen = visitor();
        HttpResponse<String> look = fill(citizen, with("pokok", "Tanpa kontak", "surel", UUID.randomUUID() + "@contoh.id"));
        String wait = location(send(citizen, look));
        citizen.get(wait);
        String address = location(citizen.post(wait.replace("konfirmasi", "kirim"), Map.of("tanpaKontak", "true")));
        assertThat(complaints.view(desk(), number(address)).complainant().email()).isEmpty();

        HttpResponse<String> left = fill(citizen, with("pokok", "Ditinggalkan", "surel", UUID.randomUUID() + "@contoh.id"));
        String held = location(send(citizen, left));
        clock.set("2026-11-26 09:01");
        this.held.forgetExpired();
        assertThat(citizen.get(held).statusCode()).isEqualTo(404);
        assertThat(inBook("Ditinggalkan")).isZero();
    }

    @Test
    void nobody_s_mailbox_is_filled_by_asking_again_and_again() {
        Visitor citizen = visitor();
        String mail = UUID.randomUUID() + "@contoh.id";
        String wait = location(send(citizen, fill(citizen, with("surel", mail))));
        citizen.get(wait);
        HttpResponse<String> last = null;
        for (int i = 0; i < 4; i++) {
            last = citizen.post(wait.replace("konfirmasi", "kirim"), Map.of());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Tunggu beberapa jam");
        assertThat(db.sql("select count(*) from notice where email = :mail").param("mail", mail).query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    void what_is_wrong_is_told_at_once_and_everything_typed_stays() {
        Visitor citizen = visitor();
        Map<String, String> form = with("pokok", " ", "surel", "bukan surel", "telepon", "abc", "tanggal", "24-11-2026");
        form.put("cerita", "😡 <script>alert(1)</script> \"kutip\"");
        HttpResponse<String> answer = fill(citizen, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Galat:", "Ada empat hal", "Isi pokoknya", "nama@contoh.id", "Nomor telepon hanya angka", "belum tiba")
                .contains("value=\"bukan surel\"", "value=\"abc\"", "😡 &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        HttpResponse<String> impossible = fill(citizen, with("tanggal", "31-02-2026"));
        assertThat(impossible.body()).contains("Tulis tanggal seperti 20-11-2026");

        HttpResponse<String> book = fill(citizen, with("cerita", "a".repeat(50_000)));
        assertThat(book.statusCode()).isEqualTo(422);
        assertThat(book.body()).contains("paling banyak 10.000 huruf", "a".repeat(50_000));
    }

    @Test
    void emoji_and_script_are_kept_as_words_and_shown_as_words() {
        Visitor citizen = visitor();
        HttpResponse<String> look = fill(citizen, with("pokok", "<b>Izin</b> 😡", "cerita", "Baris satu\n<script>alert(1)</script>"));
        assertThat(citizen.get(location(look)).body()).contains("&lt;b&gt;Izin&lt;/b&gt; 😡").doesNotContain("<script>alert");
        String address = location(send(citizen, look));
        assertThat(citizen.get(address).body()).contains("&lt;b&gt;Izin&lt;/b&gt; 😡").doesNotContain("<b>Izin");
        assertThat(complaints.view(desk(), number(address)).story()).isEqualTo("Baris satu\n<script>alert(1)</script>");
    }

    @Test
    void whether_a_file_exists_is_never_told() {
        String real = office.completeFile();
        Visitor citizen = visitor();
        String about = citizen.get("/aduan?berkas=" + real).body();
        assertThat(about).contains("value=\"" + real + "\"").doesNotContain("Contoh Pemohon");
        String known = citizen.get(location(fill(citizen, with("berkas", real)))).body();
        String unknown = citizen.get(location(fill(citizen, with("berkas", "SIKRO-2026-99999")))).body();
        assertThat(plain(known).replace(real, "#")).isEqualTo(plain(unknown).replace("SIKRO-2026-99999", "#"));
    }

    @Test
    @Tag("PGD-j1")
    void attachments_are_judged_by_content_and_a_good_one_needs_no_second_choosing() throws IOException {
        Visitor citizen = visitor();
        Map<String, String> form = with("pokok", "", "cerita", "Dengan foto");
        HttpResponse<String> wrong = fill(
                citizen,
                form,
                new Scan("lampiran", "foto.png", photo()),
                new Scan("lampiran", "surat.pdf", "bukan pdf".getBytes(StandardCharsets.UTF_8)),
                new Scan("lampiran", "bom.png", bomb()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("bukan PDF, JPG, atau PNG meskipun namanya", "piksel", "Hapus foto.png");

        form.put("pokok", "Dengan foto");
        form.put("formulir", token(wrong));
        HttpResponse<String> look = citizen.post("/aduan", form, new Scan("lampiran", "", new byte[0]));
        String address = location(send(citizen, look));
        assertThat(attachments.of(desk(), number(address))).extracting(ComplaintAttachments.Attachment::name).containsExactly("foto.png");
        assertThat(citizen.get(address).body()).contains("foto.png");
    }

    @Test
    void more_files_than_fit_are_refused_and_the_text_stays() throws IOException {
        Visitor citizen = visitor();
        Scan[] four = {
            new Scan("lampiran", "1.png", photo()), new Scan("lampiran", "2.png", photo()),
            new Scan("lampiran", "3.png", photo()), new Scan("lampiran", "4.png", photo())
        };
        HttpResponse<String> answer = fill(citizen, with("pokok", "Empat foto"), four);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("paling banyak 3", "value=\"Empat foto\"");
    }

    @Test
    void a_robot_that_fills_every_field_is_told_so_and_a_person_sends_once_more() {
        Visitor robot = visitor();
        HttpResponse<String> answer = fill(robot, with("pokok", "Dari mesin", "situs", "https://contoh.id"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("tampak seperti dari mesin", "value=\"Dari mesin\"").doesNotContain("https://contoh.id");
        int last = 0;
        for (int i = 0; i < 45 && last != 429; i++) {
            answer = robot.post("/aduan", with("pokok", "Banjir", "formulir", "ZZZZZZZZZZZZZZZZ"));
            last = answer.statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(answer.body()).contains("Terlalu banyak kiriman", "value=\"Banjir\"");
        assertThat(inBook("Banjir")).isZero();
    }

    @Test
    @Tag("PGD-c")
    void the_answer_stands_on_the_page_and_not_solved_reopens_it_once_within_its_time() {
        String address = sent("Belum beres");
        String number = number(address);
        answer(number);
        Visitor citizen = visitor();
        assertThat(citizen.get(address).body()).contains("Pengaduan Anda sudah dijawab", "Sudah kami perbaiki", "Senin, 7 Desember 2026");

        HttpResponse<String> noReason = citizen.post(address + "/belum-selesai", Map.of());
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("Tulis apa yang belum selesai");
        citizen.post(address + "/belum-selesai", Map.of("alasan", "Masih sama"));
        assertThat(complaints.view(desk(), number).state().reopened()).isTrue();
        assertThat(citizen.get(address).body()).contains("dibuka kembali dan sedang ditangani");

        does(number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sekarang sudah", ""));
        HttpResponse<String> second = citizen.post(address + "/belum-selesai", Map.of("alasan", "Tetap sama"));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("sudah pernah dibuka kembali", "Ombudsman");
        citizen.post(address + "/selesai", Map.of());
        assertThat(complaints.view(desk(), number).state().status()).isEqualTo(Status.CLOSED);
        assertThat(citizen.get(address).body()).contains("Pengaduan ini selesai");
    }

    @Test
    void after_the_time_it_is_too_late_to_reopen() {
        String address = sent("Terlambat");
        answer(number(address));
        clock.set("2026-12-20 09:00");
        Visitor citizen = visitor();
        citizen.get(address);
        HttpResponse<String> late = citizen.post(address + "/belum-selesai", Map.of("alasan", "Belum"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("sudah lewat");
    }

    @Test
    @Tag("PGD-j1")
    void what_was_asked_for_is_sent_with_text_and_files() throws IOException {
        String address = sent("Kurang bukti");
        String number = number(address);
        sort(number);
        does(number, new Order.AskCompletion("Kirim foto loket"));
        Visitor citizen = visitor();
        assertThat(citizen.get(address).body()).contains("Ada yang perlu Anda lengkapi", "Kirim foto loket", "Paling lambat");
        assertThat(citizen.post(address + "/lengkapi", Map.of(), new Scan("lampiran", "", new byte[0])).body()).contains("Tulis jawaban Anda");

        citizen.post(address + "/lengkapi", Map.of("lengkap", "Ini fotonya"), new Scan("lampiran", "loket.png", photo()));
        ComplaintView seen = complaints.view(desk(), number);
        assertThat(seen.entries()).last().isInstanceOfSatisfying(Entry.Remarked.class, e -> assertThat(e.text()).isEqualTo("Ini fotonya"));
        assertThat(attachments.of(desk(), number)).extracting(ComplaintAttachments.Attachment::name).containsExactly("loket.png");
        assertThat(citizen.get(address).body()).contains("Kelengkapan Anda kirim", "loket.png");
        does(number, new Order.FindComplete());
        HttpResponse<String> late = citizen.post(address + "/lengkapi", Map.of("lengkap", "Lagi"), new Scan("lampiran", "", new byte[0]));
        assertThat(late.statusCode()).as("nothing is asked any more").isEqualTo(422);
    }

    @Test
    void it_can_be_taken_back_and_is_closed_then() {
        String address = sent("Ditarik");
        Visitor citizen = visitor();
        citizen.get(address);
        citizen.post(address + "/tarik", Map.of());
        assertThat(complaints.view(desk(), number(address)).entries())
                .last()
                .isInstanceOfSatisfying(Entry.Closed.class, e -> assertThat(e.how()).isEqualTo(Closing.WITHDRAWN));
        assertThat(citizen.post(address + "/tarik", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void number_and_contact_open_the_page_and_nobody_else_s_complaint_can_be_answered_or_found() {
        String mail = UUID.randomUUID() + "@contoh.id";
        Visitor citizen = visitor();
        send(citizen, fill(citizen, with("surel", mail)));
        String link = told(mail, "https://loket.contoh.go.id(/aduan/tautan/[0-9A-Z-]+)");
        citizen.get(link);
        String address = location(citizen.post(link, Map.of())).replace("?baru", "");
        String number = number(address);

        Visitor other = visitor();
        other.get("/aduan/status");
        assertThat(location(other.post("/aduan/status", Map.of("nomor", number.toLowerCase().replaceAll("-0+", "-"), "kontak", mail.toUpperCase()))))
                .isEqualTo(address);
        String wrong = other.post("/aduan/status", Map.of("nomor", number, "kontak", "lain@contoh.id")).body();
        String none = other.post("/aduan/status", Map.of("nomor", "PGD-2026-99999", "kontak", mail)).body();
        assertThat(plain(wrong).replace(number, "#")).isEqualTo(plain(none).replace("PGD-2026-99999", "#"));
        assertThat(other.get("/aduan/1471-2222222222222222").statusCode()).isEqualTo(404);
        assertThat(other.post("/aduan/1471-2222222222222222/tarik", Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.get("/aduan/9999" + address.substring(address.indexOf('-'))).statusCode()).isEqualTo(404);
    }

    @Test
    void open_complaints_like_it_are_shown_without_a_word_of_what_they_say() {
        Visitor first = visitor();
        Map<String, String> confidential = with("pokok", "Mesin antrean macet", "cerita", "Mesin antrean macet sejak pagi", "rahasia", "ya");
        send(first, fill(first, confidential));
        sentWith(with("pokok", "Mesin antrean macet total", "cerita", "Mesin antrean macet terus", "nama", "Contoh Tetangga"));
        Visitor citizen = visitor();
        String check = citizen.get(location(fill(citizen, with("pokok", "Mesin antrean macet", "cerita", "Mesin antrean macet")))).body();
        assertThat(check).contains("hal serupa", "Belum dipilah", "23 November 2026").doesNotContain("Contoh Tetangga", "macet total");
    }

    @Test
    void the_ways_to_complain_are_linked_from_every_public_page() {
        for (String path : List.of("/", "/layanan/SIKRO", "/lacak")) {
            assertThat(visitor().get(path).body()).as(path).contains("href=\"/aduan\"");
        }
        String file = office.completeFile();
        String tracked = "/lacak/1471-" + office.look(file).application().trackingCode();
        assertThat(visitor().get(tracked).body()).contains("berkas=" + file);
    }

    /** A form that can be sent, with these fields otherwise. */
    private static Map<String, String> with(String... fields) {
        Map<String, String> form = new HashMap<>(Map.of(
                "jenis", "COMPLAINT", "pokok", "Antrean panjang", "cerita", "Menunggu dua jam tanpa kabar.", "kantor", "1471"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private HttpResponse<String> fill(Visitor citizen, Map<String, String> form, Scan... scans) {
        String token = token(citizen.get("/aduan"));
        Map<String, String> all = new HashMap<>(form);
        all.put("formulir", token);
        return citizen.post("/aduan", all, scans.length == 0 ? new Scan[] {new Scan("lampiran", "", new byte[0])} : scans);
    }

    private static HttpResponse<String> send(Visitor citizen, HttpResponse<String> look) {
        String check = location(look);
        citizen.get(check);
        return citizen.post(check.replace("periksa", "kirim"), Map.of());
    }

    /** A complaint that was sent; the address of its page. */
    private String sent(String subject) {
        return sentWith(with("pokok", subject));
    }

    private String sentWith(Map<String, String> form) {
        Visitor citizen = visitor();
        return location(send(citizen, fill(citizen, form))).replace("?baru", "");
    }

    private void sort(String number) {
        does(number, new Order.Classify(
                new Classification(Matter.COMPLAINT, "DELAY", Weight.LIGHT, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD"), ""));
    }

    private void answer(String number) {
        sort(number);
        does(number, new Order.Take());
        does(number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sudah kami perbaiki", ""));
    }

    private void does(String number, Order order) {
        complaints.order(desk(), number, order, complaints.view(desk(), number).state().version());
    }

    private SignedIn desk() {
        return office.person("pengaduan");
    }

    private String number(String address) {
        String code = address.replaceFirst(".*-", "").replace("?baru", "");
        return statuses.of(1, code).number();
    }

    private int inBook(String subject) {
        return db.sql("select count(*) from complaint where subject = :subject").param("subject", subject).query(Integer.class).single();
    }

    /** What was sent last to an address, as far as the pattern's group. */
    private String told(String address, String pattern) {
        String body = db.sql("select body from notice where email = :to or phone = :to order by notice_id desc limit 1")
                .param("to", address)
                .query(String.class)
                .single();
        Matcher found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = FORM_TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** Without tokens and the like, which differ each time. */
    private static String plain(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "").replaceAll("(1471-|lanjut=)[0-9A-Z]{16}", "");
    }

    /** Somebody at an address that nobody else has asked from. */
    private Visitor visitor() {
        int next = NEXT_ADDRESS.incrementAndGet();
        return new Visitor(port).sending("X-Forwarded-For", "198.51.100." + next);
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A picture of few bytes that says it has thousands of millions of pixels. */
    private static byte[] bomb() throws IOException {
        byte[] picture = photo();
        ByteBuffer.wrap(picture).putInt(16, 60_000).putInt(20, 60_000);
        var crc = new java.util.zip.CRC32();
        crc.update(picture, 12, 17);
        ByteBuffer.wrap(picture).putInt(29, (int) crc.getValue());
        return picture;
    }
}
