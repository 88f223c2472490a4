package id.loket.notice;

import id.loket.platform.Phone;
import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses whose owners want no notices but those that the law obliges the office to send. The front office of the own office notes it
 * when they say so.
 */
@Service
public class OptOuts {

    /** The ways that one can be spared. */
    static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL, Channel.CALL);

    private static final Set<String> MAY_NOTE = Set.of("FRONT_OFFICE", "ADMINISTRATOR");
    private static final int MOST_SHOWN = 300;

    /** @param address telephone number in E.164 form, or e-mail address in small letters */
    public record OptOut(Channel channel, String address, Instant since) {}

    private final JdbcClient db;
    private final Clock clock;

    OptOuts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Notes that somebody wants no notices by this way; a second time changes nothing.
     *
     * @param address telephone number or e-mail address, as typed
     * @throws AccessDeniedException if that isn't the officer's work
     * @throws NoticeRefused         if it is no such address
     */
    @Transactional
    public void add(SignedIn officer, Channel channel, String address) {
        requireFrontOffice(officer);
        db.sql("""
                        insert into notice_opt_out (office_id, channel, address, since) values (:office, :channel, :address, :now)
                        on conflict do nothing
                        """)
                .param("office", officer.officeId())
                .param("channel", channel.name())
                .param("address", required(channel, address))
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }

    /** Takes an opting out back; refuses as {@link #add} does. */
    @Transactional
    public void remove(SignedIn officer, Channel channel, String address) {
        requireFrontOffice(officer);
        db.sql("delete from notice_opt_out where office_id = :office and channel = :channel and address = :address")
                .param("office", officer.officeId())
                .param("channel", channel.name())
                .param("address", required(channel, address))
                .update();
    }

    /** Those of the officer's own office, newest first, at most {@value #MOST_SHOWN}. */
    @Transactional(readOnly = true)
    public List<OptOut> all(SignedIn officer) {
        requireFrontOffice(officer);
        return db.sql("select channel, address, since from notice_opt_out where office_id = :office order by since desc, channel, address limit :most")
                .param("office", officer.officeId())
                .param("most", MOST_SHOWN)
                .query((row, n) -> new OptOut(
                        Channel.valueOf(row.getString("channel")), row.getString("address"), Timestamps.instant(row, "since")))
                .list();
    }

    /** The channels on which the recipient wants nothing. */
    Set<Channel> of(int officeId, Recipient recipient) {
        List<Channel> found = db.sql("""
                        select channel from notice_opt_out
                        where office_id = :office
                          and (channel = 'EMAIL' and address = :email or channel in ('SMS', 'CALL') and address = :phone)
                        """)
                .param("office", officeId)
                .param("email", recipient.email().strip().toLowerCase(Locale.ROOT))
                .param("phone", Phone.e164(recipient.phone()).orElse(""))
                .query(Channel.class)
                .list();
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(found);
        return channels;
    }

    private static String required(Channel channel, String address) {
        if (!CHANNELS.contains(channel)) {
            throw new NoticeRefused(NoticeRefused.Reason.NO_ADDRESS);
        }
        return (channel == Channel.EMAIL ? Outbox.mailAddress(address).map(a -> a.toLowerCase(Locale.ROOT)) : Phone.e164(address))
                .orElseThrow(() -> new NoticeRefused(NoticeRefused.Reason.NO_ADDRESS));
    }

    private static void requireFrontOffice(SignedIn officer) {
        if (officer.roles().stream().noneMatch(MAY_NOTE::contains)) {
            throw new AccessDeniedException("what applicants want is noted by the front office");
        }
    }
}
