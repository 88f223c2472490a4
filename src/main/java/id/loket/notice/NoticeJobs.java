package id.loket.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The jobs, each of which runs on one node at a time. Channels have jobs of their own: a gateway that hangs holds up none but its own.
 */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofHours(6);

    @Bean
    Carriers carriers(ObjectProvider<Carrier> carriers) {
        return new Carriers(carriers.orderedStream().toList());
    }

    @Bean
    RecurringTask<Void> deliverSms(NoticeDelivery delivery) {
        return every("notice-sms", DELIVERY, () -> delivery.deliverDue(Channel.SMS));
    }

    @Bean
    RecurringTask<Void> deliverEmail(NoticeDelivery delivery) {
        return every("notice-email", DELIVERY, () -> delivery.deliverDue(Channel.EMAIL));
    }

    @Bean
    RecurringTask<Void> writeLetters(NoticeDelivery delivery) {
        return every("notice-letters", DELIVERY, () -> delivery.deliverDue(Channel.LETTER));
    }

    @Bean
    RecurringTask<Void> sweepNotices(NoticeSweep sweep) {
        return every("notice-sweep", SWEEP, sweep::sweep);
    }

    @Bean
    RecurringTask<Void> blankNotices(NoticeRetention retention) {
        return every("notice-retention", RETENTION, retention::blank);
    }

    private static RecurringTask<Void> every(String name, Duration pause, Runnable body) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> body.run());
    }
}
