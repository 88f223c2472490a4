package id.loket.notice;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages on which people see to notices: calls and faxes, letters, what went wrong, who wants none, and what notices say. */
@LoketTest
class NoticePagesTest {

    private static final String READY = "/pengaturan/pemberitahuan/READY_TO_COLLECT/SMS/id";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Notices notices;

    @Autowired
    private MailingList mailing;

    @Autowired
    private OptOuts optOuts;

    @Autowired
    private NoticeTemplates templates;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private final String file = "UJI-2026-%05d".formatted(COUNT.incrementAndGet());
    private Visitor loket;

    @BeforeEach
    void wednesday() {
        clock.set("2026-11-25 09:00");
        loket = Visitor.signedIn(port, "loket");
    }

    @Test
    @Tag("MFG-6a")
    void the_front_office_calls_and_enters_the_outcome_once() {
        long call = post(NoticeOffice.ready(file, NoticeOffice.withPhone("0761 45678"), Channel.CALL));
        assertThat(loket.get("/pemberitahuan").body()).contains(file, "tel:+6276145678", "sudah jadi", "Tidak diangkat");

        assertThat(location(outcome(call, 0, "NOT_REACHED"))).isEqualTo("/pemberitahuan?selesai=NOT_REACHED");
        HttpResponse<String> meanwhile = outcome(call, 0, "WRONG_NUMBER");
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("Petugas lain sudah mencatat hasilnya", file);
        assertThat(outcome(call, 1, "SIHIR").statusCode()).isEqualTo(400);
        assertThat(state(call)).isEqualTo(NoticeState.FAILED_FOR_NOW);
        outcome(call, 1, "REACHED");
        assertThat(state(call)).isEqualTo(NoticeState.DELIVERED);

        assertThat(Visitor.signedIn(port, "muda").get("/pemberitahuan").statusCode()).isEqualTo(403);
    }

    @Test
    void a_fax_has_a_cover_sheet_to_print() {
        long fax = post(NoticeOffice.ready(file, recipient("<b>Contoh</b> & Mitra", "Jalan Misal"), Channel.FAX));

        assertThat(loket.get("/pemberitahuan").body())
                .contains("/pemberitahuan/" + fax + "/faks.pdf", "Faks terkirim", "&lt;b&gt;Contoh&lt;/b&gt; &amp; Mitra")
                .doesNotContain("<b>Contoh</b>");
        assertThat(text("/pemberitahuan/" + fax + "/faks.pdf")).contains("<b>Contoh</b> & Mitra", "+6281200000184", "Hal Izin siap diambil", file, "sudah jadi");
        assertThat(loket.get("/pemberitahuan/" + (fax + 1_000_000) + "/faks.pdf").statusCode()).isEqualTo(404);
        outcome(fax, 0, "REACHED");
        assertThat(state(fax)).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    @Tag("MFG-6b")
    void a_letter_is_printed_dispatched_and_comes_back() {
        long letter = post(NoticeOffice.notice(
                NoticeEvent.COLLECTION_REMINDER, file, recipient("<b>Contoh</b> & Mitra 😀", "Jalan Misal Nomor 5\nRT 1/RW 2, Pekanbaru"), Channel.LETTER));
        desk.deliverDue(Channel.LETTER);

        assertThat(text("/pemberitahuan/surat/" + letter + ".pdf")).contains("<b>Contoh</b> & Mitra", "Jalan Misal Nomor 5", "RT 1/RW 2", file);
        assertThat(text("/pemberitahuan/surat/daftar.pdf")).contains("<b>Contoh</b> & Mitra", "Jalan Misal Nomor 5");
        assertThat(loket.get("/pemberitahuan/surat").body()).contains(file).doesNotContain("<b>Contoh</b>");

        String send = "/pemberitahuan/surat/kirim";
        assertRefused(loket.post(send, Map.of("surat", "" + letter, "tanggal", "2026-11-25", "kurir", " ")), "Isi nama kurir");
        assertRefused(loket.post(send, Map.of("surat", "" + letter, "tanggal", "2026-11-26", "kurir", "Pos")), "Tanggal tidak mungkin");
        assertRefused(loket.post(send, Map.of("surat", "" + letter, "tanggal", "besok", "kurir", "Pos")), "Tanggal tidak mungkin");
        assertRefused(loket.post(send, Map.of("tanggal", "2026-11-25", "kurir", "Pos")), "Pilih surat");
        assertThat(letter().state()).isEqualTo(MailingList.State.LISTED);
        loket.post(send, Map.of("surat", "" + letter, "tanggal", "2026-11-25", "kurir", "Pos\r\nIndonesia", "resi." + letter, "RR184ID"));
        assertThat(letter()).extracting(MailingList.Letter::carrier, MailingList.Letter::tracking).containsExactly("Pos Indonesia", "RR184ID");

        String back = "/pemberitahuan/surat/" + letter + "/kembali";
        assertRefused(loket.post(back, Map.of("tanggal", "2026-11-25", "alasan", "")), "Isi alasan");
        assertRefused(loket.post(back, Map.of("tanggal", "2026-11-24", "alasan", "pindah")), "Tanggal tidak mungkin");
        loket.post(back, Map.of("tanggal", "2026-11-25", "alasan", "pindah"));
        assertThat(letter().state()).isEqualTo(MailingList.State.RETURNED);
        assertThat(loket.get("/pemberitahuan").body()).as("somebody is to call now").contains(file);
        assertThat(loket.get("/pemberitahuan/masalah").body()).contains(file);
        assertThat(loket.get("/pemberitahuan/surat/" + (letter + 1_000_000) + ".pdf").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("MFG-6b")
    void every_office_numbers_its_letters_with_its_own_sign_and_series_and_its_head_signs_by_his_own_title() {
        int other = anotherOffice();
        SignedIn there = new SignedIn(other, 1, "asing", "Contoh Asing", "As", Set.of("FRONT_OFFICE"), "");
        List<Long> theirs = Stream.of("A", "B").map(n -> post(letterOf(other, file + n))).toList();
        post(letterOf(NoticeOffice.OFFICE, file));
        desk.deliverDue(Channel.LETTER);

        assertThat(theirs.stream().map(id -> mailing.pdf(there, id).orElseThrow()).map(NoticePagesTest::text))
                .allSatisfy(letter -> assertThat(letter).contains("Kepala DPMPTSP Provinsi", "Contoh Kepala Lain"))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("005/00001/DPM-PTSP/XI/2026"),
                        second -> assertThat(second).contains("005/00002/DPM-PTSP/XI/2026"));
        assertThat(letter().number()).matches("005/\\d{5}/DPMPTSP/XI/2026");
        assertThat(text(mailing.pdf(office.person("loket"), letter().noticeId()).orElseThrow())).contains("Kepala Dinas", "Contoh Kadis");
    }

    private static NewNotice letterOf(int office, String file) {
        NewNotice here = NoticeOffice.notice(NoticeEvent.COLLECTION_REMINDER, file, recipient("Contoh Pemohon", "Jalan Misal"), Channel.LETTER);
        return new NewNotice(
                office, here.event(), here.subject(), null, here.recipient(), here.fields(), here.dedupeKey(), here.ways());
    }

    private int anotherOffice() {
        int id = db.sql("""
                        insert into office (office_id, code, government, name, short_name, letter_code, city, address, phone, email, zone,
                            day_convention, calendar_version)
                        select max(office_id) + 1, 'lain' || max(office_id), 'Pemerintah Contoh', 'Kantor Contoh', 'Kantor Contoh', 'DPM-PTSP',
                            'Contoh', 'Jalan Umpama 2', '0762 000 000', 'kantor@contoh.go.id', 'Asia/Jayapura', 'DUE_AT_CLOSING', 1
                        from office returning office_id
                        """).query(Integer.class).single();
        db.sql("""
                        insert into office_role (office_id, code, name_id, name_en, position)
                        values (:id, 'HEAD_OF_OFFICE', 'Kepala DPMPTSP Provinsi', 'Head', 1)
                        """).param("id", id).update();
        long head = db.sql("""
                        insert into officer (office_id, username, name, initials, nip, password_hash, password_once, active, email)
                        values (:id, 'kepala', 'Contoh Kepala Lain', 'KL', '', '', false, true, '') returning officer_id
                        """).param("id", id).query(Long.class).single();
        db.sql("insert into officer_role (office_id, officer_id, role) values (:id, :head, 'HEAD_OF_OFFICE')")
                .param("id", id).param("head", head).update();
        return id;
    }

    @Test
    void a_notice_is_sent_again_and_leads_back_to_its_file_and_nowhere_else() {
        long sms = post(NoticeOffice.ready(file));
        assertThat(again(sms, "").statusCode()).as("not out yet").isEqualTo(409);
        desk.deliverDue(Channel.SMS);

        assertThat(location(again(sms, "SIKRO-2026-00001"))).isEqualTo("/berkas/SIKRO-2026-00001#pemberitahuan");
        desk.deliverDue(Channel.SMS);
        assertThat(location(again(sms, "https://jahat.example/"))).isEqualTo("/pemberitahuan/masalah");
        assertThat(again(Long.MAX_VALUE, "").body()).contains("Pemberitahuan itu tidak ada");
    }

    @Test
    void who_wants_no_sms_is_noted_at_the_counter() {
        String page = "/pemberitahuan/berhenti";
        loket.get(page);
        HttpResponse<String> wrong = optOut("SMS", "08<script>", "catat");
        assertRefused(wrong, "Nomor telepon atau alamat surel itu tidak benar");
        assertThat(wrong.body()).as("what was typed").contains("08&lt;script");
        assertThat(optOut("MERPATI", "0812 3400 0184", "catat").statusCode()).isEqualTo(400);

        assertThat(location(optOut("SMS", "0812 3400 0184", "catat"))).isEqualTo(page + "?selesai=catat");
        assertThat(loket.get(page).body()).contains("•••0184").doesNotContain("+6281234000184");
        optOut("SMS", "+62 812 3400 0184", "cabut");
        assertThat(optOuts.all(office.person("loket"))).extracting(OptOuts.OptOut::address).doesNotContain("+6281234000184");
        assertThat(Visitor.signedIn(port, "cetak").get(page).statusCode()).as("the back office").isEqualTo(403);
    }

    @Test
    void the_administrator_words_a_notice_and_sees_what_it_costs() {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.get("/pengaturan/pemberitahuan").body()).contains("/pengaturan/pemberitahuan/WORK_LATE/EMAIL/en", "Bawaan");
        assertThat(admin.get(READY).body()).contains("Ambil di loket", "{registration}", "Izin Kerja Refraksionis Optisien");

        HttpResponse<String> preview = admin.post(READY, Map.of("teks", "Berkas {registration} siap – “ambil” <b>ż</b>"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("siap - \"ambil\" &lt;b&gt;ż&lt;/b&gt;", "ada tanda di luar abjad SMS").doesNotContain("<b>ż");
        assertThat(templates.one(office.person("admin"), key("")).own()).as("a preview changes nothing").isFalse();

        String one = READY + "?layanan=SIKRO";
        assertThat(location(admin.post(READY, Map.of("layanan", "SIKRO", "teks", "SIKRO {registration} siap.", "tindakan", "simpan"))))
                .isEqualTo("/pengaturan/pemberitahuan");
        assertThat(admin.get("/pengaturan/pemberitahuan").body()).contains(one, "Teks kantor");
        assertThat(admin.get(one).body()).contains("SIKRO {registration} siap.", "Kembali ke teks bawaan");
        admin.post(READY, Map.of("layanan", "SIKRO", "tindakan", "kembali"));
        assertThat(templates.one(office.person("admin"), key("SIKRO")).own()).isFalse();
        assertThat(loket.get("/pengaturan/pemberitahuan").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"Berkas {nomor} siap, {nomor} tidak dikenal", "Berkas {registration siap, Kurung tidak berpasangan", "'', Isi teksnya"})
    void a_wording_that_cant_be_filled_is_refused_and_stays_in_the_field(String typed, String said) {
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.get(READY);

        HttpResponse<String> answer = admin.post(READY, Map.of("teks", typed, "tindakan", "simpan"));

        assertRefused(answer, said);
        assertThat(answer.body()).contains(">" + typed + "</textarea>");
        assertThat(templates.one(office.person("admin"), key("")).own()).isFalse();
    }

    @Test
    void a_wording_of_a_hundred_thousand_signs_is_refused() {
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.get(READY);

        assertRefused(admin.post(READY, Map.of("teks", "{".repeat(100_000), "tindakan", "simpan")), "Teks terlalu panjang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY_TO_COLLECT/SMS/fr", "READY_TO_COLLECT/LETTER/id", "READY_TO_COLLECT/SMS/id?layanan=TIDAK-ADA"})
    void a_template_that_there_is_none_of_is_not_found(String path) {
        assertThat(Visitor.signedIn(port, "admin").get("/pengaturan/pemberitahuan/" + path).statusCode()).isEqualTo(404);
    }

    private long post(NewNotice notice) {
        return transaction.execute(t -> notices.post(notice)).orElseThrow();
    }

    private static Recipient recipient(String name, String address) {
        return new Recipient(name, NoticeOffice.MOBILE, "", address, "id");
    }

    private HttpResponse<String> outcome(long notice, int calls, String outcome) {
        return loket.post("/pemberitahuan/" + notice + "/hasil", Map.of("kali", "" + calls, "hasil", outcome));
    }

    private HttpResponse<String> again(long notice, String registration) {
        loket.get("/pemberitahuan/masalah");
        return loket.post("/pemberitahuan/" + notice + "/ulang", Map.of("berkas", registration));
    }

    private HttpResponse<String> optOut(String channel, String address, String action) {
        return loket.post("/pemberitahuan/berhenti", Map.of("saluran", channel, "alamat", address, "tindakan", action));
    }

    private NoticeState state(long notice) {
        return notices.of(office.person("loket"), Subject.file(file)).stream().filter(n -> n.id() == notice).findFirst().orElseThrow().state();
    }

    private MailingList.Letter letter() {
        return mailing.of(office.person("loket"), Subject.file(file)).getFirst();
    }

    private static TemplateKey key(String service) {
        return new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.SMS, "id", service);
    }

    private static void assertRefused(HttpResponse<String> answer, String said) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said);
    }

    private String text(String path) {
        HttpResponse<byte[]> pdf = loket.download(path);
        assertThat(pdf.statusCode()).isEqualTo(200);
        return text(pdf.body());
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
