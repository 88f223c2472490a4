package id.loket.complaint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of complaints. Each looks at what is due by now, so a week without it is made good by the next run. */
@Configuration(proxyBeanMethods = false)
class ComplaintJobs {

    private static final Duration CLOCKS = Duration.ofMinutes(5);
    private static final Duration RETENTION = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgetComplainants(ComplaintRetention retention) {
        return Tasks.recurring("complaint-retention", FixedDelay.of(RETENTION)).execute((instance, context) -> retention.forget());
    }

    @Bean
    RecurringTask<Void> keepComplaintClocks(ComplaintClocks clocks) {
        return Tasks.recurring("complaint-clocks", FixedDelay.of(CLOCKS)).execute((instance, context) -> clocks.run());
    }
}
