package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.loket.notice.NoticeOffice.Node;
import id.loket.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes, each a process of its own, share the work. Between them is the database and nothing else. */
@Tag("MFG-6a")
@Timeout(180)
class NoticeClusterTest {

    private static final int NOTICES = 10_000;
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** A well-behaved gateway: it takes everything, at once, and answers. By key, how often it took it. */
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private final NoticeOffice office = new NoticeOffice();
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::take);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        office.close();
    }

    @Test
    void two_machines_send_ten_thousand_notices_and_none_twice() throws Exception {
        try (Machine one = new Machine(LONG); Machine other = new Machine(LONG)) {
            post(NOTICES);
            one.begin();
            other.begin();

            awaitAllSent(NOTICES);

            assertThat(taken).hasSize(NOTICES);
            assertThat(asked).hasValue(NOTICES);
            int byOne = one.end();
            assertThat(byOne + other.end()).isEqualTo(NOTICES);
            assertThat(byOne).as("both had their share").isBetween(NOTICES / 10, NOTICES * 9 / 10);
        }
    }

    @Test
    void where_a_machine_dies_amid_sending_the_other_goes_on_and_only_what_the_dead_one_had_in_hand_may_go_twice() throws Exception {
        int notices = 2_000;
        try (Machine dying = new Machine(SHORT); Machine other = new Machine(SHORT)) {
            post(notices);
            dying.begin();
            await().atMost(Duration.ofSeconds(60)).until(() -> asked.get() > 100);
            dying.kill();
            long inHand = office.states().getOrDefault(NoticeState.SENDING, 0L);
            assertThat(inHand).as("what it had in hand").isBetween(1L, (long) NoticeDelivery.BATCH);
            other.begin();

            awaitAllSent(notices);

            assertThat(taken).as("nothing is lost").hasSize(notices);
            assertThat(asked.get() - notices).as("second copies").isLessThanOrEqualTo((int) inHand);
            assertThat(taken.entrySet().stream().filter(copies -> copies.getValue() > 1).map(Map.Entry::getKey))
                    .as("each second copy is shown")
                    .isSubsetOf(office.database.asOwner()
                            .sql("select office_id || '-' || notice_id from notice where second_copy and unknown_fate")
                            .query(String.class)
                            .list());
        }
    }

    /** One, and as many copies of it as are wanted, each of a file of its own. */
    private void post(int notices) {
        try (Node node = new Node(office.database.pool(1), Clock.systemUTC(), NoticeOffice.SETTINGS, new Gateway(Channel.SMS))) {
            node.post(NoticeOffice.ready("1471-2026-000000"));
        }
        String columns = office.database.asOwner().sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_name = 'notice' and column_name not in ('notice_id', 'dedupe_key')
                        """).query(String.class).single();
        office.database.asOwner()
                .sql("insert into notice (dedupe_key, %s) select dedupe_key || n, %s from notice, generate_series(2, :notices) n"
                        .formatted(columns, columns))
                .param("notices", notices)
                .update();
    }

    private void awaitAllSent(long notices) {
        await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, notices)));
    }

    private void take(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        taken.merge(exchange.getRequestURI().getRawQuery().replaceAll("^key=|&.*", ""), 1, Integer::sum);
        byte[] answer = "OK".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private final class Machine implements AutoCloseable {
        private final Process process;
        private final BufferedReader says;

        /** @param stuckAfter after which it takes up what another had in hand */
        Machine(Duration stuckAfter) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "-Dloket.sms.gateway=http",
                            "-Dloket.sms.http.url=http://localhost:" + gateway.getAddress().getPort() + "/?key={key}&text={text}&to={digits}",
                            "-Dloket.sms.http.method=GET", NoticeProcess.class.getName(), office.database.url(), TestDatabase.user(), TestDatabase.password(),
                            stuckAfter.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            says = process.inputReader();
        }

        void begin() throws IOException {
            assertThat(says.readLine()).isEqualTo("ready");
            process.outputWriter().append('\n').flush();
        }

        /** @return how many tries it made */
        int end() throws IOException {
            process.outputWriter().close();
            return Integer.parseInt(says.readLine());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
