package id.loket.complaint.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that throws uploads away which nobody imported. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    @Bean
    RecurringTask<Void> forgetComplaintUploads(ComplaintImports imports) {
        return Tasks.recurring("complaint-imports", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> imports.forgetOld());
    }
}
