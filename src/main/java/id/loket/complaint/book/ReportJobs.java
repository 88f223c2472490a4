package id.loket.complaint.book;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes the monthly reports. It looks at what is due by now, so a day without it is made good by the next run. */
@Configuration(proxyBeanMethods = false)
class ReportJobs {

    private static final Duration LOOKS = Duration.ofMinutes(30);

    @Bean
    RecurringTask<Void> writeComplaintReports(MonthlyReports reports) {
        return Tasks.recurring("complaint-report", FixedDelay.of(LOOKS)).execute((instance, context) -> reports.writeDue());
    }
}
