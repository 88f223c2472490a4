package id.loket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures of the README, taken of the real pages; {@code scripts/write-docs.sh} puts them into docs/images. */
@LoketTest
class ScreenshotsTest {

    private static final Path FOLDER = Path.of(Boolean.getBoolean("loket.write-docs") ? "docs/images" : "target/screenshots");

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @Test
    void the_main_pages() {
        clock.set("2026-11-23 08:31");
        String returned = office.incompleteFile();
        clock.set("2026-11-23 14:02");
        String file = office.completeFile();
        clock.set("2026-11-24 08:20");
        office.does("loket2", returned, Action.RESUBMIT);
        office.check("loket2", returned, "STR", "PHOTO");
        office.does("loket2", returned, Action.HAND_OVER);
        office.does("cetak", file, Action.RECEIVE);
        clock.set("2026-11-24 08:26");
        office.does("cetak", file, Action.HAND_OVER);
        clock.set("2026-11-24 10:36");
        office.does("muda", file, Action.RECEIVE);
        clock.set("2026-11-24 10:42");
        try (Chromium chromium = new Chromium()) {
            Page everyone = chromium.person().newPage();
            take(everyone, "/", "home", 1280);
            take(everyone, "/lacak/1471-" + office.look(file).application().trackingCode(), "tracking", 390);
            Page muda = chromium.signedIn(base(), "muda");
            take(muda, "/berkas/" + file, "file", 1280);
            take(muda, "/meja-kerja?antrean=IN_HAND", "work-list", 1280);
            Page loket = chromium.signedIn(base(), "loket");
            take(loket, "/loket/SIKRO", "intake", 1280);
        }
    }

    private void take(Page page, String path, String name, int width) {
        page.setViewportSize(width, 900);
        page.navigate(base() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + "-" + width + ".png")));
        assertThat(picture.length).as(name).isGreaterThan(10_000);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
