package id.loket.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.MigratedDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules that let the data be spread by office over several database machines, read from the catalogue of the migrated database
 * (docs/adr/0003-office-first-keys.md).
 */
class SchemaRulesTest {

    /** Tables of the whole installation, each with the reason why no office owns its rows. */
    private static final Map<String, String> OF_THE_INSTALLATION = Map.of(
            "office", "the offices themselves; its only key is the office",
            "spring_session", "a session exists before anybody is known to belong to an office",
            "spring_session_attributes", "goes with its session",
            "notice_early_receipt", "a gateway's report names no office, and waits until the notice that it means is known",
            "scheduled_tasks", "jobs run for all offices at once",
            "flyway_schema_history", "the migrations");

    private static MigratedDatabase database;
    private static JdbcClient catalogue;

    @BeforeAll
    static void migrate() {
        database = new MigratedDatabase();
        catalogue = database.asOwner();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_table_of_an_office_has_the_office_in_front() {
        assertThat(officeTables()).isNotEmpty();
        for (String table : officeTables()) {
            assertThat(columns("p", table)).as("primary key of " + table).isNotEmpty().allMatch(c -> c.startsWith("office_id"));
        }
    }

    @Test
    void unique_and_foreign_keys_and_indexes_begin_with_the_office() {
        for (String table : officeTables()) {
            assertThat(columns("u", table)).as("unique constraints of " + table).allMatch(c -> c.startsWith("office_id"));
            assertThat(columns("f", table)).as("foreign keys of " + table).allMatch(c -> c.startsWith("office_id"));
            assertThat(catalogue.sql("""
                            select i.relname || ': ' || pg_get_indexdef(x.indexrelid, 1, true)
                            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
                            where t.relname = :table
                            """).param("table", table).query(String.class).list())
                    .as("indexes of " + table)
                    .allMatch(index -> index.endsWith(": office_id"));
        }
    }

    @Test
    void nothing_is_done_by_triggers() {
        assertThat(catalogue.sql("select tgname from pg_trigger where not tgisinternal").query(String.class).list()).isEmpty();
    }

    @Test
    void sequences_are_identities_of_bigint_only() {
        assertThat(catalogue.sql("""
                        select c.relname from pg_class c
                        where c.relkind = 'S' and not exists (
                            select from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                            where d.objid = c.oid and d.deptype = 'i' and a.atttypid = 'bigint'::regtype)
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    @Tag("MFG-4c")
    void the_application_can_add_to_a_control_card_and_nothing_else() {
        assertThat(privileges("card_entry")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("due_change")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("letter")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("notice_try")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("delivery")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("complaint_report_event")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("complaint_entry")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("complaint_settings")).containsExactly("INSERT", "SELECT");
        assertThat(privileges("card_collection")).containsExactly("INSERT", "SELECT");
    }

    @Test
    void the_application_owns_nothing() {
        assertThat(catalogue.sql("select count(*) from pg_class where relowner = 'loket_app'::regrole").query(Integer.class).single())
                .isZero();
        assertThat(catalogue.sql("select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = 'loket_app'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static List<String> officeTables() {
        return catalogue.sql("select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !OF_THE_INSTALLATION.containsKey(table))
                .toList();
    }

    /** The columns of each constraint of a kind, in order. */
    private static List<String> columns(String kind, String table) {
        return catalogue.sql("""
                        select (select string_agg(a.attname, ', ' order by k.place)
                                from unnest(c.conkey) with ordinality k (number, place)
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number)
                        from pg_constraint c where c.contype = :kind and c.conrelid = :table::regclass
                        """).param("kind", kind).param("table", table).query(String.class).list();
    }

    private static List<String> privileges(String table) {
        return catalogue.sql("""
                        select privilege_type from information_schema.role_table_grants
                        where grantee = 'loket_app' and table_name = :table order by 1
                        """).param("table", table).query(String.class).list();
    }
}
