package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Notices per second, on one node and a durable database, to a gateway that answers at once; and statements per notice. Run by
 * {@code ./loket bench notices}. It fails only on what doesn't depend on the machine.
 */
class NoticeBenchmark {

    private static final int NOTICES = 5_000;
    private static final int ROUNDS = 3;

    @Test
    void notices_per_second_and_statements_per_notice() {
        List<String> lines = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            lines.add(round());
        }
        System.out.println("round  written/s  sent/s  statements to write  statements to send");
        lines.forEach(System.out::println);
    }

    private static String round() {
        var sms = new Gateway(Channel.SMS);
        try (var office = new NoticeOffice(); var node = office.node(sms)) {
            long begun = System.nanoTime();
            for (int i = 0; i < NOTICES; i++) {
                node.post(NoticeOffice.ready("1471-2026-%06d".formatted(i)));
            }
            double written = perSecond(begun);
            double toWrite = (double) node.statements.getAndSet(0) / NOTICES;
            begun = System.nanoTime();
            assertThat(node.delivery.deliverDue(Channel.SMS)).isEqualTo(NOTICES);
            double sent = perSecond(begun);
            double toSend = (double) node.statements.get() / NOTICES;
            assertThat(toWrite).as("each in a transaction of its own").isLessThanOrEqualTo(1.01);
            assertThat(toSend).as("its result, and a part of the claim of its batch").isLessThanOrEqualTo(1.05);
            return String.format(Locale.ROOT, "       %9.0f  %6.0f  %19.3f  %18.3f", written, sent, toWrite, toSend);
        }
    }

    private static double perSecond(long begun) {
        return NOTICES / (Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1e9);
    }
}
