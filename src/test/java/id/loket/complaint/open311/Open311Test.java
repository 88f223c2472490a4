package id.loket.complaint.open311;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complaints;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open311 GeoReport v2 as an outside application meets it, in JSON and in XML. */
@LoketTest
class Open311Test {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ApiClients clients;

    @Autowired
    private ApiKeyCommand command;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    void discovery_and_the_list_of_services_are_the_same_in_both_formats() throws Exception {
        JsonNode discovery = read("/discovery.json");
        assertThat(discovery.get("endpoints").get(0).get("url").asString()).isEqualTo("https://loket.contoh.go.id/open311/v2");
        assertThat(xml("/discovery.xml", "/discovery/endpoints/endpoint/formats/format[1]")).isEqualTo("text/xml");

        JsonNode services = read("/services.json?jurisdiction_id=1471");
        assertThat(services.get(0).propertyNames())
                .containsExactly("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(services.get(0).get("service_code").asString()).isEqualTo("DELAY");
        assertThat(xml("/services.xml", "/services/service[1]/service_code")).isEqualTo("DELAY");
        assertThat(xml("/services.xml", "/services/service[1]/metadata")).isEqualTo("true");
    }

    @Test
    void a_service_says_what_may_be_sent_along() throws Exception {
        JsonNode definition = read("/services/DELAY.json");
        assertThat(definition.get("service_code").asString()).isEqualTo("DELAY");
        JsonNode matter = definition.get("attributes").get(0);
        assertThat(matter.propertyNames())
                .containsExactly("variable", "code", "datatype", "required", "datatype_description", "order", "description", "values");
        assertThat(matter.get("values").get(0).get("key").asString()).isEqualTo("COMPLAINT");
        assertThat(xml("/services/DELAY.xml", "/service_definition/attributes/attribute[1]/values/value[1]/name")).isEqualTo("Pengaduan");
    }

    @Test
    @Tag("PGD-j1")
    void a_complaint_that_an_application_sends_is_in_the_book_like_any_other() throws Exception {
        HttpResponse<String> answer = post("json", with(
                "description", "Antrean panjang & <lama> 😡\nSejak pagi",
                "address_string", "Jalan Misal 1",
                "first_name", "Contoh", "last_name", "Pengadu",
                "attribute[REGISTRATION]", "SIKRO-2026-99999",
                "attribute[ANONYMOUS]", "YES"));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode request = json.readTree(answer.body()).get(0);
        String number = request.get("service_request_id").asString();
        assertThat(number).startsWith("PGD-2026-");
        assertThat(request.get("service_notice").asString()).contains("https://loket.contoh.go.id/aduan/1471-");

        var seen = complaints.view(desk(), number);
        assertThat(seen.subject()).isEqualTo("Antrean panjang & <lama> 😡");
        assertThat(seen.story()).contains("Sejak pagi", "Jalan Misal 1");
        assertThat(seen.complainant().name()).isEqualTo("Contoh Pengadu");
        assertThat(seen.complainant().anonymous()).isTrue();

        HttpResponse<String> second = post("xml", with());
        assertThat(second.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(xpath(second.body(), "/service_requests/request/service_request_id")).startsWith("PGD-2026-");
    }

    @Test
    @Tag("PGD-j1")
    void with_a_mail_address_there_is_a_token_until_its_owner_confirms() {
        String mail = UUID.randomUUID() + "@contoh.id";
        JsonNode sent = json.readTree(post("json", with("email", mail)).body()).get(0);
        assertThat(sent.has("service_request_id")).isFalse();
        String token = sent.get("token").asString();
        assertThat(read("/tokens/" + token + ".json").get(0).get("service_request_id").asString()).isEmpty();

        String body = db.sql("select body from notice where email = :mail").param("mail", mail).query(String.class).single();
        String link = body.replaceAll("(?s).*https://loket.contoh.go.id(/aduan/tautan/\\S+).*", "$1");
        Visitor owner = visitor();
        owner.get(link);
        owner.post(link, Map.of());
        assertThat(read("/tokens/" + token + ".json").get(0).get("service_request_id").asString()).startsWith("PGD-2026-");
        assertError(get("/tokens/ZZZZZZZZZZZZZZZZ.json"), 404);
    }

    @Test
    void of_a_complaint_everybody_may_know_topic_state_and_times_and_nothing_else() throws Exception {
        String number = recorded(with("description", "Petugas Contoh Nama kasar", "first_name", "Contoh", "phone", ""));
        JsonNode request = read("/requests/" + number + ".json").get(0);
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(request.get("service_code").asString()).isEqualTo("DELAY");
        assertThat(request.get("requested_datetime").asString()).isEqualTo("2026-11-23T09:00+07:00");
        assertThat(request.get("expected_datetime").asString()).startsWith("2026-11-26T");
        assertThat(request.get("description").asString()).isEmpty();
        assertThat(request.toString()).doesNotContain("Contoh", "kasar");
        assertThat(xml("/requests/" + number + ".xml", "/service_requests/request/service_name")).isEqualTo("Waktu penyelesaian");

        String hidden = recorded(with("attribute[CONFIDENTIAL]", "YES"));
        JsonNode confidential = read("/requests/" + hidden + ".json").get(0);
        assertThat(confidential.get("service_code").asString()).as("not even the topic").isEmpty();
        assertThat(confidential.get("service_name").asString()).isEmpty();
    }

    @Test
    void requests_are_found_by_number_topic_state_and_time() {
        String open = recorded(with("service_code", "FACILITY"));
        String closed = recorded(with("service_code", "FACILITY"));
        does(closed, new Order.Close(Closing.WITHDRAWN, ""));
        String other = recorded(with("service_code", "PRODUCT"));

        assertThat(numbers("/requests.json?service_code=FACILITY")).contains(open, closed).doesNotContain(other);
        assertThat(numbers("/requests.json?service_code=FACILITY&status=open")).contains(open).doesNotContain(closed);
        assertThat(numbers("/requests.json?status=closed")).contains(closed).doesNotContain(open, other);
        assertThat(numbers("/requests.json?service_request_id=" + open + "," + other + "&status=closed"))
                .as("numbers override the rest")
                .containsExactlyInAnyOrder(open, other);
        assertThat(numbers("/requests.json?start_date=2026-11-23T00:00:00Z&end_date=2026-11-23T10:00:00%2B07:00")).contains(open);
        assertThat(numbers("/requests.json?end_date=2026-11-20T00:00:00Z")).doesNotContain(open);
        does(open, new Order.Classify(
                new Classification(Matter.COMPLAINT, "PROCEDURE", Weight.LIGHT, ResponseClass.NORMATIVE, "DIVISION_HEAD"), ""));
        assertThat(numbers("/requests.json?service_code=PROCEDURE")).as("as the desk sorted it").contains(open);
    }

    @Test
    void what_is_wrong_comes_as_a_list_of_code_and_description_and_nothing_is_recorded() throws Exception {
        int before = all();
        assertError(postWith("json", with("api_key", "")), 403);
        assertError(postWith("json", with("api_key", "ZZZZ")), 403);
        assertError(post("json", with("service_code", "")), 400);
        assertError(post("json", with("service_code", "TIDAK_ADA")), 404);
        assertError(post("json", with("jurisdiction_id", "9999")), 404);
        HttpResponse<String> empty = post("json", with("description", " ", "email", "bukan surel", "lat", "91", "long", "0",
                "attribute[HAPPENED_ON]", "2026-12-31", "attribute[MATTER]", "LAIN"));
        assertError(empty, 400);
        assertThat(json.readTree(empty.body())).hasSize(5);
        assertThat(empty.body()).contains("description tidak diisi", "email bukan", "lat dan long", "belum tiba", "attribute[MATTER]");
        assertError(post("json", with("description", "a".repeat(50_000))), 400);
        assertThat(xpath(post("xml", with("service_code", "TIDAK_ADA")).body(), "/errors/error/code")).isEqualTo("404");

        for (String wrong : List.of(
                "/requests.json?status=lain", "/requests.json?start_date=kemarin", "/requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                "/requests.json?start_date=-999999999-01-01T00:00:00Z", "/requests.json?service_request_id=" + "a,".repeat(200))) {
            assertError(get(wrong), 400);
        }
        for (String unknown : List.of("/requests/PGD-2026-99999.json", "/services/X.json", "/services.json?jurisdiction_id=9", "/services.csv", "/requests.json?service_code=X")) {
            assertError(get(unknown), 404);
        }
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void a_key_is_shown_once_and_can_be_ended() {
        assertThat(command.run(List.of("1471", "Contoh Aplikasi Kota"))).isZero();
        assertThat(command.run(List.of("1471"))).isZero();
        assertThat(command.run(List.of("9999", "Contoh"))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);
        String key = clients.create(1, "Contoh Aplikasi");
        assertThat(postWith("json", with("api_key", key)).statusCode()).isEqualTo(201);
        assertThat(db.sql("select key from api_client").query(String.class).list()).doesNotContain(key);
        long id = clients.of(1).getLast().id();
        assertThat(command.run(List.of("1471", "--revoke", Long.toString(id)))).isZero();
        assertThat(command.run(List.of("1471", "--revoke", Long.toString(id)))).isEqualTo(1);
        assertError(postWith("json", with("api_key", key)), 403);
    }

    @Test
    void who_asks_too_much_waits() {
        Visitor greedy = visitor();
        HttpResponse<String> last = null;
        for (int i = 0; i < 305; i++) {
            last = greedy.get("/open311/v2/discovery.json");
        }
        assertError(last, 429);
        String key = clients.create(1, "Contoh Rajin");
        for (int i = 0; i < 125; i++) {
            last = postWith("json", with("api_key", key, "description", " "));
        }
        assertError(last, 429);
    }

    private String recorded(Map<String, String> form) {
        return json.readTree(post("json", form).body()).get(0).get("service_request_id").asString();
    }

    private static Map<String, String> with(String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("jurisdiction_id", "1471", "service_code", "DELAY", "description", "Izin belum selesai"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private HttpResponse<String> post(String format, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("api_key", clients.create(1, "Contoh Aplikasi"));
        return postWith(format, all);
    }

    private HttpResponse<String> postWith(String format, Map<String, String> form) {
        return visitor().postWithout("/open311/v2/requests." + format, form);
    }

    private HttpResponse<String> get(String path) {
        return visitor().get("/open311/v2" + path);
    }

    private JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return json.readTree(answer.body());
    }

    private List<String> numbers(String path) {
        return read(path).valueStream().map(r -> r.get("service_request_id").asString()).toList();
    }

    private String xml(String path, String xpath) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        return xpath(answer.body(), xpath);
    }

    private static String xpath(String document, String path) throws Exception {
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        return XPathFactory.newInstance().newXPath().evaluate(path, parsed);
    }

    private void assertError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode first = json.readTree(answer.body()).get(0);
        assertThat(first.get("code").asInt()).isEqualTo(status);
        assertThat(first.get("description").asString()).isNotBlank().doesNotStartWith("??");
    }

    private int all() {
        return db.sql("select count(*) from complaint").query(Integer.class).single();
    }

    private void does(String number, Order order) {
        complaints.order(desk(), number, order, complaints.view(desk(), number).state().version());
    }

    private SignedIn desk() {
        return office.person("pengaduan");
    }

    private Visitor visitor() {
        int next = NEXT_ADDRESS.incrementAndGet();
        return new Visitor(port).sending("X-Forwarded-For", "10." + next / 250 + ".113." + next % 250);
    }
}
