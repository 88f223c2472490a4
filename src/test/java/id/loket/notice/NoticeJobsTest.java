package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.loket.testing.LoketTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with its scheduler, which sends by itself. */
@LoketTest
@Import(NoticeJobsTest.Gateways.class)
@TestPropertySource(properties = {"db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms"})
class NoticeJobsTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Gateways {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        Gateway smsGateway() {
            return new Gateway(Channel.SMS);
        }
    }

    @Autowired
    private Notices notices;

    @Autowired
    private Gateway sms;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("id.loket");

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        own.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        own.setLevel(null);
    }

    @Test
    @Tag("MFG-6a")
    void once_the_cause_is_committed_the_notice_goes_out_by_itself_and_the_log_holds_neither_number_nor_text() {
        sms.answers(message -> {
            if (message.text().contains("000902")) {
                throw new IllegalArgumentException("can't send \"" + message.text() + "\" to " + message.to());
            }
            return message.text().contains("000903") ? new Carried.Refused("blocked " + message.to()) : sms.accepted(message);
        });
        post("1471-2026-000902");
        post("1471-2026-000903");
        post("1471-2026-000901");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(List.of(
                        state("1471-2026-000901"), state("1471-2026-000902"), state("1471-2026-000903")))
                .containsExactly(NoticeState.SENT, NoticeState.FAILED_FOR_NOW, NoticeState.FAILED_FOR_GOOD));

        assertThat(logged()).contains("threw java.lang.IllegalArgumentException", "REFUSED");
        assertThat(logged()).doesNotContain("81200000184", "0812 0000 0184", "sudah jadi", "pemohon@contoh.id", "Contoh Pemohon");
    }

    @Test
    void a_notice_without_the_transaction_of_its_cause_is_a_mistake() {
        assertThatThrownBy(() -> notices.post(NoticeOffice.ready("1471-2026-000904")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void post(String registration) {
        new TransactionTemplate(transactions).executeWithoutResult(t -> notices.post(NoticeOffice.ready(registration)));
    }

    private NoticeState state(String registration) {
        List<Notice> all = notices.of(NoticeOffice.CLERK, Subject.file(registration));
        return all.getFirst().state();
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(e -> e.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(e.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }
}
