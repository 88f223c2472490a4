package id.loket.platform.security;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The doors of the running application. */
@LoketTest
class SecurityTest {

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        String cookie = sessionCookie(new Visitor(port).get("/masuk"));
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void behind_a_proxy_with_https_the_cookie_is_secure_and_browsers_are_told_to_stay_with_it() {
        HttpResponse<String> page =
                new Visitor(port).sending("X-Forwarded-Proto", "https").get("/masuk");
        assertThat(sessionCookie(page)).contains("Secure");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void pages_allow_no_foreign_and_no_inline_script_and_no_foreign_frame() {
        var headers = new Visitor(port).get("/masuk").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void a_session_gets_a_new_name_at_sign_in() {
        Visitor visitor = new Visitor(port);
        String before = sessionCookie(visitor.get("/masuk"));
        HttpResponse<String> answer =
                visitor.post("/masuk", Map.of("username", "muda", "password", "contoh-2026"));

        assertThat(location(answer)).isEqualTo("/meja-kerja");
        assertThat(sessionCookie(answer).split(";")[0]).isNotEqualTo(before.split(";")[0]);
    }

    @Test
    void a_session_lives_in_the_database_under_its_account() {
        Visitor.signedIn(port, "madya");
        assertThat(db.sql("select count(*) from spring_session where principal_name = '1/madya' and max_inactive_interval = 28800")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** As the transaction manager writes it down; a work list by itself needs no transaction. */
    @Test
    void a_page_pays_for_no_transaction_around_its_session() {
        Visitor madya = Visitor.signedIn(port, "madya");
        madya.get("/meja-kerja");
        Logger transactions = (Logger) LoggerFactory.getLogger(JdbcTransactionManager.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        transactions.addAppender(log);
        transactions.setLevel(Level.DEBUG);
        try {
            assertThat(madya.get("/meja-kerja").statusCode()).isEqualTo(200);
        } finally {
            transactions.setLevel(null);
            transactions.detachAppender(log);
        }
        assertThat(log.list).filteredOn(event -> event.getThreadName().contains("-exec-")).map(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    @Test
    void that_a_session_is_in_use_is_written_once_a_minute_at_most() {
        Visitor madya = Visitor.signedIn(port, "madya");
        String session = "select primary_id from spring_session where principal_name = '1/madya' order by creation_time desc limit 1";
        String key = db.sql(session).query(String.class).single();
        String written = "select xmin from spring_session where primary_id = ?";
        madya.get("/meja-kerja");
        String before = db.sql(written).param(key).query(String.class).single();
        madya.get("/meja-kerja");
        assertThat(db.sql(written).param(key).query(String.class).single()).isEqualTo(before);

        String used = "select last_access_time from spring_session where primary_id = ?";
        db.sql("update spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000 where primary_id = ?")
                .param(key)
                .update();
        long back = db.sql(used).param(key).query(Long.class).single();
        madya.get("/meja-kerja");
        assertThat(db.sql(used).param(key).query(Long.class).single()).isGreaterThan(back + 60_000);
        assertThat(db.sql("select expiry_time - last_access_time from spring_session where primary_id = ?").param(key).query(Long.class).single())
                .isEqualTo(8 * 3_600_000L);
    }

    @Test
    void after_signing_out_the_session_is_worth_nothing() {
        Visitor muda = Visitor.signedIn(port, "muda");
        muda.get("/meja-kerja");
        assertThat(location(muda.post("/keluar", Map.of()))).isEqualTo("/masuk?keluar");
        assertThat(location(muda.get("/meja-kerja"))).isEqualTo("/masuk");
    }

    @Test
    void signing_out_takes_the_token_and_a_post() {
        Visitor muda = Visitor.signedIn(port, "muda");
        assertThat(muda.get("/keluar").statusCode()).isNotEqualTo(302);
        assertThat(muda.postWithout("/keluar", Map.of()).statusCode()).isEqualTo(403);
        assertThat(muda.get("/meja-kerja").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pengaturan/petugas", "/pengaturan/kalender", "/kata-sandi", "/meja-kerja/massal", "/loket/SIKRO"})
    void a_form_without_the_token_of_its_page_is_refused(String path) {
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(admin.postWithout(path, Map.of("name", "x")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_is_not_signed_in_comes_back_to_the_page_after_signing_in() {
        Visitor visitor = new Visitor(port);
        assertThat(location(visitor.get("/pengaturan/kalender?tahun=2027"))).isEqualTo("/masuk");
        assertThat(location(visitor.signIn("admin", "contoh-2026"))).startsWith("/pengaturan/kalender?tahun=2027");
    }

    @ParameterizedTest
    @CsvSource({"muda,/pengaturan", "kadis,/pengaturan/kalender", "muda,/loket", "admin,/loket"})
    void a_page_of_another_role_is_refused(String who, String path) {
        assertThat(Visitor.signedIn(port, who).get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kadis", "KADIS", " kadis ", "kadis@1471"})
    void a_login_is_a_user_name_or_one_with_the_office(String login) {
        assertThat(location(from("192.0.2.1").signIn(login, "contoh-2026"))).isEqualTo("/meja-kerja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"siapa", "kadis@9999", "kadis@", "@1471", "' or 1=1 --", ""})
    void a_login_that_does_not_exist_is_answered_like_a_wrong_password(String login) {
        assertThat(location(from("192.0.2.2").signIn(login, "contoh-2026"))).isEqualTo("/masuk?galat");
    }

    @Test
    void too_many_wrong_passwords_are_told_when_to_try_again() {
        Visitor guesser = from("192.0.2.3");
        for (int i = 0; i < SignInThrottle.TRIES_OF_LOGIN_FROM_ADDRESS; i++) {
            assertThat(location(guesser.signIn("sekretaris", "salah" + i))).isEqualTo("/masuk?galat");
        }
        String wait = location(guesser.signIn("sekretaris", "contoh-2026"));
        assertThat(wait).isEqualTo("/masuk?tunggu=3");
        assertThat(guesser.get(wait).body()).contains("Terlalu banyak percobaan", "Coba lagi setelah pukul 09.03");
        assertThat(location(from("192.0.2.4").signIn("sekretaris", "contoh-2026"))).isEqualTo("/meja-kerja");
    }

    @Test
    void a_program_without_an_account_is_told_so_in_its_language() {
        HttpResponse<String> answer = new Visitor(port).get("/api/services");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"SIGN_IN\"", "Nama pengguna dan kata sandi");
        assertThat(new Visitor(port).sending("Accept-Language", "en-GB,en;q=0.9").get("/api/services").body())
                .contains("User name and password");
    }

    @Test
    void a_program_needs_no_token_and_gets_no_session() {
        HttpResponse<String> answer = new Visitor(port).api("GET", "/api/services", "loket", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_session_of_the_pages_opens_nothing_for_programs() {
        assertThat(Visitor.signedIn(port, "loket").get("/api/services").statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_that_guesses_is_told_how_long_to_wait() {
        Visitor guesser = from("192.0.2.5");
        HttpResponse<String> answer = null;
        for (int i = 0; i <= SignInThrottle.TRIES_OF_LOGIN_FROM_ADDRESS; i++) {
            answer = guesser.api("GET", "/api/services", "siapa", null);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("180");
        assertThat(answer.body()).contains("\"code\":\"TOO_MANY_TRIES\"", "3 menit");
    }

    private Visitor from(String address) {
        return new Visitor(port).sending("X-Forwarded-For", address);
    }

    private static String sessionCookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("SESSION="))
                .findFirst()
                .orElseThrow();
    }
}
