package id.loket.notice.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.Carrier;
import id.loket.notice.file.FileCarrier;
import id.loket.platform.LoketSettings;
import id.loket.platform.db.StartFailure;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** One way for SMS is chosen, and what is missing for it is said at the start. */
class SmsSettingsTest {

    @EnableConfigurationProperties({SmsSettings.class, LoketSettings.class})
    static class Settings {}

    private static final String[] SMPP = {
        "loket.sms.gateway=smpp", "loket.sms.smpp.host=sms.contoh.id", "loket.sms.smpp.system-id=loket", "loket.sms.smpp.password=rahasia"
    };
    private static final String[] ZENZIVA = {
        "loket.sms.gateway=http",
        "loket.sms.http.url=https://console.zenziva.net/reguler/api/sendsms/",
        "loket.sms.http.body=userkey={user}&passkey={secret}&to={local}&message={text}",
        "loket.sms.http.user=kantor",
        "loket.sms.http.secret=rahasia",
        "loket.sms.http.success-pointer=/status",
        "loket.sms.http.success-value=1",
        "loket.sms.http.reference-pointer=/messageId"
    };

    private final ApplicationContextRunner loket =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, SmsConfig.class).withBean(SettableClock.class);

    @Test
    void the_demo_writes_into_a_file_and_a_real_office_chooses() {
        loket.withPropertyValues("loket.demo=true").run(c -> assertThat(c.getBean(Carrier.class)).isInstanceOf(FileCarrier.class));
        loket.withPropertyValues("loket.demo=false").run(c -> assertThat(c.getBeanProvider(Carrier.class).stream().filter(Carrier.class::isInstance))
                .as("nothing pretends to be sent").isEmpty());
        loket.withPropertyValues("loket.demo=false", "loket.sms.gateway=file")
                .run(c -> assertThat(c.getBean(Carrier.class)).isInstanceOf(FileCarrier.class));
        loket.withPropertyValues(SMPP).run(c -> assertThat(c.getBean(Carrier.class).name()).isEqualTo("smpp"));
        loket.withPropertyValues(ZENZIVA).run(c -> assertThat(c.getBean(Carrier.class).name()).isEqualTo("http"));
    }

    /** The worked examples of the page, as the environment gives them. */
    @Test
    void the_examples_of_the_page_work() throws IOException {
        List<String> examples = Pattern.compile("```sh\n(LOKET_SMS.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/configuration.md"))).results().map(m -> m.group(1)).toList();
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            Map<String, Object> environment = new HashMap<>();
            example.lines().map(l -> l.split("=", 2)).forEach(l -> environment.put(l[0], l[1].replace("'", "")));
            loket.withInitializer(c -> c.getEnvironment().getPropertySources().addFirst(new SystemEnvironmentPropertySource(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment)))
                    .run(c -> {
                        HttpSettings http = c.getBean(SmsSettings.class).http();
                        assertThat(c.getBean(Carrier.class).name()).isEqualTo("http");
                        assertThat(List.of(http.url(), http.body(), http.secret(), http.successPointer(), http.successValue(), http.referencePointer()))
                                .allSatisfy(v -> assertThat(environment).containsValue(v));
                        assertThat(http.headers()).hasSize(environment.containsKey("LOKET_SMS_HTTP_HEADERS_0") ? 1 : 0);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "host=                       | LOKET_SMS_SMPP_HOST",
        "port=70000                  | LOKET_SMS_SMPP_PORT",
        "system-id=                  | LOKET_SMS_SMPP_SYSTEM_ID",
        "system-id=1234567890123456  | LOKET_SMS_SMPP_SYSTEM_ID",
        "password=123456789          | LOKET_SMS_SMPP_PASSWORD",
        "system-type=1234567890123   | LOKET_SMS_SMPP_SYSTEM_TYPE",
        "source=123456789012345678901| LOKET_SMS_SMPP_SOURCE",
        "source-ton=7                | LOKET_SMS_SMPP_SOURCE_TON",
        "source-npi=2                | LOKET_SMS_SMPP_SOURCE_NPI",
        "destination-ton=-1          | LOKET_SMS_SMPP_DESTINATION_TON",
        "destination-npi=5           | LOKET_SMS_SMPP_DESTINATION_NPI",
        "window=0                    | LOKET_SMS_SMPP_WINDOW",
        "answer-time=0s              | LOKET_SMS_SMPP_ANSWER_TIME",
        "enquire-after=0s            | LOKET_SMS_SMPP_ENQUIRE_AFTER",
        "reconnect-after=2m          | LOKET_SMS_SMPP_RECONNECT_AFTER"
    })
    void what_is_wrong_with_the_centre_is_said_at_the_start(String wrong, String named) {
        fails(loket.withPropertyValues(SMPP).withPropertyValues("loket.sms.smpp." + wrong), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "url=                               | LOKET_SMS_HTTP_URL",
        "url=console.zenziva.net            | LOKET_SMS_HTTP_URL",
        "url=ftp://console.zenziva.net      | LOKET_SMS_HTTP_URL",
        "url=https://x.id/{nomor}           | {nomor}",
        "method=DELETE                      | LOKET_SMS_HTTP_METHOD",
        "body=to={to}                       | {text}",
        "body=text={text}                   | {to}",
        "body=to={to}&m={text}&k={kunci}    | {kunci}",
        "headers[0]=Authorization           | LOKET_SMS_HTTP_HEADERS",
        "headers[0]=X-Text: {text}          | LOKET_SMS_HTTP_HEADERS",
        "success-pointer=status             | LOKET_SMS_HTTP_SUCCESS_POINTER",
        "success-value=                     | LOKET_SMS_HTTP_SUCCESS_VALUE",
        "success-pattern=(                  | LOKET_SMS_HTTP_SUCCESS_PATTERN",
        "reference-pointer=messageId        | LOKET_SMS_HTTP_REFERENCE_POINTER",
        "later-pattern=[                    | LOKET_SMS_HTTP_LATER_PATTERN",
        "timeout=0s                         | LOKET_SMS_HTTP_TIMEOUT"
    })
    void what_is_wrong_with_the_gateway_is_said_at_the_start(String wrong, String named) {
        fails(loket.withPropertyValues(ZENZIVA).withPropertyValues("loket.sms.http." + wrong), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"to\":\"{to}\",\"m\":{text}}", "{\"to\":\"{to}\",\"m\":\"{text}\"", "to={to}&m={text}", "[\"{to}\",\"{text}\",\"x\":1]"
    })
    void a_json_body_keeps_every_name_inside_quotation_marks(String body) {
        fails(loket.withPropertyValues(ZENZIVA).withPropertyValues("loket.sms.http.body-kind=json", "loket.sms.http.body=" + body), "LOKET_SMS_HTTP_BODY");
    }

    @Test
    void a_gateway_without_its_settings_says_what_is_missing() {
        fails(loket.withPropertyValues("loket.sms.gateway=smpp"), "LOKET_SMS_SMPP_HOST");
        fails(loket.withPropertyValues("loket.sms.gateway=http"), "LOKET_SMS_HTTP_URL");
    }

    @Test
    void settings_dont_show_secrets() {
        loket.withPropertyValues(SMPP).run(c -> assertThat(c.getBean(SmsSettings.class).toString()).doesNotContain("rahasia"));
        loket.withPropertyValues(ZENZIVA).run(c -> assertThat(c.getBean(SmsSettings.class).toString()).doesNotContain("rahasia"));
    }

    private static void fails(ApplicationContextRunner loket, String named) {
        loket.run(c -> {
            assertThat(c).hasFailed();
            assertThat(Stream.iterate(c.getStartupFailure(), t -> t != null, Throwable::getCause))
                    .as("one line for the operator")
                    .anySatisfy(t -> assertThat(t).isInstanceOf(StartFailure.class)
                            .hasMessageContaining(named)
                            .extracting(Throwable::getMessage).asString().doesNotContain("rahasia"));
        });
    }
}
