package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in the texts of a letter. */
class TemplateTest {

    @Test
    void what_is_in_brackets_disappears_with_its_empty_place() {
        Template template = new Template("{applicant.name}[, {fields.degree}]");
        assertThat(template.fill(Map.of("applicant.name", "Contoh Lima", "fields.degree", "A.Md.RO")::get))
                .isEqualTo("Contoh Lima, A.Md.RO");
        assertThat(template.fill(Map.of("applicant.name", "Contoh Lima")::get)).isEqualTo("Contoh Lima");
        assertThat(template.fill(Map.of("applicant.name", "Contoh Lima", "fields.degree", "")::get)).isEqualTo("Contoh Lima");
    }

    @Test
    void what_is_filled_in_is_never_read_as_a_template_itself() {
        Template template = new Template("[di {a}] {b}");
        assertThat(template.fill(Map.of("a", "{b} [x] $1 \\", "b", "{a}")::get)).isEqualTo("di {b} [x] $1 \\ {a}");
    }

    @Test
    void its_names_are_known() {
        assertThat(new Template("{a.b} [{c}] {a.b}").names()).containsExactlyInAnyOrder("a.b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "a}", "[a", "a]", "{a b}", "[[{a}]]", "{}", " "})
    void a_template_that_was_mistyped_is_refused(String text) {
        assertThatThrownBy(() -> new Template(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
