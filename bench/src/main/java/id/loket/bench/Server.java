package id.loket.bench;

import com.zaxxer.hikari.HikariDataSource;
import id.loket.platform.db.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one PostgreSQL on which everything is measured: Loket's own, durable (fsync and synchronous commit on), as Loket sets it. Three
 * settings are the benchmark's: statements are counted, checkpoints are far apart, so that none falls into one contender's round, and there is
 * room for every contender's connections at once.
 */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param durable counts don't need it, and times do */
    static Server start(Path folder, boolean durable) {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, durable);
        if (client(first.url("postgres"), first).sql("show shared_preload_libraries").query(String.class).single().isEmpty()) {
            for (String setting : new String[] {
                "shared_preload_libraries = 'pg_stat_statements'", "max_connections = 150", "max_wal_size = '8GB'", "checkpoint_timeout = '1h'",
                "pg_stat_statements.track_utility = on"
            }) {
                client(first.url("postgres"), first).sql("alter system set " + setting).update();
            }
            first.close();
            return new Server(EmbeddedPostgres.start(folder, durable));
        }
        return new Server(first);
    }

    /** A new, empty database, instead of the one of that name. */
    String create(String name) {
        JdbcClient server = client("postgres");
        server.sql("drop database if exists " + name + " with (force)").update();
        server.sql("create database " + name).update();
        client(name).sql("create extension pg_stat_statements").update();
        return name;
    }

    /** While much is loaded the log leaves out whole pages, which would fill the disk twice; they are in it again before anything is measured. */
    void loading(boolean begins) {
        client("postgres").sql("alter system set full_page_writes = " + (begins ? "off" : "on")).update();
        client("postgres").sql("select pg_reload_conf()").query(Boolean.class).single();
        if (!begins) {
            client("postgres").sql("checkpoint").update();
        }
    }

    void drop(String name) {
        client("postgres").sql("drop database if exists " + name + " with (force)").update();
    }

    boolean has(String name) {
        return client("postgres").sql("select exists (select from pg_database where datname = ?)").param(name).query(Boolean.class).single();
    }

    String url(String database) {
        return postgres.url(database);
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    /** As the owner; a connection for each statement. */
    JdbcClient client(String database) {
        return client(postgres.url(database), postgres);
    }

    private static JdbcClient client(String url, EmbeddedPostgres postgres) {
        return JdbcClient.create(new DriverManagerDataSource(url, postgres.user(), postgres.password()));
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password());
    }

    HikariDataSource pool(String database, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(database));
        pool.setUsername(user());
        pool.setPassword(password());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    /** Table and index bytes of a database's own tables. */
    long bytes(String database, String tables) {
        return client(database)
                .sql("select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                        + "where c.relkind = 'r' and n.nspname = 'public' and c.relname " + tables)
                .query(Long.class)
                .single();
    }

    String version() {
        return client("postgres").sql("show server_version").query(String.class).single();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
