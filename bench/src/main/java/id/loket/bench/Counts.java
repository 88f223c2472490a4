package id.loket.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the server counted in one database while something ran: the same counter for every contender.
 *
 * @param statements that a client sent; begin, commit and settings are none
 * @param transactions as the server counts them, those that only read included
 * @param rows       inserted, updated and deleted
 * @param walBytes   of the whole server, with full-page images
 * @param fullPages  full-page images among them: each page's first change after a checkpoint
 */
record Counts(long statements, long transactions, long rows, long walBytes, long fullPages) {

    static final String NO_CONTROL =
            "query !~* '^\\s*(begin|commit|rollback|start transaction|set|show|savepoint|release|discard|reset)'";

    private record Database(long transactions, long rows) {}

    /** Runs it and counts. {@code settle} must close the connections that did the work: a server process reports when it ends. */
    static Counts of(Server server, String database, Runnable work, Runnable settle) {
        JdbcClient db = server.client(database);
        settled(server, database, settle);
        Database before = database(server, database);
        db.sql("select pg_stat_statements_reset()").query().singleValue();
        String lsn = db.sql("select pg_current_wal_insert_lsn()::text").query(String.class).single();
        work.run();
        long wal = db.sql("select (pg_current_wal_insert_lsn() - ?::pg_lsn)::bigint").param(lsn).query(Long.class).single();
        long statements = db.sql("select coalesce(sum(calls), 0)::bigint from pg_stat_statements where " + OF_THIS + " and " + NO_CONTROL)
                .query(Long.class)
                .single();
        long fullPages = db.sql("select coalesce(sum(wal_fpi), 0)::bigint from pg_stat_statements where " + OF_THIS)
                .query(Long.class)
                .single();
        settled(server, database, settle);
        Database after = database(server, database);
        return new Counts(
                statements, after.transactions - before.transactions, after.rows - before.rows, wal, fullPages);
    }

    private static final String OF_THIS =
            "dbid = (select oid from pg_database where datname = current_database()) and query not like '%pg_stat_statements%' "
                    + "and query not like '%pg_current_wal_insert_lsn%'";

    /** The statements that were sent, most frequent first, with how often: to see where they come from. */
    static List<String> statements(Server server, String database) {
        return server.client(database)
                .sql("select calls || '  ' || regexp_replace(left(query, 150), '\\s+', ' ', 'g') from pg_stat_statements where " + OF_THIS
                        + " order by calls desc")
                .query(String.class)
                .list();
    }

    private static Database database(Server server, String database) {
        return server.client("postgres")
                .sql("select xact_commit as transactions, tup_inserted + tup_updated + tup_deleted as rows from pg_stat_database where datname = ?")
                .param(database)
                .query(Database.class)
                .single();
    }

    /** The server processes of a database, but for the one that asks. */
    private static List<Integer> processes(Server server, String database) {
        return server.client("postgres")
                .sql("select pid from pg_stat_activity where datname = ? and backend_type = 'client backend'")
                .param(database)
                .query(Integer.class)
                .list();
    }

    /** Lets go of the connections and waits until the server processes behind them have reported and ended; a pool may open new ones. */
    private static void settled(Server server, String database, Runnable settle) {
        List<Integer> before = processes(server, database);
        settle.run();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> processes(server, database).stream().noneMatch(before::contains));
    }
}
