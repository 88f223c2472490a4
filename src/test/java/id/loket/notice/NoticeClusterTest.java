package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one database share the work. */
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

    private static int deliver(NoticeOffice.Node node, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return node.delivery.deliverDue(Channel.SMS);
    }
}
