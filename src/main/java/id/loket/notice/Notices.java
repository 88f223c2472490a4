package id.loket.notice;

import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way of every other part of the office to tell somebody something (MFG-6a). */
@Service
public class Notices {

    private static final Set<String> MAY_SEND_AGAIN = Set.of("FRONT_OFFICE", "BACK_OFFICE", "ADMINISTRATOR");

    private static final Duration LONG_AGO = Duration.ofHours(1);
    private static final Duration TROUBLE_SHOWN = Duration.ofDays(30);
    private static final int MOST_TROUBLES = 200;

    private static final String SELECT =
            """
            select notice_id, event, subject_kind, subject_key, channel, way, copy, language, recipient_name, address, title, body, state,
                   attempts, next_try_at, receipt_missed, unknown_fate, second_copy, created_at, sent_at, delivered_at, failed_at, blanked_at
            from notice
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final Outbox outbox;
    private final NoticeSettings settings;

    Notices(JdbcClient db, Clock clock, Outbox outbox, NoticeSettings settings) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Writes a notice in the caller's transaction; it goes out once that is committed, by the first way that can be gone. Where none can, an
     * obligatory one becomes a call to make, any other is kept as failed.
     *
     * @return its id; empty if what happened was told already
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> post(NewNotice notice) {
        return outbox.write(notice);
    }

    /** The same for what has words of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> post(WrittenNotice notice) {
        return outbox.write(notice);
    }

    /** When something was last told of an event; empty if never. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastTold(int officeId, Subject subject, NoticeEvent event) {
        return db.sql("""
                        select created_at from notice
                        where office_id = :office and subject_kind = :kind and subject_key = :key and event = :event
                        order by created_at desc limit 1
                        """)
                .param("office", officeId)
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("event", event.name())
                .query((row, n) -> Timestamps.instant(row, "created_at"))
                .optional();
    }

    /**
     * Calls off, in the caller's transaction, what of these events hasn't gone out. A try that is going on can't be stopped, but none follows it.
     *
     * @return how many notices that concerns
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancel(int officeId, Subject subject, NoticeEvent... events) {
        return db.sql("""
                        with called_off as (
                            update notice set cancel_asked = true, state = case when state = 'SENDING' then state else 'CANCELLED' end
                            where office_id = :office and subject_kind = :kind and subject_key = :key and event = any(:events)
                              and state in ('CREATED', 'SENDING', 'FAILED_FOR_NOW') and not cancel_asked
                            returning office_id, notice_id, attempts)
                        insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
                        select office_id, notice_id, :now, attempts, 'CALLED_OFF', '', '', '' from called_off
                        """)
                .param("office", officeId)
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("events", Arrays.stream(events).map(NoticeEvent::name).toArray(String[]::new))
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }

    /**
     * Sends the same text by the same way once more, as a notice of its own.
     *
     * @return its id
     * @throws AccessDeniedException if the officer's role doesn't allow it
     * @throws NoticeRefused         if it can't be sent again
     */
    @Transactional
    public long resend(SignedIn officer, long noticeId) {
        String visible = Subject.visible(officer.roles(), MAY_SEND_AGAIN);
        if (visible.equals("false")) {
            throw new AccessDeniedException("sending again is the front and back office's, and the complaint desk's");
        }
        Notice notice = db.sql(SELECT + " where office_id = :office and notice_id = :notice and " + visible)
                .param("office", officer.officeId())
                .param("notice", noticeId)
                .query((row, n) -> notice(row, Map.of()))
                .optional()
                .orElseThrow(() -> new NoticeRefused(NoticeRefused.Reason.NO_SUCH_NOTICE));
        requireDone(notice);
        Instant now = clock.instant();
        // Two who press at once compute the same copy, and the unique key lets one of them win.
        return db.sql("""
                        with copied as (
                            insert into notice (
                                office_id, event, subject_kind, subject_key, service, dedupe_key, way, copy, channel, ways_left, obligatory,
                                language, recipient_name, phone, email, postal_address, address, fields, title, body, html,
                                state, attempts, next_try_at, carrier, reference, receipt_due, receipt_missed, unknown_fate, second_copy,
                                cancel_asked, created_at, keep_until, headers)
                            select office_id, event, subject_kind, subject_key, service, dedupe_key, way,
                                (select max(c.copy) + 1 from notice c
                                 where c.office_id = n.office_id and c.dedupe_key = n.dedupe_key and c.way = n.way),
                                channel, '', obligatory,
                                language, recipient_name, phone, email, postal_address, address, fields, title, body, html,
                                'CREATED', 0, :now, '', '', false, false, false, false,
                                false, :now, :keep, headers
                            from notice n
                            where office_id = :office and notice_id = :notice and not exists (
                                select from notice u
                                where u.office_id = n.office_id and u.dedupe_key = n.dedupe_key and u.way = n.way
                                  and u.state in ('CREATED', 'SENDING', 'FAILED_FOR_NOW'))
                            on conflict do nothing
                            returning office_id, notice_id),
                        told as (
                            insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail, officer_id)
                            select office_id, notice_id, :now, 0, 'SENT_AGAIN', '', '', '', :officer from copied)
                        select notice_id from copied
                        """)
                .param("office", officer.officeId())
                .param("notice", noticeId)
                .param("officer", officer.officerId())
                .param("now", Timestamps.utc(now))
                .param("keep", Timestamps.utc(now.plus(settings.retention())))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NoticeRefused(NoticeRefused.Reason.UNDERWAY));
    }

    private static void requireDone(Notice notice) {
        if (notice.channel().byPerson() || notice.address().isEmpty() && notice.blanked() == null) {
            throw new NoticeRefused(NoticeRefused.Reason.NOT_SENT);
        }
        if (notice.state() == NoticeState.CANCELLED) {
            throw new NoticeRefused(NoticeRefused.Reason.CANCELLED);
        }
        if (notice.state().underway()) {
            throw new NoticeRefused(NoticeRefused.Reason.UNDERWAY);
        }
        if (notice.blanked() != null) {
            throw new NoticeRefused(NoticeRefused.Reason.BLANKED);
        }
    }

    /** The notices about something, oldest first, with their proof; of the officer's own office only. */
    @Transactional(readOnly = true)
    public List<Notice> of(SignedIn officer, Subject subject) {
        Map<Long, List<NoticeTry>> tries = tries(
                officer.officeId(),
                """
                select n.notice_id from notice n
                where n.office_id = :office and n.subject_kind = :kind and n.subject_key = :key
                """,
                Map.of("kind", subject.kind(), "key", subject.key()));
        return db.sql(SELECT + " where office_id = :office and subject_kind = :kind and subject_key = :key order by notice_id")
                .param("office", officer.officeId())
                .param("kind", subject.kind())
                .param("key", subject.key())
                .query((row, n) -> notice(row, tries))
                .list()
                .stream()
                .map(notice -> subject.hidden(officer.roles()) ? notice.withoutPerson() : notice)
                .toList();
    }

    /**
     * What somebody should look at, newest first: failed for good, sent without a report, perhaps sent twice, or not taken up at all. At
     * most 200 of the last 30 days, of the officer's own office; without the tries.
     */
    @Transactional(readOnly = true)
    public List<Notice> troubles(SignedIn officer) {
        Instant now = clock.instant();
        return db.sql(SELECT
                        + """
                         where office_id = :office and (
                            created_at > :since and (state = 'FAILED_FOR_GOOD' or second_copy or unknown_fate or receipt_missed)
                            or state in ('CREATED', 'FAILED_FOR_NOW') and channel not in ('CALL', 'FAX') and next_try_at < :before)
                            and\s
                        """
                        + Subject.visible(officer.roles(), MAY_SEND_AGAIN)
                        + """
                         order by created_at desc, notice_id desc limit :most
                        """)
                .param("office", officer.officeId())
                .param("since", Timestamps.utc(now.minus(TROUBLE_SHOWN)))
                .param("before", Timestamps.utc(now.minus(LONG_AGO)))
                .param("most", MOST_TROUBLES)
                .query((row, n) -> notice(row, Map.of()))
                .list();
    }

    private Map<Long, List<NoticeTry>> tries(int officeId, String notices, Map<String, ?> params) {
        record Line(long noticeId, NoticeTry line) {}
        return db.sql("""
                        select notice_id, at, attempt, outcome, carrier, reference, detail, officer_id from notice_try
                        where office_id = :office and notice_id in (%s) order by try_id
                        """.formatted(notices))
                .param("office", officeId)
                .params(params)
                .query((row, n) -> new Line(
                        row.getLong("notice_id"),
                        new NoticeTry(
                                Timestamps.instant(row, "at"),
                                row.getInt("attempt"),
                                NoticeTry.Outcome.valueOf(row.getString("outcome")),
                                row.getString("carrier"),
                                row.getString("reference"),
                                row.getString("detail"),
                                row.getObject("officer_id", Long.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::noticeId, Collectors.mapping(Line::line, Collectors.toList())));
    }

    private Notice notice(ResultSet row, Map<Long, List<NoticeTry>> tries) throws SQLException {
        long id = row.getLong("notice_id");
        NoticeState state = NoticeState.valueOf(row.getString("state"));
        Channel channel = Channel.valueOf(row.getString("channel"));
        Instant nextTry = Timestamps.instant(row, "next_try_at");
        boolean waits = state == NoticeState.CREATED || state == NoticeState.FAILED_FOR_NOW;
        return new Notice(
                id,
                NoticeEvent.valueOf(row.getString("event")),
                new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                channel,
                row.getInt("way"),
                row.getInt("copy"),
                row.getString("language"),
                row.getString("recipient_name"),
                row.getString("address"),
                row.getString("title"),
                row.getString("body"),
                state,
                row.getInt("attempts"),
                nextTry,
                waits && !channel.byPerson() && nextTry.isBefore(clock.instant().minus(LONG_AGO)),
                row.getBoolean("receipt_missed"),
                row.getBoolean("unknown_fate"),
                row.getBoolean("second_copy"),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "sent_at"),
                Timestamps.instant(row, "delivered_at"),
                Timestamps.instant(row, "failed_at"),
                Timestamps.instant(row, "blanked_at"),
                tries.getOrDefault(id, List.of()));
    }
}
