package id.loket.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh, migrated database on the one server of the test run. */
public final class MigratedDatabase implements AutoCloseable {

    /** Migrated once for the whole test run; the others begin as copies of it. */
    private static final class Original {
        private static final String NAME = migrated();

        private static String migrated() {
            String name = TestDatabase.create();
            Flyway.configure().dataSource(TestDatabase.url(name), TestDatabase.user(), TestDatabase.password()).defaultSchema("public").load().migrate();
            return name;
        }
    }

    private final String url;
    private final DriverManagerDataSource owner;
    private final HikariDataSource application;

    public MigratedDatabase() {
        url = TestDatabase.url(TestDatabase.create(Original.NAME));
        owner = new DriverManagerDataSource(url, TestDatabase.user(), TestDatabase.password());
        application = pool(2);
    }

    /** Where it is, for a process of its own; user and password are those of {@link TestDatabase}. */
    public String url() {
        return url;
    }

    /** Connections of one node, as the application's role; whoever asks closes them. */
    public HikariDataSource pool(int connections) {
        return pool(url, TestDatabase.user(), TestDatabase.password(), connections);
    }

    /** The same, from another process. */
    public static HikariDataSource pool(String url, String user, String password, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionInitSql("set role loket_app");
        return pool;
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
