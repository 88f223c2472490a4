package id.loket.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh, migrated database on the one server of the test run. */
public final class MigratedDatabase implements AutoCloseable {

    private final DriverManagerDataSource owner;
    private final HikariDataSource application;

    public MigratedDatabase() {
        String url = TestDatabase.url(TestDatabase.create());
        owner = new DriverManagerDataSource(url, TestDatabase.user(), TestDatabase.password());
        Flyway.configure().dataSource(owner).defaultSchema("public").load().migrate();
        application = new HikariDataSource();
        application.setJdbcUrl(url);
        application.setUsername(TestDatabase.user());
        application.setPassword(TestDatabase.password());
        application.setMaximumPoolSize(2);
        application.setConnectionInitSql("set role loket_app");
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
