package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.loket.notice.NoticeOffice.Node;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a notice that was written down. */
@Tag("MFG-6a")
class NoticeDeliveryTest {

    private static final String FILE = "1471-2026-000123";

    private final NoticeOffice office = new NoticeOffice();
    private final Gateway sms = new Gateway(Channel.SMS);
    private final Gateway mail = new Gateway(Channel.EMAIL);
    private Node node;

    @BeforeEach
    void start() {
        node = office.node(sms, mail);
    }

    @AfterEach
    void stop() {
        node.close();
        office.close();
    }

    @Test
    void a_notice_goes_out_by_sms_and_its_delivery_is_proved() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        office.clock.advance(Duration.ofSeconds(4));
        node.receipts.report(sms.name(), "gw-1-1-1", Receipts.Fate.DELIVERED, "stat:DELIVRD", office.clock.instant());

        Outgoing message = sms.taken().getFirst();
        assertThat(message.to()).isEqualTo("+6281200000184");
        assertThat(message.key()).isEqualTo("1-1");
        assertThat(message.text()).startsWith("DPMPTSP Kota Pekanbaru: ").contains(FILE);
        assertThat(message.subject()).isNull();
        Notice notice = only(node.of(FILE));
        assertThat(notice.state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(notice.delivered()).isEqualTo(office.clock.instant());
        assertThat(notice.tries())
                .extracting(NoticeTry::outcome)
                .containsExactly(NoticeTry.Outcome.ACCEPTED, NoticeTry.Outcome.DELIVERED);
        assertThat(notice.tries()).extracting(NoticeTry::reference).containsOnly("gw-1-1-1");
    }

    @Test
    void what_was_told_once_is_not_told_again() {
        assertThat(node.post(NoticeOffice.ready(FILE))).isPresent();
        node.deliverDue();

        assertThat(node.post(NoticeOffice.ready(FILE))).isEmpty();
        node.deliverDue();

        assertThat(sms.taken()).hasSize(1);
        assertThat(node.of(FILE)).hasSize(1);
    }

    @Test
    void where_the_cause_is_rolled_back_there_is_no_notice() {
        assertThatThrownBy(() -> node.transaction.executeWithoutResult(t -> {
                    node.notices.post(NoticeOffice.ready(FILE));
                    throw new IllegalStateException("the movement failed");
                }))
                .hasMessage("the movement failed");
        node.deliverDue();

        assertThat(sms.asked()).isZero();
        assertThat(node.of(FILE)).isEmpty();
        assertThat(node.post(NoticeOffice.ready(FILE))).as("it can be told later").isPresent();
    }

    @Test
    void posting_costs_one_statement_and_sending_two() {
        node.post(NoticeOffice.ready("1471-2026-000001"));
        node.statements.set(0);

        node.post(NoticeOffice.ready(FILE));
        assertThat(node.statements.get()).as("post; the office's wordings are known").isEqualTo(1);
        node.deliverDue();
        node.statements.set(0);
        node.post(NoticeOffice.ready("1471-2026-000003"));
        node.statements.set(0);
        node.delivery.deliverDue(Channel.SMS);
        assertThat(node.statements.get()).as("claim, result, and a claim that finds nothing more").isEqualTo(3);
    }

    @Test
    void what_another_node_is_just_taking_holds_up_nothing_else() throws Exception {
        node.post(NoticeOffice.ready(FILE));
        node.post(NoticeOffice.ready("1471-2026-000002"));
        try (var pool = office.database.pool(1); Connection other = pool.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from notice where subject_key = '" + FILE + "' for update");

            assertThat(CompletableFuture.supplyAsync(() -> node.delivery.deliverDue(Channel.SMS)).get(20, TimeUnit.SECONDS)).isOne();
        }

        assertThat(sms.taken()).singleElement().satisfies(message -> assertThat(message.text()).contains("1471-2026-000002"));
    }

    @Test
    void a_node_that_dies_in_the_middle_of_a_try_loses_nothing() {
        node.post(NoticeOffice.ready(FILE));
        sms.answers(message -> {
            sms.accepted(message);
            throw new Killed();
        });
        try (Node dying = office.node(sms)) {
            assertThatThrownBy(() -> dying.delivery.deliverDue(Channel.SMS)).hasRootCauseInstanceOf(Killed.class);
        }
        sms.works();
        assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENDING, 1L));
        node.goOnFor(Duration.ofMinutes(14), Duration.ofMinutes(1));
        assertThat(office.states()).as("it may still be at work").isEqualTo(Map.of(NoticeState.SENDING, 1L));

        node.goOnFor(Duration.ofMinutes(2), Duration.ofSeconds(30));

        Notice notice = only(node.of(FILE));
        assertThat(notice.state()).isEqualTo(NoticeState.SENT);
        assertThat(notice.unknownFate()).isTrue();
        assertThat(notice.secondCopy()).as("the recipient may have it twice, and the page says so").isTrue();
        assertThat(notice.tries())
                .extracting(NoticeTry::outcome)
                .containsExactly(NoticeTry.Outcome.UNKNOWN, NoticeTry.Outcome.ACCEPTED);
        assertThat(sms.taken()).hasSize(2).extracting(Outgoing::key).containsOnly("1-1");
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).extracting(Notice::id).containsExactly(notice.id());
    }

    /** Not an exception, which delivery would take for an answer. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void after_an_answer_that_was_lost_there_is_one_more_try_and_not_a_third() {
        node.post(NoticeOffice.ready(FILE));
        sms.takesWithoutAnswer();

        node.goOnFor(Duration.ofHours(3), Duration.ofMinutes(1));

        assertThat(sms.taken()).hasSize(2);
        assertThat(node.of(FILE)).extracting(Notice::channel, Notice::state)
                .containsExactly(
                        tuple(Channel.SMS, NoticeState.FAILED_FOR_GOOD),
                        tuple(Channel.EMAIL, NoticeState.SENT));
        assertThat(node.of(FILE).getFirst().secondCopy()).isTrue();
    }

    @Test
    void a_try_taken_for_lost_that_was_accepted_after_all_is_not_repeated() {
        node.post(NoticeOffice.ready(FILE));
        sms.answers(message -> {
            office.clock.advance(Duration.ofMinutes(16));
            node.sweep.sweep();
            sms.works();
            return sms.accepted(message);
        });

        node.delivery.deliverDue(Channel.SMS);
        node.goOnFor(Duration.ofHours(1), Duration.ofMinutes(1));

        assertThat(sms.taken()).hasSize(1);
        Notice notice = only(node.of(FILE));
        assertThat(notice.state()).isEqualTo(NoticeState.SENT);
        assertThat(notice.unknownFate()).isFalse();
    }

    @Test
    void where_a_way_fails_for_good_the_next_is_gone_and_in_the_end_somebody_calls() {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.APPLICANT, Channel.SMS, Channel.EMAIL));
        sms.refuses();
        mail.refuses();

        node.deliverDue();
        node.deliverDue();

        assertThat(node.of(FILE)).extracting(Notice::channel).containsExactly(Channel.SMS, Channel.EMAIL, Channel.CALL);
        assertThat(node.of(FILE)).extracting(Notice::way).containsExactly(0, 1, 2);
        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(1);
        assertThat(node.of(FILE).getFirst().tries().getFirst().detail())
                .as("the proof is kept for long, so it holds no number")
                .isEqualTo("invalid destination …");
    }

    @Test
    void a_delivery_that_the_gateway_reports_as_failed_goes_the_next_way() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();

        node.receipts.report(sms.name(), "gw-1-1-1", Receipts.Fate.STILL_UNDERWAY, "ENROUTE", office.clock.instant());
        node.receipts.report(sms.name(), "gw-1-1-1", Receipts.Fate.FAILED, "stat:EXPIRED", office.clock.instant());
        node.receipts.report(sms.name(), "gw-1-1-1", Receipts.Fate.FAILED, "stat:EXPIRED", office.clock.instant());
        node.deliverDue();

        assertThat(node.of(FILE)).extracting(Notice::state).containsExactly(NoticeState.FAILED_FOR_GOOD, NoticeState.SENT);
        assertThat(mail.taken()).hasSize(1);
    }

    @Test
    void what_waits_for_a_gateway_that_was_taken_out_goes_the_next_way_and_in_the_end_somebody_calls() {
        node.post(NoticeOffice.ready(FILE));
        try (Node without = office.node(mail)) {
            without.goOnFor(Duration.ofMinutes(59), Duration.ofMinutes(1));
            assertThat(mail.asked()).as("another node may have it").isZero();

            without.goOnFor(Duration.ofMinutes(3), Duration.ofMinutes(1));

            assertThat(node.of(FILE)).extracting(Notice::channel, Notice::state).containsExactly(
                    tuple(Channel.SMS, NoticeState.FAILED_FOR_GOOD), tuple(Channel.EMAIL, NoticeState.SENT));
            assertThat(node.of(FILE).getFirst().tries()).extracting(NoticeTry::outcome, NoticeTry::detail)
                    .containsExactly(tuple(NoticeTry.Outcome.REFUSED, "No gateway for SMS is set up"));
            assertThat(without.notices.troubles(NoticeOffice.CLERK)).extracting(Notice::channel).containsExactly(Channel.SMS);
        }
        node.post(NoticeOffice.ready("1471-2026-000002", NoticeOffice.withPhoneOnly(NoticeOffice.MOBILE), Channel.SMS));
        try (Node without = office.node()) {
            without.goOnFor(Duration.ofMinutes(62), Duration.ofMinutes(1));

            assertThat(without.calls.open(NoticeOffice.CLERK)).hasSize(1);
        }
    }

    @Test
    void a_report_that_comes_before_the_answer_is_written_down_is_not_lost() {
        node.post(NoticeOffice.ready(FILE));
        sms.answers(message -> {
            Carried answer = sms.accepted(message);
            node.receipts.report(sms.name(), "gw-1-1-1", Receipts.Fate.DELIVERED, "DELIVRD", office.clock.instant());
            return answer;
        });

        node.deliverDue();
        assertThat(only(node.of(FILE)).state()).isEqualTo(NoticeState.SENT);
        node.sweep.sweep();

        assertThat(only(node.of(FILE)).state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void parts_that_are_reported_to_two_nodes_at_once_make_one_whole() throws Exception {
        List<String> files = IntStream.range(0, 40).mapToObj("1471-2026-%06d"::formatted).toList();
        sms.answers(message -> new Carried.Accepted(List.of("a-" + message.key(), "b-" + message.key()), true));
        files.forEach(file -> node.post(NoticeOffice.ready(file)));
        node.deliverDue();

        var together = new CyclicBarrier(2);
        try (Node other = office.node(sms, mail); var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(reports(node, "a-", together), reports(other, "b-", together)))) {
                done.get();
            }
        }

        assertThat(office.states()).isEqualTo(Map.of(NoticeState.DELIVERED, (long) files.size()));
    }

    private Callable<Void> reports(Node node, String part, CyclicBarrier together) {
        return () -> {
            for (Outgoing message : sms.inOrder()) {
                together.await(20, TimeUnit.SECONDS);
                node.receipts.report(sms.name(), part + message.key(), Receipts.Fate.DELIVERED, "DELIVRD", office.clock.instant());
            }
            return null;
        };
    }

    @Test
    void a_report_that_never_comes_is_seen() {
        node.post(NoticeOffice.ready(FILE));
        node.deliverDue();
        node.goOnFor(Duration.ofHours(71), Duration.ofHours(1));
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).isEmpty();

        node.goOnFor(Duration.ofHours(2), Duration.ofHours(1));

        assertThat(only(node.notices.troubles(NoticeOffice.CLERK)).receiptMissed()).isTrue();
        assertThat(only(node.of(FILE)).tries()).extracting(NoticeTry::outcome).endsWith(NoticeTry.Outcome.NO_RECEIPT);
    }

    @Test
    void a_notice_that_nothing_takes_up_is_seen() {
        node.post(NoticeOffice.ready(FILE));

        office.clock.advance(Duration.ofMinutes(61));

        assertThat(only(node.notices.troubles(NoticeOffice.CLERK)).overdue()).isTrue();
    }

    @Test
    void what_is_called_off_does_not_go_out() {
        node.post(NoticeOffice.ready(FILE));

        assertThat(cancel()).isEqualTo(1);
        node.goOnFor(Duration.ofMinutes(5), Duration.ofMinutes(1));

        assertThat(sms.asked()).isZero();
        assertThat(only(node.of(FILE)).state()).isEqualTo(NoticeState.CANCELLED);
        assertThat(cancel()).isZero();
    }

    @Test
    void what_is_called_off_during_a_try_that_fails_is_not_tried_again_nor_by_another_way() {
        node.post(NoticeOffice.ready("1471-2026-000001"));
        sms.answers(message -> {
            node.transaction.execute(t -> node.notices.cancel(
                    NoticeOffice.OFFICE, Subject.file("1471-2026-000001"), NoticeEvent.READY_TO_COLLECT));
            return new Carried.Later("busy", null);
        });
        node.goOnFor(Duration.ofHours(2), Duration.ofMinutes(1));
        assertThat(sms.asked()).isEqualTo(1);
        assertThat(only(node.of("1471-2026-000001")).state()).isEqualTo(NoticeState.CANCELLED);

        node.post(NoticeOffice.ready(FILE));
        sms.answers(message -> {
            cancel();
            return new Carried.Refused("blocked");
        });
        node.goOnFor(Duration.ofMinutes(2), Duration.ofMinutes(1));
        assertThat(only(node.of(FILE)).state()).isEqualTo(NoticeState.FAILED_FOR_GOOD);
        assertThat(mail.asked()).isZero();
    }

    @Test
    void a_letter_that_cant_be_written_is_written_later_and_nobody_wonders_whether_it_went_out() {
        var paperless = new LetterCarrier(null);

        assertThat(paperless.carry(new Outgoing(1, 1, Channel.LETTER, "1-1", "Jalan Misal Nomor 5", "Hal", "Isi", null, Map.of())))
                .isInstanceOf(Carried.Later.class);
    }

    @Test
    void a_gateway_that_hangs_holds_up_its_own_channel_only() {
        node.post(NoticeOffice.ready(FILE));
        node.post(NoticeOffice.ready("1471-2026-000002", NoticeOffice.withPhone(""), Channel.SMS, Channel.EMAIL));
        sms.isDown();

        node.delivery.deliverDue(Channel.EMAIL);

        assertThat(mail.taken()).hasSize(1);
        Outgoing letter = mail.taken().getFirst();
        assertThat(letter.subject()).contains("1471-2026-000002");
        assertThat(letter.html()).contains("<p", "DPMPTSP Kota Pekanbaru", "<a href=\"https://loket.contoh.go.id/lacak\"");
        assertThat(letter.headers()).containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void the_words_of_a_gateway_are_kept_without_the_address_in_them() {
        assertThat(NoticeDelivery.without("Jalan Misal Nomor 5", "no such street: Jalan Misal Nomor 5")).isEqualTo("no such street: …");
        assertThat(NoticeDelivery.without("pemohon@contoh.id", "550 <Pemohon@Contoh.id> unknown")).isEqualTo("550 <…> unknown");
        assertThat(NoticeDelivery.without("+6281200000184", "0812-0000-0184 is off, err:027")).isEqualTo("… is off, err:027");
        assertThat(NoticeDelivery.without("+6281200000184", null)).isEmpty();
    }

    private int cancel() {
        return node.transaction.execute(
                t -> node.notices.cancel(NoticeOffice.OFFICE, Subject.file(FILE), NoticeEvent.READY_TO_COLLECT));
    }

    private static Notice only(List<Notice> notices) {
        assertThat(notices).hasSize(1);
        return notices.getFirst();
    }
}
