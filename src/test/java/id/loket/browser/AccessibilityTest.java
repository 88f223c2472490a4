package id.loket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.complaint.Complainant;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.book.BookPictures;
import id.loket.complaint.book.MonthlyReports;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.guarantee.CollectionReminders;
import id.loket.inspection.Report.Recommendation;
import id.loket.notice.Channel;
import id.loket.notice.NoticeDesk;
import id.loket.permit.Permits;
import id.loket.standard.ApplicationKind;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, wide and narrow: nothing that keeps somebody out, and no scrolling sideways. */
@LoketTest
class AccessibilityTest {

    /** Only what was found wrong comes back: to list what is in order takes most of the time. */
    private static final String SERIOUS_FINDINGS =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false, preload: false })).violations
                .filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => found.id + ' ' + found.nodes[0].html)
            """;

    private static Chromium chromium;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Permits permits;

    @Autowired
    private CollectionReminders reminders;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private Complaints complaints;

    @Autowired
    private MonthlyReports reports;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    void the_pages_for_everyone() {
        String file = office.fileSentTo(6);
        String returned = office.incompleteFile();
        String issued = office.fileSentTo(9);
        String code = permits.of(office.person("kadis"), issued).orElseThrow().verificationCode();
        Page page = chromium.person().newPage();
        check(page, "/", "/layanan", "/layanan?cari=refraksionis", "/layanan?cari=zzz", "/layanan/SIKRO", "/layanan/TANAH_MAKAM", "/lacak", "/verifikasi", "/masuk", "/tidak-ada");
        check(page, "/v/1471-" + code, "/v/1471-2222222222222222");
        for (String tracked : List.of(file, returned, issued)) {
            check(page, "/lacak/1471-" + office.look(tracked).application().trackingCode());
        }
    }

    @Test
    void the_pages_on_which_citizens_complain() {
        Page page = chromium.person().newPage();
        check(page, "/aduan", "/aduan/status");
        page.navigate(base() + "/aduan");
        page.locator("main [data-main]").click();
        page.locator(".errors").waitFor();
        checkOpen(page, "the complaint form with everything to be mended");
        page.locator("#pokok").fill("Pengaduan contoh");
        page.locator("#cerita").fill("Cerita contoh yang cukup panjang");
        page.locator("#surel").fill("akses@contoh.id");
        page.locator("main [data-main]").click();
        page.waitForURL("**/aduan/periksa/**");
        checkOpen(page, "the answers looked through");
        page.locator("main [data-main]").click();
        page.waitForURL("**/aduan/konfirmasi/**");
        checkOpen(page, "the confirmation of the address");
        page.locator("main form[action*='kirim']").nth(1).locator("button").click();
        page.waitForURL("**/aduan/1471-*");
        checkOpen(page, "the recorded complaint");
        check(page, page.url().replace(base(), "").replace("?baru", ""));
    }

    @Test
    void the_pages_of_the_counter() {
        String returned = office.incompleteFile();
        String ready = office.fileSentTo(9);
        office.does("loket", ready, Action.RECEIVE);
        Page page = chromium.signedIn(base(), "loket");
        check(page, "/meja-kerja", "/meja-kerja?antrean=READY", "/meja-kerja?antrean=LATE", "/meja-kerja?cari=contoh", "/meja-kerja?cari=zzz", "/kartu-kendali");
        check(page, "/loket", "/loket?cari=praktik", "/loket?cari=zzz", "/loket/SIKRO", "/loket/OPTIKAL", "/berkas/" + returned, "/berkas/" + ready, "/berkas/" + ready + "/serahkan");
        page.navigate(base() + "/loket/SIKRO");
        page.locator("[data-main]:visible").first().click();
        checkOpen(page, "the intake form with everything to be mended");
        office.does("loket", returned, Action.RESUBMIT);
        check(page, "/berkas/" + returned);
    }

    @Test
    void the_pages_of_notices() {
        var form = OfficeAtWork.form();
        form.put("phone", "0761 123 456");
        office.register(form);
        String file = office.fileSentTo(9);
        office.does("loket", file, Action.RECEIVE);
        clock.set("2026-12-23 09:00");
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);
        Page page = chromium.signedIn(base(), "loket");
        check(page, "/pemberitahuan", "/pemberitahuan/surat", "/pemberitahuan/masalah", "/pemberitahuan/berhenti", "/berkas/" + file);
        page.navigate(base() + "/pemberitahuan/surat");
        page.locator("[data-main]").click();
        checkOpen(page, "the mailing list with a carrier to be named");
        assertThat(page.locator("main").innerText()).contains("Isi nama kurir");
        Page admin = chromium.signedIn(base(), "admin");
        check(
                admin,
                "/pengaturan/pemberitahuan",
                "/pengaturan/pemberitahuan/READY_TO_COLLECT/SMS/id",
                "/pengaturan/pemberitahuan/COLLECTION_REMINDER/EMAIL/id");
        admin.locator("#teks").fill("Ditulis {name}.");
        admin.getByText("Ditulis Contoh Pemohon.").waitFor();
        admin.locator("#teks").fill("{salah}");
        admin.locator("#hasil").getByText("{salah} tidak dikenal").waitFor();
        admin.locator("[data-main]").click();
        checkOpen(admin, "the text of a notice with an unknown name");
        assertThat(admin.locator("main").innerText()).contains("{salah} tidak dikenal");
    }

    @Test
    void the_pages_of_the_complaint_book_and_its_reports() {
        BookPictures complaints = new BookPictures(office, this.complaints, clock, reports);
        complaints.play();
        for (String who : List.of("pengaduan", "sekretaris", "kabid")) {
            check(chromium.signedIn(base(), who), "/pengaduan/laporan", "/pengaduan/laporan/2028-02", "/pengaduan/laporan/2028-03");
        }
        Page page = chromium.signedIn(base(), "kadis");
        String book = "/pengaduan/buku?dari=2028-01-01&sampai=2028-03-31";
        check(page, book, book + "&tampilan=lengkap", book + "&cari=zzz", "/pengaduan/buku?dari=2028-03-31&sampai=2028-01-01");
        check(page, "/pengaduan/laporan/2028-01", "/pengaduan/laporan/2028-01/banding?a=1&b=2", "/pimpinan");
        complaints.pictures(page, base());
    }

    @Test
    void the_pages_of_a_reviewer() {
        String file = office.fileSentTo(4);
        Page page = chromium.signedIn(base(), "muda");
        check(page, "/meja-kerja", "/berkas/" + file);
        office.does("muda", file, Action.RECEIVE);
        check(page, "/berkas/" + file, "/meja-kerja?antrean=IN_HAND");
    }

    @Test
    void the_pages_of_an_administrator() {
        long muda = office.person("muda").officerId();
        Page page = chromium.signedIn(base(), "admin");
        check(page, "/pengaturan", "/pengaturan/petugas/" + muda, "/pengaturan/kalender", "/pengaturan/kalender?tahun=2040", "/kata-sandi");
        page.navigate(base() + "/pengaturan");
        page.locator("[data-main]").click();
        checkOpen(page, "the form of an officer with everything to be mended");
        page.navigate(base() + "/pengaturan/kalender");
        page.locator("#date").fill("03-12-2026");
        page.locator("#name").fill("Libur contoh");
        page.locator("#source").fill("Keputusan contoh");
        page.locator("[data-main]").click();
        checkOpen(page, "what a free day would move");
    }

    @Test
    void the_result_of_a_bulk_action_and_the_settings() {
        String file = office.fileSentTo(5);
        Page madya = chromium.signedIn(base(), "madya");
        madya.navigate(base() + "/meja-kerja?antrean=TO_RECEIVE");
        madya.locator("input[name=berkas][value='" + file + "']").check();
        office.does("loket", file, Order.of(Action.WITHDRAW, "pindah kota"));
        madya.locator(".bulk [data-main]:visible").first().click();
        assertThat(madya.locator("main").innerText()).contains(file, "Berkas ini sudah ditarik pemohon");
        checkOpen(madya, "the result of a bulk action");

        Page admin = chromium.signedIn(base(), "admin");
        check(admin, "/pengaturan", "/pengaturan/kalender", "/kata-sandi", "/meja-kerja");
    }

    @Test
    void the_pages_of_an_inspection() {
        String file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 2);
        office.does("teknis", file, Action.RECEIVE);
        String inspection = "/berkas/" + file + "/pemeriksaan";
        Page page = chromium.signedIn(base(), "teknis");
        check(page, "/berkas/" + file, inspection, inspection + "/berita-acara");
        page.locator("main [data-main]").click();
        checkOpen(page, "the report with everything to be mended");
        page.navigate(base() + inspection);
        page.locator("main [data-main]").click();
        checkOpen(page, "the appointment with everything to be mended");
        office.inspect(file, Recommendation.AFTER_REPAIRS);
        check(page, "/berkas/" + file, inspection);
        office.does("teknis", file, Order.of(Action.RETURN_TO_APPLICANT, "Bebaskan pintu keluar."));
        check(page, "/berkas/" + file, "/lacak/1471-" + office.seen(file).application().trackingCode());
    }

    @Test
    void the_pages_of_a_payment() {
        String file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 3);
        office.move(file, Order.of(Action.RECEIVE));
        String payment = "/berkas/" + file + "/pembayaran";
        Page page = chromium.signedIn(base(), "bendahara");
        check(page, "/berkas/" + file, payment);
        page.locator("main [data-main]").click();
        checkOpen(page, "the billed file");
        check(page, payment, "/meja-kerja?antrean=WITH_APPLICANT", "/lacak/1471-" + office.seen(file).application().trackingCode());
        page.navigate(base() + payment);
        page.locator("main [data-main]").click();
        checkOpen(page, "the payment with everything to be mended");
        office.pay(file);
        check(page, payment, "/berkas/" + file);
    }

    @Test
    void the_pages_of_a_refusal() {
        String file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 4);
        office.move(file, Order.of(Action.RECEIVE));
        check(chromium.signedIn(base(), "kasi"), "/berkas/" + file);
        office.move(file, Order.of(Action.PREPARE_REFUSAL, "Denah tidak sesuai"));
        office.play(file, 8);
        office.move(file, Order.of(Action.RECEIVE));
        String code = permits.of(office.person("kadis"), file).orElseThrow().verificationCode();
        Page page = chromium.signedIn(base(), "loket");
        String tracked = "/lacak/1471-" + office.seen(file).application().trackingCode();
        check(page, "/berkas/" + file, "/berkas/" + file + "/serahkan", "/v/1471-" + code, tracked);
        assertThat(page.locator("main").innerText()).contains("Permohonan Anda tidak dikabulkan");
        page.navigate(base() + "/v/1471-" + code);
        assertThat(page.locator("h1").innerText()).contains("bukan izin");
        office.deliver(file);
        check(page, "/berkas/" + file, tracked);
        assertThat(page.locator("main").innerText()).contains("Permohonan Anda ditolak", "Surat penolakan diserahkan");
    }

    @Test
    void the_pages_of_the_services_and_of_the_facilities() {
        Page page = chromium.signedIn(base(), "admin");
        String path = "/pengaturan/layanan/SIKRO";
        check(page, "/pengaturan/layanan", "/pengaturan/layanan/impor", path, path + "/kelengkapan", path + "/versi/1/cabut", "/pengaturan/pengaduan", "/pengaturan/sarana");
        page.locator("main .list a").first().click();
        checkOpen(page, "a facility");
        page.navigate(base() + path);
        page.locator("button[name=dari]").click();
        page.waitForURL("**/rancangan");
        page.locator("#yaml").fill(page.locator("#yaml").inputValue().replace("time: 35 minutes", "time: 30 minutes").replace("count: 2", "count: two"));
        page.locator("[data-findings] a").first().waitFor();
        checkOpen(page, "the text of a draft with a finding");
        page.locator("button[data-key='Ctrl+S']").click();
        page.waitForURL("**/rancangan");
        check(page, path + "/rancangan/formulir", path + "/rancangan/konsultasi", path + "/rancangan/tetapkan", path + "/banding?dari=1");
        page.navigate(base() + path + "/rancangan");
        page.locator("#yaml").fill(page.locator("#yaml").inputValue().replace("count: two", "count: 2"));
        page.locator("[data-sound=true]").waitFor();
        page.locator("button[data-key='Ctrl+S']").click();
        check(page, path + "/rancangan", path + "/rancangan/tetapkan", path + "/banding?dari=1");
        page.locator("main").first().waitFor();
        check(page, path, path + "/rancangan/hapus");
        page.locator("main [data-main]").click();
        page.waitForURL("**/pengaturan/layanan");
    }

    @Test
    void the_pages_of_complaints() {
        String number = complaints.receive(1, new NewComplaint(
                Medium.LETTER,
                new Complainant("Contoh Pengadu", "Jalan Misal Nomor 5", "+6281200000184", "", "", true, false),
                office.fileSentTo(5),
                "",
                null,
                "Izin belum selesai",
                "Sudah lewat dua hari kerja.",
                "Diberi kepastian",
                UUID.randomUUID().toString()));
        String path = "/pengaduan/" + number;
        Page page = chromium.signedIn(base(), "pengaduan");
        check(page, "/pengaduan?antrean=TO_SORT", "/pengaduan?antrean=SEMUA", "/pengaduan?cari=zzz", "/pengaduan/baru", path + "?baru");
        page.navigate(base() + "/pengaduan/baru");
        page.locator("#sortNow").check();
        page.locator("main [data-main]").click();
        checkOpen(page, "a complaint with everything to be mended");
        Classification as = new Classification(Matter.COMPLAINT, "DELAY", Weight.HEAVY, ResponseClass.SUPERVISORY, "DIVISION_HEAD");
        complaints.order(office.person("pengaduan"), number, new id.loket.complaint.handling.Order.Classify(as, ""), 2);
        complaints.order(office.person("pengaduan"), number, new id.loket.complaint.handling.Order.Take(), 3);
        check(page, path, "/pengaduan?antrean=MINE");
        page.locator("a[href='" + path + "']").first().click();
        page.locator("#lain summary").last().click();
        checkOpen(page, "a complaint with another action open");
        Page kadis = chromium.signedIn(base(), "kadis");
        check(kadis, "/pengaduan?antrean=DECISION", path);
        kadis.locator("main [data-main]").click();
        checkOpen(kadis, "a decision with everything to be mended");
        assertThat(kadis.locator("main").innerText()).contains("Bagian ini perlu diisi").doesNotContain("Jalan Misal");
    }

    private void check(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(base() + path);
            checkOpen(page, path);
        }
    }

    private static void checkOpen(Page page, String name) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            assertThat((List<?>) page.evaluate(SERIOUS_FINDINGS)).as("%s at %d px", name, width).isEmpty();
            int wide = (int) page.evaluate("document.documentElement.scrollWidth");
            assertThat(wide).as("%s scrolls sideways at %d px", name, width).isLessThanOrEqualTo(width);
        }
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
