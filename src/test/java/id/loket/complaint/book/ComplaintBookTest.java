package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complaints;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The complaint book as its readers see it. Each test has a month of a far year for itself. */
@LoketTest
@Tag("PGD-j2")
class ComplaintBookTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private QuarterOfComplaints desk;

    @BeforeEach
    void desk() {
        desk = new QuarterOfComplaints(office, complaints, clock);
    }

    @Test
    void the_book_has_date_identity_kind_and_weight_and_with_one_press_everything() {
        String number = desk.sorted("2040-01-10 09:05", Matter.COMPLAINT, Weight.MEDIUM, "DIVISION_HEAD");
        String four = page("sekretaris", "?dari=2040-01-01&sampai=2040-01-31");
        assertThat(four).contains(number, "10-01-2040", "09.05", "Contoh Pengadu", "Waktu penyelesaian", "Sedang").doesNotContain("Tenggat</th>", "Sudah lewat dua");
        assertThat(page("sekretaris", "?dari=2040-01-01&sampai=2040-01-31&tampilan=lengkap"))
                .contains("Sudah lewat dua hari kerja", "Diminta: Diberi kepastian", "Kepala Bidang", "Formulir web", "Contoh Pengaduan", "laporan belum dibuat");
    }

    @Test
    void suggestions_and_requests_are_listed_apart() {
        String complaint = desk.sorted("2040-02-10 09:05", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        String suggestion = desk.sorted("2040-02-10 09:10", Matter.SUGGESTION, Weight.LIGHT, "DIVISION_HEAD");
        String february = "?dari=2040-02-01&sampai=2040-02-29";
        assertThat(page("kadis", february)).contains(complaint).doesNotContain(suggestion);
        assertThat(page("kadis", february + "&perihal=SUGGESTION")).contains(suggestion).doesNotContain(complaint);
        assertThat(page("kadis", february + "&perihal=ALL")).contains(suggestion, complaint);
    }

    @Test
    void what_comes_in_is_in_the_book_before_anybody_sorts_it_on_every_carrier() throws Exception {
        clock.set("2040-10-10 09:05");
        String unsorted = desk.received(Medium.LETTER, QuarterOfComplaints.who("Contoh Pengirim", false, false), "Izin belum selesai");
        String complaint = desk.sorted("2040-10-10 09:10", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        String suggestion = desk.sorted("2040-10-10 09:15", Matter.SUGGESTION, Weight.LIGHT, "DIVISION_HEAD");
        String request = desk.sorted("2040-10-10 09:20", Matter.INFORMATION_REQUEST, Weight.LIGHT, "DIVISION_HEAD");
        String october = "?dari=2040-10-01&sampai=2040-10-31";
        for (String view : List.of(october, october + "&tampilan=lengkap")) {
            assertThat(everything("sekretaris", view)).as(view)
                    .allMatch(text -> text.contains(unsorted) && text.contains("Contoh Pengirim") && text.contains("Belum dipilah") && text.contains(complaint))
                    .noneMatch(text -> text.contains(suggestion) || text.contains(request));
        }
        assertThat(page("sekretaris", october)).contains("2 pengaduan diterima", "termasuk yang belum dipilah");
        assertThat(page("sekretaris", october + "&media=LETTER")).contains(unsorted).doesNotContain(complaint);
        assertThat(page("sekretaris", october + "&perihal=UNSORTED")).contains(unsorted).doesNotContain(complaint);
        assertThat(page("sekretaris", october + "&perihal=COMPLAINT")).contains(complaint).doesNotContain(unsorted);
        assertThat(page("kabid", october)).as("whose section it is, is not known yet").contains(complaint).doesNotContain(unsorted);

        clock.set("2040-10-10 10:00");
        desk.sort(unsorted, Matter.SUGGESTION, "DELAY", Weight.LIGHT, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
        assertThat(page("sekretaris", october)).contains("Satu pengaduan diterima").doesNotContain(unsorted);
    }

    @Test
    void a_filter_narrows_the_book() {
        String light = desk.sorted("2040-03-12 09:05", Matter.COMPLAINT, Weight.LIGHT, "SECTION_HEAD");
        String medium = desk.sorted("2040-03-13 09:10", Matter.COMPLAINT, Weight.MEDIUM, "DIVISION_HEAD");
        desk.answer("2040-03-14 10:00", light);
        String march = "?dari=2040-03-01&sampai=2040-03-31";
        for (String which : List.of("&bobot=MEDIUM", "&bidang=DIVISION_HEAD", "&keadaan=OPEN", "&dari=2040-03-13")) {
            assertThat(page("pengaduan", march.replace("?dari=2040-03-01", which.startsWith("&dari") ? "?" + which.substring(1) : "?dari=2040-03-01")
                            + (which.startsWith("&dari") ? "" : which)))
                    .as(which)
                    .contains(medium)
                    .doesNotContain(light);
        }
        assertThat(page("pengaduan", march + "&jenis=FEE")).doesNotContain(light, medium);
        assertThat(page("pengaduan", march + "&bobot=<script>&jenis=';drop table&halaman=-7")).contains(light, medium).doesNotContain("drop table");
    }

    @Test
    void who_is_anonymous_is_known_to_the_desk_only_on_every_carrier_and_when_searching() throws Exception {
        clock.set("2040-04-10 09:05");
        String number = desk.received(Medium.WEB, QuarterOfComplaints.who("Contoh Tersembunyi", true, false), "Izin belum selesai");
        desk.sort(number, Matter.COMPLAINT, "DELAY", Weight.LIGHT, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
        String april = "?dari=2040-04-01&sampai=2040-04-30&tampilan=lengkap";
        assertThat(everything("pengaduan", april)).allMatch(text -> text.contains("Contoh Tersembunyi"));
        for (String who : List.of("sekretaris", "kadis", "kabid")) {
            assertThat(everything(who, april)).as(who).allMatch(text -> text.contains(number) && text.contains("Anonim"))
                    .noneMatch(text -> text.contains("Tersembunyi") || text.contains("Jalan Misal") || text.contains("6281200000184"));
            assertThat(page(who, april + "&cari=Tersembunyi")).doesNotContain(number);
        }
        assertThat(page("pengaduan", april + "&cari=tersembunyi")).contains(number);
    }

    @Test
    void confidential_content_is_for_those_who_decide_on_every_carrier_and_when_searching() throws Exception {
        clock.set("2040-05-10 09:05");
        String number = desk.received(Medium.WEB, QuarterOfComplaints.who("Contoh Pengadu", false, true), "Uang pelicin diminta");
        desk.sort(number, Matter.COMPLAINT, "ILLEGAL_LEVY", Weight.LIGHT, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
        desk.does("pengaduan", number, new Order.Correct("subject", "Uang pelicin diminta", "Uang terima kasih diminta", "Kata pengadu"));
        String may = "?dari=2040-05-01&sampai=2040-05-31&tampilan=lengkap";
        for (String who : List.of("pengaduan", "kadis", "kabid")) {
            assertThat(everything(who, may)).as(who).allMatch(text -> text.contains("Uang terima kasih"));
        }
        assertThat(everything("sekretaris", may)).allMatch(text -> text.contains(number) && text.contains("Isi rahasia"))
                .noneMatch(text -> text.contains("Uang") || text.contains("Sudah lewat dua"));
        assertThat(page("sekretaris", may + "&cari=pelicin")).doesNotContain(number);
        assertThat(page("kadis", may + "&cari=pelicin")).contains(number);
    }

    @Test
    void a_slip_is_put_right_by_a_further_entry_and_what_stood_there_is_struck() throws Exception {
        String number = desk.sorted("2040-06-11 09:05", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set("2040-06-12 10:00");
        desk.does("pengaduan", number, new Order.Correct("name", "Contoh Pengadu", "Contoh Pengaju", "Salah tulis"));
        String june = "?dari=2040-06-01&sampai=2040-06-30";
        assertThat(page("kadis", june)).contains("<s>Contoh Pengadu</s> Contoh Pengaju", "Dibetulkan 12-06-2040", "Salah tulis");
        assertThat(everything("kadis", june)).allMatch(text -> text.contains("Contoh Pengadu") && text.contains("Contoh Pengaju") && text.contains("Salah tulis"));
    }

    @Test
    void in_a_table_file_times_are_times_counts_are_numbers_and_nothing_is_a_formula() throws Exception {
        clock.set("2040-07-10 09:05");
        String evil = "=HYPERLINK(\"http://contoh.id\",\"klik\")";
        String number = desk.received(Medium.WEB, QuarterOfComplaints.who(evil, false, false), "@SUM(1+1), \"dua\"");
        desk.sort(number, Matter.COMPLAINT, "DELAY", Weight.LIGHT, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
        String july = "?dari=2040-07-01&sampai=2040-07-31&tampilan=lengkap";
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file("pengaduan", "xlsx", july)))) {
            Row row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellText(0)).isEqualTo(number);
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(1).asDate()).isEqualTo("2040-07-10T09:05");
            assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(2)).isEqualTo(evil);
            assertThat(row.stream().map(c -> c == null ? CellType.EMPTY : c.getType())).doesNotContain(CellType.FORMULA);
            assertThat(row.getCell(17).getType()).as("attachments").isEqualTo(CellType.NUMBER);
        }
        String csv = new String(file("pengaduan", "csv", july), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFNomor,Tanggal").contains("2040-07-10 09:05", "\"'=HYPERLINK(\"\"http", "\"'@SUM(1+1), \"\"dua\"\"\"");
    }

    @Test
    void on_paper_it_lies_across_and_its_head_repeats_on_every_page() throws Exception {
        for (int i = 0; i < 45; i++) {
            desk.sorted("2040-08-10 09:%02d".formatted(i), Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        }
        try (PDDocument pdf = Loader.loadPDF(file("kadis", "pdf", "?dari=2040-08-01&sampai=2040-08-31"))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                assertThat(pdf.getPage(i - 1).getMediaBox().getWidth()).isGreaterThan(pdf.getPage(i - 1).getMediaBox().getHeight());
                PDFTextStripper text = new PDFTextStripper();
                text.setSortByPosition(true);
                text.setStartPage(i);
                text.setEndPage(i);
                assertThat(text.getText(pdf)).contains("Identitas pengadu", "halaman " + i + " dari " + pdf.getNumberOfPages());
            }
        }
        assertThat(page("kadis", "?dari=2040-08-01&sampai=2040-08-31")).contains("45 pengaduan");
    }

    @Test
    void a_period_that_cannot_be_is_told_and_the_month_is_shown() {
        clock.set("2026-11-23 09:00");
        Visitor kadis = Visitor.signedIn(port, "kadis");
        var backwards = kadis.get("/pengaduan/buku?dari=2026-11-30&sampai=2026-11-01");
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(backwards.body()).contains("Galat: ", "Tanggal akhir mendahului tanggal awal", "value=\"2026-11-30\"");
        assertThat(kadis.get("/pengaduan/buku?dari=kemarin").body()).contains("Isi tanggal antara");
        assertThat(kadis.get("/pengaduan/buku/buku-pengaduan.xlsx?dari=2026-11-30&sampai=2026-11-01").statusCode()).isEqualTo(400);
        assertThat(kadis.get("/pengaduan/buku?dari=2000-01-01&sampai=2099-12-31").statusCode()).isEqualTo(200);
        assertThat(kadis.get("/pengaduan/buku/buku-pengaduan.exe").statusCode()).isEqualTo(404);
    }

    @Test
    void who_has_no_part_in_complaints_has_none_in_the_book_and_a_section_head_sees_the_section_s() {
        String own = desk.sorted("2040-09-10 09:05", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        String other = desk.sorted("2040-09-10 09:06", Matter.COMPLAINT, Weight.LIGHT, "SECTION_HEAD");
        String september = "?dari=2040-09-01&sampai=2040-09-30";
        assertThat(page("kabid", september)).contains(own).doesNotContain(other);
        for (String path : List.of("/pengaduan/buku", "/pengaduan/buku/buku-pengaduan.csv", "/pengaduan/laporan", "/pimpinan")) {
            assertThat(Visitor.signedIn(port, "cetak").get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(port).get(path).statusCode()).as(path).isEqualTo(302);
        }
        assertThat(Visitor.signedIn(port, "pengaduan").get("/pimpinan").statusCode()).isEqualTo(403);
    }

    @Test
    void numbers_in_the_book_have_no_gaps_however_many_come_at_once_and_however_many_fail() throws Exception {
        clock.set("2041-01-10 09:00");
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> calls = IntStream.range(0, 36)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        comes(i % 3 == 2);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
        String csv = new String(file("kadis", "csv", "?dari=2041-01-01&sampai=2041-12-31&perihal=ALL"), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1).map(line -> line.substring(0, 14)).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).mapToObj("PGD-2041-%05d"::formatted).toList());
    }

    private void comes(boolean failing) {
        if (!failing) {
            desk.received(Medium.WEB, QuarterOfComplaints.who("Contoh Pengadu", false, false), "Bersamaan");
            return;
        }
        try {
            complaints.receive(1, new NewComplaint(
                    Medium.WEB, QuarterOfComplaints.who("Contoh", false, false), "", "", null, "", "", "", "x" + Thread.currentThread().threadId()));
        } catch (ComplaintRefused e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private List<String> everything(String who, String query) throws Exception {
        StringBuilder table = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(who, "xlsx", query)))) {
            book.getFirstSheet().read().forEach(row -> row.stream().forEach(c -> table.append(c == null ? "" : c.getText()).append('\t')));
        }
        try (PDDocument pdf = Loader.loadPDF(file(who, "pdf", query))) {
            return List.of(
                    page(who, query),
                    new String(file(who, "csv", query), StandardCharsets.UTF_8),
                    table.toString(),
                    new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "));
        }
    }

    private String page(String who, String query) {
        var answer = Visitor.signedIn(port, who).get("/pengaduan/buku" + query.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("'", "%27"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private byte[] file(String who, String kind, String query) {
        var answer = Visitor.signedIn(port, who).download("/pengaduan/buku/buku-pengaduan." + kind + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
