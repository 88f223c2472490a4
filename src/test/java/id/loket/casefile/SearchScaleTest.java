package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.MigratedDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Among the files of years, of this office and of others: what the search reads is what it may find. */
@Tag("SOP-4")
class SearchScaleTest {

    private static final int FILES = 20_000;
    private static final int OFFICES = 4;
    private static MigratedDatabase database;

    @BeforeAll
    static void fill() {
        database = new MigratedDatabase();
        database.asOwner().sql("set session_replication_role = replica;" + """
                insert into case_file (office_id, registration, service, service_version, status, step, actor, holder, arrived_at, since,
                    last_at, prepared_by, version, last_hash, closed_at)
                select mod(n, %2$d) + 1, 'SIKRO-2026-' || lpad((n / %2$d)::text, 5, '0'), 'SIKRO', 1, 'DELIVERED', 9, 'FRONT_OFFICE', 0, now(), now(),
                    now(), 0, 18, '', case when mod(n, 11) > 0 then now() end
                from generate_series(1, %1$d) n;
                insert into application (office_id, file_id, registration, kind, registered_at, tracking_code, form_token, nik, nik_doubtful, name,
                    birth_place, birth_date, sex, address, phone, email, representative_name, representative_nik, form)
                select office_id, file_id, registration, 'NEW', now(), file_id::text, file_id::text, lpad(file_id::text, 16, '0'), false,
                    'Contoh ' || md5(file_id::text), '', '1990-01-01', 'MALE', '', '', '', '', '', '{}'
                from case_file;
                analyze case_file;
                analyze application;
                """.formatted(FILES, OFFICES)).update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_whole_number_is_looked_up_by_its_key() {
        assertThat(plan(WorkLists.NUMBERED, "SIKRO-2026-00043")).contains("using case_file_office_id_registration_key", "using application_pkey");
    }

    @Test
    void part_of_a_number_or_of_a_name_is_found_by_an_index_that_stays_within_the_office() {
        for (String text : List.of("2026-00043", "contoh ab12", "00043 contoh")) {
            assertThat(plan(WorkLists.matching(text), WorkLists.wanted(text))).contains("application_sought").doesNotContain("Seq Scan");
        }
    }

    @Test
    void a_NIK_is_found_by_its_index() {
        String nik = "0000000000000043";
        assertThat(plan(WorkLists.matching(nik), WorkLists.wanted(nik))).contains("application_nik").doesNotContain("Seq Scan");
    }

    private static String plan(String condition, String wanted) {
        return String.join("\n", database.asApplication()
                .sql("explain " + WorkLists.searching(condition))
                .param("office", 3)
                .param("services", new String[] {"SIKRO"})
                .param("wanted", wanted)
                .query(String.class)
                .list());
    }
}
