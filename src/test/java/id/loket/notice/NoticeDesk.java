package id.loket.notice;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs the delivery of notices when a test says so. */
@TestComponent
public class NoticeDesk {

    private final NoticeDelivery delivery;
    private final JdbcClient db;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Outbox outbox;
    private final NoticeSettings settings;

    NoticeDesk(
            NoticeDelivery delivery,
            JdbcClient db,
            PlatformTransactionManager transactions,
            Clock clock,
            Outbox outbox,
            NoticeSettings settings) {
        this.delivery = delivery;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.outbox = outbox;
        this.settings = settings;
    }

    public int deliverDue(Channel channel) {
        return delivery.deliverDue(channel);
    }

    /** The same by another carrier than the application's. */
    public int deliverDue(Carrier carrier) {
        return new NoticeDelivery(db, transactions, clock, new Carriers(List.of(carrier)), outbox, settings).deliverDue(carrier.channel());
    }
}
