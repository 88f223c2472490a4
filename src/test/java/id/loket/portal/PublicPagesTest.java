package id.loket.portal;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.permit.Permit;
import id.loket.permit.Permits;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What citizens see, and what they can't. */
@LoketTest
class PublicPagesTest {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Permits permits;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    @Tag("DLV-1")
    @Tag("DLV-2")
    @Tag("DLV-3")
    @Tag("DLV-4")
    @Tag("DLV-5")
    @Tag("MFG-1")
    @Tag("SOP-total")
    void the_page_of_a_service_is_its_published_standard() {
        String page = visitor().get("/layanan/SIKRO").body();
        assertThat(page)
                .contains("Surat permohonan bermeterai", "Ijazah refraksionis optisien", "Pas foto 4x6")
                .contains("2 hari kerja", "Gratis", "70 menit dan 1 hari kerja")
                .contains("Surat Izin Kerja Refraksionis Optisien")
                .contains("Nomor 90 Tahun 2022");
    }

    @Test
    void a_service_is_found_by_any_of_its_names_and_what_is_not_found_leads_to_all() {
        for (String words : new String[] {"SIP-RO", "izin%20kerja%20optisien", "sikro", "OPTISIEN%20refraksionis"}) {
            assertThat(visitor().get("/layanan?cari=" + words).body()).as(words)
                    .contains("href=\"/layanan/SIKRO\"").doesNotContain("href=\"/layanan/DOKTER_HEWAN\"");
        }
        assertThat(visitor().get("/layanan?cari=izin%20antariksa").body()).contains("izin antariksa", "href=\"/layanan\"")
                .doesNotContain("href=\"/layanan/SIKRO\"");
    }

    @Test
    @Tag("SOP-1")
    void the_same_can_be_taken_home_on_paper() {
        HttpResponse<byte[]> sheet = visitor().download("/layanan/SIKRO/lembar.pdf");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(new String(sheet.body(), 0, 5)).isEqualTo("%PDF-");
    }

    @Test
    void an_applicant_finds_the_file_by_its_number_and_the_end_of_the_telephone_number() {
        String file = office.fileSentTo(6);
        Visitor applicant = visitor();
        HttpResponse<String> answer = track(applicant, file, "0184");
        assertThat(answer.statusCode()).isEqualTo(302);

        String page = applicant.get(location(answer)).body();
        assertThat(page).contains("Berkas Anda menunggu giliran pada Sekretaris", "Rabu, 25 November 2026");
        assertThat(page)
                .as("nothing about the person, nobody's name")
                .doesNotContain("Contoh Pemohon", "1471010101950001", "0812", "Jalan Misal", "Contoh Muda");
    }

    @Test
    void zeros_left_out_of_the_number_do_no_harm() {
        String file = office.completeFile();
        assertThat(track(new Visitor(port), file.toLowerCase().replaceAll("-0+", "-"), "0184").statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("SOP-2")
    void an_applicant_reads_what_has_to_be_completed() {
        String file = office.incompleteFile();
        Visitor applicant = visitor();
        String page = applicant.get(location(track(applicant, file, "0184"))).body();
        assertThat(page).contains("Ada 2 dokumen yang perlu Anda lengkapi", "STR refraksionis optisien", "nomor tidak terbaca", "Pas foto 4x6");
    }

    @Test
    void which_of_the_two_is_wrong_is_not_said_and_trying_is_stopped() {
        String file = office.completeFile();
        Visitor stranger = visitor();
        String wrongPhone = track(stranger, file, "0000").body();
        String noSuchFile = track(stranger, "SIKRO-2026-99999", "0184").body();
        assertThat(wrongPhone).contains("tidak cocok", "Anda dapat mencoba 4 kali lagi");
        assertThat(noSuchFile.replace("SIKRO-2026-99999", file).replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(wrongPhone.replaceAll("value=\"[^\"]*\"", ""));

        for (int i = 0; i < 4; i++) {
            assertThat(track(stranger, file, "000" + i).statusCode()).isEqualTo(404);
        }
        assertThat(track(stranger, file, "0184").statusCode()).as("even the right one, from now on").isEqualTo(429);
        assertThat(track(visitor(), file, "0184").statusCode()).as("also from elsewhere").isEqualTo(429);
    }

    @Test
    void codes_can_not_be_found_by_trying() {
        Visitor stranger = visitor();
        int last = 0;
        for (int i = 0; i < 80; i++) {
            last = stranger.get("/v/1471-%016d".formatted(i)).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    @Tag("SOP-8")
    void anyone_can_verify_a_permit_and_reads_no_more_than_name_and_permit() {
        String file = office.fileSentTo(9);
        Permit permit = permits.of(office.person("kadis"), file).orElseThrow();
        String page = visitor().get("/v/1471-" + permit.verificationCode()).body();
        assertThat(page).contains("Izin ini asli dan berlaku", permit.number(), "Contoh Pemohon");
        assertThat(page).doesNotContain("1471010101950001", "0812", "Jalan Misal", file);

        permits.revoke(office.person("kadis"), file, "STR dicabut");
        assertThat(visitor().get("/v/1471-" + permit.verificationCode()).body()).contains("Izin ini sudah dicabut");
    }

    @Test
    void a_letter_that_is_not_issued_yet_is_unknown() {
        String file = office.fileSentTo(7);
        Permit draft = permits.of(office.person("kadis"), file).orElseThrow();
        HttpResponse<String> answer = visitor().get("/v/1471-" + draft.verificationCode());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Kode ini tidak kami kenal").doesNotContain("Contoh Pemohon");
    }

    @Test
    @Tag("DLV-1")
    @Tag("DLV-6")
    @Tag("MFG-1")
    void the_whole_standard_can_be_taken_home_with_all_fourteen_components() throws Exception {
        String standard = text(visitor().download("/layanan/SIKRO/standar.pdf").body());
        assertThat(standard).contains(
                "Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu pelayanan", "2 hari kerja", "Biaya/tarif", "Gratis",
                "Produk pelayanan", "Penanganan pengaduan", "Dasar hukum", "Undang-Undang Nomor 25 Tahun 2009", "Kompetensi pelaksana",
                "Pengawasan internal", "kartu kendali", "Jumlah pelaksana", "Jaminan pelayanan", "keamanan dan keselamatan", "Evaluasi kinerja");
    }

    @Test
    @Tag("DLV-3")
    @Tag("DLV-4")
    void the_charter_promises_time_and_fee_of_every_service() throws Exception {
        assertThat(text(visitor().download("/maklumat.pdf").body()))
                .contains("MAKLUMAT PELAYANAN", "Izin Kerja Refraksionis Optisien 2 hari kerja Gratis", "Rp15.000");
    }

    @Test
    @Tag("DLV-2")
    @Tag("SOP-total")
    void the_sop_is_printed_as_the_official_sheet_and_drawn_as_a_chart() throws Exception {
        String sheet = text(visitor().download("/layanan/SIKRO/sop.pdf").body());
        assertThat(sheet).contains(
                "Nomor SOP", "Tanggal efektif", "Disahkan oleh", "Kualifikasi pelaksana", "Peringatan", "Pelaksana", "Mutu baku", "Kelengkapan",
                "Keterangan", "JF Analis Kebijakan", "35 menit", "70 menit dan 1 hari kerja", "2 hari kerja");
        String picture = visitor().get("/layanan/SIKRO/sop.svg").body();
        assertThat(picture).startsWith("<svg").contains("Kepala Dinas", "Langkah 9").doesNotContain("??");
        assertThat(visitor().get("/layanan/SIKRO").body()).contains("class=\"sop-picture\"", "/layanan/SIKRO/sop.pdf", "Evaluasi kinerja pelaksana");
    }

    @Test
    @Tag("DLV-3")
    @Tag("DLV-4")
    void services_are_given_out_in_the_fields_of_sippn() throws Exception {
        String one = visitor().get("/layanan/SIKRO/sippn.json").body();
        assertThat(one).contains("\"kode\":\"SIKRO\"", "\"jangka_waktu_penyelesaian\":\"2 hari kerja\"", "\"biaya_tarif\":\"Tidak dipungut biaya\"");
        assertThat(visitor().get("/layanan/sippn.json").body()).contains("\"kode\":\"OPTIKAL\"");
        assertThat(visitor().get("/layanan/sippn.csv").body()).startsWith("\uFEFF\"kode\",\"nama_layanan\"").contains("\"SIKRO\"");
        assertThat(visitor().get("/layanan/TIDAK_ADA/sippn.json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_officers_pages_ask_for_signing_in() {
        String file = office.completeFile();
        Visitor stranger = visitor();
        for (String path : new String[] {"/meja-kerja", "/loket", "/berkas/" + file, "/berkas/" + file + "/kartu.pdf", "/berkas/" + file + "/surat.pdf"}) {
            HttpResponse<String> answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(location(answer)).as(path).isEqualTo("/masuk");
        }
    }

    /** Somebody at an address that nobody else has asked from. */
    private Visitor visitor() {
        return new Visitor(port).sending("X-Forwarded-For", "192.0.2." + NEXT_ADDRESS.incrementAndGet());
    }

    private HttpResponse<String> track(Visitor visitor, String number, String phone) {
        visitor.get("/lacak");
        return visitor.post("/lacak", Map.of("nomor", number, "telepon", phone));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
