package id.loket.notice;

import id.loket.notice.NoticeDelivery.Claimed;
import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what would otherwise lie about unseen: tries that were lost with their node, and deliveries that no gateway reported. */
@Component
class NoticeSweep {

    private static final int BATCH = 200;

    /** Over the offices, so that of those that wait for a report only the overdue are read. */
    static final String MISS_RECEIPTS =
            """
            with missed as (
                update notice n set receipt_missed = true
                from office o
                where n.office_id = o.office_id and n.state = 'SENT' and n.receipt_due and not n.receipt_missed and n.sent_at < :before
                returning n.office_id, n.notice_id, n.attempts, n.carrier, n.reference)
            insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
            select office_id, notice_id, :now, attempts, 'NO_RECEIPT', carrier, reference, '' from missed
            """;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSweep.class);

    private final JdbcClient db;
    private final Clock clock;
    private final NoticeDelivery delivery;
    private final NoticeReceipts receipts;
    private final NoticeSettings settings;

    NoticeSweep(JdbcClient db, Clock clock, NoticeDelivery delivery, NoticeReceipts receipts, NoticeSettings settings) {
        this.db = db;
        this.clock = clock;
        this.delivery = delivery;
        this.receipts = receipts;
        this.settings = settings;
    }

    void sweep() {
        receipts.takeUpEarly();
        giveUpLostTries();
        missReceipts();
    }

    /** Nobody knows whether the gateway has it: as after an answer that was lost on the way, it is tried once more. */
    private void giveUpLostTries() {
        List<Claimed> lost = db.sql("select " + Claimed.COLUMNS
                        + """
                         from notice n where n.state = 'SENDING' and n.claimed_at < :before
                        order by n.claimed_at limit :most
                        """)
                .param("before", Timestamps.utc(clock.instant().minus(settings.stuckAfter())))
                .param("most", BATCH)
                .query(Claimed::of)
                .list();
        if (!lost.isEmpty()) {
            LOG.warn("{} notices were left in the middle of a try", lost.size());
        }
        lost.forEach(notice -> delivery.finish(notice, "", new Carried.Unknown("the try was lost")));
    }

    private void missReceipts() {
        db.sql(MISS_RECEIPTS)
                .param("before", Timestamps.utc(clock.instant().minus(settings.receiptAfter())))
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }
}
