package id.loket.notice.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.loket.notice.Carried;
import id.loket.notice.Carried.Accepted;
import id.loket.notice.Carried.Later;
import id.loket.notice.Carried.Refused;
import id.loket.notice.Carried.Unknown;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.sms.HttpSettings.BodyKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an SMS over a gateway that is asked by HTTP. The gateway is a server of this machine that plays Zenziva, or a bad one. */
@Timeout(60)
class HttpCarrierTest {

    private static final String NUMBER = "+6281234567890";
    private static final String TEXT = "Izin Anda sudah selesai & bisa diambil: 100% + \"gratis\" {secret}\n—Loket";

    private record Asked(String method, String query, Map<String, List<String>> headers, String body) {

        Map<String, String> form() {
            Map<String, String> fields = new LinkedHashMap<>();
            Arrays.stream(body.split("&")).map(f -> f.split("=", 2)).forEach(f ->
                    fields.put(f[0], URLDecoder.decode(f[1], StandardCharsets.UTF_8)));
            return fields;
        }
    }

    private HttpServer gateway;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private int status = 200;
    private String contentType = "application/json";
    private String answer = "{\"messageId\":\"98765\",\"to\":\"081234567890\",\"status\":\"1\",\"text\":\"Success\",\"cost\":1}";
    private boolean slow;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::serve);
        gateway.setExecutor(r -> Thread.ofPlatform().daemon().start(r));
        gateway.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        gateway.stop(0);
    }

    @Test
    @Tag("MFG-6a")
    void the_applicant_is_told_over_zenziva() throws Exception {
        assertThat(carry(zenziva())).isEqualTo(new Accepted("98765", false));

        Asked request = asked.take();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().get("Content-type")).containsExactly("application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(request.form()).containsExactly(
                Map.entry("userkey", "kantor"), Map.entry("passkey", "ra&ha=sia"), Map.entry("to", "081234567890"), Map.entry("message", TEXT));
    }

    @Test
    void a_gateway_of_the_whatsapp_kind_gets_a_token_and_a_form() throws Exception {
        answer = "{\"status\":true,\"id\":[\"80367170\"],\"process\":\"pending\"}";
        HttpSettings fonnte = settings(
                "/send", "POST", List.of("Authorization: {secret}", "Idempotency-Key: {key}"), BodyKind.FORM, "target={digits}&message={text}",
                "/status", "true", "", "/id/0", "");

        assertThat(carry(fonnte)).isEqualTo(new Accepted("80367170", false));
        Asked request = asked.take();
        assertThat(request.headers().get("Authorization")).containsExactly("ra&ha=sia");
        assertThat(request.headers().get("Idempotency-key")).containsExactly("1-4711-0");
        assertThat(request.form()).containsEntry("target", "6281234567890").containsEntry("message", TEXT);
    }

    @Test
    void a_gateway_may_be_asked_with_json() throws Exception {
        answer = "{\"status\":true,\"data\":{\"messages\":[{\"id\":\"a1b2\"}]}}";
        HttpSettings wablas = settings(
                "/api/v2/send-message", "POST", List.of("Authorization: {secret}"), BodyKind.JSON,
                "{\"data\":[{\"phone\":\"{digits}\",\"message\":\"{text}\"}]}", "/status", "true", "", "/data/messages/0/id", "");

        assertThat(carry(wablas)).isEqualTo(new Accepted("a1b2", false));
        JsonNode sent = JsonMapper.shared().readTree(asked.take().body());
        assertThat(sent.at("/data/0/message").asString()).isEqualTo(TEXT);
        assertThat(sent.at("/data/0/phone").asString()).isEqualTo("6281234567890");
    }

    @Test
    void a_gateway_may_be_asked_by_its_address_alone() throws Exception {
        answer = "OK 4711";
        HttpSettings old = settings("/api?u={user}&p={secret}&to={to}&m={text}", "GET", List.of(), BodyKind.FORM, "", "", "", "^OK", "", "");

        assertThat(carry(old)).isEqualTo(new Accepted("", false));
        Map<String, String> query = new Asked("", "", Map.of(), asked.take().query()).form();
        assertThat(query).containsExactly(
                Map.entry("u", "kantor"), Map.entry("p", "ra&ha=sia"), Map.entry("to", NUMBER), Map.entry("m", TEXT));
    }

    @Test
    void a_text_cant_add_fields_or_end_a_string() throws Exception {
        carry(zenziva(), "x&to=0800&message=y");
        assertThat(asked.take().form()).hasSize(4).containsEntry("to", "081234567890").containsEntry("message", "x&to=0800&message=y");

        HttpSettings json = settings("/", "POST", List.of(), BodyKind.JSON, "{\"to\":\"{to}\",\"m\":\"{text}\"}", "/status", "1", "", "", "");
        carry(json, "x\",\"to\":\"0800\",\"z\":\"\\");
        JsonNode sent = JsonMapper.shared().readTree(asked.take().body());
        assertThat(sent.propertyNames()).containsExactly("to", "m");
        assertThat(sent.at("/m").asString()).isEqualTo("x\",\"to\":\"0800\",\"z\":\"\\");
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "503", "502", "408", "401", "403", "404", "302"})
    void what_time_or_the_operator_mends_is_tried_later(int status) {
        this.status = status;

        assertThat(carry(zenziva())).isInstanceOf(Later.class);
    }

    @Test
    void wrong_credentials_are_told_to_the_operator() {
        status = 401;

        assertThat(((Later) carry(zenziva())).why()).contains("HTTP 401").contains("LOKET_SMS_HTTP_URL").contains("_SECRET");
    }

    @Test
    void a_redirection_is_not_followed_with_the_secrets() {
        status = 307;
        carry(zenziva());

        assertThat(asked).as("requests").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void what_stays_is_refused(int status) {
        this.status = status;

        assertThat(carry(zenziva())).isInstanceOf(Refused.class);
    }

    @Test
    void a_no_of_the_gateway_is_a_refusal_and_an_empty_balance_is_not() {
        answer = "{\"status\":\"0\",\"text\":\"Nomor 081234567890 tidak valid\"}";
        assertThat(carry(zenziva())).asInstanceOf(type(Refused.class))
                .satisfies(r -> assertThat(r.why()).isEqualTo("The SMS gateway answered with HTTP 200, but with /status = 0"));

        answer = "{\"status\":\"0\",\"text\":\"Saldo tidak cukup\"}";
        assertThat(carry(zenziva())).isInstanceOf(Later.class);
    }

    @Test
    void an_answer_nobody_understands_leaves_it_unknown() {
        for (String strange : List.of(
                "<html><body>Selamat datang</body></html>", "", "[]", "\"1\"", "{\"status\":{\"a\":1}}", "{\"status\":[\"1\"]}", "{\"Status\":\"1\"}",
                "{\"status\":", "\u0000")) {
            answer = strange;
            contentType = "text/html";
            assertThat(carry(zenziva())).as(strange).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void an_endless_answer_is_cut_off() {
        answer = "{\"status\":\"1\",\"x\":\"" + "x".repeat(10_000_000);

        assertThat(carry(zenziva())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_reference_that_isnt_one_is_left_out() {
        answer = "{\"status\":\"1\",\"messageId\":\"a b\\u0000<script>\"}";
        assertThat(carry(zenziva())).isEqualTo(new Accepted("", false));
        answer = "{\"status\":1}";
        assertThat(carry(zenziva())).as("a number like a text").isEqualTo(new Accepted("", false));
    }

    @Test
    void no_answer_in_time_leaves_it_unknown() {
        slow = true;

        assertThat(carry(zenziva(Duration.ofMillis(500)))).isInstanceOf(Unknown.class);
        assertThat(asked).as("and it isn't sent again").hasSize(1);
    }

    @Test
    void a_connection_lost_after_the_request_leaves_it_unknown() {
        status = 0;

        assertThat(carry(zenziva())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_proxy_that_gave_up_leaves_it_unknown() {
        status = 504;

        assertThat(carry(zenziva())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_gateway_that_isnt_there_is_tried_later() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        HttpSettings settings = new HttpSettings(
                "http://localhost:" + nobody + "/", "POST", List.of(), BodyKind.FORM, "to={to}&m={text}", "", "", "", "", "", "", "",
                Duration.ofSeconds(20));

        assertThat(carry(settings)).isInstanceOf(Later.class);
    }

    @Test
    void a_gateway_may_say_when_to_come_again() throws IOException {
        status = 429;
        answer = "";
        gateway.removeContext("/");
        gateway.createContext("/", e -> {
            e.getResponseHeaders().add("Retry-After", "120");
            serve(e);
        });

        assertThat(((Later) carry(zenziva())).atLeast()).isEqualTo(Duration.ofMinutes(2));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (slow) {
                over.await();
            }
            if (status == 0) {
                return;
            }
            byte[] octets = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpSettings zenziva() {
        return zenziva(Duration.ofSeconds(20));
    }

    /** As docs/configuration.md has it. */
    private HttpSettings zenziva(Duration timeout) {
        return new HttpSettings(
                "http://localhost:" + gateway.getAddress().getPort() + "/reguler/api/sendsms/", "POST", List.of(), BodyKind.FORM,
                "userkey={user}&passkey={secret}&to={local}&message={text}", "kantor", "ra&ha=sia", "/status", "1", "", "/messageId",
                "(?i)saldo|kredit|userkey|passkey", timeout);
    }

    private HttpSettings settings(
            String path, String method, List<String> headers, BodyKind kind, String body, String pointer, String value, String pattern,
            String reference, String later) {
        HttpSettings settings = new HttpSettings(
                "http://localhost:" + gateway.getAddress().getPort() + path, method, headers, kind, body, "kantor", "ra&ha=sia", pointer, value,
                pattern, reference, later, Duration.ofSeconds(20));
        settings.check();
        return settings;
    }

    private static Carried carry(HttpSettings settings) {
        return carry(settings, TEXT);
    }

    private static Carried carry(HttpSettings settings, String text) {
        try (HttpCarrier carrier = new HttpCarrier(settings)) {
            return carrier.carry(new Outgoing(1, 4711, Channel.SMS, "1-4711-0", NUMBER, null, text, null, Map.of()));
        }
    }
}
