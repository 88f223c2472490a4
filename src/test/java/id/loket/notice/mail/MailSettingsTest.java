package id.loket.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.Carrier;
import id.loket.notice.file.FileCarrier;
import id.loket.platform.LoketSettings;
import id.loket.platform.db.StartFailure;
import id.loket.testing.SettableClock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A mail server is used when it is named, and what is missing for it is said at the start. */
class MailSettingsTest {

    @EnableConfigurationProperties({MailSettings.class, LoketSettings.class})
    static class Settings {}

    private final ApplicationContextRunner loket =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, MailConfig.class).withBean(SettableClock.class);

    private final ApplicationContextRunner server =
            loket.withPropertyValues("loket.mail.host=mail.contoh.go.id", "loket.mail.from=loket@contoh.go.id");

    @Test
    void the_demo_writes_into_a_file_and_a_real_office_names_its_server() {
        loket.withPropertyValues("loket.demo=true").run(c -> assertThat(c.getBean(Carrier.class)).isInstanceOf(FileCarrier.class));
        loket.withPropertyValues("loket.demo=false").run(c -> assertThat(c.getBeanProvider(Carrier.class).stream().filter(Carrier.class::isInstance))
                .as("nothing pretends to be sent").isEmpty());
        server.run(c -> assertThat(c.getBean(Carrier.class).name()).isEqualTo("smtp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "port=0                                    | LOKET_MAIL_PORT",
        "from=                                     | LOKET_MAIL_FROM",
        "from=Kantor <loket@contoh.go.id>          | LOKET_MAIL_FROM",
        "user=loket                                | LOKET_MAIL_PASSWORD",
        "timeout=0s                                | LOKET_MAIL_TIMEOUT"
    })
    void what_is_wrong_is_said_at_the_start(String wrong, String named) {
        fails(server.withPropertyValues("loket.mail." + wrong), named);
    }

    @Test
    void a_password_is_never_sent_unencrypted() {
        fails(server.withPropertyValues("loket.mail.user=loket", "loket.mail.password=rahasia", "loket.mail.encryption=none"), "LOKET_MAIL_ENCRYPTION");
    }

    private static void fails(ApplicationContextRunner loket, String named) {
        loket.run(c -> {
            assertThat(c).hasFailed();
            assertThat(Stream.iterate(c.getStartupFailure(), t -> t != null, Throwable::getCause))
                    .anySatisfy(t -> assertThat(t).isInstanceOf(StartFailure.class).hasMessageContaining(named));
        });
    }
}
