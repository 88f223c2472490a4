package id.loket.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the keyboard and the script do, in a real browser under the site's content security policy. */
class ScriptTest {

    private static final String SITE = "http://loket.test";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'";

    private static Playwright playwright;
    private static Browser browser;

    private final Ui ui = Pages.ui(Texts.INDONESIAN, Pages.CLERK, false);
    private final List<String> complaints = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private String html;

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        String chromium = System.getenv().getOrDefault("LOKET_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @BeforeEach
    void open() {
        context = browser.newContext();
        context.route("**/*", this::answer);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    @Test
    void slash_goes_to_the_search_and_F2_to_the_scan_field() {
        show(component("scan", "action", "/pindai", "autofocus", false));

        page.keyboard().press("/");
        assertThat(page.locator("[name=cari]")).isFocused();
        page.keyboard().press("F2");
        assertThat(page.locator("[name=kode]")).isFocused();
        page.keyboard().type("a/b?");
        assertThat(page.locator("[name=kode]")).hasValue("a/b?");
    }

    @Test
    void question_mark_lists_the_keys_and_escape_closes_the_list() {
        show("<p>Isi</p>");

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void rows_are_chosen_opened_and_let_go_by_keyboard_alone() {
        show(workList());
        assertThat(page.locator("[data-main]")).isDisabled();

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-selected]")).hasText("2 berkas dipilih");
        assertThat(page.locator("[data-main]")).isEnabled();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-selected]")).hasText("Pilih berkas");
        assertThat(page.locator("[data-main]")).isDisabled();
        page.keyboard().press("Enter");
        page.waitForURL("**/berkas/2");
    }

    @Test
    void the_box_in_the_head_chooses_all_rows_and_shows_when_only_some_are() {
        show(workList());

        page.locator("[data-select-all]").check();
        assertThat(page.locator("[data-selected]")).hasText("3 berkas dipilih");
        page.locator("[data-select]").first().uncheck();
        assertThat((Boolean) page.locator("[data-select-all]").evaluate("box => box.indeterminate")).isTrue();
    }

    @Test
    void ctrl_enter_presses_the_main_action_once() {
        show("<form method='post' action='/diam'><input name='x'><button data-main name='aksi' value='paraf'>Paraf</button></form>");

        page.locator("[name=x]").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-main]")).isDisabled();
        page.keyboard().press("Control+Enter");
        page.evaluate("document.querySelector('main form').requestSubmit()");

        assertThat(sent).containsExactly("POST /diam x=&aksi=paraf");
    }

    @Test
    void requirements_are_marked_by_1_2_3_and_the_focus_goes_on() {
        var choices = List.of(
                new Choice("PRESENT", "Ada", Status.DONE),
                new Choice("MISSING", "Belum", Status.TRANSIT),
                new Choice("NOT_ELIGIBLE", "Tidak sesuai", Status.REJECT));
        String segments = "";
        for (int no = 1; no <= 3; no++) {
            segments += "<li>" + component("segment", "name", "req" + no, "label", "Syarat", "choices", choices) + "</li>";
        }
        show("<form><ol class='checklist' data-segments>" + segments + "</ol></form>");

        page.keyboard().press("F3");
        page.keyboard().press("1");
        page.keyboard().press("3");
        page.keyboard().press("2");

        assertThat(page.evaluate("[...new FormData(document.querySelector('main form')).values()].join()"))
                .isEqualTo("PRESENT,NOT_ELIGIBLE,MISSING");
    }

    @Test
    void what_was_typed_comes_back_until_the_form_is_confirmed() {
        String form = "<form method='post' data-draft='intake'>"
                + component("field", "name", "nama", "label", "Nama") + "<input type='hidden' name='rahasia' value='1'></form>";
        show(form);
        page.locator("[name=nama]").fill("Contoh Lima");
        page.waitForCondition(() -> !page.evaluate("sessionStorage.length").equals(0));
        assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString()).doesNotContain("rahasia", "_csrf");

        show(form);
        assertThat(page.locator("[name=nama]")).hasValue("Contoh Lima");
        assertThat(page.locator("main form .note")).containsText("Isian Anda yang belum dikirim pukul 10.42 dipulihkan.");

        html = layout("<section class='sorry'>Sistem sedang terganggu</section>", ui);
        page.evaluate("document.querySelector('main form').requestSubmit()");
        assertThat(page.locator("main")).hasText("Sistem sedang terganggu");
        show(form);
        assertThat(page.locator("[name=nama]")).hasValue("Contoh Lima");

        html = layout("<p>Berkas diterima</p>", ui);
        page.evaluate("document.querySelector('main form').requestSubmit()");
        assertThat(page.locator("main")).hasText("Berkas diterima");
        show(form);
        assertThat(page.locator("[name=nama]")).hasValue("");
        assertThat(page.locator("main form .note")).hasCount(0);
    }

    @Test
    void a_restored_form_can_be_emptied() {
        String form = "<form method='post' data-draft='intake'>" + component("field", "name", "nama", "label", "Nama") + "</form>";
        show(form);
        page.locator("[name=nama]").fill("Contoh Lima");
        page.waitForCondition(() -> !page.evaluate("sessionStorage.length").equals(0));

        show(form);
        page.locator("main form .note button").click();
        assertThat(page.locator("[name=nama]")).hasValue("");
        show(form);
        assertThat(page.locator("[name=nama]")).hasValue("");
    }

    @Test
    void the_form_shows_what_the_answers_lead_to_and_asks_only_what_they_call_for() {
        var choices = List.of(new Choice("PRESENT", "Ada", Status.DONE), new Choice("MISSING", "Belum", Status.TRANSIT));
        show("<form><select name='jenis'><option>baru</option><option>ulang</option></select><ul data-segments>"
                + "<li>" + component("segment", "name", "ktp", "label", "KTP", "choices", choices)
                + "<p id='remark' data-shown-by='ktp=MISSING'>Catatan</p></li>"
                + "<li id='old' data-when='jenis=ulang'>"
                + component("segment", "name", "lama", "label", "Izin lama", "choices", choices) + "</li></ul>"
                + "<div data-consequence><p data-outcome='open'>Belum dijawab</p><p data-outcome='complete'>Lengkap</p>"
                + "<p data-outcome='incomplete'>Belum lengkap</p></div></form>");

        assertThat(page.locator("[data-outcome=open]")).isVisible();
        assertThat(page.locator("[data-outcome=complete]")).isHidden();
        assertThat(page.locator("#old")).isHidden();
        page.locator("[name=ktp][value=PRESENT]").check();
        assertThat(page.locator("[data-outcome=complete]")).isVisible();
        assertThat(page.locator("#remark")).isHidden();
        page.locator("[name=jenis]").selectOption("ulang");
        assertThat(page.locator("#old")).isVisible();
        assertThat(page.locator("[data-outcome=open]")).isVisible();
        page.locator("[name=lama][value=PRESENT]").check();
        page.locator("[name=ktp][value=MISSING]").check();
        assertThat(page.locator("#remark")).isVisible();
        assertThat(page.locator("[data-outcome=incomplete]")).isVisible();
        assertThat(page.locator("[data-outcome=complete]")).isHidden();
    }

    @Test
    void another_officer_in_the_same_tab_does_not_see_it_and_signing_out_forgets_it() {
        String form = "<form method='post' data-draft='intake'>"
                + component("field", "name", "nama", "label", "Nama") + "</form>";
        show(form);
        page.locator("[name=nama]").fill("Contoh Lima");
        page.waitForCondition(() -> !page.evaluate("sessionStorage.length").equals(0));

        show(form, Pages.ui(Texts.INDONESIAN, Pages.JUNIOR, false));
        assertThat(page.locator("[name=nama]")).hasValue("");

        page.locator("details.person summary").click();
        page.locator("form[action='/keluar'] button").click();
        page.waitForURL("**/keluar");
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void a_signature_drawn_with_the_mouse_is_sent_as_a_picture_and_can_be_redone() {
        show("<form method='post'>" + component("signpad", "name", "tanda") + "</form>");
        var box = page.locator("canvas").boundingBox();

        page.mouse().move(box.x + 40, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + 120, box.y + 90);
        page.mouse().move(box.x + 160, box.y + 50);
        page.mouse().up();

        assertThat(page.locator("[name=tanda]").inputValue()).startsWith("data:image/png;base64,");
        page.locator(".signpad button").click();
        assertThat(page.locator("[name=tanda]")).hasValue("");
    }

    @Test
    void without_scripts_the_list_can_still_be_used() {
        try (var plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            plain.route("**/*", this::answer);
            html = layout(workList(), ui);
            var still = plain.newPage();
            still.navigate(SITE + "/");

            assertThat(still.locator("[data-main]")).isEnabled();
        }
    }

    private String workList() {
        String rows = "";
        for (int no = 1; no <= 3; no++) {
            rows += "<tr><td class='pick'><input type='checkbox' name='berkas' value='" + no
                    + "' data-select aria-label='Pilih'></td><td><a data-open href='/berkas/" + no + "'>Berkas " + no + "</a></td></tr>";
        }
        return "<form method='post' data-bulk><table class='list'><thead><tr><th class='pick'><input type='checkbox'"
                + " data-select-all aria-label='Semua'></th><th>Berkas</th></tr></thead><tbody>" + rows + "</tbody></table>"
                + "<div class='bulk' data-bulk-bar><b data-selected='# berkas dipilih'>Pilih berkas</b>"
                + "<button data-main>Paraf</button></div></form>";
    }

    private String component(String name, Object... parameters) {
        var model = new HashMap<String, Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            model.put((String) parameters[i], parameters[i + 1]);
        }
        return Pages.render("component/" + name, ui, model);
    }

    private void show(String content) {
        show(content, ui);
    }

    private void show(String content, Ui reader) {
        html = layout(content, reader);
        page.navigate(SITE + "/");
    }

    private static String layout(String content, Ui reader) {
        Content main = out -> out.writeContent(content);
        return Pages.render("layout/office", reader, Map.of("title", "Uji", "content", main));
    }

    /** The site: the page under test, the static files and web jars from the class path, and an address that leaves the page as it is. */
    private void answer(Route route) {
        Request request = route.request();
        String path = URI.create(request.url()).getPath();
        if (request.method().equals("POST")) {
            sent.add("POST " + path + " " + request.postData());
        }
        if (path.equals("/diam")) {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
            return;
        }
        byte[] file = file(path.startsWith("/webjars/") ? "/META-INF/resources" + path : "/static" + path);
        var answer = new Route.FulfillOptions();
        if (file == null) {
            answer.setHeaders(Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", POLICY))
                    .setBodyBytes(html.getBytes(StandardCharsets.UTF_8));
        } else {
            answer.setContentType(type(path)).setBodyBytes(file);
        }
        route.fulfill(answer);
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }

    private static byte[] file(String resource) {
        if (resource.endsWith("/")) {
            return null;
        }
        try (InputStream in = ScriptTest.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
