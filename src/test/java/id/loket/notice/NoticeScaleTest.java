package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.platform.db.Timestamps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All of Indonesia's offices on one database, with long queues: what the jobs read stays small. */
@Tag("MFG-6a")
class NoticeScaleTest {

    private static final int OFFICES = 514;
    private static final int EACH = 200;
    private static final NoticeOffice OFFICE = new NoticeOffice();

    /** Waits until tomorrow, but for three offices, where all of it is due. */
    @BeforeAll
    static void fill() {
        JdbcClient owner = OFFICE.database.asOwner();
        owner.sql("""
                insert into office (office_id, code, government, name, short_name, city, address, phone, email, zone, day_convention,
                    calendar_version)
                select o, 'kantor' || o, '', '', '', '', '', '', '', 'Asia/Jakarta', 'DUE_AT_CLOSING', 0 from generate_series(3, :offices) o
                """).param("offices", OFFICES).update();
        owner.sql("""
                insert into notice (
                    office_id, event, subject_kind, subject_key, service, dedupe_key, way, copy, channel, ways_left, obligatory, language,
                    recipient_name, phone, email, postal_address, address, fields, title, body, html, state, attempts, next_try_at, carrier,
                    reference, receipt_due, receipt_missed, unknown_fate, second_copy, cancel_asked, created_at, sent_at, keep_until)
                select o, 'SURVEY_INVITATION', 'FILE', n::text, '', n::text, 0, 0, 'SMS', '', false, 'id', 'Contoh', '', '', '',
                    '+6281200000184', '{}', '', 'Contoh', '', case when n <= :each then 'CREATED' else 'SENT' end, 0,
                    case when o in (7, 100, 514) then :now::timestamptz else :now::timestamptz + interval '1 day' end, '',
                    '', n > :each, false, false, false, false, :now, case when n > :each then :now::timestamptz end, :now::timestamptz + interval '1 year'
                from generate_series(1, :offices) o, generate_series(1, :each + 20) n
                """)
                .param("offices", OFFICES)
                .param("each", EACH)
                .param("now", Timestamps.utc(OFFICE.clock.instant()))
                .update();
        owner.sql("""
                insert into notice_part (office_id, notice_id, part, carrier, reference, fate)
                select office_id, notice_id, part, '', notice_id || '-' || part, '' from notice, generate_series(1, 2) part where state = 'SENT'
                """).update();
        owner.sql("analyze").update();
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void the_jobs_read_what_is_due_by_the_index_of_each_office_and_not_what_waits() {
        for (Duration later : List.of(Duration.ZERO, Duration.ofDays(2))) {
            assertThat(plan(NoticeDelivery.OFFICES_WITH_DUE, later)).contains("using notice_waiting").doesNotContain("Seq Scan on notice");
            assertThat(plan(NoticeDelivery.CLAIM, later)).contains("using notice_waiting").doesNotContain("Seq Scan on notice", "Sort");
        }
        assertThat(plan(NoticeSweep.MISS_RECEIPTS, Duration.ZERO)).contains("using notice_awaiting").doesNotContain("Seq Scan on notice");
    }

    @Test
    void a_long_queue_of_one_office_doesnt_hold_up_the_others_and_costs_no_more_statements() {
        var sms = new Gateway(Channel.SMS);
        try (var node = OFFICE.node(sms)) {
            node.delivery.deliverDue(Channel.SMS);

            assertThat(sms.messages()).isEqualTo(3 * EACH);
            List<Integer> inOrder = sms.inOrder().stream().map(Outgoing::officeId).toList();
            assertThat(inOrder.subList(0, 3 * NoticeDelivery.BATCH)).as("a batch of each").contains(7, 100, 514);
            int batches = 3 * EACH / NoticeDelivery.BATCH;
            assertThat(node.statements.get())
                    .as("one each, the claims of the batches, one more for each office that has nothing left, two looks at the offices")
                    .isEqualTo(3 * EACH + batches + 3 + 2);
        }
    }

    private static String plan(String sql, Duration later) {
        return String.join("\n", OFFICE.database.asApplication()
                .sql("explain " + sql)
                .param("office", 7)
                .param("channel", "SMS")
                .param("most", NoticeDelivery.BATCH)
                .param("now", Timestamps.utc(OFFICE.clock.instant().plus(later)))
                .param("due", Timestamps.utc(OFFICE.clock.instant().plus(later)))
                .param("before", Timestamps.utc(OFFICE.clock.instant().minusSeconds(1)))
                .query(String.class)
                .list());
    }
}
