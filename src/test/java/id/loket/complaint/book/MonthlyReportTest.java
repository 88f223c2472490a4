package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complaints;
import id.loket.complaint.book.ReportRules.Refusal;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly report from the book to the Kepala Dinas. Each test has months of a far year for itself. */
@LoketTest
@Tag("PGD-j3")
@Tag("PGD-k")
class MonthlyReportTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private MonthlyReports reports;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    private QuarterOfComplaints desk;

    @BeforeEach
    void desk() {
        desk = new QuarterOfComplaints(office, complaints, clock);
    }

    @Test
    void it_is_written_on_the_first_working_day_of_the_next_month_once_and_what_was_missed_is_made_good() {
        desk.sorted("2031-01-10 09:00", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set("2031-02-01 12:00"); // a Saturday
        reports.writeDue();
        assertThat(months()).doesNotContain("2031-01");
        clock.set("2031-02-02 23:59");
        reports.writeDue();
        assertThat(months()).doesNotContain("2031-01");
        clock.set("2031-02-03 00:00"); // Monday
        assertThat(reports.writeDue()).isGreaterThanOrEqualTo(1);
        assertThat(months()).contains("2031-01");
        assertThat(reports.writeDue()).as("once").isZero();
        clock.set("2031-05-05 09:00");
        reports.writeDue();
        assertThat(months()).contains("2031-02", "2031-03", "2031-04").doesNotContain("2031-05");
    }

    @Test
    void two_nodes_that_write_at_once_write_one() throws Exception {
        desk.sorted("2032-01-12 09:00", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set("2032-02-02 09:00");
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Integer> node = reports::writeDue;
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        }
        assertThat(events(YearMonth.of(2032, 1))).containsExactly("WRITE");
    }

    @Test
    void its_figures_are_those_of_the_book_also_over_the_turn_of_a_month() {
        YearMonth january = YearMonth.of(2033, 1);
        String answeredLater = desk.sorted("2033-01-31 23:59", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        String ofFebruary = desk.sorted("2033-02-01 00:00", Matter.COMPLAINT, Weight.MEDIUM, "SECTION_HEAD");
        desk.answer("2033-02-01 08:30", answeredLater);
        clock.set("2033-03-01 09:00");
        reports.writeDue();

        Figures first = view("pengaduan", january).content().figures();
        int before = first.total().carriedOver(); // what earlier years left open, long overdue
        assertThat(first.total()).isEqualTo(new Tally(before, 1, 0, 0, 0, 0, before + 1, before));
        Figures second = view("pengaduan", january.plusMonths(1)).content().figures();
        assertThat(second.total()).isEqualTo(new Tally(before + 1, 1, 0, 1, 0, 0, before + 1, before + 1));
        Tally section = first.bySection().getOrDefault("SECTION_HEAD", new Tally(0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(second.bySection().get("SECTION_HEAD"))
                .isEqualTo(new Tally(section.open(), 1, 0, 0, 0, 0, section.open() + 1, section.open() + 1));
        String book = Visitor.signedIn(port, "kadis").get("/pengaduan/buku?dari=2033-02-01&sampai=2033-02-28").body();
        assertThat(book).contains(ofFebruary, "Satu pengaduan diterima").doesNotContain(answeredLater);
    }

    @Test
    @Tag("PGD-j2")
    void what_nobody_has_sorted_is_in_the_report_as_it_is_in_the_book_until_it_turns_out_to_be_none() throws Exception {
        YearMonth january = YearMonth.of(2042, 1);
        desk.sorted("2042-01-10 09:00", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set("2042-01-20 09:00");
        String complaint = desk.received(Medium.LETTER, QuarterOfComplaints.who("Contoh Pengadu", false, false), "Izin belum selesai");
        String suggestion = desk.received(Medium.LETTER, QuarterOfComplaints.who("Contoh Pengadu", false, false), "Tambah kursi");
        clock.set("2042-02-03 09:00");
        reports.writeDue();
        Figures first = view("sekretaris", january).content().figures();
        String month = "/pengaduan/buku?dari=2042-01-01&sampai=2042-01-31";
        Visitor secretary = Visitor.signedIn(port, "sekretaris");
        assertThat(first.total().received()).isEqualTo(3);
        assertThat(secretary.get(month).body()).contains("3 pengaduan diterima");
        assertThat(first.byMedium().get("LETTER").received()).isEqualTo(2);
        for (Map<String, Tally> part : List.of(first.byKind(), first.byWeight(), first.bySection())) {
            assertThat(part.get(Figures.UNSORTED).received()).isEqualTo(2);
            assertThat(part.values().stream().reduce(Tally.NONE, Tally::plus)).isEqualTo(first.total());
        }
        assertThat(first.unsorted()).isEqualTo(first.byWeight().get(Figures.UNSORTED).open()).isGreaterThanOrEqualTo(2);
        assertThat(secretary.get("/pengaduan/laporan/2042-01").body())
                .contains("yang terbuka belum dipilah pada akhir bulan", "perihal=UNSORTED", "Belum dipilah").doesNotContain("??");
        assertThat(text(secretary.download("/pengaduan/laporan/2042-01/laporan-pengaduan.pdf").body())).contains("Belum dipilah", "3 pengaduan diterima");

        desk.sort(complaint, Matter.COMPLAINT, "DELAY", Weight.MEDIUM, ResponseClass.NON_SUPERVISORY, "SECTION_HEAD");
        desk.sort(suggestion, Matter.SUGGESTION, "FACILITY", Weight.LIGHT, ResponseClass.ASPIRATION, "SECTION_HEAD");
        clock.set("2042-03-03 09:00");
        reports.writeDue();
        assertThat(view("sekretaris", january).content().figures()).as("as it was when January ended").isEqualTo(first);
        Figures second = view("sekretaris", january.plusMonths(1)).content().figures();
        assertThat(second.left()).isEqualTo(1);
        assertThat(second.total().carriedOver()).isEqualTo(first.total().open() - 1);
        assertThat(second.unsorted()).isEqualTo(first.unsorted() - 2);
    }

    @Test
    void a_whole_quarter_adds_up_to_what_the_database_counts() {
        YearMonth first = YearMonth.of(2034, 1);
        desk.play(first);
        reports.writeDue();
        int received = 0;
        int answered = 0;
        for (YearMonth month : QuarterOfComplaints.months(first)) {
            Figures figures = view("sekretaris", month).content().figures();
            assertThat(figures.total().received()).as("%s", month).isEqualTo(count("""
                    select count(*) from complaint where office_id = 1 and matter = 'COMPLAINT' and to_char(received_at at time zone 'Asia/Jakarta', 'YYYY-MM') = :month
                    """, month));
            assertThat(figures.total().answered()).as("%s", month).isEqualTo(count("""
                    select count(*) from complaint c join complaint_entry e using (office_id, complaint_id)
                    where c.office_id = 1 and c.matter = 'COMPLAINT' and e.kind = 'ANSWERED' and to_char(e.at at time zone 'Asia/Jakarta', 'YYYY-MM') = :month
                    """, month));
            assertThat(figures.total().reopened()).as("%s", month).isEqualTo(count("""
                    select count(*) from complaint c join complaint_entry e using (office_id, complaint_id)
                    where c.office_id = 1 and c.matter = 'COMPLAINT' and e.kind = 'NOT_SOLVED' and to_char(e.at at time zone 'Asia/Jakarta', 'YYYY-MM') = :month
                    """, month));
            received += figures.total().received();
            answered += figures.total().answered();
        }
        assertThat(received).isGreaterThan(20);
        assertThat(answered).isGreaterThan(12);
        Overview overview = reports.overview(office.person("kadis"));
        assertThat(overview.trend()).hasSize(12);
        assertThat(overview.ages().stream().mapToInt(Overview.Age::count).sum()).isEqualTo(overview.now().open());
        String page = Visitor.signedIn(port, "kadis").get("/pimpinan").body();
        assertThat(page).contains("masih terbuka", "Dua belas bulan", "/pengaduan/buku?dari=", "keadaan=OPEN").doesNotContain("??");
    }

    @Test
    void it_goes_round_until_the_secretary_approves_then_it_is_frozen_signed_delivered_and_acknowledged() throws Exception {
        YearMonth month = YearMonth.of(2035, 1);
        String path = "/pengaduan/laporan/2035-01";
        String number = desk.sorted("2035-01-10 09:00", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set("2035-02-01 09:00");
        reports.writeDue();
        Visitor clerk = Visitor.signedIn(port, "pengaduan");
        Visitor head = Visitor.signedIn(port, "kabid");
        Visitor secretary = Visitor.signedIn(port, "sekretaris");
        Visitor kadis = Visitor.signedIn(port, "kadis");

        assertThat(clerk.get(path).body()).contains("Laporan pengaduan Januari 2035", "Kirim ke Sekretaris").doesNotContain("??");
        send(clerk, path + "/catatan", Map.of("teks", "Satu pengaduan, satu terbuka.", "versi", "1"), 302);
        send(clerk, path + "/kirim", Map.of("versi", "2"), 302);
        assertThat(secretary.get(path).body()).contains("Setujui dan sampaikan", "Kembalikan dengan catatan");
        send(secretary, path + "/kembalikan", Map.of("bidang", "DIVISION_HEAD", "teks", "", "versi", "3"), 409);
        send(secretary, path + "/kembalikan", Map.of("bidang", "DIVISION_HEAD", "teks", "Mengapa masih terbuka?", "versi", "3"), 302);
        clerk.get(path);
        send(clerk, path + "/kirim", Map.of("versi", "4"), 409);
        assertThat(head.get(path).body()).contains("Sekretaris mengembalikan laporan ke bidang Anda", "Mengapa masih terbuka?");
        send(head, path + "/bidang", Map.of("bidang", "DIVISION_HEAD", "teks", "Menunggu Dinas Kesehatan.", "versi", "4"), 302);
        clerk.get(path);
        send(clerk, path + "/kirim", Map.of("versi", "5"), 302);
        assertThat(secretary.get(path + "/banding?a=1&b=2").body())
                .contains("Satu hal berubah", "Menunggu Dinas Kesehatan.", "Mengapa masih terbuka?").doesNotContain("??");
        secretary.get(path);
        send(secretary, path + "/setujui", Map.of("versi", "6"), 302);
        assertThat(events(month)).containsExactly("WRITE", "REMARK", "SEND", "RETURN", "CONTRIBUTE", "SEND", "APPROVE", "DELIVER");

        byte[] frozen = kadis.download(path + "/laporan-pengaduan.pdf").body();
        String paper = text(frozen);
        assertThat(paper).contains("LP-PGD/001/DPMPTSP/II/2035", "Januari 2035", "Contoh Sekretaris", "Menunggu Dinas Kesehatan.", "Satu pengaduan diterima")
                .doesNotContain("DRAF", "??");
        desk.answer("2035-02-02 09:00", number);
        clock.set("2035-02-03 09:00");
        assertThat(clerk.download(path + "/laporan-pengaduan.pdf").body()).as("the same bytes for everybody, later too").isEqualTo(frozen);
        assertThat(kadis.get(path).body()).contains("Nyatakan diketahui");
        send(kadis, path + "/ketahui", Map.of("versi", "8"), 302);
        assertThat(text(kadis.download(path + "/laporan-pengaduan.pdf").body())).contains("3 Februari 2035 pukul 09.00", "Contoh Kadis");
        assertThat(clerk.get("/pengaduan/laporan").body()).contains("Januari 2035", "Diketahui Kepala Dinas", "LP-PGD/001/DPMPTSP/II/2035");
        if (System.getProperty("loket.pictures") != null) {
            Files.write(Path.of(System.getProperty("loket.pictures"), "laporan.pdf"), frozen);
        }
    }

    @Test
    void of_two_secretaries_at_once_one_decides_and_the_other_is_told() throws Exception {
        YearMonth month = sent(2036);
        SignedIn secretary = office.person("sekretaris");
        int version = view("sekretaris", month).report().version();
        Callable<Boolean> approves = () -> done(() -> reports.order(secretary, month, ReportAction.APPROVE, "", "", version));
        Callable<Boolean> returns = () -> done(() -> reports.order(secretary, month, ReportAction.RETURN, "DIVISION_HEAD", "Perbaiki", version));
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Boolean> won = both.invokeAll(List.of(approves, returns)).stream().map(MonthlyReportTest::get).toList();
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
        assertThat(view("sekretaris", month).report().rounds()).hasSize(1);
    }

    @Test
    void what_is_put_right_after_the_freezing_is_told_in_the_next_report_and_changes_no_earlier_one() {
        YearMonth january = sent(2037);
        String number = db.sql("select number from complaint where office_id = 1 and received_at between '2037-01-01' and '2037-02-01'")
                .query(String.class)
                .single();
        reports.order(office.person("sekretaris"), january, ReportAction.APPROVE, "", "", view("sekretaris", january).report().version());
        ReportContent before = view("kadis", january).content();
        clock.set("2037-02-10 10:00");
        desk.does("pengaduan", number, new Order.Correct("name", "Contoh Pengadu", "Contoh Pengaju", "Salah tulis"));
        clock.set("2037-03-02 09:00");
        reports.writeDue();
        assertThat(view("kadis", january).content()).isEqualTo(before);
        assertThat(view("kadis", january).sound()).isTrue();
        assertThat(view("kadis", YearMonth.of(2037, 2)).content().corrections())
                .containsExactly(new ReportContent.Correction(number, "2037-01-10", "2037-02-10", "name"));
        assertThat(Visitor.signedIn(port, "kadis").get("/pengaduan/laporan/2037-02").body())
                .contains("Pembetulan atas bulan sebelumnya", number + ", nama dibetulkan");
    }

    @Test
    void nobody_does_what_is_another_s_and_another_office_has_no_such_report() {
        YearMonth month = sent(2038);
        String path = "/pengaduan/laporan/" + month;
        Visitor clerk = Visitor.signedIn(port, "pengaduan");
        clerk.get("/kata-sandi");
        send(clerk, path + "/setujui", Map.of("versi", "2"), 403);
        send(clerk, path + "/ketahui", Map.of("versi", "2"), 403);
        send(clerk, path + "/hapus", Map.of("versi", "2"), 404);
        for (String wrong : List.of("2038-13", "2019-99", "x", "2099-12", "2038-01/banding?a=1&b=9")) {
            assertThat(clerk.get("/pengaduan/laporan/" + wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        Visitor counter = Visitor.signedIn(port, "loket");
        counter.get("/kata-sandi");
        send(counter, path + "/kirim", Map.of("versi", "2"), 403);
        SignedIn stranger = new SignedIn(
                2, 1, "asing", "Contoh Asing", "As", Set.of("COMPLAINT_DESK", "SECRETARY", "HEAD_OF_OFFICE"), "");
        assertThatThrownBy(() -> reports.order(stranger, month, ReportAction.APPROVE, "", "", 2))
                .isInstanceOf(MonthlyReports.NoSuchReport.class);
        assertThatThrownBy(() -> reports.order(office.person("sekretaris"), month, ReportAction.APPROVE, "", "", 1))
                .isInstanceOfSatisfying(ReportRefused.class, e -> assertThat(e.reason()).isEqualTo(Refusal.STALE));
        assertThat(events(month)).containsExactly("WRITE", "SEND");
    }

    @Test
    void a_round_can_neither_be_changed_nor_taken_away() {
        YearMonth month = sent(2039);
        assertThatThrownBy(() -> db.sql("update complaint_report_event set content = '{}' where office_id = 1 and month = :month")
                        .param("month", month.atDay(1))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("delete from complaint_report_event where office_id = 1 and month = :month")
                        .param("month", month.atDay(1))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /** The report of a January, with one complaint of the tenth, sent to be examined. */
    private YearMonth sent(int year) {
        YearMonth month = YearMonth.of(year, 1);
        desk.sorted(year + "-01-10 09:00", Matter.COMPLAINT, Weight.LIGHT, "DIVISION_HEAD");
        clock.set(year + "-02-03 09:00");
        reports.writeDue();
        reports.order(office.person("pengaduan"), month, ReportAction.SEND, "", "", 1);
        return month;
    }

    private MonthlyReports.View view(String who, YearMonth month) {
        return reports.view(office.person(who), month).orElseThrow();
    }

    private List<String> months() {
        return reports.list(office.person("kadis")).stream().map(line -> line.month().toString()).toList();
    }

    private List<String> events(YearMonth month) {
        return db.sql("select action from complaint_report_event where office_id = 1 and month = :month order by seq")
                .param("month", month.atDay(1))
                .query(String.class)
                .list();
    }

    private int count(String sql, YearMonth month) {
        return db.sql(sql).param("month", month.toString()).query(Integer.class).single();
    }

    private static void send(Visitor visitor, String path, Map<String, String> form, int status) {
        assertThat(visitor.post(path, form).statusCode()).as(path).isEqualTo(status);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static boolean done(Runnable what) {
        try {
            what.run();
            return true;
        } catch (ReportRefused refused) {
            return false;
        }
    }

    private static boolean get(java.util.concurrent.Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
