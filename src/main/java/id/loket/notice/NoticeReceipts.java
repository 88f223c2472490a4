package id.loket.notice;

import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gateways' reports of deliveries. One that comes before its try is written down waits for it; one that comes twice changes nothing. */
@Component
class NoticeReceipts implements Receipts {

    /** A report comes seconds before its try is written down, not hours; who has an account with others gets theirs too. */
    private static final Duration EARLY_KEPT = Duration.ofHours(1);

    private record Early(String carrier, String reference, Fate fate, String detail, Instant at) {}

    private record Key(int officeId, long noticeId) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Outbox outbox;

    NoticeReceipts(JdbcClient db, PlatformTransactionManager transactions, Clock clock, Outbox outbox) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    public void report(String carrier, String reference, Fate fate, String detail, Instant at) {
        if (reference.isEmpty()) {
            return;
        }
        String said = NoticeDelivery.without("", detail);
        transaction.executeWithoutResult(t -> {
            List<Key> met = apply(carrier, reference, fate, said, at);
            if (met.isEmpty()) {
                keep(carrier, reference, fate, said, at);
            } else if (fate == Fate.FAILED) {
                met.forEach(notice -> outbox.goOn(notice.officeId(), notice.noticeId()));
            }
        });
    }

    /** A gateway doesn't know the office: the join asks the index of references once for each. */
    private List<Key> apply(String carrier, String reference, Fate fate, String detail, Instant at) {
        return db.sql("""
                        with met as (
                            update notice n
                            set state = :state,
                                delivered_at = case when :state = 'DELIVERED' then :at else delivered_at end,
                                failed_at = case when :state = 'FAILED_FOR_GOOD' then :at else failed_at end
                            from office o
                            where n.office_id = o.office_id and n.reference = :reference and n.carrier = :carrier and n.state = 'SENT'
                            returning n.office_id, n.notice_id, n.attempts)
                        insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
                        select office_id, notice_id, :at, attempts, :outcome, :carrier, :reference, :detail from met
                        returning office_id, notice_id
                        """)
                .param("state", switch (fate) {
                    case DELIVERED -> NoticeState.SENT.after(NoticeState.Happening.CONFIRMED).orElseThrow().name();
                    case FAILED -> NoticeState.SENT.after(NoticeState.Happening.BOUNCED).orElseThrow().name();
                    case STILL_UNDERWAY -> NoticeState.SENT.name();
                })
                .param("outcome", switch (fate) {
                    case DELIVERED -> NoticeTry.Outcome.DELIVERED.name();
                    case FAILED -> NoticeTry.Outcome.NOT_DELIVERED.name();
                    case STILL_UNDERWAY -> NoticeTry.Outcome.STILL_UNDERWAY.name();
                })
                .param("at", Timestamps.utc(at))
                .param("carrier", carrier)
                .param("reference", reference)
                .param("detail", detail)
                .query(Key.class)
                .list();
    }

    private void keep(String carrier, String reference, Fate fate, String detail, Instant at) {
        db.sql("""
                        insert into notice_early_receipt (carrier, reference, fate, detail, at)
                        select :carrier, :reference, :fate, :detail, :at
                        where not exists (
                            select from notice n join office o on o.office_id = n.office_id
                            where n.reference = :reference and n.carrier = :carrier and n.state <> 'SENT')
                        on conflict do nothing
                        """)
                .param("carrier", carrier)
                .param("reference", reference)
                .param("fate", fate.name())
                .param("detail", detail)
                .param("at", Timestamps.utc(at))
                .update();
    }

    /** Reports whose notices are known by now. What nobody waits for is forgotten after an hour. */
    void takeUpEarly() {
        db.sql("""
                        select carrier, reference, fate, detail, at from notice_early_receipt e
                        where exists (
                            select from notice n join office o on o.office_id = n.office_id
                            where n.reference = e.reference and n.carrier = e.carrier)
                        order by at limit 1000
                        """)
                .query((row, n) -> new Early(
                        row.getString("carrier"),
                        row.getString("reference"),
                        Fate.valueOf(row.getString("fate")),
                        row.getString("detail"),
                        Timestamps.instant(row, "at")))
                .list()
                .forEach(early -> transaction.executeWithoutResult(t -> {
                    if (forget(early) > 0) {
                        report(early.carrier, early.reference, early.fate, early.detail, early.at);
                    }
                }));
        db.sql("delete from notice_early_receipt where at < :before")
                .param("before", Timestamps.utc(clock.instant().minus(EARLY_KEPT)))
                .update();
    }

    private int forget(Early early) {
        return db.sql("delete from notice_early_receipt where carrier = :carrier and reference = :reference and fate = :fate")
                .param("carrier", early.carrier)
                .param("reference", early.reference)
                .param("fate", early.fate.name())
                .update();
    }
}
