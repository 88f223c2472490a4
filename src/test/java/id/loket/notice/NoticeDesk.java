package id.loket.notice;

import org.springframework.boot.test.context.TestComponent;

/** Runs the delivery of notices when a test says so. */
@TestComponent
public class NoticeDesk {

    private final NoticeDelivery delivery;

    NoticeDesk(NoticeDelivery delivery) {
        this.delivery = delivery;
    }

    public int deliverDue(Channel channel) {
        return delivery.deliverDue(channel);
    }
}
