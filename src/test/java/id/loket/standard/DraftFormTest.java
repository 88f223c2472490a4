package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.office.Problem;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields instead of a text, on the same draft; the text keeps its comments and its order. */
class DraftFormTest {

    private static final DraftForm SIKRO = DraftForm.of(Definitions.SIKRO_FILE).orElseThrow();

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void a_form_that_nobody_touched_changes_no_letter() {
        assertThat(SIKRO.written(SIKRO.values(), problems)).isEqualTo(Definitions.SIKRO_FILE);
        assertThat(problems).isEmpty();
    }

    @Test
    @Tag("DLV-3")
    @Tag("DLV-4")
    void only_what_was_changed_is_different_in_the_text_and_no_comment_is_lost() {
        String text = written(Map.of(
                "name/id", "Izin Praktik: Refraksionis",
                "delivery/promise/number", "3",
                "delivery/procedure/1/time/number", "30",
                "sopHead/number", "503/SOP/1/2026",
                "sopHead/createdOn", "05-01-2026",
                "sopHead/warnings", "Berkas tidak lengkap dikembalikan | Incomplete files go back\nJaga kerahasiaan",
                "effectiveUntil", "31-12-2027"));
        assertThat(problems).isEmpty();
        assertThat(comments(text)).isEqualTo(comments(Definitions.SIKRO_FILE));
        ServiceDefinition changed = ServiceDefinitions.parse(text);
        assertThat(changed.name()).isEqualTo(new Text("Izin Praktik: Refraksionis", "Work Permit for Refractionist Opticians"));
        assertThat(changed.promise()).isEqualTo(new WorkDuration.WorkingDays(3));
        assertThat(written(Map.of("delivery/fee", "50.000"))).contains("\n  fee: 50000\n");
        assertThat(changed.sop().step(2).time()).isEqualTo(new WorkDuration.Minutes(30));
        assertThat(changed.sopHead().warnings())
                .containsExactly(new Text("Berkas tidak lengkap dikembalikan", "Incomplete files go back"), Text.of("Jaga kerahasiaan"));
        assertThat(changed.effectiveUntil()).hasToString("2027-12-31");
    }

    @Test
    @Tag("DLV-1")
    void requirements_are_moved_taken_out_and_added() {
        Map<String, String> typed = new HashMap<>();
        typed.put("delivery/requirements/6/position", "1");
        typed.put("delivery/requirements/4/remove", "true");
        typed.put("delivery/requirements/1/count", "2");
        typed.put("delivery/requirements/1/hint/id", "");
        typed.put("delivery/requirements/1/hint/en", "");
        typed.put("new/code", "NPWP");
        typed.put("new/name/id", "NPWP: bila ada");
        typed.put("new/form", "COPY");
        ServiceDefinition changed = ServiceDefinitions.parse(written(typed));
        assertThat(changed.requirements()).extracting(Requirement::code)
                .containsExactly(
                        "PHOTO", "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "WORKPLACE_LETTER", "POWER_OF_ATTORNEY", "FIRST_PERMIT",
                        "PREVIOUS_PERMIT", "NPWP");
        assertThat(changed.requirement("ID_CARD").orElseThrow().count()).isEqualTo(2);
        assertThat(changed.requirement("ID_CARD").orElseThrow().hint()).isNull();
        assertThat(changed.requirement("NPWP").orElseThrow().name()).isEqualTo(Text.of("NPWP: bila ada"));
    }

    @Test
    void what_was_typed_for_an_earlier_text_goes_to_the_requirement_of_its_code() {
        DraftForm moved = DraftForm.of(SIKRO.yaml().arranged("delivery/requirements", List.of(9, 1, 0)).text()).orElseThrow();
        Map<String, String> typed = new HashMap<>(SIKRO.values());
        typed.put("delivery/requirements/0/name/id", "Surat permohonan");
        typed.put("delivery/requirements/6/name/id", "Foto yang sudah tidak ada");
        ServiceDefinition changed = ServiceDefinitions.parse(moved.written(typed, problems));
        assertThat(changed.requirement("APPLICATION_LETTER").orElseThrow().name().id()).isEqualTo("Surat permohonan");
        assertThat(changed.requirement("PREVIOUS_PERMIT").orElseThrow().name().id()).isEqualTo("SIKRO lama");
    }

    @Test
    void bad_fields_are_named_and_nothing_is_written_for_them() {
        written(Map.of(
                "delivery/promise/number", "dua",
                "delivery/fee", "-5",
                "sopHead/createdOn", "31-31-2026",
                "delivery/requirements/0/count", "banyak",
                "new/code", "npwp"));
        assertThat(problems).extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "delivery/promise/number", "delivery/fee", "sopHead/createdOn", "delivery/requirements/0/count", "new/code");
    }

    @Test
    void a_draft_with_faults_still_has_its_form_and_an_unreadable_one_has_none() {
        DraftForm form = DraftForm.of("code: X\nname: Izin\ndelivery:\n  promise: soon\n").orElseThrow();
        assertThat(form.value("name/id")).isEqualTo("Izin");
        assertThat(form.written(Map.of("name/id", "Izin Baru", "name/en", "New permit"), problems))
                .isEqualTo("code: X\nname: { id: Izin Baru, en: New permit }\ndelivery:\n  promise: soon\n");
        assertThat(DraftForm.of("name: [")).isEmpty();
    }

    private String written(Map<String, String> changes) {
        Map<String, String> typed = new HashMap<>(SIKRO.values());
        typed.putAll(changes);
        return SIKRO.written(typed, problems);
    }

    private static List<String> comments(String text) {
        return text.lines().filter(l -> l.strip().startsWith("#")).toList();
    }
}
