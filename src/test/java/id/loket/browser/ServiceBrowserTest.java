package id.loket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator brings a service in, mends what is found, looks at it, sets it, and sees what its second version changes. */
@LoketTest
class ServiceBrowserTest {

    private static final String PATH = "/pengaturan/layanan/PERAMBAN";

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @AfterEach
    void back() {
        clock.set("2026-11-23 08:00");
    }

    @Test
    @Tag("DLV-2")
    @Tag("DLV-3")
    void from_the_file_to_the_difference_of_two_versions() throws IOException {
        clock.set("2031-01-06 09:00");
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.signedIn(base(), "admin");
            page.navigate(base() + "/pengaturan/layanan/impor");
            page.locator("#file").setInputFiles(new FilePayload(
                    "layanan.yaml", "text/yaml", text().replace("promise: 2 working days", "promise: dua hari").getBytes(StandardCharsets.UTF_8)));
            page.locator("main [data-main]").click();
            page.waitForURL("**" + PATH + "/rancangan");

            // the finding leads to its line, which is mended there
            Locator finding = page.locator("[data-findings] li:not(.is-warning) a[data-line]");
            assertThat(finding).hasCount(1);
            finding.click();
            Object selected = page.evaluate("(() => { const t = document.querySelector('#yaml');"
                    + " return document.activeElement === t ? t.value.slice(t.value.lastIndexOf('\\n', t.selectionStart - 1) + 1, t.selectionEnd) : '' })()");
            assertThat(selected).isEqualTo("  promise: dua hari");
            page.keyboard().press("Home");
            page.keyboard().press("Shift+End");
            page.keyboard().type("  promise: 2 working days");
            assertThat(page.locator("[data-findings]")).containsText("Tidak ada kesalahan");
            assertThat(page.frameLocator("[data-preview-frame]").locator(".crumbs")).containsText("PERAMBAN");
            page.locator("button[data-key='Ctrl+S']").click();
            set(page, "188/1/2031");

            // the second version, in the form
            page.navigate(base() + PATH);
            page.locator("button[name=dari]").click();
            page.waitForURL("**" + PATH + "/rancangan");
            page.navigate(base() + PATH + "/rancangan/formulir");
            page.locator("[id='delivery/promise/number']").fill("3");
            page.locator("[id='delivery/requirements/6/position']").fill("1");
            page.locator("main [data-main]").click();
            page.waitForURL("**/formulir");
            assertThat(page.locator("[id='delivery/requirements/0/name/id']")).hasValue("Pas foto 4x6");
            set(page, "188/2/2031");

            page.navigate(base() + PATH + "/banding?dari=1&ke=2");
            assertThat(page.locator(".compare-meaning")).containsText("Urutan diubah");
            assertThat(page.locator(".compare-meaning")).containsText("3 hari kerja");
            assertThat(page.locator(".lines .line-changed .is code").getByText("promise: 3 working days")).isVisible();
            assertThat(page.locator("main").innerText()).contains("188/2/2031");
        }
    }

    private void set(Page page, String decree) {
        page.navigate(base() + PATH + "/rancangan/konsultasi");
        page.locator("#heldOn").fill("05-01-2031");
        page.locator("input[value=MEETING]").check();
        page.locator("#participants").fill("Organisasi profesi");
        page.locator("#summary").fill("Tanpa keberatan");
        page.locator("main [data-main]").click();
        page.waitForURL("**" + PATH);
        page.navigate(base() + PATH + "/rancangan/tetapkan");
        page.locator("#decree").fill(decree);
        page.locator("#from").fill("06-01-2031");
        page.locator("main [data-main]").click();
        page.waitForURL("**" + PATH);
        assertThat(page.locator("main")).containsText("Keputusan " + decree);
    }

    private static String text() throws IOException {
        try (InputStream yaml = ServiceBrowserTest.class.getResourceAsStream("/services/SIKRO.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8).replace("\ncode: SIKRO\n", "\ncode: PERAMBAN\n");
        }
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
