package id.loket.notice.sms;

import static id.loket.testing.SmppCentre.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import id.loket.notice.Carried;
import id.loket.notice.Carried.Accepted;
import id.loket.notice.Carried.Later;
import id.loket.notice.Carried.Refused;
import id.loket.notice.Carried.Unknown;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.Receipts;
import id.loket.notice.Receipts.Fate;
import id.loket.notice.sms.SmppSettings.ReceiptIds;
import id.loket.testing.SettableClock;
import id.loket.testing.SmppCentre;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an SMS, whatever the SMS centre does. The centre is a real one on a socket of this machine. */
@Timeout(60)
class SmppCarrierTest {

    private static final String NUMBER = "+6281234567890";
    private static final String TEXT = "Izin Anda sudah selesai. Silakan ambil di loket.";
    private static final String TWO_PARTS = "Izin selesai. ".repeat(12);

    private record Report(String carrier, String reference, Fate fate, String detail, Instant at) {}

    private final SmppCentre centre = new SmppCentre();
    private final SettableClock clock = new SettableClock();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final AtomicBoolean recordsBroken = new AtomicBoolean();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(centre));
    private final Receipts receipts = (carrier, reference, fate, detail, at) -> {
        if (recordsBroken.getAndSet(false)) {
            throw new IllegalStateException("The database is away");
        }
        reports.add(new Report(carrier, reference, fate, detail, at));
    };

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : toClose.reversed()) {
            each.close();
        }
    }

    @Test
    @Tag("MFG-6a")
    void the_applicant_is_told_and_the_centre_reports_that_it_arrived() throws Exception {
        SmppCarrier carrier = carrier();

        Accepted accepted = accepted(carrier.carry(message(TEXT)));
        centre.receipt(accepted.reference(), "DELIVRD");

        assertThat(accepted.receipt()).isTrue();
        assertThat(centre.submitted()).singleElement().satisfies(s -> {
            assertThat(s.to()).isEqualTo("6281234567890");
            assertThat(s.source()).isEqualTo("LOKET");
            assertThat(s.registeredDelivery()).as("asks for a receipt").isEqualTo(1);
            assertThat(s.esmClass()).isZero();
            assertThat(new String(s.body())).isEqualTo(TEXT);
        });
        assertThat(report()).isEqualTo(new Report("smpp", accepted.reference(), Fate.DELIVERED, "DELIVRD err:000", clock.instant()));
    }

    @Test
    void nothing_is_connected_before_there_is_something_to_say() {
        SmppCarrier carrier = carrier();

        assertThat(centre.connections()).isZero();
        carrier.carry(message(TEXT));
        carrier.carry(message(TEXT));
        assertThat(centre.connections()).as("one connection for all").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14, 0x08, 0x64, 0x45, 0xff, 0x400})
    void what_passes_is_tried_later(int status) {
        centre.next(refuse(status));
        SmppCarrier carrier = carrier();

        assertThat(carrier.carry(message(TEXT))).asInstanceOf(type(Later.class))
                .satisfies(l -> assertThat(l.why()).contains("SMPP status 0x%02X".formatted(status)));
        assertThat(carrier.carry(message(TEXT))).as("the connection stays").isInstanceOf(Accepted.class);
        assertThat(centre.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0b, 0x01, 0x65, 0x66, 0xfe})
    void what_stays_is_refused(int status) {
        centre.next(refuse(status));

        assertThat(carrier().carry(message(TEXT))).asInstanceOf(type(Refused.class))
                .satisfies(r -> assertThat(r.why()).contains("SMPP status 0x%02X".formatted(status)));
    }

    @Test
    void a_wrong_sender_is_the_operators_business_not_the_recipients() {
        centre.next(refuse(0x0a));

        assertThat(carrier().carry(message(TEXT))).asInstanceOf(type(Later.class))
                .satisfies(l -> assertThat(l.why()).contains("LOKET_SMS_SMPP_SOURCE"));
    }

    @Test
    void a_text_that_is_too_long_is_refused_unsent() {
        assertThat(carrier().carry(message("x".repeat(2000)))).isInstanceOf(Refused.class);
        assertThat(centre.submitted()).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_to_the_operator_and_not_tried_again_at_once() throws Exception {
        centre.atNextBind((request, session) -> request.reject(0x0e));
        SmppCarrier carrier = carrier();

        Later first = (Later) carrier.carry(message(TEXT));
        Later second = (Later) carrier.carry(message(TEXT));

        assertThat(first.why()).contains("LOKET_SMS_SMPP_SYSTEM_ID").contains("0x0E").doesNotContain(SmppCentre.PASSWORD);
        assertThat(first.atLeast()).isEqualTo(Duration.ofMinutes(1));
        assertThat(second).isEqualTo(first);
        assertThat(centre.connections()).as("no second try").isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Accepted.class);
    }

    @Test
    void a_connection_that_ends_before_the_sign_in_is_answered_is_tried_later() {
        centre.atNextBind((request, session) -> session.close());
        SmppCarrier carrier = carrier();

        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Later.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Accepted.class);
    }

    @Test
    void pauses_between_vain_connections_double_up_to_the_most() {
        centre.close();
        SmppCarrier carrier = carrier(settings(10, Duration.ofSeconds(20), Duration.ofSeconds(20)));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Later later = (Later) carrier.carry(message(TEXT));
            assertThat(later.why()).contains("can't be reached");
            pauses.add(later.atLeast());
            clock.advance(later.atLeast());
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void a_connection_lost_before_the_answer_leaves_it_unknown_whether_it_was_sent() throws Exception {
        centre.next(centre.drop());
        SmppCarrier carrier = carrier();

        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Unknown.class);
        assertThat(carrier.carry(message(TEXT))).as("connects again").isInstanceOf(Accepted.class);
    }

    @Test
    void a_connection_lost_after_the_answer_loses_nothing() throws Exception {
        SmppCarrier carrier = carrier();
        carrier.carry(message(TEXT));
        centre.awaitBind();
        // Many times, for the answer and the end of the connection arrive almost together.
        for (int i = 0; i < 30; i++) {
            centre.next(centre.takeAndDrop());
            assertThat(carrier.carry(message(TEXT))).isInstanceOf(Accepted.class);
            centre.awaitBind();
        }
    }

    @Test
    void a_connection_lost_amid_the_window_divides_those_answered_from_those_not() throws Exception {
        CountDownLatch arrived = new CountDownLatch(4);
        CountDownLatch dropped = new CountDownLatch(1);
        AtomicInteger place = new AtomicInteger();
        SmppCentre.Reaction reaction = (message, number) -> {
            arrived.countDown();
            arrived.await();
            switch (place.getAndIncrement()) {
                case 0, 1 -> {
                    return number;
                }
                case 2 -> {
                    centre.awaitAnswers(2);
                    centre.dropNow();
                    dropped.countDown();
                }
                default -> dropped.await();
            }
            return number;
        };
        centre.next(reaction, reaction, reaction, reaction);

        assertThat(inParallel(carrier(), 4)).extracting(c -> c.getClass().getSimpleName())
                .containsExactlyInAnyOrder("Accepted", "Accepted", "Unknown", "Unknown");
    }

    @Test
    void a_late_answer_leaves_it_unknown_and_disturbs_nothing() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        centre.next((message, number) -> {
            givenUp.await();
            return number;
        });
        SmppCarrier carrier = carrier(settings(10, Duration.ofMillis(500), Duration.ofMillis(1)));

        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Unknown.class);
        givenUp.countDown();
        centre.awaitAnswers(1);

        assertThat(carrier.carry(message(TEXT))).isInstanceOf(Accepted.class);
        assertThat(centre.connections()).isEqualTo(1);
    }

    @Test
    void after_a_loss_the_connection_comes_back_by_itself_for_the_receipts() throws Exception {
        SmppCarrier carrier = carrier();
        Accepted accepted = accepted(carrier.carry(message(TEXT)));
        centre.awaitBind();

        centre.dropNow();
        centre.awaitBind();
        centre.receipt(accepted.reference(), "DELIVRD");

        assertThat(report().fate()).isEqualTo(Fate.DELIVERED);
    }

    @Test
    void it_comes_back_though_the_centre_turns_it_away_at_first() throws Exception {
        SmppCarrier carrier = carrier();
        carrier.carry(message(TEXT));
        centre.awaitBind();
        centre.atNextBind((request, session) -> request.reject(0x0d));
        centre.atNextBind((request, session) -> session.close());

        centre.dropNow();

        centre.awaitBind();
        assertThat(centre.connections()).isEqualTo(4);
    }

    @Test
    void silence_is_broken_by_the_question_whether_the_centre_is_there() throws Exception {
        SmppSettings settings = settings(10, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(50), ReceiptIds.SAME);
        carrier(settings).carry(message(TEXT));

        centre.awaitEnquiry();
    }

    @Test
    void a_centre_that_has_gone_mute_is_left_and_connected_anew() throws Exception {
        var signIns = new Semaphore(0);
        try (ServerSocket mute = new ServerSocket(0)) {
            Thread.ofPlatform().daemon().start(() -> takeSignInsOnly(mute, signIns));
            SmppSettings settings = new SmppSettings(
                    "localhost", mute.getLocalPort(), false, SmppCentre.SYSTEM_ID, SmppCentre.PASSWORD, "", "LOKET", 5, 0, 1, 1, 10,
                    Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(1), Duration.ofMinutes(1), ReceiptIds.SAME);

            assertThat(carrier(settings).carry(message(TEXT))).isInstanceOf(Unknown.class);

            assertThat(signIns.tryAcquire(2, 20, TimeUnit.SECONDS)).as("signed in again").isTrue();
        }
    }

    /** Answers bind_transceiver and nothing else. */
    private static void takeSignInsOnly(ServerSocket mute, Semaphore signIns) {
        try {
            while (true) {
                Socket caller = mute.accept();
                var in = new DataInputStream(caller.getInputStream());
                int length = in.readInt();
                in.skipNBytes(8);
                int number = in.readInt();
                in.skipNBytes(length - 16L);
                var out = new DataOutputStream(caller.getOutputStream());
                out.writeInt(17);
                out.writeInt(0x80000009);
                out.writeInt(0);
                out.writeInt(number);
                out.writeByte(0);
                out.flush();
                signIns.release();
            }
        } catch (IOException e) {
            // The end of the test.
        }
    }

    /** The centre withholds its answers, and gives them one by one. */
    @Test
    void no_more_messages_than_the_window_wait_for_their_answer() throws Exception {
        int window = 3;
        int messages = 12;
        var arrived = new Semaphore(0);
        var mayAnswer = new Semaphore(0);
        var outstanding = new AtomicInteger();
        var most = new AtomicInteger();
        SmppCentre.Reaction withheld = (message, number) -> {
            most.accumulateAndGet(outstanding.incrementAndGet(), Math::max);
            arrived.release();
            mayAnswer.acquire();
            outstanding.decrementAndGet();
            return number;
        };
        IntStream.range(0, messages).forEach(i -> centre.next(withheld));
        SmppCarrier carrier = carrier(settings(window, Duration.ofSeconds(30), Duration.ofMillis(1)));
        Future<List<Carried>> carried = CompletableFuture.supplyAsync(() -> inParallel(carrier, messages));

        assertThat(arrived.tryAcquire(window, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(arrived.tryAcquire(300, TimeUnit.MILLISECONDS)).as("a further one before an answer").isFalse();
        for (int next = window; next < messages; next++) {
            mayAnswer.release();
            assertThat(arrived.tryAcquire(20, TimeUnit.SECONDS)).as("the next one after an answer").isTrue();
        }
        mayAnswer.release(window);

        assertThat(carried.get()).hasSize(messages).allMatch(Accepted.class::isInstance);
        assertThat(most).hasValue(window);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14})
    void a_centre_that_gets_too_many_gets_them_slower(int status) throws Exception {
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        SmppCentre.Reaction take = (message, number) -> {
            arrivals.add(System.nanoTime());
            return number;
        };
        SmppCentre.Reaction tooMany = (message, number) -> {
            arrivals.add(System.nanoTime());
            throw new ProcessRequestException("Too many", status);
        };
        centre.next(tooMany, tooMany, take, take);
        SmppCarrier carrier = carrier();

        assertThat(List.of(carrier.carry(message(TEXT)), carrier.carry(message(TEXT)))).allMatch(Later.class::isInstance);
        assertThat(List.of(carrier.carry(message(TEXT)), carrier.carry(message(TEXT)))).allMatch(Accepted.class::isInstance);

        assertThat(Duration.ofNanos(arrivals.get(1) - arrivals.get(0))).isGreaterThan(Pace.FIRST);
        assertThat(Duration.ofNanos(arrivals.get(2) - arrivals.get(1))).isGreaterThan(Pace.FIRST.multipliedBy(2));
        assertThat(Duration.ofNanos(arrivals.get(3) - arrivals.get(2))).isGreaterThan(Pace.FIRST);
    }

    @Test
    void thousands_of_messages_each_get_their_own_answer_and_receipt() throws Exception {
        SmppCarrier carrier = carrier(settings(20, Duration.ofSeconds(20), Duration.ofMillis(1)));

        List<Carried> carried = inParallel(carrier, 3000);

        Set<String> references = new HashSet<>();
        carried.forEach(c -> references.add(accepted(c).reference()));
        assertThat(references).hasSize(3000);
        assertThat(centre.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDELIV", "EXPIRED", "DELETED", "REJECTD"})
    void a_failure_is_reported_with_the_centres_word(String state) throws Exception {
        Accepted accepted = accepted(carrier().carry(message(TEXT)));
        centre.receipt(accepted.reference(), state);

        assertThat(report()).satisfies(r -> {
            assertThat(r.fate()).isEqualTo(Fate.FAILED);
            assertThat(r.detail()).isEqualTo(state + " err:000");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTD", "ENROUTE", "UNKNOWN"})
    void what_is_still_underway_is_neither_delivered_nor_failed(String state) throws Exception {
        Accepted accepted = accepted(carrier().carry(message(TEXT)));
        centre.receipt(accepted.reference(), state);

        assertThat(report().fate()).isEqualTo(Fate.STILL_UNDERWAY);
    }

    @Test
    void a_receipt_may_come_before_the_answer_and_twice() throws Exception {
        centre.next((message, number) -> {
            centre.receipt(number, "DELIVRD");
            centre.receipt(number, "DELIVRD");
            return number;
        });

        Accepted accepted = accepted(carrier().carry(message(TEXT)));

        assertThat(List.of(report(), report())).allSatisfy(r -> {
            assertThat(r.reference()).isEqualTo(accepted.reference());
            assertThat(r.fate()).isEqualTo(Fate.DELIVERED);
        });
    }

    @Test
    void a_receipt_that_cant_be_written_down_is_asked_for_again() throws Exception {
        Accepted accepted = accepted(carrier().carry(message(TEXT)));
        recordsBroken.set(true);

        assertThat(catchThrowable(() -> centre.receipt(accepted.reference(), "DELIVRD")))
                .as("refused with a status that means: again").hasStackTraceContaining("00000064");
        centre.receipt(accepted.reference(), "DELIVRD");

        assertThat(report().fate()).isEqualTo(Fate.DELIVERED);
    }

    @Test
    void receipts_are_read_though_they_are_written_in_other_ways() throws Exception {
        SmppCarrier carrier = carrier();
        centre.next((message, number) -> "000A1F", (message, number) -> "777", (message, number) -> "778");
        String first = accepted(carrier.carry(message(TEXT))).reference();
        String second = accepted(carrier.carry(message(TEXT))).reference();
        String third = accepted(carrier.carry(message(TEXT))).reference();

        centre.deliver("id:a1f stat:delivrd");
        centre.deliver("", new OptionalParameter.Receipted_message_id("777"), new OptionalParameter.Message_state((byte) 5));
        centre.deliver("ID:778 Stat:DELIVRD Text:id:1 stat:UNDELIV");

        assertThat(List.of(report(), report(), report())).extracting(Report::reference, Report::fate).containsExactly(
                tuple(first, Fate.DELIVERED),
                tuple(second, Fate.FAILED),
                tuple(third, Fate.DELIVERED));
    }

    @Test
    void what_somebody_writes_to_the_office_is_no_receipt() throws Exception {
        SmppCarrier carrier = carrier();
        String reference = accepted(carrier.carry(message(TEXT))).reference();

        centre.deliver(0, "id:%s stat:DELIVRD err:000".formatted(reference));
        centre.deliver("halo, izin saya bagaimana?");
        centre.receipt(reference, "UNDELIV");

        assertThat(report().fate()).isEqualTo(Fate.FAILED);
        assertThat(reports).isEmpty();
    }

    @Test
    void a_number_hexadecimal_in_the_answer_and_decimal_in_the_receipt_is_the_same() throws Exception {
        SmppCarrier decimal = carrier(settings(10, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofSeconds(30), ReceiptIds.DECIMAL));
        centre.next((message, number) -> "00FF");
        String reference = accepted(decimal.carry(message(TEXT))).reference();
        centre.receipt("0000000255", "DELIVRD");

        assertThat(report().reference()).isEqualTo(reference);
    }

    @Test
    void a_number_decimal_in_the_answer_and_hexadecimal_in_the_receipt_is_the_same() throws Exception {
        SmppCarrier hex = carrier(settings(10, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofSeconds(30), ReceiptIds.HEX));
        centre.next((message, number) -> "255");
        String reference = accepted(hex.carry(message(TEXT))).reference();
        centre.receipt("0FF", "DELIVRD");

        assertThat(report().reference()).isEqualTo(reference);
    }

    @Test
    @Tag("MFG-6a")
    void each_part_of_a_long_text_has_its_own_number_and_receipt() throws Exception {
        centre.next((message, number) -> {
            centre.receipt(number, "ENROUTE");
            return number;
        });
        Accepted accepted = accepted(carrier().carry(message(TWO_PARTS)));
        centre.receipt(accepted.parts().get(1), "DELIVRD");
        centre.receipt(accepted.parts().get(0), "DELIVRD");

        assertThat(accepted.receipt()).isTrue();
        assertThat(accepted.parts()).hasSize(2).doesNotHaveDuplicates();
        assertThat(centre.submitted()).hasSize(2).allMatch(s -> s.esmClass() == 0x40);
        assertThat(List.of(report(), report(), report())).extracting(Report::reference, Report::fate).containsExactly(
                tuple(accepted.parts().get(0), Fate.STILL_UNDERWAY),
                tuple(accepted.parts().get(1), Fate.DELIVERED),
                tuple(accepted.parts().get(0), Fate.DELIVERED));
    }

    @Test
    void the_next_try_sends_only_the_parts_that_are_missing_whoever_makes_it() {
        centre.next((message, number) -> number, refuse(0x58));

        Carried first = carrier().carry(message(TWO_PARTS));
        assertThat(first).isInstanceOf(Later.class);
        assertThat(first.parts()).hasSize(1);
        Accepted accepted = accepted(carrier().carry(message(TWO_PARTS, first.parts())));

        assertThat(centre.submitted()).extracting(s -> s.body()[5]).as("part 1, then 2 twice").containsExactly((byte) 1, (byte) 2, (byte) 2);
        assertThat(centre.submitted()).extracting(s -> s.body()[3]).as("of the same text").containsOnly(centre.submitted().getFirst().body()[3]);
        assertThat(accepted.parts()).hasSize(2).doesNotHaveDuplicates().startsWith(first.parts().getFirst());
    }

    @Test
    void what_was_taken_before_an_answer_was_lost_is_known() {
        centre.next((message, number) -> number, centre.drop());

        Carried carried = carrier().carry(message(TWO_PARTS));

        assertThat(carried).isInstanceOf(Unknown.class);
        assertThat(carried.parts()).hasSize(1);
    }

    @Test
    void an_answer_without_a_number_promises_no_receipt() {
        centre.next((message, number) -> "");

        assertThat(carrier().carry(message(TEXT))).isEqualTo(new Accepted("", false));
    }

    private SmppCarrier carrier() {
        return carrier(settings(10, Duration.ofSeconds(20), Duration.ofMillis(1)));
    }

    private SmppCarrier carrier(SmppSettings settings) {
        SmppCarrier carrier = new SmppCarrier(settings, receipts, clock);
        toClose.add(carrier);
        return carrier;
    }

    private SmppSettings settings(int window, Duration answerTime, Duration reconnectAfter) {
        return settings(window, answerTime, reconnectAfter, Duration.ofSeconds(30), ReceiptIds.SAME);
    }

    private SmppSettings settings(int window, Duration answerTime, Duration reconnectAfter, Duration enquireAfter, ReceiptIds receiptIds) {
        return new SmppSettings(
                "localhost", centre.port(), false, SmppCentre.SYSTEM_ID, SmppCentre.PASSWORD, "", "LOKET", 5, 0, 1, 1, window, answerTime,
                enquireAfter, reconnectAfter, Duration.ofMinutes(1), receiptIds);
    }

    private static Outgoing message(String text) {
        return message(text, List.of());
    }

    private static Outgoing message(String text, List<String> taken) {
        return new Outgoing(1, 4711, Channel.SMS, "1-4711-0", NUMBER, null, text, null, Map.of(), taken);
    }

    private static Accepted accepted(Carried carried) {
        assertThat(carried).isInstanceOf(Accepted.class);
        return (Accepted) carried;
    }

    private static List<Carried> inParallel(SmppCarrier carrier, int messages) {
        List<CompletableFuture<Carried>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                Outgoing message = new Outgoing(1, i, Channel.SMS, "1-" + i + "-0", NUMBER, null, TEXT, null, Map.of());
                waiting.add(CompletableFuture.supplyAsync(() -> carrier.carry(message), threads));
            }
            return waiting.stream().map(CompletableFuture::join).toList();
        }
    }

    private Report report() throws InterruptedException {
        Report report = reports.poll(20, TimeUnit.SECONDS);
        assertThat(report).as("a report").isNotNull();
        return report;
    }
}
