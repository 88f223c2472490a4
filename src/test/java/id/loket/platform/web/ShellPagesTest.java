package id.loket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages that belong to no module: sign-in, language, theme, errors. */
@SpringJUnitWebConfig
@TestPropertySource(properties = "loket.demo=true")
class ShellPagesTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @EnableConfigurationProperties(LoketSettings.class)
    @ComponentScan
    static class Shell {
        @Bean
        Clock clock() {
            return Clock.fixed(Pages.NOW, ZoneOffset.UTC);
        }

        @Bean
        Offices offices() {
            return new Offices();
        }

        @Bean
        DemoAccounts demoAccounts() {
            return locale -> List.of(new DemoAccounts.DemoAccount("loket", "Front Office", "Menerima dan memeriksa berkas"));
        }
    }

    /** An office directory that can be out of order, as when the database is. */
    static class Offices implements OfficeDirectory {
        boolean broken;

        @Override
        public OfficeInfo byId(int officeId) {
            return home();
        }

        @Override
        public Optional<OfficeInfo> byCode(String code) {
            return Optional.of(home());
        }

        @Override
        public OfficeInfo home() {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return Pages.OFFICE;
        }
    }

    @Autowired
    Offices offices;

    MockMvc web;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        offices.broken = false;
        var token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token-of-this-session");
        web = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").requestAttr(CsrfToken.class.getName(), token))
                .build();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_sign_in_page_posts_to_its_own_address_with_the_token() throws Exception {
        String page = html("/masuk");

        assertThat(page)
                .contains("<!DOCTYPE html>", "<html lang=\"id\">", "<title>Masuk untuk petugas · Loket</title>")
                .contains("method=\"post\" action=\"/masuk\"", "value=\"token-of-this-session\"")
                .contains("DPMPTSP Kota Pekanbaru")
                .doesNotContain("tidak cocok");
        assertClean(page);
    }

    @Test
    void a_failed_sign_in_says_what_to_check_and_its_title_says_so_first() throws Exception {
        assertThat(html("/masuk?galat"))
                .contains("<title>Galat: Masuk untuk petugas", "Nama pengguna atau kata sandi tidak cocok.", "role=\"alert\"");
        assertThat(html("/masuk?keluar")).contains("Anda sudah keluar.");
    }

    @Test
    void the_demo_shows_its_accounts_and_their_password() throws Exception {
        assertThat(html("/masuk"))
                .contains("Mode demo", "contoh-2026", "Front Office", "name=\"username\" value=\"loket\"");
    }

    @Test
    void outside_the_demo_no_account_is_shown() {
        var account = new DemoAccounts.DemoAccount("loket", "Front Office", "Menerima dan memeriksa berkas");

        assertThat(Pages.render(
                        "login/login",
                        Pages.ui(Texts.INDONESIAN, null, false),
                        Map.of("page", new LoginPage(false, false, false, 0, List.of(account)))))
                .doesNotContain("Mode demo", "contoh-2026", "value=\"loket\"");
    }

    @Test
    void the_language_is_a_cookie_and_unknown_languages_are_indonesian() throws Exception {
        web.perform(get("/bahasa?lang=en&back=/masuk"))
                .andExpect(redirectedUrl("/masuk"))
                .andExpect(cookie().value("lang", "en"))
                .andExpect(cookie().httpOnly("lang", true));
        assertThat(html("/masuk", new Cookie("lang", "en"))).contains("<html lang=\"en\">", "Sign in for officers");
        assertThat(html("/masuk", new Cookie("lang", "fr"))).contains("<html lang=\"id\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lacak?nomor=SIKRO-2026-00184 | /lacak?nomor=SIKRO-2026-00184",
                "https://contoh.invalid/ | /",
                "//contoh.invalid/ | /",
                "/\\contoh.invalid | /",
                "/%09/contoh.invalid | /%09/contoh.invalid",
                "javascript:alert(1) | /",
                "lacak | /"
            })
    void whoever_switches_language_stays_on_this_site(String back, String expected) throws Exception {
        web.perform(get("/bahasa").param("lang", "id").param("back", back)).andExpect(redirectedUrl(expected));
        web.perform(get("/tampilan").param("tema", "dark").param("back", back)).andExpect(redirectedUrl(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\r\nSet-Cookie: a=b", "/\t/contoh.invalid", "/a b"})
    void control_characters_and_spaces_lead_to_the_start(String back) throws Exception {
        web.perform(get("/bahasa").param("lang", "id").param("back", back)).andExpect(redirectedUrl("/"));
    }

    @Test
    void the_theme_is_a_cookie_and_leaving_it_to_the_device_removes_it() throws Exception {
        web.perform(get("/tampilan?tema=dark")).andExpect(cookie().value("tema", "dark"));
        web.perform(get("/tampilan?tema=")).andExpect(cookie().maxAge("tema", 0));
        assertThat(html("/masuk", new Cookie("tema", "dark"))).contains("data-theme=\"dark\"");
        assertThat(html("/masuk", new Cookie("tema", "\"><script>"))).doesNotContain("data-theme", "<script>");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Permintaan ini tidak dapat dibaca",
        "403, Halaman ini bukan untuk peran Anda",
        "404, Halaman tidak ditemukan",
        "405, Tindakan ini tidak dapat dijalankan dari sini",
        "413, Pindaian terlalu besar untuk dikirim",
        "418, Permintaan ini tidak dapat dibaca",
        "429, Terlalu banyak percobaan",
        "500, Sistem sedang terganggu",
        "503, Sistem sedang terganggu"
    })
    void an_error_says_what_happened_what_to_do_and_what_is_safe(int code, String title) throws Exception {
        String page = web.perform(error(code).accept(MediaType.TEXT_HTML))
                .andExpect(status().is(code))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("<title>Galat: " + title, "<h1>" + title + "</h1>", "Kode " + code)
                .doesNotContain("Exception", "secret detail");
        assertClean(page);
    }

    @Test
    void an_officer_stays_in_the_office_when_something_is_not_found() throws Exception {
        signIn(Pages.JUNIOR);

        assertThat(web.perform(error(404).accept(MediaType.TEXT_HTML)).andReturn().getResponse().getContentAsString())
                .contains("class=\"office\"", "Ke meja kerja", "Contoh Muda")
                .doesNotContain("href=\"/loket\"", "href=\"/pengaturan\"");
    }

    @Test
    void the_counter_is_in_the_menu_of_the_front_office_only() {
        assertThat(Pages.render("error/error", Pages.ui(Texts.INDONESIAN, Pages.CLERK, false), Map.of("page", ErrorPage.of(404))))
                .contains("href=\"/loket\"")
                .doesNotContain("href=\"/pengaturan\"");
    }

    @Test
    void the_page_of_a_disturbance_needs_no_database() throws Exception {
        offices.broken = true;
        signIn(Pages.JUNIOR);

        web.perform(error(500).accept(MediaType.TEXT_HTML))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("Sistem sedang terganggu")));
    }

    @Test
    void a_program_gets_a_problem_document() throws Exception {
        web.perform(error(404).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void whoever_opens_the_error_address_learns_that_nothing_is_there() throws Exception {
        web.perform(get("/error").accept(MediaType.TEXT_HTML)).andExpect(status().isNotFound());
    }

    @Test
    void style_sheets_and_scripts_may_be_kept_for_a_year_because_their_address_changes() throws Exception {
        String address = Assets.address("/css/loket.css");

        assertThat(address).matches("/css/loket\\.css\\?v=[0-9a-f]{8}");
        web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void names_with_markup_are_shown_as_text() {
        var officer = new SignedIn(1, 9, "x", "<script>alert(1)</script>", "X\"", Set.of(), "Contoh & Rekan");
        String page = Pages.render(
                "error/error", Pages.ui(Locale.ENGLISH, officer, false), Map.of("page", ErrorPage.of(404)));

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Contoh &amp; Rekan");
    }

    private static void assertClean(String page) {
        assertThat(page).as("no missing text").doesNotContain("??");
        assertThat(page).as("the content security policy forbids inline style").doesNotContain(" style=", "<style");
        assertThat(page).as("and inline script").doesNotContainPattern("<script(?![^>]* src=)|\\son[a-z]+=");
    }

    private static MockHttpServletRequestBuilder error(int code) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/meja-kerja")
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret detail"));
    }

    private static void signIn(SignedIn officer) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(officer, null, List.of()));
    }

    private String html(String address, Cookie... cookies) throws Exception {
        var request = get(address).accept(MediaType.TEXT_HTML);
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return web.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
