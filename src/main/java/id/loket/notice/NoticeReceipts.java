package id.loket.notice;

import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gateways' reports of deliveries. One that comes before its try is written down waits for it; one that comes twice changes nothing. */
@Component
class NoticeReceipts implements Receipts {

    /** A report comes seconds before its try is written down, not hours; who has an account with others gets theirs too. */
    private static final Duration EARLY_KEPT = Duration.ofHours(1);

    private record Receipt(String carrier, String reference, Fate fate, String detail, Instant at) {}

    private record Key(int officeId, long noticeId) {

        Map<String, ?> params() {
            return Map.of("office", officeId, "notice", noticeId);
        }
    }

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
        var receipt = new Receipt(carrier, reference, fate, NoticeDelivery.without("", detail), at);
        transaction.executeWithoutResult(t -> {
            if (!applyToWhole(receipt) && !applyToPart(receipt)) {
                keep(receipt);
            }
        });
    }

    /** A gateway doesn't know the office: the join asks the index of references once for each. */
    private boolean applyToWhole(Receipt receipt) {
        return apply(
                "from office o where n.office_id = o.office_id and n.reference = :reference and n.carrier = :carrier",
                Map.of(),
                receipt);
    }

    /**
     * A text has been delivered when all its parts are, and has failed when one has; the first word that is final holds. The notice is held
     * meanwhile: its parts may be reported to several nodes at once.
     *
     * @return whether it is known as a part
     */
    private boolean applyToPart(Receipt receipt) {
        List<Key> wholes = db.sql("""
                        select n.office_id, n.notice_id
                        from office o
                            join notice_part p on p.office_id = o.office_id and p.reference = :reference and p.carrier = :carrier
                            join notice n on n.office_id = p.office_id and n.notice_id = p.notice_id
                        for update of n
                        """)
                .param("reference", receipt.reference)
                .param("carrier", receipt.carrier)
                .query(Key.class)
                .list();
        for (Key whole : wholes) {
            if (setPart(whole, receipt)) {
                apply("where n.office_id = :office and n.notice_id = :notice", whole.params(), ofWhole(whole, receipt));
            }
        }
        return !wholes.isEmpty();
    }

    /** @return whether that is news */
    private boolean setPart(Key whole, Receipt receipt) {
        return db.sql("""
                        update notice_part set fate = :fate
                        where office_id = :office and notice_id = :notice and reference = :reference and carrier = :carrier
                          and fate not in (:fate, 'DELIVERED', 'FAILED')
                        """)
                        .params(whole.params())
                        .param("reference", receipt.reference)
                        .param("carrier", receipt.carrier)
                        .param("fate", receipt.fate.name())
                        .update()
                > 0;
    }

    private Receipt ofWhole(Key whole, Receipt part) {
        List<String> fates = db.sql("select fate from notice_part where office_id = :office and notice_id = :notice")
                .params(whole.params())
                .query(String.class)
                .list();
        int delivered = Collections.frequency(fates, Fate.DELIVERED.name());
        Fate fate = fates.contains(Fate.FAILED.name())
                ? Fate.FAILED
                : delivered == fates.size() ? Fate.DELIVERED : Fate.STILL_UNDERWAY;
        return new Receipt(part.carrier, part.reference, fate, "%s, %d/%d".formatted(part.detail, delivered, fates.size()), part.at);
    }

    /**
     * @param which  of the notices {@code n}; those that aren't sent, or not any more, stay as they are
     * @param params of it beside the receipt's
     */
    private boolean apply(String which, Map<String, ?> params, Receipt receipt) {
        Fate fate = receipt.fate;
        List<Key> met = db.sql("""
                        with met as (
                            update notice n
                            set state = :state,
                                delivered_at = case when :state = 'DELIVERED' then :at else delivered_at end,
                                failed_at = case when :state = 'FAILED_FOR_GOOD' then :at else failed_at end
                            %s and n.state = 'SENT'
                            returning n.office_id, n.notice_id, n.attempts)
                        insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
                        select office_id, notice_id, :at, attempts, :outcome, :carrier, :reference, :detail from met
                        returning office_id, notice_id
                        """.formatted(which))
                .params(params)
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
                .param("at", Timestamps.utc(receipt.at))
                .param("carrier", receipt.carrier)
                .param("reference", receipt.reference)
                .param("detail", receipt.detail)
                .query(Key.class)
                .list();
        if (fate == Fate.FAILED) {
            met.forEach(notice -> outbox.goOn(notice.officeId(), notice.noticeId()));
        }
        return !met.isEmpty();
    }

    private void keep(Receipt receipt) {
        db.sql("""
                        insert into notice_early_receipt (carrier, reference, fate, detail, at)
                        select :carrier, :reference, :fate, :detail, :at
                        where not exists (
                            select from notice n join office o on o.office_id = n.office_id
                            where n.reference = :reference and n.carrier = :carrier and n.state <> 'SENT')
                        on conflict do nothing
                        """)
                .param("carrier", receipt.carrier)
                .param("reference", receipt.reference)
                .param("fate", receipt.fate.name())
                .param("detail", receipt.detail)
                .param("at", Timestamps.utc(receipt.at))
                .update();
    }

    /** Reports whose notices are known by now. What nobody waits for is forgotten after an hour. */
    void takeUpEarly() {
        db.sql("""
                        select carrier, reference, fate, detail, at from notice_early_receipt e
                        where exists (
                            select from notice n join office o on o.office_id = n.office_id
                            where n.reference = e.reference and n.carrier = e.carrier)
                           or exists (
                            select from notice_part p join office o on o.office_id = p.office_id
                            where p.reference = e.reference and p.carrier = e.carrier)
                        order by at limit 1000
                        """)
                .query((row, n) -> new Receipt(
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

    private int forget(Receipt early) {
        return db.sql("delete from notice_early_receipt where carrier = :carrier and reference = :reference and fate = :fate")
                .param("carrier", early.carrier)
                .param("reference", early.reference)
                .param("fate", early.fate.name())
                .update();
    }
}
