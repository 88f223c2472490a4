package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.NoticeOffice.Node;
import id.loket.platform.LoketSettings;
import id.loket.testing.SmppCentre;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** The whole way of a notice: from the outbox over SMPP to the proof that it arrived. */
@Timeout(120)
class NoticeOverSmppTest {

    private static final String FILE = "1471-2026-000123";

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("id.loket.notice.sms")
    @ConfigurationPropertiesScan("id.loket.notice.sms")
    @EnableConfigurationProperties(LoketSettings.class)
    static class Sms {}

    private final NoticeOffice office = new NoticeOffice();
    private final SmppCentre centre = new SmppCentre();
    private final AnnotationConfigApplicationContext sms = new AnnotationConfigApplicationContext();
    private Node node;

    @BeforeEach
    void start() {
        sms.getEnvironment().getPropertySources().addFirst(new MapPropertySource("centre", Map.of(
                "loket.sms.gateway", "smpp", "loket.sms.smpp.host", "localhost", "loket.sms.smpp.port", centre.port(),
                "loket.sms.smpp.system-id", SmppCentre.SYSTEM_ID, "loket.sms.smpp.password", SmppCentre.PASSWORD)));
        sms.registerBean(Clock.class, () -> office.clock);
        sms.registerBean(Receipts.class, () -> (c, r, f, d, at) -> node.receipts.report(c, r, f, d, at));
        sms.register(Sms.class);
        sms.refresh();
        node = office.node(sms.getBean(Carrier.class));
    }

    @AfterEach
    void stop() {
        sms.close();
        centre.close();
        node.close();
        office.close();
    }

    @Test
    @Tag("MFG-6a")
    void an_sms_that_arrives_is_proven_to_have_arrived() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();

        assertThat(centre.submitted()).hasSize(1);
        assertThat(notice().state()).isEqualTo(NoticeState.SENT);

        centre.receipt(number(), "DELIVRD");

        assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    @Tag("MFG-6a")
    void a_receipt_that_comes_before_the_answer_is_the_same_proof() {
        centre.next((message, number) -> {
            centre.receipt(number, "DELIVRD");
            return number;
        });
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        node.sweep.sweep();

        assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    @Tag("MFG-6a")
    void a_centre_that_is_busy_gets_it_later() {
        centre.next(SmppCentre.refuse(0x58), SmppCentre.refuse(0x14));
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        assertThat(notice().state()).isEqualTo(NoticeState.FAILED_FOR_NOW);

        node.goOnFor(Duration.ofMinutes(5), Duration.ofSeconds(30));

        assertThat(centre.submitted()).hasSize(3);
        assertThat(notice().state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    @Tag("MFG-6a")
    void an_sms_that_doesnt_arrive_makes_somebody_call() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        centre.receipt(number(), "UNDELIV");

        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(1);
    }

    /** The first message gets the first number. */
    private String number() {
        return "1001";
    }

    private Notice notice() {
        return node.of(FILE).getFirst();
    }
}
