package id.loket.notice;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.loket.notice.NoticeOffice.Node;
import id.loket.testing.MigratedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A node in a process of its own, which takes its work from the database and its SMS to the gateway that the system properties name. Says
 * {@code ready}, begins with the first line that it reads, ends with the end of what it reads, and says how many tries it made.
 */
final class NoticeProcess {

    private NoticeProcess() {}

    /** @param args address, user and password of the database; after which time a try counts as lost */
    public static void main(String... args) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        var sms = new AnnotationConfigApplicationContext();
        sms.registerBean(Clock.class, Clock::systemUTC);
        sms.register(NoticeOverSmppTest.Sms.class);
        sms.refresh();
        try (sms; var node = new Node(MigratedDatabase.pool(args[0], args[1], args[2], 6), Clock.systemUTC(), settings(Duration.parse(args[3])), sms.getBean(Carrier.class))) {
            System.out.println("ready");
            System.in.read();
            var goesOn = new AtomicBoolean(true);
            Thread.ofVirtual().start(() -> {
                awaitEnd();
                goesOn.set(false);
            });
            int tries = 0;
            while (goesOn.get()) {
                int some = node.delivery.deliverDue(Channel.SMS);
                node.sweep.sweep();
                tries += some;
                if (some == 0) {
                    Thread.sleep(50);
                }
            }
            System.out.println(tries);
        }
    }

    private static NoticeSettings settings(Duration stuckAfter) {
        return new NoticeSettings(
                Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofHours(48), Duration.ofHours(72), stuckAfter, Duration.ofHours(72),
                Duration.ofDays(365), 4);
    }

    private static void awaitEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as its end
        }
    }
}
