package id.loket.complaint.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The mailbox is read where there is one: what the office set when Loket starts decides, not how it was built. */
class MailboxJobsTest {

    @Test
    @Tag("PGD-g")
    void the_mailbox_is_read_only_where_one_is_set() {
        assertThat(jobs("imap.contoh.id")).containsExactlyInAnyOrder("complaint-mail-retention", "complaint-mail");
        assertThat(jobs("")).containsExactly("complaint-mail-retention");
    }

    /** As the scheduler gets them. */
    private static List<String> jobs(String host) {
        MailboxSettings settings = new MailboxSettings(
                host, 993, MailboxSettings.Encryption.TLS, "pengaduan", "rahasia", "INBOX", "", Duration.ofSeconds(30), Duration.ofSeconds(10));
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(MailboxSettings.class, () -> settings);
            context.registerBean(Mailbox.class, () -> new Mailbox(settings, null, null, null, null));
            context.registerBean(MailRetention.class, () -> new MailRetention(null, null, null));
            context.register(MailboxJobs.class);
            context.refresh();
            List<String> names = new ArrayList<>();
            for (Task<?> task : context.getBeansOfType(Task.class).values()) {
                names.add(task.getName());
            }
            return names;
        }
    }
}
