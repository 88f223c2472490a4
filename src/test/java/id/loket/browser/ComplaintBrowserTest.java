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

/** The complaint counter as its officer works there. */
@LoketTest
class ComplaintBrowserTest {

    /** What a person does in a minute at a second and a half for a field or a key. */
    private static final int STEPS_IN_A_MINUTE = 40;

    private static Chromium chromium;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Page clerk;
    private int steps;

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
        clock.set("2026-11-23 09:00");
        clerk = chromium.signedIn(base(), "pengaduan");
    }

    @Test
    @Tag("PGD-a")
    @Tag("PGD-c")
    @Tag("PGD-i")
    void a_light_complaint_at_the_counter_by_keyboard_alone_in_under_a_minute() {
        clerk.navigate(base() + "/pengaduan");
        press("F9");
        clerk.waitForURL("**/pengaduan/baru");
        type("Antrean terlalu lama");
        press("Tab");
        type("Menunggu tiga jam di loket.");
        tabTo("name");
        type("Contoh Pengadu");
        tabTo("sortNow");
        press("Space");
        tabTo("weight");
        press("Space");
        tabTo("answer");
        type("Loket kedua dibuka mulai hari ini.");
        press("Tab");
        type("Menerima penjelasan.");
        press("Control+Enter");
        clerk.waitForURL("**/pengaduan/PGD-*");
        assertThat(clerk.locator("[role=status]").first()).containsText("Cetak tanda terima");
        assertThat(clerk.locator(".sentence").first()).containsText("Sudah dijawab");
        assertThat(steps).isLessThan(STEPS_IN_A_MINUTE);
    }

    private void type(String text) {
        clerk.keyboard().type(text);
        steps++;
    }

    private void press(String key) {
        clerk.keyboard().press(key);
        steps++;
    }

    /** As often as it takes; a field that is hidden isn't on the way. */
    private void tabTo(String name) {
        do {
            press("Tab");
        } while (!clerk.evaluate("document.activeElement.name").equals(name) && steps < STEPS_IN_A_MINUTE);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
