package id.loket.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh, migrated database on the one server of the test run. */
public final class TestDatabase implements AutoCloseable {

    /** Started when the first test asks for it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = EmbeddedPostgres.start(Path.of("target", "test-postgres"), false);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::close));
        }
    }

    private final DriverManagerDataSource owner;
    private final HikariDataSource application;

    public TestDatabase() {
        EmbeddedPostgres server = Server.RUNNING;
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()))
                .sql("create database " + name)
                .update();
        owner = new DriverManagerDataSource(server.url(name), server.user(), server.password());
        Flyway.configure().dataSource(owner).defaultSchema("public").load().migrate();
        application = new HikariDataSource();
        application.setJdbcUrl(server.url(name));
        application.setUsername(server.user());
        application.setPassword(server.password());
        application.setMaximumPoolSize(2);
        application.setConnectionInitSql("set role " + DataSources.APPLICATION_ROLE);
    }

    /** As the application's role, which may only what is granted. */
    public JdbcClient asApplication() {
        return JdbcClient.create(application);
    }

    /** As the owner of the tables, for what a test needs to be there. */
    public JdbcClient asOwner() {
        return JdbcClient.create(owner);
    }

    @Override
    public void close() {
        application.close();
    }
}
