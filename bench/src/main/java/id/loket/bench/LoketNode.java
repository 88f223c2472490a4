package id.loket.bench;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import id.loket.Loket;
import id.loket.casefile.BenchWork;
import id.loket.document.PapersOnce;
import id.loket.notice.BenchNotices;
import id.loket.office.BenchOffices;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Loket as it is, without its web server, on a database of the benchmark. */
final class LoketNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** @param papers whether each letter is rendered; else one is, and kept for every file */
    LoketNode(Server server, String database, Path folder, boolean papers) {
        this(server.url(database), server.user(), server.password(), folder, papers);
    }

    LoketNode(String url, String user, String password, Path folder, boolean papers) {
        SpringApplication application = new SpringApplication(Loket.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "loket.database-url", url,
                "loket.database-user", user,
                "loket.database-password", password,
                "loket.data-dir", folder.resolve("data").toString(),
                "loket.demo", "true"));
        if (!papers) {
            application.addInitializers(
                    fresh -> ((GenericApplicationContext) fresh).registerBean(PapersOnce.class, bean -> bean.setPrimary(true)));
        }
        context = application.run();
    }

    /** The demo office, if there is none yet. */
    LoketNode withOffice() {
        new BenchOffices(context).demo();
        return this;
    }

    BenchNotices notices() {
        return new BenchNotices(context, work());
    }

    ApplicationContext context() {
        return context;
    }

    BenchWork work() {
        return new BenchWork(context);
    }

    /** Lets go of the connections; the next act opens new ones. */
    void disconnect() {
        HikariPoolMXBean pool = context.getBean(HikariDataSource.class).getHikariPoolMXBean();
        if (pool != null) {
            pool.softEvictConnections();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
