package id.loket.complaint.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the mailbox where there is one, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailboxJobs {

    private static final Duration RETENTION = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgetComplaintMails(MailRetention retention) {
        return Tasks.recurring("complaint-mail-retention", FixedDelay.of(RETENTION)).execute((instance, context) -> retention.forget());
    }

    /** Null where there is no mailbox, and so no task: that is known when Loket starts, and conditions are met when it is built. */
    @Bean
    RecurringTask<Void> readMailbox(Mailbox mailbox, MailboxSettings settings) {
        return settings.host().isEmpty() ? null : Tasks.recurring("complaint-mail", FixedDelay.of(settings.poll())).execute((instance, context) -> mailbox.poll());
    }
}
