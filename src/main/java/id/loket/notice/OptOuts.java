package id.loket.notice;

import id.loket.platform.Phone;
import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses whose owners want no notices but those that the law obliges the office to send. */
@Service
public class OptOuts {

    private final JdbcClient db;
    private final Clock clock;

    OptOuts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param address telephone number or e-mail address, as typed; a second time changes nothing */
    @Transactional
    public void add(int officeId, Channel channel, String address) {
        db.sql("""
                        insert into notice_opt_out (office_id, channel, address, since) values (:office, :channel, :address, :now)
                        on conflict do nothing
                        """)
                .param("office", officeId)
                .param("channel", channel.name())
                .param("address", key(channel, address))
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }

    /** Takes an opting out back. */
    @Transactional
    public void remove(int officeId, Channel channel, String address) {
        db.sql("delete from notice_opt_out where office_id = :office and channel = :channel and address = :address")
                .param("office", officeId)
                .param("channel", channel.name())
                .param("address", key(channel, address))
                .update();
    }

    /** The channels on which the recipient wants nothing. */
    Set<Channel> of(int officeId, Recipient recipient) {
        List<Channel> found = db.sql("""
                        select channel from notice_opt_out
                        where office_id = :office
                          and (channel = 'EMAIL' and address = :email or channel in ('SMS', 'CALL', 'FAX') and address = :phone)
                        """)
                .param("office", officeId)
                .param("email", key(Channel.EMAIL, recipient.email()))
                .param("phone", key(Channel.SMS, recipient.phone()))
                .query(Channel.class)
                .list();
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(found);
        return channels;
    }

    private static String key(Channel channel, String address) {
        return channel == Channel.EMAIL || channel == Channel.LETTER
                ? address.strip().toLowerCase(Locale.ROOT)
                : Phone.e164(address).orElse(address.strip());
    }
}
