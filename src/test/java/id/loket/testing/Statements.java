package id.loket.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the application asks the database while something is done; sessions aside, and what caches ask every few seconds. */
public final class Statements {

    private Statements() {}

    /** Does it twice: in one of the two no cache looks for news. */
    public static List<String> of(Runnable work) {
        List<String> first = once(work);
        List<String> second = once(work);
        return first.size() < second.size() ? first : second;
    }

    private static List<String> once(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level level = logger.getLevel();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(level);
            logger.detachAppender(log);
        }
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(m -> m.startsWith("Executing prepared SQL statement [") || m.startsWith("Executing SQL query"))
                .filter(m -> !m.toLowerCase().contains("spring_session"))
                .toList();
    }
}
