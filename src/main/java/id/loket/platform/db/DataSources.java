package id.loket.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import id.loket.platform.LoketSettings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The two ways into the database: migrations as its owner, everything else under a role that owns nothing. The role is taken on by the
 * connection, so it guards against mistakes in our own SQL, not against somebody who has the owner's password.
 */
@Configuration(proxyBeanMethods = false)
class DataSources {

    static final String APPLICATION_ROLE = "loket_app";
    private static final int MOST_CONNECTIONS = 10;

    /** Where the database is. */
    record Address(String url, String user, String password, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    @Bean(destroyMethod = "close")
    Address databaseAddress(
            LoketSettings settings, @Value("${loket.serving:false}") boolean serving, ObjectProvider<DatabaseAhead> ahead) {
        if (!settings.embedded()) {
            ahead.ifAvailable(DatabaseAhead::close);
            return new Address(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword(), () -> {});
        }
        DatabaseAhead begun = ahead.getIfAvailable();
        EmbeddedPostgres server = begun != null ? begun.take(settings.dataDir()) : EmbeddedPostgres.start(settings.dataDir(), true);
        if (serving && server.isGuest()) {
            throw new StartFailure(
                    "Another Loket is running on the data folder " + settings.dataDir().toAbsolutePath()
                            + ". Stop it, or set LOKET_DATA_DIR to another folder",
                    null);
        }
        return new Address(server.url(), server.user(), server.password(), server);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(Address address) {
        DataSource owner = new DriverManagerDataSource(address.url(), address.user(), address.password());
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = 'loket_app') then
                            create role loket_app nologin;
                        end if;
                        if not pg_has_role(current_user, 'loket_app', 'member') then
                            execute format('grant loket_app to %I', current_user);
                        end if;
                    end
                    $$""");
        } catch (SQLException e) {
            throw new StartFailure("The database at " + address.url() + " can't be used: " + e.getMessage(), e);
        }
        return owner;
    }

    /** A newer Loket's tables are not touched: Flyway by itself would take versions that it doesn't know for granted. */
    @Bean
    FlywayMigrationStrategy migrations() {
        return flyway -> {
            MigrationInfo current = flyway.info().current();
            if (current != null && !current.getState().isResolved()) {
                throw new StartFailure(
                        "The database was brought to version " + current.getVersion()
                                + " by a newer Loket. Use that one, or restore a backup into a new database",
                        null);
            }
            flyway.migrate();
        };
    }

    @Bean
    @Primary
    HikariDataSource applicationDataSource(Address address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        // What the database says of a row that it refuses holds personal data, and would end in the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setConnectionInitSql("set role " + APPLICATION_ROLE);
        return pool;
    }
}
