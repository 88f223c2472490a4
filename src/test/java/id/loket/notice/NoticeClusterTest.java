package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes share the work. Each has connections and objects of its own; between them is the database and nothing else. */
@Tag("MFG-6a")
class NoticeClusterTest {

    private static final int NOTICES = 10_000;

    @Test
    void two_nodes_send_ten_thousand_notices_and_none_twice() {
        var sms = new Gateway(Channel.SMS);
        try (var office = new NoticeOffice(); var one = office.node(sms); var other = office.node(sms)) {
            one.transaction.executeWithoutResult(t -> {
                for (int i = 0; i < NOTICES; i++) {
                    one.notices.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
                }
            });
            one.statements.set(0);
            var start = new CyclicBarrier(2);

            var byOne = CompletableFuture.supplyAsync(() -> deliver(one, start));
            var byOther = CompletableFuture.supplyAsync(() -> deliver(other, start));

            assertThat(byOne.join() + byOther.join()).isEqualTo(NOTICES);
            assertThat(byOne.join()).as("both had their share").isBetween(NOTICES / 10, NOTICES * 9 / 10);
            assertThat(sms.taken()).hasSize(NOTICES);
            assertThat(sms.messages()).isEqualTo(NOTICES);
            assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, (long) NOTICES));
            assertThat(one.statements.get() + other.statements.get())
                    .as("one for each notice, and one for each claim of a batch")
                    .isBetween(NOTICES, NOTICES + NOTICES / NoticeDelivery.BATCH * 2 + 10);
        }
    }

    @Test
    void where_a_node_dies_amid_sending_the_other_goes_on_and_only_what_the_dead_one_had_in_hand_may_go_twice() {
        var sms = new Gateway(Channel.SMS);
        var asked = new AtomicInteger();
        var dyingGateway = new Gateway(Channel.SMS) {
            @Override
            public Carried carry(Outgoing message) {
                Carried answer = sms.carry(message);
                if (asked.incrementAndGet() > 100) {
                    throw new Killed();
                }
                return answer;
            }
        };
        int notices = 1_000;
        try (var office = new NoticeOffice(); var dying = office.node(dyingGateway); var other = office.node(sms)) {
            other.transaction.executeWithoutResult(t -> {
                for (int i = 0; i < notices; i++) {
                    other.notices.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
                }
            });
            assertThatThrownBy(() -> dying.delivery.deliverDue(Channel.SMS)).hasRootCauseInstanceOf(Killed.class);
            long inHand = office.states().get(NoticeState.SENDING);
            assertThat(inHand).isBetween(1L, (long) NoticeDelivery.BATCH);

            other.goOnFor(Duration.ofMinutes(20), Duration.ofMinutes(1));

            assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, (long) notices));
            assertThat(sms.messages()).isEqualTo(notices);
            int doubles = sms.taken().size() - notices;
            assertThat(doubles).isBetween(1, (int) inHand);
            assertThat(other.notices.troubles(NoticeOffice.CLERK)).as("each double is shown").filteredOn(Notice::secondCopy)
                    .hasSizeGreaterThanOrEqualTo(doubles).hasSizeLessThanOrEqualTo((int) inHand);
        }
    }

    /** Not an exception, which delivery would take for an answer. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static int deliver(NoticeOffice.Node node, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return node.delivery.deliverDue(Channel.SMS);
    }
}
