package id.loket.notice;

import id.loket.notice.NoticeState.Happening;
import id.loket.platform.db.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due to the carriers. Any number of nodes do so at once: a notice is claimed and that is committed before its carrier is
 * called, and what became of the try is written after. A node that dies in between leaves it claimed, which {@link NoticeSweep} finds.
 *
 * <p>Statements: one to see which offices have something due, one for each office in a batch, one for each notice; two or three more where
 * one fails for good.
 */
@Component
class NoticeDelivery {

    /** One claim. With the usual time-outs of gateways it is done well before {@link NoticeSettings#stuckAfter}. */
    static final int BATCH = 40;

    /** After so many batches it is looked which other offices have something due by now. */
    private static final int LOOK_AGAIN = 10;

    /** One look into the index of what waits for each office, not at what waits. */
    static final String OFFICES_WITH_DUE =
            """
            select o.office_id from office o cross join lateral (
                select from notice n
                where n.office_id = o.office_id and n.channel = :channel and n.state in ('CREATED', 'FAILED_FOR_NOW') and n.next_try_at <= :due
                limit 1) due
            order by o.office_id
            """;

    /** {@code skip locked}: nodes neither wait for one another nor take the same. */
    static final String CLAIM =
            """
            with due as (
                select office_id, notice_id from notice
                where office_id = :office and channel = :channel and state in ('CREATED', 'FAILED_FOR_NOW') and next_try_at <= :due
                order by next_try_at limit :most
                for update skip locked)
            update notice n
            set state = 'SENDING', attempts = n.attempts + 1, claimed_at = :now, first_try_at = coalesce(n.first_try_at, :now)
            from due where n.office_id = due.office_id and n.notice_id = due.notice_id
            returning
            """
                    + Claimed.COLUMNS;

    /** Where this node has no carrier another may have one; what still waits after so long has none anywhere. */
    static final Duration LEFT_TO_OTHERS = Duration.ofHours(1);

    private static final int LONGEST_DETAIL = 300;

    /** A text that goes in one message is known by the notice's reference. */
    private static final String[] NO_PARTS = {};

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);

    /**
     * A notice in the hands of this node.
     *
     * @param attempt     1 for the first
     * @param unknownFate whether a try before this one ended without an answer
     * @param parts       the carrier's numbers of the parts that went out at tries before this one
     */
    record Claimed(
            int officeId,
            long noticeId,
            Channel channel,
            int attempt,
            Instant claimedAt,
            Instant firstTry,
            boolean unknownFate,
            String address,
            String title,
            String body,
            String html,
            String headers,
            List<String> parts) {

        static final String COLUMNS =
                """
                n.office_id, n.notice_id, n.channel, n.attempts, n.claimed_at, n.first_try_at, n.unknown_fate, n.address, n.title, n.body,
                n.html, n.headers, case when n.attempts > 1 then (
                    select array_agg(p.reference order by p.part) from notice_part p
                    where p.office_id = n.office_id and p.notice_id = n.notice_id and p.carrier = n.carrier) end as parts
                """;

        static Claimed of(ResultSet row, int number) throws SQLException {
            return new Claimed(
                    row.getInt("office_id"),
                    row.getLong("notice_id"),
                    Channel.valueOf(row.getString("channel")),
                    row.getInt("attempts"),
                    Timestamps.instant(row, "claimed_at"),
                    Timestamps.instant(row, "first_try_at"),
                    row.getBoolean("unknown_fate"),
                    row.getString("address"),
                    row.getString("title"),
                    row.getString("body"),
                    row.getString("html"),
                    row.getString("headers"),
                    parts(row.getArray("parts")));
        }

        private static List<String> parts(Array references) throws SQLException {
            return references == null ? List.of() : List.of((String[]) references.getArray());
        }

        Outgoing outgoing() {
            boolean mail = channel == Channel.EMAIL;
            return new Outgoing(
                    officeId,
                    noticeId,
                    channel,
                    officeId + "-" + noticeId,
                    address,
                    title.isEmpty() ? null : title,
                    body,
                    mail ? html : null,
                    mail ? mailHeaders() : Map.of(),
                    parts);
        }

        /** What an officer wrote says itself that it wasn't sent by a program. */
        private Map<String, String> mailHeaders() {
            Map<String, String> all = new HashMap<>(Map.of("Auto-Submitted", "auto-generated"));
            headers.lines().map(line -> line.split(": ", 2)).forEach(header -> all.put(header[0], header[1]));
            return all;
        }
    }

    /** Stands where a channel has no carrier, such as after its settings were taken out. */
    private record NoCarrier(Channel channel) implements Carrier {

        @Override
        public String name() {
            return "";
        }

        @Override
        public Carried carry(Outgoing message) {
            return new Carried.Refused("No gateway for " + channel + " is set up");
        }
    }

    /** @param nextTry null where there is none */
    record Verdict(Happening happening, NoticeState state, Instant nextTry) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Carriers carriers;
    private final Outbox outbox;
    private final NoticeSettings settings;

    NoticeDelivery(
            JdbcClient db,
            PlatformTransactionManager transactions,
            Clock clock,
            Carriers carriers,
            Outbox outbox,
            NoticeSettings settings) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.carriers = carriers;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Tries everything of a channel that is due now. What was to go by a channel that has no carrier any more goes the next way.
     *
     * @param channel none by which persons go
     * @return how many tries there were
     */
    int deliverDue(Channel channel) {
        Optional<Carrier> own = carriers.of(channel);
        Carrier carrier = own.orElse(new NoCarrier(channel));
        Duration leave = own.isPresent() ? Duration.ZERO : LEFT_TO_OTHERS;
        int tries = 0;
        SequencedSet<Integer> offices = new LinkedHashSet<>(withDue(channel, leave));
        try (ExecutorService workers = Executors.newFixedThreadPool(settings.parallel(), Thread.ofVirtual().factory())) {
            for (int batches = 1; !offices.isEmpty() && !Thread.currentThread().isInterrupted(); batches++) {
                List<Claimed> batch = claim(offices, channel, leave);
                CompletableFuture.allOf(batch.stream()
                                .map(notice -> CompletableFuture.runAsync(() -> carry(carrier, notice), workers))
                                .toArray(CompletableFuture[]::new))
                        .join();
                tries += batch.size();
                if (batches % LOOK_AGAIN == 0) {
                    offices.addAll(withDue(channel, leave));
                }
            }
        }
        return tries;
    }

    private List<Integer> withDue(Channel channel, Duration leave) {
        return db.sql(OFFICES_WITH_DUE)
                .param("channel", channel.name())
                .param("due", Timestamps.utc(clock.instant().minus(leave)))
                .query(Integer.class)
                .list();
    }

    /**
     * A batch of what is due, of one office after the other. One that may have more due goes to the end of them, so that a long queue of
     * one office doesn't hold up the others; one that has nothing left is taken out.
     */
    private List<Claimed> claim(SequencedSet<Integer> offices, Channel channel, Duration leave) {
        List<Claimed> batch = new ArrayList<>();
        while (batch.size() < BATCH && !offices.isEmpty()) {
            int office = offices.removeFirst();
            int most = BATCH - batch.size();
            List<Claimed> claimed = claim(office, channel, leave, most);
            batch.addAll(claimed);
            if (claimed.size() == most) {
                offices.addLast(office);
            }
        }
        return batch;
    }

    private List<Claimed> claim(int office, Channel channel, Duration leave, int most) {
        Instant now = clock.instant();
        return db.sql(CLAIM)
                .param("office", office)
                .param("channel", channel.name())
                .param("now", Timestamps.utc(now))
                .param("due", Timestamps.utc(now.minus(leave)))
                .param("most", most)
                .query(Claimed::of)
                .list();
    }

    private void carry(Carrier carrier, Claimed notice) {
        finish(notice, carrier.name(), tooLate(notice)
                ? new Carried.Later("not begun in time", null)
                : carried(carrier, notice.outgoing()));
    }

    /** A node that was suspended must not send what others may have taken up meanwhile. */
    private boolean tooLate(Claimed notice) {
        return clock.instant().isAfter(notice.claimedAt().plus(settings.stuckAfter().dividedBy(2)));
    }

    private static Carried carried(Carrier carrier, Outgoing message) {
        try {
            return carrier.carry(message);
        } catch (RuntimeException e) {
            // Its message may hold number or text, so only the kind is told.
            LOG.error("carrier {} threw {} at notice {} of office {}", carrier.name(), e.getClass().getName(), message.noticeId(),
                    message.officeId());
            return new Carried.Unknown(e.getClass().getSimpleName());
        }
    }

    /** Writes down what became of a try. */
    void finish(Claimed notice, String carrier, Carried result) {
        Verdict verdict =
                judge(notice, result, settings.backOff(notice.channel()), clock.instant(), ThreadLocalRandom.current());
        if (verdict.state() != NoticeState.FAILED_FOR_GOOD) {
            write(notice, carrier, result, verdict);
            return;
        }
        LOG.warn("notice {} of office {} by {}: {} at try {}", notice.noticeId(), notice.officeId(), notice.channel(),
                verdict.happening(), notice.attempt());
        transaction.executeWithoutResult(t -> {
            if (write(notice, carrier, result, verdict)) {
                outbox.goOn(notice.officeId(), notice.noticeId());
            }
        });
    }

    /** What a result leads to. After one try without an answer there is one more, and not a third: the recipient gets two at most. */
    static Verdict judge(Claimed notice, Carried result, BackOff backOff, Instant now, RandomGenerator random) {
        return switch (result) {
            case Carried.Accepted accepted -> verdict(Happening.ACCEPTED, null);
            case Carried.Refused refused -> verdict(Happening.REFUSED, null);
            case Carried.Later later -> again(Happening.PUT_OFF, notice, later.atLeast(), backOff, now, random);
            case Carried.Unknown unknown -> notice.unknownFate()
                    ? verdict(Happening.GIVEN_UP, null)
                    : again(Happening.ANSWER_LOST, notice, null, backOff, now, random);
        };
    }

    private static Verdict again(
            Happening happening, Claimed notice, Duration atLeast, BackOff backOff, Instant now, RandomGenerator random) {
        return backOff.next(notice.attempt(), notice.firstTry(), now, atLeast, random)
                .map(next -> verdict(happening, next))
                .orElseGet(() -> verdict(Happening.GIVEN_UP, null));
    }

    private static Verdict verdict(Happening happening, Instant nextTry) {
        return new Verdict(happening, NoticeState.SENDING.after(happening).orElseThrow(), nextTry);
    }

    /**
     * The try, and the notice's new state. What was taken for lost may come back: if it was accepted and not tried again yet, it is sent;
     * if it was tried again, the recipient may have it twice.
     *
     * @return whether the notice is in the verdict's state now, and not called off
     */
    private boolean write(Claimed notice, String carrier, Carried result, Verdict verdict) {
        boolean accepted = result instanceof Carried.Accepted;
        boolean unknown = result instanceof Carried.Unknown;
        return db.sql("""
                        with tried as (
                            insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
                            values (:office, :notice, :now, :attempt, :outcome, :carrier, :reference, :detail)),
                        parted as (
                            insert into notice_part as p (office_id, notice_id, part, carrier, reference, fate)
                            select :office, :notice, part, :carrier, reference, ''
                            from unnest(:parts::text[]) with ordinality as taken (reference, part)
                            on conflict (office_id, notice_id, part) do update
                            set carrier = excluded.carrier, reference = excluded.reference, fate = ''
                            where p.carrier <> excluded.carrier or p.reference <> excluded.reference)
                        update notice
                        set state = case
                                when attempts > :attempt then state
                                when :state = 'FAILED_FOR_NOW' and cancel_asked then 'CANCELLED'
                                else :state end,
                            next_try_at = case when attempts > :attempt then next_try_at else coalesce(:next, next_try_at) end,
                            carrier = case when :reference = '' and attempts > :attempt then carrier else :carrier end,
                            reference = case when :reference = '' then reference else :reference end,
                            receipt_due = receipt_due or :receipt,
                            second_copy = second_copy or attempts > :attempt or unknown_fate and (:accepted or :unknown)
                                and state = 'SENDING',
                            unknown_fate = case
                                when :accepted and attempts = :attempt and state = 'FAILED_FOR_NOW' then false
                                else unknown_fate or :unknown end,
                            sent_at = case when :accepted then :now else sent_at end,
                            failed_at = case when :state = 'FAILED_FOR_GOOD' then :now else failed_at end
                        where office_id = :office and notice_id = :notice
                          and (attempts = :attempt and state = 'SENDING'
                            or attempts = :attempt and state = 'FAILED_FOR_NOW' and unknown_fate and :accepted
                            or attempts > :attempt and :accepted)
                        returning state = :state and attempts = :attempt and not cancel_asked
                        """)
                .param("office", notice.officeId())
                .param("notice", notice.noticeId())
                .param("now", Timestamps.utc(clock.instant()))
                .param("attempt", notice.attempt())
                .param("outcome", switch (result) {
                    case Carried.Accepted a -> NoticeTry.Outcome.ACCEPTED.name();
                    case Carried.Later l -> NoticeTry.Outcome.PUT_OFF.name();
                    case Carried.Refused r -> NoticeTry.Outcome.REFUSED.name();
                    case Carried.Unknown u -> NoticeTry.Outcome.UNKNOWN.name();
                })
                .param("carrier", carrier)
                .param("reference", result instanceof Carried.Accepted a ? a.reference() : "")
                .param("parts", accepted && result.parts().size() == 1 ? NO_PARTS : result.parts().toArray(String[]::new))
                .param("detail", switch (result) {
                    case Carried.Accepted a -> "";
                    case Carried.Later l -> without(notice.address(), l.why());
                    case Carried.Refused r -> without(notice.address(), r.why());
                    case Carried.Unknown u -> without(notice.address(), u.why());
                })
                .param("state", verdict.state().name())
                .param("next", Timestamps.utc(verdict.nextTry()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("receipt", result instanceof Carried.Accepted a && a.receipt())
                .param("accepted", accepted)
                .param("unknown", unknown)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The proof is kept when addresses are blanked, so it must not hold them: gateways like to repeat the number. */
    static String without(String address, String why) {
        String said = why == null ? "" : address.isEmpty() ? why : why.replace(address, "…");
        said = said.replaceAll("[^\\s@<>\"]+@[^\\s@<>\"]+", "…").replaceAll("\\+?[0-9][0-9 .()\\-]{6,}[0-9]", "…");
        return said.length() > LONGEST_DETAIL ? said.substring(0, LONGEST_DETAIL) : said;
    }
}
