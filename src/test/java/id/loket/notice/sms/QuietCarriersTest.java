package id.loket.notice.sms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpServer;
import id.loket.notice.Carried;
import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.sms.SmppSettings.ReceiptIds;
import id.loket.testing.SettableClock;
import id.loket.testing.SmppCentre;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Neither the log nor a reason that is shown or stored has the recipient's number, the text or a secret. */
@Timeout(60)
class QuietCarriersTest {

    private static final String DIGITS = "81234567890";
    private static final String TEXT = "Izin praktik Rini sudah selesai";
    private static final String SECRET = "rahasia";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger jsmpp = (Logger) LoggerFactory.getLogger("org.jsmpp");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith("com.sun.net.httpserver")) {
                return; // the gateway that the test plays, which may say what it gets
            }
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private final SettableClock clock = new SettableClock();
    private Level rootBefore;
    private Level jsmppBefore;

    /** As Loket logs, but everything of its own. */
    @BeforeEach
    void listen() throws Exception {
        Object configured = new YamlPropertySourceLoader().load("loket", new ClassPathResource("application.yaml")).getFirst()
                .getProperty("logging.level.org.jsmpp");
        rootBefore = root.getLevel();
        jsmppBefore = jsmpp.getLevel();
        jsmpp.setLevel(Level.toLevel(String.valueOf(configured), Level.DEBUG));
        root.setLevel(Level.DEBUG);
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
        root.setLevel(rootBefore);
        jsmpp.setLevel(jsmppBefore);
    }

    @Test
    void smpp_keeps_to_itself_what_it_carries() throws Exception {
        List<Carried> carried = new ArrayList<>();
        try (SmppCentre centre = new SmppCentre();
                SmppCarrier carrier = new SmppCarrier(settings(centre), (c, r, f, d, at) -> lines.add("receipt: " + d), clock)) {
            centre.atNextBind((request, session) -> request.reject(0x0d));
            centre.next(SmppCentre.refuse(0x58), SmppCentre.refuse(0x0b), centre.drop(), (message, number) -> {
                centre.deliver("id:%s stat:UNDELIV err:001 text:%s".formatted(number, TEXT.substring(0, 20)));
                return number;
            });
            for (int i = 0; i < 6; i++) {
                carried.add(carry(carrier));
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertQuiet(carried);
        assertThat(lines).as("and yet the log says what is wrong").anyMatch(l -> l.contains("The SMS centre"));
    }

    @Test
    void http_keeps_to_itself_what_it_carries() throws Exception {
        List<Carried> carried = new ArrayList<>();
        for (String answer : List.of("{\"status\":\"" + TEXT + " +62" + DIGITS + "\"}", "{\"status\":\"62" + DIGITS + "\"}", TEXT, "{}")) {
            for (int status : new int[] {200, 400, 401, 500}) {
                HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                gateway.createContext("/", e -> {
                    e.getRequestBody().readAllBytes();
                    e.sendResponseHeaders(status, answer.length());
                    e.getResponseBody().write(answer.getBytes());
                    e.close();
                });
                gateway.start();
                HttpSettings settings = new HttpSettings(
                        "http://localhost:" + gateway.getAddress().getPort() + "/?to={to}&p={secret}", "POST", List.of("Authorization: {secret}"),
                        HttpSettings.BodyKind.FORM, "to={to}&m={text}&p={secret}", "kantor", SECRET, "/status", "1", "", "", "",
                        Duration.ofSeconds(20));
                try (HttpCarrier carrier = new HttpCarrier(settings)) {
                    carried.add(carry(carrier));
                }
                gateway.stop(0);
            }
        }
        assertThat(carried).noneMatch(Carried.Accepted.class::isInstance);
        assertQuiet(carried);
    }

    private void assertQuiet(List<Carried> carried) {
        carried.forEach(c -> lines.add(c.toString()));
        String hex = HexFormat.of().formatHex(TEXT.substring(0, 8).getBytes());
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .doesNotContain(DIGITS)
                .doesNotContain("Izin praktik")
                .doesNotContainIgnoringCase(hex)
                .doesNotContain(SECRET));
    }

    private static Carried carry(Carrier carrier) {
        return carrier.carry(new Outgoing(1, 1, Channel.SMS, "1-1-0", "+62" + DIGITS, null, TEXT, null, Map.of()));
    }

    private static SmppSettings settings(SmppCentre centre) {
        return new SmppSettings(
                "localhost", centre.port(), false, SmppCentre.SYSTEM_ID, SmppCentre.PASSWORD, "", "LOKET", 5, 0, 1, 1, 10, Duration.ofSeconds(20),
                Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofMillis(1), ReceiptIds.SAME);
    }
}
