package id.loket.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a window: the machine's Chromium. */
public final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 120_000;

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(program())
            .setArgs(List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync")));

    /** A browser of its own for one person: cookies and all. Patient, for a machine that is busy with other things. */
    public BrowserContext person() {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setLocale("id-ID").setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** A telephone whose browser runs no scripts. */
    public BrowserContext phoneWithoutScripts() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("id-ID")
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setJavaScriptEnabled(false));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** A demo officer's browser, signed in. */
    public Page signedIn(String base, String username) {
        return signedIn(person(), base, username);
    }

    /** A demo officer, signed in with some browser. */
    public static Page signedIn(BrowserContext browser, String base, String username) {
        Page page = browser.newPage();
        page.navigate(base + "/masuk");
        page.locator("#username").fill(username);
        page.locator("#password").fill("contoh-2026");
        page.locator("#password").press("Enter");
        page.waitForURL("**/meja-kerja");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program() {
        String set = System.getenv("LOKET_CHROMIUM");
        Path program = Path.of(set == null || set.isEmpty() ? "/usr/bin/chromium" : set);
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("no Chromium at " + program + "; ./loket test installs it, or set LOKET_CHROMIUM");
        }
        return program;
    }
}
