package id.loket.complaint.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lets go of what nobody sent or confirmed. */
@Configuration(proxyBeanMethods = false)
class HeldJobs {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetHeldComplaints(HeldComplaints held) {
        return Tasks.recurring("complaint-held", FixedDelay.of(PAUSE)).execute((instance, context) -> held.forgetExpired());
    }
}
