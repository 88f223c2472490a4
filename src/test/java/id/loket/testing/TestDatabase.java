package id.loket.testing;

import id.loket.platform.db.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for the whole suite, started when first asked; a database of its own for whoever needs one. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Makes a new, empty database. */
    public static String create() {
        return create("template1");
    }

    /** Makes a new database that begins as a copy of another, to which nobody is connected. */
    static String create(String like) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.url(), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " template " + like);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    public static String url(String database) {
        return SERVER.url(database);
    }

    public static String user() {
        return SERVER.user();
    }

    public static String password() {
        return SERVER.password();
    }

    private static void dropThoseOfEarlierRuns(EmbeddedPostgres server) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var names = connection.createStatement();
                var drop = connection.createStatement();
                var found = names.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (found.next()) {
                drop.execute("drop database " + found.getString(1) + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "test-postgres"), false);
        if (!server.isGuest()) {
            dropThoseOfEarlierRuns(server);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
