package id.loket.guarantee;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of the guarantees. Each looks at what is due by now, so a day without it is made good by the next run. */
@Configuration(proxyBeanMethods = false)
class GuaranteeJobs {

    private static final Duration REMINDERS = Duration.ofMinutes(15);
    private static final Duration PERMITS = Duration.ofHours(12);

    @Bean
    RecurringTask<Void> writeCollectionReminders(CollectionReminders reminders) {
        return Tasks.recurring("guarantee-reminders", FixedDelay.of(REMINDERS)).execute((instance, context) -> reminders.writeDue());
    }

    @Bean
    RecurringTask<Void> tellOfLateFiles(OfficerNotices officers) {
        return Tasks.recurring("guarantee-late", FixedDelay.of(REMINDERS)).execute((instance, context) -> officers.tellLate());
    }

    @Bean
    RecurringTask<Void> tellOfWaitingFiles(OfficerNotices officers) {
        return Tasks.recurring("guarantee-waiting", FixedDelay.of(REMINDERS)).execute((instance, context) -> officers.tellWaiting());
    }

    @Bean
    RecurringTask<Void> tellOfEndingPermits(EndingPermits permits) {
        return Tasks.recurring("guarantee-permits", FixedDelay.of(PERMITS)).execute((instance, context) -> permits.tell());
    }
}
