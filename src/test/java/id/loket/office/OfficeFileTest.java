package id.loket.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An office as a file describes it, and what is said of a file that doesn't. */
class OfficeFileTest {

    private static final String DEMO = OfficeFiles.shipped("/demo/office.yaml").orElseThrow();

    @Test
    void the_office_of_the_demo_is_sound_and_has_a_person_for_every_role() {
        OfficeFile demo = OfficeFile.read(DEMO);
        assertThat(demo.faults()).isEmpty();
        assertThat(demo.officers()).flatExtracting(OfficeFile.OfficerLine::roles)
                .contains("FRONT_OFFICE", "BACK_OFFICE", "JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY", "HEAD_OF_OFFICE", "ADMINISTRATOR");
    }

    @Test
    void people_of_the_demo_are_plainly_made_up() {
        assertThat(OfficeFile.read(DEMO).officers()).allSatisfy(o -> assertThat(o.name()).startsWith("Contoh "));
    }

    @Test
    void a_file_without_an_administrator_gets_one() {
        OfficeFile file = OfficeFile.read(DEMO.replace("roles: [ADMINISTRATOR]", "roles: [SECRETARY]"));
        assertThat(file.withAdministrator().officers().getLast().roles()).containsExactly("ADMINISTRATOR");
        assertThat(OfficeFile.read(DEMO).withAdministrator().officers()).hasSameSizeAs(OfficeFile.read(DEMO).officers());
    }

    @Test
    void what_can_not_be_read_is_said_with_its_line() {
        assertThatThrownBy(() -> OfficeFile.read(DEMO.replace("city:", "town:")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line ")
                .hasMessageContaining("town");
        assertThatThrownBy(() -> OfficeFile.read("code: [\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficeFile.read("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_fault_is_named() {
        OfficeFile file = OfficeFile.read(DEMO.replace("code: \"1471\"", "code: \"14 71\"")
                .replace("city: Pekanbaru", "city: \"\"")
                .replace("zone: Asia/Jakarta", "zone: Asia/Kota Contoh")
                .replace("FRIDAY: [08:00-11:30, 13:00-16:30]", "FRIDAY: [13:00-16:30, 08:00-11:30]")
                .replace("ID-2027", "ID-1900")
                .replace("username: muda", "username: cetak")
                .replace("roles: [SECRETARY]", "roles: [MAYOR]"));
        assertThat(String.join("\n", file.faults()))
                .contains("code:", "city: is missing", "zone:", "hours, FRIDAY", "none is called ID-1900", "a username comes twice")
                .contains("officers, sekretaris: roles is wrong");
        assertThat(file.faults()).hasSize(7);
    }

    @Test
    void an_office_that_never_opens_is_refused() {
        assertThat(OfficeFile.read(DEMO.replaceAll("(?m)^  [A-Z]+DAY:.*\\R", "").replace("hours:", "hours: {}")).faults())
                .containsExactly("hours: the office never opens");
    }

    @Test
    void the_file_in_the_guide_is_sound() throws IOException {
        String guide = Files.readString(Path.of("docs/new-office.md"));
        String yaml = guide.substring(guide.indexOf("```yaml") + "```yaml".length(), guide.lastIndexOf("```"));
        assertThat(OfficeFile.read(yaml).faults()).isEmpty();
    }

    @Test
    void a_form_overlooks_what_the_eye_overlooks() {
        OfficerForm form = new OfficerForm(" Muda ", " Contoh Muda ", "Mu", "19900101 201501 1 001", "", Set.of("A"));
        assertThat(form.problems(Set.of("A"))).isEmpty();
        assertThat(form.username()).isEqualTo("muda");
        assertThat(form.nip()).isEqualTo("199001012015011001");
    }
}
