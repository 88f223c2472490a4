package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.office.OfficeCreated;
import id.loket.testing.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;

/** Each office keeps every version of its services as it was set. */
class StandardsTest {

    private static final int PEKANBARU = 1;
    private static final int JAYAPURA = 2;
    private static final String SIKRO = Definitions.SIKRO_FILE;
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private static MigratedDatabase database;

    @BeforeAll
    static void start() {
        database = new MigratedDatabase();
        office(PEKANBARU, "Asia/Jakarta");
        office(JAYAPURA, "Asia/Jayapura");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nothingPublished() {
        database.asOwner().sql("delete from service_definition").update();
        database.asOwner().sql("delete from service_history").update();
    }

    @Test
    void an_office_has_only_what_it_published() {
        Standards standards = at(NOW);
        standards.publish(PEKANBARU, SIKRO);
        standards.publish(PEKANBARU, Definitions.text("INSPECTED"));
        standards.publish(JAYAPURA, Definitions.text("INSPECTED"));
        assertThat(standards.inForce(PEKANBARU)).extracting(ServiceDefinition::code).containsExactly("INSPECTED", "SIKRO");
        assertThat(standards.inForce(JAYAPURA)).extracting(ServiceDefinition::code).containsExactly("INSPECTED");
        assertThat(standards.inForce(JAYAPURA, "SIKRO")).isEmpty();
    }

    @Test
    void a_new_version_counts_from_its_day_on_and_files_stay_on_theirs() {
        at(NOW).publish(PEKANBARU, SIKRO);
        at(NOW).publish(PEKANBARU, version(2, "2027-01-04"));
        assertThat(at(NOW).inForce(PEKANBARU, "SIKRO").orElseThrow().version()).isEqualTo(1);

        Standards later = at(Instant.parse("2027-01-04T01:00:00Z"));
        assertThat(later.inForce(PEKANBARU, "SIKRO").orElseThrow().version()).isEqualTo(2);
        assertThat(later.of(PEKANBARU, "SIKRO", 1).version()).isEqualTo(1);
    }

    @Test
    void a_version_begins_at_midnight_of_the_offices_own_zone() {
        at(NOW).publish(PEKANBARU, version(1, "2027-01-04"));
        at(NOW).publish(JAYAPURA, version(1, "2027-01-04"));
        Standards midnightInJayapura = at(Instant.parse("2027-01-03T15:00:00Z"));
        assertThat(midnightInJayapura.inForce(JAYAPURA, "SIKRO")).isPresent();
        assertThat(midnightInJayapura.inForce(PEKANBARU, "SIKRO")).isEmpty();
    }

    @Test
    void a_service_whose_version_ended_is_offered_no_more() {
        at(NOW).publish(PEKANBARU, SIKRO.replaceFirst("(?m)^effectiveFrom: .*$", "$0\neffectiveUntil: 2026-12-31"));
        assertThat(at(Instant.parse("2026-12-31T10:00:00Z")).inForce(PEKANBARU, "SIKRO")).isPresent();
        assertThat(at(Instant.parse("2026-12-31T18:00:00Z")).inForce(PEKANBARU, "SIKRO")).isEmpty();
    }

    @Test
    void a_published_version_never_changes() {
        at(NOW).publish(PEKANBARU, SIKRO);
        at(NOW).publish(PEKANBARU, SIKRO);
        String other = SIKRO.replace("promise: 2 working days", "promise: 9 working days");
        assertThatThrownBy(() -> at(NOW).publish(PEKANBARU, other))
                .isInstanceOf(VersionTaken.class)
                .hasMessageContaining("Version 1 of SIKRO");
        assertThat(at(NOW).of(PEKANBARU, "SIKRO", 1)).isEqualTo(Definitions.SIKRO);
        assertThatThrownBy(() -> database.asApplication()
                        .sql("update service_definition set yaml = 'other'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_file_that_is_refused_leaves_nothing_behind() {
        assertThatThrownBy(() -> at(NOW).publish(PEKANBARU, "code: SIKRO")).isInstanceOf(DefinitionException.class);
        assertThat(at(NOW).inForce(PEKANBARU)).isEmpty();
        assertThatThrownBy(() -> at(NOW).of(PEKANBARU, "SIKRO", 1)).isInstanceOf(EmptyResultDataAccessException.class);
    }

    @Test
    void a_new_office_begins_with_the_shipped_services_it_asks_for() {
        ShippedServices shipped = new ShippedServices(at(NOW));
        shipped.officeCreated(new OfficeCreated(JAYAPURA, List.of("SIKRO")));
        assertThat(at(NOW).inForce(JAYAPURA)).containsExactly(Definitions.SIKRO);
        assertThatThrownBy(() -> shipped.officeCreated(new OfficeCreated(JAYAPURA, List.of("NONE"))))
                .hasMessageContaining("no service NONE ships with Loket");
    }

    @Test
    void a_newer_shipped_version_is_added_where_the_service_is_known_and_an_own_version_stays() {
        String older = SIKRO.replaceFirst("(?m)^version: 1$", "version: 1 # the office's own");
        at(NOW).publish(PEKANBARU, older);
        at(NOW).publish(JAYAPURA, Definitions.text("INSPECTED"));
        new ShippedServices(at(NOW)).addNewerVersions();
        assertThat(at(NOW).newest())
                .containsExactlyInAnyOrder(
                        new Standards.Newest(PEKANBARU, "SIKRO", 1, false), new Standards.Newest(JAYAPURA, "INSPECTED", 1, false));

        database.asOwner().sql("update service_definition set version = 0 where code = 'SIKRO'").update();
        new ShippedServices(at(NOW)).addNewerVersions();
        new ShippedServices(at(NOW)).addNewerVersions();
        assertThat(at(NOW).newest()).contains(new Standards.Newest(PEKANBARU, "SIKRO", 1, false));
        assertThat(at(NOW).inForce(PEKANBARU, "SIKRO")).contains(Definitions.SIKRO);
    }

    private static Standards at(Instant now) {
        return new Standards(database.asApplication(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String version(int version, String from) {
        return SIKRO.replaceFirst("(?m)^version: 1$", "version: " + version)
                .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: " + from);
    }

    private static void office(int id, String zone) {
        database.asOwner().sql("""
                        insert into office (office_id, code, government, name, short_name, city, address, phone, email, zone,
                            day_convention, calendar_version)
                        values (?, ?, '', '', '', '', '', '', '', ?, 'DUE_AT_CLOSING', 1)
                        """).params(id, Integer.toString(id), zone).update();
    }
}
