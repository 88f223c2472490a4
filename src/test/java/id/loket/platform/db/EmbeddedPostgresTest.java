package id.loket.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import id.loket.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that comes along: durable, found again, and plain in what it says when it can't start. */
class EmbeddedPostgresTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void shareTheBinaries() throws IOException {
        // The suite's server has unpacked them already; a link saves the time.
        TestDatabase.user();
        Files.createSymbolicLink(
                folder.resolve("postgres-" + EmbeddedPostgres.VERSION),
                Path.of("target/test-postgres/postgres-" + EmbeddedPostgres.VERSION).toAbsolutePath());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws SQLException {
        server = EmbeddedPostgres.start(folder, true);
        run("create table kept (n int)", "insert into kept values (42)");
        server.close();
        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("select n from kept")).isEqualTo("42");
    }

    @Test
    void it_is_durable_checksummed_protected_and_reachable_from_this_machine_only() throws SQLException {
        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules")).isEqualTo("scram-sha-256");
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void begun_ahead_it_is_given_to_whoever_takes_it_and_stopped_if_nobody_does() throws SQLException {
        DatabaseAhead wanted = DatabaseAhead.begin(folder);
        server = wanted.take(folder);
        wanted.close();
        run("create table kept (n int)", "insert into kept values (42)");
        server.close();

        DatabaseAhead unwanted = DatabaseAhead.begin(folder);
        unwanted.close();
        assertThat(folder.resolve("db/postmaster.pid")).doesNotExist();
        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("select n from kept")).isEqualTo("42");
    }

    @Test
    void begun_ahead_it_says_what_is_wrong_to_who_takes_it() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/PG_VERSION"), "9\n");
        DatabaseAhead ahead = DatabaseAhead.begin(folder);
        assertThatThrownBy(() -> ahead.take(folder)).isInstanceOf(StartFailure.class);
    }

    @Test
    void a_running_server_is_found_and_left_to_whom_it_belongs() throws SQLException {
        server = EmbeddedPostgres.start(folder, true);
        run("create table kept (n int)", "insert into kept values (7)");
        String before = ask("select pg_postmaster_start_time()");

        EmbeddedPostgres again = EmbeddedPostgres.start(folder, true);

        assertThat(again.url()).isEqualTo(server.url());
        assertThat(ask("select pg_postmaster_start_time()")).as("the same server").isEqualTo(before);
        assertThat(ask("select n from kept")).isEqualTo("7");
        assertThat(again.isGuest()).as("the folder belongs to the first").isTrue();
        again.close();
        assertThat(ask("select n from kept")).as("a guest leaves the server running").isEqualTo("7");
    }

    @Test
    void after_kill_9_of_loket_and_its_server_nothing_that_was_committed_is_lost() throws Exception {
        server = EmbeddedPostgres.start(folder, true);
        run("create table kept (n int)");
        for (int i = 0; i < 100; i++) {
            run("insert into kept values (" + i + ")");
        }
        ProcessHandle postmaster =
                ProcessHandle.of(Postmaster.of(folder.resolve("db")).orElseThrow().pid()).orElseThrow();
        server.abandon();
        postmaster.destroyForcibly();
        postmaster.onExit().get();

        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("select count(*) from kept")).isEqualTo("100");
    }

    @Test
    void after_kill_9_of_loket_the_next_one_takes_its_server_over_and_stops_it_in_the_end() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String started = new String(killed.getInputStream().readNBytes(Victim.STARTED.length()), StandardCharsets.UTF_8);
        assertThat(started).isEqualTo(Victim.STARTED);
        long itsServer = Postmaster.of(folder.resolve("db")).orElseThrow().pid();
        killed.destroyForcibly().waitFor();

        server = EmbeddedPostgres.start(folder, true);

        assertThat(server.isGuest()).isFalse();
        assertThat(Postmaster.of(folder.resolve("db")).orElseThrow().pid()).isEqualTo(itsServer);
        assertThat(ask("select n from kept")).isEqualTo("11");
        server.close();
        assertThat(Postmaster.of(folder.resolve("db"))).as("the server that was taken over").isEmpty();
    }

    /** A Loket that doesn't get as far as its own end. */
    static class Victim {

        static final String STARTED = "started";

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]), true);
            try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (n int)");
                statement.execute("insert into kept values (11)");
            }
            System.out.print(STARTED);
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_begun_anew() throws Exception {
        Files.createDirectories(folder.resolve("initialising"));
        Files.writeString(folder.resolve("initialising/PG_VERSION"), "18\n");
        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("select 1")).isEqualTo("1");
        assertThat(folder.resolve("initialising")).doesNotExist();
    }

    @Test
    void its_port_stays_the_same() {
        server = EmbeddedPostgres.start(folder, true);
        String before = server.url();
        server.close();
        server = EmbeddedPostgres.start(folder, true);
        assertThat(server.url()).isEqualTo(before);
    }

    @Test
    void the_version_is_that_of_the_binaries() throws Exception {
        server = EmbeddedPostgres.start(folder, true);
        assertThat(ask("show server_version")).isEqualTo(EmbeddedPostgres.VERSION);
    }

    @Test
    void tables_of_a_newer_loket_are_left_alone_and_said_in_one_line() {
        var database = new DriverManagerDataSource(
                TestDatabase.url(TestDatabase.create()), TestDatabase.user(), TestDatabase.password());
        JdbcClient newer = JdbcClient.create(database);
        Flyway flyway = Flyway.configure().dataSource(database).defaultSchema("public").load();
        flyway.migrate();
        newer.sql("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                execution_time, success)
                        values (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 1, 'loket', 1, true)
                        """).update();
        assertThatThrownBy(() -> new DataSources().migrations().migrate(flyway))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("version 9999 by a newer Loket")
                .message().doesNotContain("\n");
    }

    @Test
    void data_of_another_version_is_left_alone_and_said_in_one_line() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/PG_VERSION"), "19\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is of PostgreSQL 19, but this Loket brings PostgreSQL 18")
                .message().doesNotContain("\n");
    }

    @Test
    void a_folder_that_is_a_file_is_said_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "a file");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file, true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void a_folder_that_can_not_be_made_even_by_root_is_said_in_one_line() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Path.of("/proc/loket"), true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("/proc/loket can't be made. Set LOKET_DATA_DIR");
    }

    @Test
    void a_folder_that_can_not_be_written_is_said_in_one_line() throws IOException {
        Path locked = Files.createDirectory(
                folder.resolve("locked"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(locked), "root may write everywhere");
        assertThatThrownBy(() -> EmbeddedPostgres.start(locked.resolve("data"), true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("LOKET_DATA_DIR");
    }

    private void run(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
