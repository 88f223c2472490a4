package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.loket.notice.NoticeOffice.Node;
import id.loket.platform.LoketSettings;
import id.loket.testing.SmppCentre;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jsmpp.extra.ProcessRequestException;
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

    /** Loket as one machine runs it: a node with its own connection to the SMS centre. */
    private final class Machine implements AutoCloseable {
        final AnnotationConfigApplicationContext sms = new AnnotationConfigApplicationContext();
        final Node node;

        Machine() {
            sms.getEnvironment().getPropertySources().addFirst(new MapPropertySource("centre", Map.of(
                    "loket.sms.gateway", "smpp", "loket.sms.smpp.host", "localhost", "loket.sms.smpp.port", centre.port(),
                    "loket.sms.smpp.system-id", SmppCentre.SYSTEM_ID, "loket.sms.smpp.password", SmppCentre.PASSWORD)));
            sms.registerBean(Clock.class, () -> office.clock);
            sms.registerBean(Receipts.class, () -> (c, r, f, d, at) -> receipts().report(c, r, f, d, at));
            sms.register(Sms.class);
            sms.refresh();
            node = office.node(sms.getBean(Carrier.class));
        }

        private Receipts receipts() {
            return node.receipts;
        }

        @Override
        public void close() {
            sms.close();
            node.close();
        }
    }

    private final NoticeOffice office = new NoticeOffice();
    private final SmppCentre centre = new SmppCentre();
    private Machine machine;
    private Node node;

    @BeforeEach
    void start() {
        machine = new Machine();
        node = machine.node;
    }

    /** The process ends, and another begins. */
    private void restart() {
        machine.close();
        start();
    }

    @AfterEach
    void stop() {
        machine.close();
        centre.close();
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
    void a_centre_that_throttles_loses_nothing_and_gets_nothing_twice() {
        var taken = new ConcurrentHashMap<String, Integer>();
        for (int message = 0; message < 12; message++) {
            boolean throttled = message < 8 && message % 2 == 0;
            centre.next((sms, number) -> {
                if (throttled) {
                    throw new ProcessRequestException("Too many", 0x58);
                }
                taken.merge(new String(sms.body(), StandardCharsets.US_ASCII), 1, Integer::sum);
                return number;
            });
        }
        List<String> files = IntStream.range(0, 8).mapToObj("1471-2026-%06d"::formatted).toList();
        files.forEach(file -> node.post(NoticeOffice.ready(file)));

        node.deliverDue();
        node.goOnFor(Duration.ofMinutes(5), Duration.ofSeconds(20));

        assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, 8L));
        assertThat(taken).hasSize(8).allSatisfy((text, copies) -> assertThat(copies).isOne());
    }

    @Test
    @Tag("MFG-6a")
    void an_sms_that_doesnt_arrive_makes_somebody_call() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        centre.receipt(number(), "UNDELIV");

        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(1);
    }

    @Test
    @Tag("MFG-6a")
    void a_long_text_has_arrived_when_all_its_parts_have_in_whatever_order_and_however_often_they_are_reported() {
        postLong();
        node.deliverDue();

        centre.receipt("1002", "DELIVRD");
        centre.receipt("1002", "DELIVRD");
        centre.receipt("1001", "ENROUTE");
        assertThat(notice().state()).isEqualTo(NoticeState.SENT);
        centre.receipt("1001", "DELIVRD");
        centre.receipt("1001", "ENROUTE");
        centre.receipt("1002", "UNDELIV");

        assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(notice().tries()).extracting(NoticeTry::outcome, NoticeTry::reference, NoticeTry::detail).containsExactly(
                tuple(NoticeTry.Outcome.ACCEPTED, "1001+1002", ""),
                tuple(NoticeTry.Outcome.STILL_UNDERWAY, "1002", "DELIVRD err:000, 1/2"),
                tuple(NoticeTry.Outcome.STILL_UNDERWAY, "1001", "ENROUTE err:000, 1/2"),
                tuple(NoticeTry.Outcome.DELIVERED, "1001", "DELIVRD err:000, 2/2"));
    }

    @Test
    @Tag("MFG-6a")
    void parts_that_arrive_are_proven_after_a_restart_and_by_another_machine_too() {
        postLong();
        node.deliverDue();
        centre.receipt("1001", "DELIVRD");
        restart();
        try (Machine other = new Machine()) {
            node.post(NoticeOffice.ready("1471-2026-000999"));
            other.node.deliverDue();

            centre.receipt("1002", "DELIVRD");

            assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
        }
    }

    @Test
    @Tag("MFG-6a")
    void what_is_left_of_a_long_text_is_sent_by_another_machine_without_a_second_copy_of_its_beginning() {
        centre.next((message, number) -> number, SmppCentre.refuse(0x58));
        postLong();
        node.deliverDue();
        centre.receipt("1001", "DELIVRD");
        assertThat(notice().state()).isEqualTo(NoticeState.FAILED_FOR_NOW);
        restart();

        node.goOnFor(Duration.ofMinutes(1), Duration.ofSeconds(30));
        centre.receipt("1003", "DELIVRD");

        assertThat(centre.submitted()).extracting(s -> s.body()[5]).as("part 1, then 2 twice").containsExactly((byte) 1, (byte) 2, (byte) 2);
        assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(notice().secondCopy()).isFalse();
    }

    @Test
    @Tag("MFG-6a")
    void parts_that_are_reported_before_the_answers_are_the_same_proof() {
        SmppCentre.Reaction hasty = (message, number) -> {
            centre.receipt(number, "DELIVRD");
            return number;
        };
        centre.next(hasty, hasty);
        postLong();
        node.deliverDue();
        node.sweep.sweep();

        assertThat(notice().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    @Tag("MFG-6a")
    void a_long_text_of_which_one_part_is_lost_makes_somebody_call() {
        postLong();
        node.deliverDue();
        centre.receipt("1001", "DELIVRD");
        centre.receipt("1002", "EXPIRED");

        assertThat(notice().state()).isEqualTo(NoticeState.FAILED_FOR_GOOD);
        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(1);
    }

    /** A rejection with a long reason goes in two messages. */
    private void postLong() {
        var rejected = NoticeOffice.notice(NoticeEvent.REJECTED, FILE, NoticeOffice.withPhoneOnly(NoticeOffice.MOBILE), Channel.SMS);
        Map<String, String> fields = new HashMap<>(rejected.fields());
        fields.put("reason", "tempat kerja berada di luar wilayah kota, dan surat keterangan dari pimpinannya belum ditandatangani");
        node.post(new NewNotice(
                rejected.officeId(), rejected.event(), rejected.subject(), rejected.service(), rejected.recipient(), fields,
                rejected.dedupeKey(), rejected.ways()));
    }

    /** The first message gets the first number. */
    private String number() {
        return "1001";
    }

    private Notice notice() {
        return node.of(FILE).getFirst();
    }
}
