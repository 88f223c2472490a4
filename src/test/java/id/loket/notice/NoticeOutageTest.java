package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.NoticeOffice.Node;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway is away for a while, and nothing is lost. */
@Tag("MFG-6a")
class NoticeOutageTest {

    private static final int NOTICES = 60;

    private final NoticeOffice office = new NoticeOffice();
    private final Gateway sms = new Gateway(Channel.SMS);
    private Node node;

    @BeforeEach
    void start() {
        node = office.node(sms);
    }

    @AfterEach
    void stop() {
        node.close();
        office.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PT10S, PT5S", "PT5M, PT10S", "PT1H, PT1M", "PT24H, PT5M"})
    void after_an_outage_every_notice_goes_out_once(Duration outage, Duration step) {
        sms.isDown();
        for (int i = 0; i < NOTICES; i++) {
            node.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
        }
        node.deliverDue();
        node.goOnFor(outage, step);
        assertThat(sms.taken()).isEmpty();
        assertThat(office.states()).isEqualTo(Map.of(NoticeState.FAILED_FOR_NOW, (long) NOTICES));

        sms.works();
        node.goOnFor(Duration.ofMinutes(30), step);

        assertThat(sms.taken()).hasSize(NOTICES);
        assertThat(sms.messages()).isEqualTo(NOTICES);
        assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, (long) NOTICES));

        sms.taken().forEach(m -> node.receipts.report(
                sms.name(), "gw-" + m.key() + "-1", Receipts.Fate.DELIVERED, "DELIVRD", office.clock.instant()));
        assertThat(office.states()).isEqualTo(Map.of(NoticeState.DELIVERED, (long) NOTICES));
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PT10S, PT5S", "PT5M, PT10S", "PT1H, PT1M", "PT24H, PT15M"})
    void where_the_outage_begins_amid_sending_only_what_it_left_unanswered_goes_twice_and_each_of_these_is_shown(
            Duration outage, Duration step) {
        for (int i = 0; i < NOTICES; i++) {
            node.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
        }
        var asked = new AtomicInteger();
        sms.answers(message -> {
            int n = asked.incrementAndGet();
            if (n <= 20) {
                return sms.accepted(message);
            }
            if (n <= 24) {
                sms.accepted(message);
                return new Carried.Unknown("connection reset");
            }
            return new Carried.Later("connection refused", null);
        });
        node.deliverDue();
        node.post(NoticeOffice.ready("1471-2026-%06d".formatted(NOTICES)));
        node.goOnFor(outage, step);

        sms.works();
        node.goOnFor(Duration.ofMinutes(30), step);

        assertThat(office.states()).as("sent").isEqualTo(Map.of(NoticeState.SENT, NOTICES + 1L));
        assertThat(sms.messages()).isEqualTo(NOTICES + 1);
        assertThat(sms.taken()).as("with second copies").hasSize(NOTICES + 1 + 4);
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).as("listed").hasSize(4).allMatch(Notice::secondCopy);
        assertThat(node.calls.open(NoticeOffice.CLERK)).as("listed to be called").isEmpty();
    }

    @Test
    void when_the_outage_lasts_too_long_somebody_is_asked_to_call_each_recipient() {
        sms.isDown();
        for (int i = 0; i < NOTICES; i++) {
            node.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
        }

        node.goOnFor(Duration.ofHours(49), Duration.ofMinutes(20));

        assertThat(office.states())
                .isEqualTo(Map.of(NoticeState.FAILED_FOR_GOOD, (long) NOTICES, NoticeState.CREATED, (long) NOTICES));
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).hasSize(NOTICES);
        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(NOTICES).allSatisfy(call -> {
            assertThat(call.number()).isEqualTo("+6281200000184");
            assertThat(call.say()).contains("sudah jadi");
        });
    }
}
