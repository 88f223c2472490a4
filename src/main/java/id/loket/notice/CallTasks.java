package id.loket.notice;

import id.loket.notice.NoticeState.Happening;
import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is to be called, because no other way was left (MFG-6a); the front office of the own office does so. */
@Service
public class CallTasks {

    private static final Set<String> MAY_CALL = Set.of("FRONT_OFFICE", "ADMINISTRATOR");

    /** How long somebody who wasn't reached is left alone. */
    private static final Duration PAUSE = Duration.ofHours(2);

    /** What a call led to. */
    public enum Outcome {
        REACHED(Happening.REACHED, NoticeTry.Outcome.REACHED),
        NOT_REACHED(Happening.NOT_REACHED, NoticeTry.Outcome.NOT_REACHED),
        WRONG_NUMBER(Happening.UNREACHABLE, NoticeTry.Outcome.WRONG_NUMBER),
        GIVEN_UP(Happening.UNREACHABLE, NoticeTry.Outcome.GIVEN_UP);

        private final Happening happening;
        private final NoticeTry.Outcome proof;

        Outcome(Happening happening, NoticeTry.Outcome proof) {
            this.happening = happening;
            this.proof = proof;
        }
    }

    /**
     * A call to make, or a fax to send.
     *
     * @param channel CALL or FAX
     * @param number E.164, or as it was given where that isn't a number; "" for none
     * @param say    what to say
     * @param calls  how often somebody called already; goes with the outcome
     * @param from   not before this
     */
    public record CallTask(
            long noticeId,
            Channel channel,
            NoticeEvent event,
            Subject subject,
            String recipient,
            String number,
            String language,
            String say,
            int calls,
            Instant from,
            Instant created) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Outbox outbox;

    CallTasks(JdbcClient db, Clock clock, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * The open calls of the officer's own office, most urgent first.
     *
     * @throws AccessDeniedException if calling isn't the officer's work
     */
    @Transactional(readOnly = true)
    public List<CallTask> open(SignedIn officer) {
        requireCaller(officer);
        return db.sql("""
                        select notice_id, channel, event, subject_kind, subject_key, recipient_name, address, language, body, attempts,
                               next_try_at, created_at
                        from notice
                        where office_id = :office and channel in ('CALL', 'FAX') and state in ('CREATED', 'FAILED_FOR_NOW')
                        order by next_try_at, notice_id
                        """)
                .param("office", officer.officeId())
                .query((row, n) -> new CallTask(
                        row.getLong("notice_id"),
                        Channel.valueOf(row.getString("channel")),
                        NoticeEvent.valueOf(row.getString("event")),
                        new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                        row.getString("recipient_name"),
                        row.getString("address"),
                        row.getString("language"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        Timestamps.instant(row, "next_try_at"),
                        Timestamps.instant(row, "created_at")))
                .list();
    }

    /**
     * Enters what a call led to. Who wasn't reached is to be called again; after a wrong number, or when giving up, the next way is gone if
     * one is left.
     *
     * @param calls as the officer saw it
     * @throws AccessDeniedException if calling isn't the officer's work
     * @throws NoticeRefused         if the office has no such call, or somebody entered an outcome meanwhile
     */
    @Transactional
    public void enter(SignedIn officer, long noticeId, int calls, Outcome outcome) {
        requireCaller(officer);
        NoticeState before = db.sql("""
                        select state from notice
                        where office_id = :office and notice_id = :notice and channel in ('CALL', 'FAX') for update
                        """)
                .param("office", officer.officeId())
                .param("notice", noticeId)
                .query(NoticeState.class)
                .optional()
                .orElseThrow(() -> new NoticeRefused(NoticeRefused.Reason.NO_SUCH_NOTICE));
        NoticeState after =
                before.after(outcome.happening).orElseThrow(() -> new NoticeRefused(NoticeRefused.Reason.CHANGED));
        Instant now = clock.instant();
        int entered = db.sql("""
                        with called as (
                            update notice
                            set state = :state, attempts = attempts + 1, first_try_at = coalesce(first_try_at, :now), claimed_at = :now,
                                next_try_at = :next,
                                delivered_at = case when :state = 'DELIVERED' then :now else delivered_at end,
                                failed_at = case when :state = 'FAILED_FOR_GOOD' then :now else failed_at end
                            where office_id = :office and notice_id = :notice and attempts = :calls
                            returning office_id, notice_id, attempts)
                        insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail, officer_id)
                        select office_id, notice_id, :now, attempts, :outcome, '', '', '', :officer from called
                        """)
                .param("state", after.name())
                .param("now", Timestamps.utc(now))
                .param("next", Timestamps.utc(now.plus(PAUSE)))
                .param("office", officer.officeId())
                .param("notice", noticeId)
                .param("calls", calls)
                .param("outcome", outcome.proof.name())
                .param("officer", officer.officerId())
                .update();
        if (entered == 0) {
            throw new NoticeRefused(NoticeRefused.Reason.CHANGED);
        }
        if (after == NoticeState.FAILED_FOR_GOOD) {
            outbox.goOn(officer.officeId(), noticeId);
        }
    }

    private static void requireCaller(SignedIn officer) {
        if (officer.roles().stream().noneMatch(MAY_CALL::contains)) {
            throw new AccessDeniedException("calling is the front office's");
        }
    }
}
