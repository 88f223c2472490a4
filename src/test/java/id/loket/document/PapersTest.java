package id.loket.document;

import static id.loket.document.Samples.OFFICE;
import static id.loket.document.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.document.PermitLetter.State;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PapersTest {

    private static final Locale ID = Locale.of("id");
    private static final Locale EN = Locale.ENGLISH;
    private static final String HOSTILE = "<script>alert(1)</script> & \"Sons\" ' ]]> &nbsp; \u0007 ${x}";

    private final Papers papers = new Papers();

    static Stream<Arguments> everyPaper() {
        var papers = new Papers();
        return Stream.of(
                Arguments.of("control card", papers.controlCard(Samples.controlCard(), OFFICE, ID)),
                Arguments.of("file receipt", papers.fileReceipt(Samples.fileReceipt(), OFFICE, ID)),
                Arguments.of("missing list", papers.missingList(Samples.missingList(), OFFICE, ID)),
                Arguments.of("draft", papers.permitLetter(Samples.permitLetter(State.DRAFT), OFFICE)),
                Arguments.of("permit", papers.permitLetter(Samples.permitLetter(State.ISSUED), OFFICE)),
                Arguments.of("rejection", papers.rejectionLetter(Samples.rejectionLetter(), OFFICE)),
                Arguments.of("collection", papers.collectionReceipt(Samples.collectionReceipt(signature()), OFFICE, ID)),
                Arguments.of("service sheet", papers.serviceSheet(Samples.serviceSheet(), OFFICE, ID)),
                Arguments.of("refusal", papers.rejectionLetter(Samples.refusalLetter(), OFFICE)),
                Arguments.of("bill", papers.bill(Samples.bill(), OFFICE)),
                Arguments.of("payment", papers.paymentReceipt(Samples.paymentReceipt(), OFFICE)),
                Arguments.of("assignment", papers.assignmentLetter(Samples.assignmentLetter(), OFFICE)),
                Arguments.of("inspection", papers.inspectionSheet(Samples.inspectionSheet(List.of()), OFFICE)),
                Arguments.of("office letter", papers.officeLetter(Samples.officeLetter(), OFFICE)),
                Arguments.of("mailing list", papers.mailingSheet(Samples.mailingSheet(), OFFICE, ID)),
                Arguments.of("standard", papers.standardSheet(Samples.standardSheet(), OFFICE, ID)),
                Arguments.of("charter", papers.charter(Samples.charter(), OFFICE, ID)),
                Arguments.of("complaint", papers.complaintReceipt(Samples.complaintReceipt(), OFFICE, ID)),
                Arguments.of("fax cover", papers.faxCover(Samples.faxCover(), OFFICE, ID)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPaper")
    void is_one_A4_page_with_all_fonts_in_it(String name, byte[] pdf) {
        assertThat(Reading.pages(pdf)).isEqualTo(1);
        PDRectangle box = Reading.of(pdf, document -> document.getPage(0).getMediaBox());
        assertThat(box.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), Offset.offset(0.5f));
        assertThat(box.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), Offset.offset(0.5f));
        assertThat(Reading.fontsNotEmbedded(pdf)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPaper")
    void is_PDF_A_2a_and_accessible(String name, byte[] pdf) throws Exception {
        compliant(pdf);
    }

    private static void compliant(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.isCompliant())
                        .as(() -> flavour + ": " + result.getTestAssertions()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPaper")
    void leaves_no_text_unresolved(String name, byte[] pdf) {
        assertThat(Reading.text(pdf)).contains("PEMERINTAH KOTA PEKANBARU", "halaman 1 dari 1")
                .doesNotContain("null").doesNotContainPattern("\\{\\d|\\b(card|receipt|missing|letter|rejection|collection|service|bill|payment|assignment|inspection|mailing|fax|complaint)\\.[a-z]");
    }

    @Test
    @Tag("PGD-j2")
    void a_register_lies_across_shows_what_was_put_right_and_is_PDF_A_2a() throws Exception {
        byte[] pdf = papers.registerSheet(Samples.registerSheet(), OFFICE, ID);
        PDRectangle box = Reading.of(pdf, document -> document.getPage(0).getMediaBox());
        assertThat(box.getWidth()).isCloseTo(PDRectangle.A4.getHeight(), Offset.offset(0.5f));
        assertThat(Reading.text(pdf)).contains("BUKU PENGADUAN", "Masa: 1 November 2026 sampai 30 November 2026", "2 catatan", "Contoh Pengadu Contoh Pengaju");
        assertThat(Reading.fontsNotEmbedded(pdf)).isEmpty();
        compliant(pdf);
    }

    @Test
    @Tag("PGD-k")
    void a_report_has_bars_with_their_values_and_tables_and_is_PDF_A_2a() throws Exception {
        for (boolean draft : new boolean[] {true, false}) {
            byte[] pdf = papers.reportSheet(Samples.reportSheet(draft), OFFICE);
            assertThat(Reading.text(pdf)).contains("LAPORAN BULANAN PENGADUAN", "November 2026", "12 selesai, 3 terbuka", "Tatap muka")
                    .doesNotContain("null");
            assertThat(Reading.text(pdf).contains("LP-PGD/001/DPMPTSP/XII/2026")).isEqualTo(!draft);
            assertThat(Reading.fontsNotEmbedded(pdf)).isEmpty();
            compliant(pdf);
        }
    }

    @Test
    void same_paper_printed_at_the_same_moment_is_the_same_bytes() {
        assertThat(papers.permitLetter(Samples.permitLetter(State.ISSUED), OFFICE))
                .isEqualTo(papers.permitLetter(Samples.permitLetter(State.ISSUED), OFFICE));
    }

    @Test
    void many_papers_at_once_do_not_disturb_one_another() {
        byte[] alone = papers.fileReceipt(Samples.fileReceipt(), OFFICE, ID);
        assertThat(IntStream.range(0, 24).parallel()
                .mapToObj(i -> papers.fileReceipt(Samples.fileReceipt(), OFFICE, ID)))
                .allSatisfy(pdf -> assertThat(pdf).isEqualTo(alone));
    }

    @Test
    void codes_are_at_least_25_mm_wide_on_paper() {
        assertThat(Stream.of(papers.controlCard(Samples.controlCard(), OFFICE, ID),
                papers.fileReceipt(Samples.fileReceipt(), OFFICE, ID),
                papers.permitLetter(Samples.permitLetter(State.ISSUED), OFFICE)).map(Reading::qrMillimetres))
                .allMatch(side -> side >= 25 && side < 30, "25 mm or a little more");
    }

    @Test
    void both_languages_say_the_same_except_for_letters_which_are_Indonesian() {
        var indonesian = ResourceBundle.getBundle("messages/document_id").keySet();
        var english = ResourceBundle.getBundle("messages/document_en").keySet();
        assertThat(indonesian).containsAll(english);
        assertThat(indonesian).filteredOn(key -> !english.contains(key))
                .allMatch(key -> key.matches("paper\\.(letter|rejection|bill|payment|assignment|inspection)\\..*"));
    }

    @Test
    @Tag("MFG-4a")
    @Tag("MFG-4c")
    void control_card_shows_every_receipt_and_hand_over_with_its_delay() {
        byte[] pdf = papers.controlCard(Samples.controlCard(), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("KARTU KENDALI", "SIKRO-2026-00184",
                "Rabu, 25 November 2026 pukul 16.00 WIB (2 hari kerja)", "20-11-2026 14.02 Lo 20-11-2026 14.05 Lo",
                "Pemeriksaan, putaran 1", "Dikembalikan: salinan STR", "Pemeriksaan, putaran 2",
                "5 jam 10 menit", "Tanda tangan Kepala", "1 hari kerja", "Nama pengambil",
                "Cetakan ke-1, Selasa, 24 November 2026 pukul 10.42 WIB oleh Contoh Muda", "entri terakhir 8",
                "sidik rantai 7F3A 91C0 55D2 E8B4");
        assertThat(Reading.qr(pdf)).isEqualTo("https://loket.example/berkas/SIKRO-2026-00184");
    }

    @Test
    @Tag("MFG-4a")
    void control_card_of_many_rounds_goes_on_with_its_head_on_the_next_page() {
        var card = Samples.controlCard();
        var rows = new ArrayList<>(card.rows());
        rows.addAll(2, Collections.nCopies(8, rows.get(1)));
        byte[] pdf = papers.controlCard(new ControlCardSheet(card.registrationNumber(), card.service(),
                card.applicant(), null, null, card.promise(), card.address(), rows, List.of("Catatan satu"),
                card.lastEntry(), card.fingerprint(), card.printing()), OFFICE, ID);
        assertThat(Reading.pages(pdf)).isEqualTo(2);
        assertThat(Reading.textOfPage(pdf, 1)).contains("2 hari kerja sejak berkas lengkap", "halaman 1 dari 2");
        assertThat(Reading.textOfPage(pdf, 2)).contains("Kegiatan", "Diterima", "Catatan satu", "halaman 2 dari 2");
    }

    @Test
    @Tag("SOP-2")
    @Tag("SOP-total")
    @Tag("DLV-4")
    void receipt_gives_number_promise_in_words_fee_and_the_way_to_track() {
        byte[] pdf = papers.fileReceipt(Samples.fileReceipt(), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("TANDA TERIMA BERKAS", "SIKRO-2026-00184", "Contoh Lima",
                "paling lambat Rabu, 25 November 2026 pukul 16.00 WIB", "Tidak dipungut biaya",
                "Surat keterangan tempat kerja", "4 angka akhir telepon Anda", "Senin–Kamis 08.00–16.00",
                "Lembar kantor", "potong di sini");
        assertThat(Reading.qr(pdf)).isEqualTo(Samples.TRACKING);
    }

    @Test
    void receipt_of_a_file_not_yet_checked_promises_no_date() {
        var receipt = Samples.fileReceipt();
        byte[] pdf = papers.fileReceipt(new FileReceipt(receipt.registrationNumber(), receipt.service(),
                receipt.applicant(), "Contoh Kuasa", receipt.receivedAt(), receipt.receivedBy(), receipt.items(), null,
                receipt.promise(), receipt.trackingUrl(), receipt.secondFactor(), receipt.collection(), "Rp10.000",
                receipt.printing()), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("2 hari kerja sejak berkas dinyatakan lengkap", "Kuasa pemohon",
                "Contoh Kuasa", "Rp10.000").doesNotContain("paling lambat", "Tidak dipungut biaya");
    }

    @Test
    @Tag("SOP-2")
    void missing_list_says_what_is_wrong_what_to_do_and_that_the_clock_stands_still() {
        byte[] pdf = papers.missingList(Samples.missingList(), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("DAFTAR KEKURANGAN", "Ada 2 persyaratan", "Tidak memenuhi syarat",
                "Salinan tidak terbaca", "Minta salinan yang", "Belum ada",
                "Serahkan dokumen ini.", "Waktu janji sedang berhenti", "Pemeriksaan ke-1");
        assertThat(Reading.qr(pdf)).isEqualTo(Samples.TRACKING);
    }

    @Test
    @Tag("DLV-5")
    @Tag("MFG-1")
    @Tag("SOP-8")
    void permit_carries_number_grounds_holder_signatory_and_a_code_to_verify() {
        byte[] pdf = papers.permitLetter(Samples.permitLetter(State.ISSUED), OFFICE);
        assertThat(Reading.text(pdf)).contains("SURAT IZIN KERJA REFRAKSIONIS OPTISIEN",
                "Nomor: 503/00184/SIKRO/DPMPTSP/XI/2026", "Menimbang", "Mengingat", "MEMUTUSKAN",
                "memberikan izin kepada:", "Contoh Lima, A.Md.RO", "1471000101950001",
                "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;", "berlaku sampai dengan 1 Januari 2031",
                "Pekanbaru, 25 November 2026", "Kepala Dinas,", "Contoh Kadis, S.H., M.Si.", "NIP 000000000000000000",
                "Ahli Muda", "Ahli Madya", "Sekretaris", "K7QM-2XTA-9RWD", Samples.VERIFICATION)
                .doesNotContain("DRAF");
        assertThat(Reading.qr(pdf)).isEqualTo(Samples.VERIFICATION);
    }

    @Test
    @Tag("SOP-7")
    void permit_goes_to_the_signatory_without_number_and_without_watermark() {
        assertThat(Reading.text(papers.permitLetter(Samples.permitLetter(State.FOR_SIGNATURE), OFFICE)))
                .doesNotContain("DRAF", "503/");
        byte[] draft = papers.permitLetter(Samples.permitLetter(State.DRAFT), OFFICE);
        String inOrder = Reading.of(draft, document -> new PDFTextStripper().getText(document));
        assertThat(inOrder.replaceAll("\\s", "")).contains("DRAF");
        assertThat(Reading.qr(draft)).isEqualTo(Samples.VERIFICATION);
    }

    @Test
    void permit_with_a_long_legal_basis_goes_on_under_its_number_and_keeps_the_signature_whole() {
        var letter = Samples.permitLetter(State.ISSUED);
        byte[] pdf = papers.permitLetter(new PermitLetter(letter.title(), letter.number(), letter.considering(),
                IntStream.rangeClosed(1, 40).mapToObj(i -> "Peraturan Contoh Nomor " + i
                        + " tentang Penyelenggaraan Pelayanan Terpadu Satu Pintu di Daerah Provinsi dan Kabupaten;").toList(),
                letter.opening(), letter.data(), letter.statement(), letter.terms(), letter.validity(), letter.date(),
                letter.signatory(), letter.initials(), letter.verificationCode(), letter.verificationUrl(),
                letter.state(), letter.renderedAt()), OFFICE);
        int pages = Reading.pages(pdf);
        assertThat(pages).isBetween(2, 3);
        assertThat(Reading.textOfPage(pdf, 2)).startsWith("SURAT IZIN KERJA REFRAKSIONIS OPTISIEN")
                .contains("Nomor 503/00184/SIKRO/DPMPTSP/XI/2026", "halaman 2 dari " + pages);
        assertThat(Reading.textOfPage(pdf, pages)).contains("berlaku sampai dengan", "Kepala Dinas,", "NIP", "Sekretaris");
    }

    @Test
    void rejection_gives_reasons_with_their_basis_and_the_ways_to_object() {
        assertThat(Reading.text(papers.rejectionLetter(Samples.rejectionLetter(), OFFICE))).contains(
                "Penolakan permohonan izin", "503/00012/TOLAK/DPMPTSP/XI/2026", "Kepada Yth.", "Contoh Lima",
                "tanggal 20 November 2026", "STR refraksionis optisien tidak tercatat pada konsil.",
                "Dasar: Peraturan Menteri Kesehatan", "keberatan tertulis atau pengaduan", "Ombudsman RI", "137",
                "pengaduan@loket.example");
    }

    @Test
    @Tag("MFG-6b")
    void a_letter_to_the_home_shows_its_address_where_the_envelope_has_its_window() {
        byte[] pdf = papers.officeLetter(Samples.officeLetter(), OFFICE);
        assertThat(Reading.text(pdf)).contains("005/00017/DPMPTSP/XII/2026", "25 Desember 2026", "Contoh Lima", "Jalan Misal Nomor 5",
                "Pekanbaru 28000", "Pengambilan surat izin", "SIKRO-2026-00184", "Contoh Kadis, S.H., M.Si.");
        assertThat(Reading.place(pdf, "Jalan Misal")).satisfies(place -> {
            assertThat(place.x()).as("millimetres from the left edge").isBetween(18f, 30f);
            assertThat(place.y()).as("millimetres from the upper edge").isBetween(45f, 90f);
        });
    }

    @Test
    @Tag("DLV-1")
    @Tag("MFG-5")
    void the_published_standard_has_both_groups_of_components_numbered() {
        byte[] pdf = papers.standardSheet(Samples.standardSheet(), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("STANDAR PELAYANAN", "Keputusan Kepala Dinas Nomor 188/15/2026", "Berlaku mulai 5 Januari 2026",
                "service delivery", "Persyaratan", "1. Surat permohonan", "manufacturing", "Jumlah pelaksana", "5 orang", "Contoh Kadis");
    }

    @Test
    void the_charter_promises_what_the_standards_say() {
        assertThat(Reading.text(papers.charter(Samples.charter(), OFFICE, ID))).contains("MAKLUMAT PELAYANAN", "sanksi", "2 hari kerja", "Gratis");
        assertThat(Reading.qr(papers.charter(Samples.charter(), OFFICE, ID))).isEqualTo("https://loket.example/layanan");
    }

    @Test
    void a_charter_of_thirteen_services_keeps_its_signature_on_its_page() {
        Charter one = Samples.charter();
        Charter charter = new Charter(
                Collections.nCopies(13, one.services().getFirst()), one.date(), one.signatory(), one.url(), one.printing());
        assertThat(Reading.pages(papers.charter(charter, OFFICE, ID))).isEqualTo(1);
    }

    @Test
    @Tag("MFG-6b")
    void the_mailing_list_has_a_line_for_each_letter_for_the_carrier_to_sign() {
        assertThat(Reading.text(papers.mailingSheet(Samples.mailingSheet(), OFFICE, ID))).contains("DAFTAR EKSPEDISI SURAT",
                "28 Desember 2026", "005/00018/DPMPTSP/XII/2026", "Contoh Enam", "RR000000184ID", "Yang menerima");
    }

    @Test
    @Tag("SOP-9")
    void proof_of_collection_names_the_recipient_and_shows_the_signature() {
        byte[] signed = papers.collectionReceipt(Samples.collectionReceipt(signature()), OFFICE, ID);
        assertThat(Reading.text(signed)).contains("BUKTI PENGAMBILAN", "Contoh Enam", "1471000101960002",
                "saudara pemohon", "surat kuasa bermeterai", "25 November 2026 pukul 14.20 WIB",
                "503/00184/SIKRO");
        assertThat(images(signed)).isEqualTo(1);
        assertThat(images(papers.collectionReceipt(Samples.collectionReceipt(null), OFFICE, ID))).isZero();
    }

    @Test
    @Tag("SOP-1")
    @Tag("DLV-1")
    @Tag("DLV-2")
    @Tag("DLV-3")
    void service_sheet_tells_requirements_time_fee_steps_and_where_to_complain() {
        byte[] pdf = papers.serviceSheet(Samples.serviceSheet(), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("Izin Kerja Refraksionis Optisien (SIKRO)", "2 hari kerja",
                "Tidak dipungut biaya", "7 persyaratan", "salinan dilegalisasi, 1 lembar", "Latar merah.",
                "Tanda tangan Kepala Dinas", "Peraturan Menteri Kesehatan Nomor 19", "Pengaduan", "0761 000 000");
        assertThat(Reading.qr(pdf)).isEqualTo("https://loket.example/layanan/sikro");
    }

    @Test
    void sheets_speak_English_to_who_reads_English() {
        assertThat(Reading.text(papers.serviceSheet(Samples.serviceSheet(), OFFICE, EN))).contains("What to bring",
                "Free of charge", "page 1 of 1");
        assertThat(Reading.text(papers.fileReceipt(Samples.fileReceipt(), OFFICE, EN)))
                .contains("by Wednesday, 25 November 2026, 16.00 WIB");
    }

    @Test
    void names_with_markup_are_printed_as_they_are() {
        var receipt = Samples.fileReceipt();
        byte[] pdf = papers.fileReceipt(new FileReceipt(receipt.registrationNumber(), receipt.service(), HOSTILE,
                HOSTILE, receipt.receivedAt(), HOSTILE, List.of(new FileReceipt.Item(HOSTILE, HOSTILE)),
                receipt.promisedAt(), receipt.promise(), receipt.trackingUrl() + "?a=1&b=\"<", HOSTILE, List.of(HOSTILE), null,
                new Printing(at("2026-11-24T10:42"), HOSTILE, 1)), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("<script>alert(1)</script> & \"Sons\" ' ]]> &nbsp; ${x}");
        assertThat(Reading.qr(pdf)).isEqualTo(receipt.trackingUrl() + "?a=1&b=\"<");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("/JavaScript");
    }

    @Test
    void signs_that_the_house_font_lacks_are_printed_all_the_same() {
        var sheet = Samples.serviceSheet();
        byte[] pdf = papers.serviceSheet(new ServiceSheet(sheet.name(), "Nilai ≥ 70, Ελλάδα, Москва", sheet.requirements(),
                sheet.promise(), null, sheet.product(), null, sheet.steps(), sheet.legalBasis(), sheet.complaints(),
                sheet.hours(), sheet.url(), null, sheet.printing()), OFFICE, ID);
        assertThat(Reading.text(pdf)).contains("Nilai ≥ 70, Ελλάδα, Москва");
    }

    @Test
    void hundred_requirements_and_endless_names_break_neither_layout_nor_program() {
        var sheet = Samples.serviceSheet();
        String endless = "Raden".repeat(60);
        byte[] pdf = papers.serviceSheet(new ServiceSheet(endless, endless, IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new ServiceSheet.Requirement("Persyaratan ke-" + i, "asli", endless)).toList(),
                sheet.promise(), endless, endless, endless, sheet.steps(), sheet.legalBasis(), sheet.complaints(),
                sheet.hours(), sheet.url(), null, sheet.printing()), OFFICE, ID);
        assertThat(Reading.pages(pdf)).isGreaterThan(3);
        assertThat(Reading.text(pdf)).contains("Persyaratan ke-1 ", "Persyaratan ke-100");
        float widest = Reading.of(pdf, PapersTest::rightmostText);
        assertThat(widest).isLessThan(PDRectangle.A4.getWidth() - 40);

        var card = Samples.controlCard();
        byte[] longCard = papers.controlCard(new ControlCardSheet(endless, endless, endless, card.completeAt(),
                card.dueAt(), card.promise(), card.address(), List.of(new ControlCardSheet.Row(1, StepShape.CAPSULE,
                        endless, endless, endless, null, null, null, null, false, endless)), List.of(endless), 1, "–",
                card.printing()), OFFICE, ID);
        assertThat(Reading.pages(longCard)).isLessThan(4);
    }

    /** Right end of the text that reaches farthest, in points. */
    private static float rightmostText(PDDocument document) throws IOException {
        var widest = new float[1];
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                widest[0] = Math.max(widest[0], text.getXDirAdj() + text.getWidthDirAdj());
                super.processTextPosition(text);
            }
        }.getText(document);
        return widest[0];
    }

    private static long images(byte[] pdf) {
        return Reading.of(pdf, document -> {
            long count = 0;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    count += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            return count;
        });
    }

    private static byte[] signature() {
        var image = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.drawArc(20, 20, 200, 80, 0, 270);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void bill_and_receipt_say_the_amount_in_figures_and_in_words() {
        assertThat(Reading.text(papers.bill(Samples.bill(), OFFICE)))
                .contains("00012/SKRD/2026", "Rp1.250.000", "Terbilang: satu juta dua ratus lima puluh ribu rupiah", "28 Desember 2026");
        assertThat(Reading.text(papers.paymentReceipt(Samples.paymentReceipt(), OFFICE)))
                .contains("00007/TBP/2026", "00012/SKRD/2026", "satu juta dua ratus lima puluh ribu rupiah", "Transfer bank, TRX-2026-0001");
    }

    @Test
    void a_record_of_an_inspection_shows_findings_photos_and_who_has_initialled() throws Exception {
        byte[] pdf = papers.inspectionSheet(Samples.inspectionSheet(List.of(new InspectionSheet.Photo("Pintu keluar", photo()))), OFFICE);
        assertThat(Reading.text(pdf)).contains("Denah dan jalan keluar", "Tidak sesuai", "Pintu keluar terhalang", "Td", "belum diparaf");
        assertThat(images(pdf)).isEqualTo(1);
        compliant(pdf);
    }

    @Test
    void a_refusal_that_went_the_way_of_a_letter_has_its_code_and_initials() {
        byte[] pdf = papers.rejectionLetter(Samples.refusalLetter(), OFFICE);
        assertThat(Reading.qr(pdf)).isEqualTo(Samples.VERIFICATION);
        assertThat(Reading.text(pdf)).contains("K7QM-2XTA-9RWD", "Kb");
    }

    private static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
