package id.loket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Citizens complain with a telephone: one that runs no scripts, one that loses its connection just then. */
@LoketTest
class ComplaintOnThePhoneTest {

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @Test
    @Tag("PGD-j1")
    void a_complaint_is_sent_without_scripts_and_survives_a_lost_connection_with_them() {
        clock.set("2026-11-23 09:00");
        try (Chromium chromium = new Chromium()) {
            Page plain = chromium.phoneWithoutScripts().newPage();
            plain.navigate(base() + "/aduan");
            write(plain, "Dari telepon tanpa skrip");
            press(plain, "Periksa isian");
            press(plain, "Kirim ke petugas pengaduan");
            assertThat(plain.locator("h1").innerText()).isEqualTo("Pengaduan Anda dicatat");
            assertThat(plain.locator("main").innerText()).contains("PGD-2026-", "Kamis, 26 November 2026");

            BrowserContext phone = chromium.person();
            Page page = phone.newPage();
            page.setViewportSize(390, 844);
            page.navigate(base() + "/aduan");
            write(page, "Sambungan hilang");
            phone.setOffline(true);
            press(page, "Periksa isian");
            Locator note = page.locator("[data-unreached]");
            note.waitFor();
            assertThat(note.innerText()).contains("Belum terkirim: sambungan terputus");
            assertThat(page.getByLabel("Ceritakan").inputValue()).isEqualTo("Menunggu dua jam");
            page.waitForCondition(() -> page.evaluate("sessionStorage['draft::aduan-1471'] ?? ''").toString().contains("\"sent\":false"));

            phone.setOffline(false);
            page.reload();
            assertThat(page.getByLabel("Pokoknya").inputValue()).as("kept in this tab").isEqualTo("Sambungan hilang");
            press(page, "Periksa isian");
            page.waitForURL("**/aduan/periksa/**");
            phone.setOffline(true);
            press(page, "Kirim ke petugas pengaduan");
            page.locator("[data-unreached]").waitFor();
            assertThat(recorded("Sambungan hilang")).isZero();
            phone.setOffline(false);
            press(page, "Kirim ke petugas pengaduan");
            page.waitForURL("**/aduan/1471-*");
            assertThat(recorded("Sambungan hilang")).isEqualTo(1);

            page.navigate(base() + "/aduan");
            assertThat(page.getByLabel("Ceritakan").inputValue()).as("what arrived is kept no longer").isEmpty();
            write(page, "Batal");
            page.waitForCondition(() -> page.evaluate("sessionStorage['draft::aduan-1471'] ?? ''").toString().contains("Batal"));
            press(page, "Hapus rancangan");
            assertThat(page.getByLabel("Pokoknya").inputValue()).isEmpty();
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    private static void write(Page page, String subject) {
        page.getByLabel("Pokoknya").fill(subject);
        page.getByLabel("Ceritakan").fill("Menunggu dua jam");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private static void press(Page page, String button) {
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private int recorded(String subject) {
        return db.sql("select count(*) from complaint where subject = :subject").param("subject", subject).query(Integer.class).single();
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
