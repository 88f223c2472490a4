package id.loket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole job as seven people do it, each in a browser of his or her own: the applicant, and the six officers who have the file in hand. */
@LoketTest
class MainJobBrowserTest {

    private static Chromium chromium;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 08:31");
    }

    @Test
    @Tag("SOP-1")
    @Tag("SOP-2")
    @Tag("SOP-3")
    @Tag("SOP-4")
    @Tag("SOP-5")
    @Tag("SOP-6")
    @Tag("SOP-7")
    @Tag("SOP-8")
    @Tag("SOP-9")
    @Tag("MFG-4a")
    @Tag("MFG-4b")
    @Tag("MFG-4c")
    void one_licence_from_the_counter_to_the_applicants_hand() {
        Page loket = chromium.signedIn(base(), "loket");
        String file = registerWithTheKeyboardAlone(loket);
        assertThat(loket.locator("body")).containsText("Rabu, 25 November 2026 pukul 16.00 WIB");

        Page applicant = chromium.person().newPage();
        track(applicant, file);
        assertThat(applicant.locator("h1")).containsText("menunggu giliran pada Back Office");

        step("cetak", file, "2026-11-23 13:26", "Cetak surat dan serahkan");
        step("muda", file, "2026-11-24 08:20", "Paraf dan serahkan");
        step("madya", file, "2026-11-24 09:55", "Paraf dan serahkan");
        step("sekretaris", file, "2026-11-24 10:40", "Paraf dan serahkan");
        applicant.reload();
        assertThat(applicant.locator("h1")).containsText("menunggu giliran pada Kepala Dinas");
        step("kadis", file, "2026-11-25 09:00", "Sudah ditandatangani, serahkan");
        step("cetak", file, "2026-11-25 09:10", "Beri nomor dan serahkan");

        clock.set("2026-11-25 10:00");
        receive(loket, file);
        applicant.reload();
        assertThat(applicant.locator("h1")).containsText("siap diambil");
        deliver(loket, file);
        assertThat(loket.locator("body")).containsText("Berkas selesai dan ditutup");

        applicant.reload();
        assertThat(applicant.locator("h1")).containsText("sudah diserahkan");
    }

    /** Fills the intake form like a clerk who knows it: Tab, letters, 1 for "present", Ctrl+Enter. */
    private String registerWithTheKeyboardAlone(Page page) {
        page.navigate(base() + "/loket");
        page.keyboard().type("kerja refraksionis");
        page.keyboard().press("Enter");
        page.waitForURL("**/loket/SIKRO");
        type(page, "1471010101950001");
        type(page, "Contoh Pemohon");
        type(page, "Kota Contoh");
        type(page, "01-01-1995");
        page.keyboard().press("ArrowRight"); // Laki-laki
        page.keyboard().press("Tab");
        type(page, "Jalan Misal Nomor 5, Pekanbaru");
        type(page, "0812 0000 0184");
        type(page, "");
        page.keyboard().press("Tab"); // pemohon sendiri
        type(page, "A.Md.RO");
        type(page, "Optik Contoh");
        type(page, "Contoh Pimpinan");
        type(page, "Jalan Umpama Nomor 7, Pekanbaru");
        page.keyboard().press("ArrowRight"); // bukan tempat kerja kedua
        page.keyboard().press("Tab");
        type(page, "00 00 0 0 0 00-0000000");
        page.keyboard().press("Space"); // seumur hidup
        page.keyboard().press("F3");
        for (int paper = 0; paper < 7; paper++) {
            page.keyboard().press("1");
        }
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/berkas/*");
        return page.url().replaceAll(".*/berkas/([A-Z0-9-]+).*", "$1");
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    /** One officer's part: finds the file in the work list, receives it, does the step's work by its one large button. */
    private void step(String who, String file, String at, String button) {
        clock.set(at);
        Page page = chromium.signedIn(base(), who);
        narrowTo(page, file);
        assertThat(page.locator("table.list")).containsText(file);
        receive(page, file);
        assertThat(page.locator("h1")).containsText("Contoh Pemohon");
        if (who.equals("kadis")) {
            page.locator("input[name=pernyataan]").check();
        }
        page.locator("[data-main]", new Page.LocatorOptions().setHasText(button)).click();
        assertThat(page.locator("[role=status]").first()).containsText("Berkas sudah diserahkan");
        page.context().close();
    }

    /** The queue may be longer than its first page; an officer who looks for one file narrows it. */
    private static void narrowTo(Page page, String file) {
        page.locator("main input[name=cari]").fill(file);
        page.keyboard().press("Enter");
        page.waitForURL("**cari=" + file + "**");
    }

    /** Opens the file as a scanner does, by the address in the card's QR code, and receives it. */
    private void receive(Page page, String file) {
        page.navigate(base() + "/meja-kerja");
        page.keyboard().press("F2");
        page.keyboard().type("https://loket.contoh.go.id/berkas/" + file);
        page.keyboard().press("Enter");
        page.waitForURL("**/berkas/" + file);
        page.locator("[data-main]", new Page.LocatorOptions().setHasText("Terima berkas")).click();
        assertThat(page.locator("[role=status]").first()).containsText("ada di tangan Anda");
    }

    private void deliver(Page page, String file) {
        page.locator("[data-main]", new Page.LocatorOptions().setHasText("Serahkan kepada pemohon")).click();
        page.locator("input[name=identity]").fill("1471010101950001");
        var canvas = page.locator("[data-signpad] canvas");
        canvas.scrollIntoViewIfNeeded();
        var box = canvas.boundingBox();
        page.mouse().move(box.x + 40, box.y + 60);
        page.mouse().down();
        for (int i = 1; i < 20; i++) {
            page.mouse().move(box.x + 40 + 12 * i, box.y + 60 + (i % 2 == 0 ? 30 : -20));
        }
        page.mouse().up();
        page.locator("[data-main]").click();
        page.waitForURL("**/berkas/" + file + "?selesai=*");
    }

    private void track(Page page, String file) {
        page.navigate(base() + "/lacak");
        page.locator("input[name=nomor]").fill(file);
        page.locator("input[name=telepon]").fill("0184");
        page.locator("input[name=telepon]").press("Enter");
        page.waitForURL("**/lacak/1471-*");
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
