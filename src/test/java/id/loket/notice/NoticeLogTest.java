package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import id.loket.notice.NoticeOffice.Node;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever becomes of notices, no line of the log holds to whom they go or what they say. */
@Tag("MFG-6a")
class NoticeLogTest {

    private static final List<String> PERSONAL =
            List.of("8120000018", "0812 0000", "pemohon@contoh.id", "Contoh Pemohon", "Jalan Misal", "sudah jadi", "1471-2026-000123");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("id.loket");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };
    private final NoticeOffice office = new NoticeOffice();
    private final Gateway sms = new Gateway(Channel.SMS);
    private final Gateway mail = new Gateway(Channel.EMAIL);
    private final Node node = office.node(sms, mail, new LetterCarrier(null));

    /** Everything that Loket itself has to say, and what others say as they are set. */
    @BeforeEach
    void listen() {
        appender.start();
        root.addAppender(appender);
        own.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        own.setLevel(null);
        root.detachAppender(appender);
        node.close();
        office.close();
    }

    @Test
    void deliveries_that_fail_in_every_way_leave_no_personal_word_in_the_log() {
        sms.answers(NoticeLogTest::throwing);
        postAll(1);
        node.goOnFor(Duration.ofMinutes(2), Duration.ofSeconds(30));
        sms.takesWithoutAnswer();
        mail.answers(NoticeLogTest::throwing);
        postAll(2);
        node.goOnFor(Duration.ofMinutes(3), Duration.ofSeconds(30));
        sms.refuses();
        mail.refuses();
        postAll(3);
        node.goOnFor(Duration.ofHours(80), Duration.ofHours(1));
        sms.works();
        postAll(4);
        node.deliverDue();
        sms.taken().forEach(message -> node.receipts.report(
                sms.name(), "gw-" + message.key() + "-1", Receipts.Fate.FAILED, "to " + message.to() + ": " + message.text(), office.clock.instant()));
        node.retention.blank();

        assertThat(lines).as("failures are logged").anyMatch(line -> line.contains("REFUSED")).anyMatch(line -> line.contains("threw"));
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(PERSONAL));
        assertThat(office.database.asOwner().sql("select detail from notice_try").query(String.class).list())
                .as("the proof, which is kept for long")
                .allSatisfy(detail -> assertThat(detail).doesNotContain("8120000018", "pemohon@contoh.id", "Jalan Misal"));
    }

    private void postAll(int round) {
        for (NoticeEvent event : List.of(NoticeEvent.READY_TO_COLLECT, NoticeEvent.REJECTED, NoticeEvent.SURVEY_INVITATION)) {
            node.post(NoticeOffice.notice(event, "1471-2026-000123" + round, NoticeOffice.APPLICANT, Channel.SMS, Channel.EMAIL, Channel.LETTER));
        }
    }

    private static Carried throwing(Outgoing message) {
        throw new IllegalStateException("can't send \"" + message.text() + "\" to " + message.to());
    }
}
