package id.loket.notice;

import id.loket.casefile.BenchWork;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices that are written and sent, to a gateway that takes each at once. */
public final class BenchNotices {

    private static final Recipient APPLICANT =
            new Recipient("Contoh Pemohon", "0812 0000 0184", "pemohon@contoh.id", "Jalan Misal Nomor 5, Pekanbaru", "id");

    private final Notices notices;
    private final NoticeDelivery delivery;
    private final TransactionTemplate transactions;
    private final int office;
    private int posted;

    public BenchNotices(ApplicationContext loket, BenchWork work) {
        this.notices = loket.getBean(Notices.class);
        this.transactions = loket.getBean(TransactionTemplate.class);
        this.office = work.person("loket").officeId();
        this.delivery = new NoticeDelivery(
                loket.getBean(JdbcClient.class),
                loket.getBean(PlatformTransactionManager.class),
                loket.getBean(Clock.class),
                new Carriers(List.of(new AtOnce())),
                loket.getBean(Outbox.class),
                loket.getBean(NoticeSettings.class));
    }

    /** One notice in a transaction of its own. */
    public void post() {
        String registration = "SIKRO-2026-%06d".formatted(++posted);
        Map<String, String> fields = new HashMap<>();
        NoticeEvent.READY_TO_COLLECT.fields().forEach(f -> fields.put(f, ShippedTemplates.sample(f)));
        fields.replace("registration", registration);
        NewNotice notice = new NewNotice(
                office, NoticeEvent.READY_TO_COLLECT, Subject.file(registration), "SIKRO", APPLICANT, fields,
                "BENCH/" + registration, List.of(Channel.SMS, Channel.EMAIL, Channel.CALL));
        transactions.executeWithoutResult(t -> notices.post(notice));
    }

    /** @return how many were sent */
    public int send() {
        return delivery.deliverDue(Channel.SMS);
    }

    private static final class AtOnce implements Carrier {

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public String name() {
            return "at once";
        }

        @Override
        public Carried carry(Outgoing message) {
            return new Carried.Accepted("gw-" + message.key(), true);
        }
    }
}
