package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.standard.FormField.Choice;
import id.loket.standard.FormField.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers at intake. */
class FormFieldTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, apa saja,",
        "DATE, 2031-01-31,",
        "DATE, 31-1-2031,",
        "DATE, 31/01/2031,",
        "DATE, 31.01.2031,",
        "DATE, 31-02-2031, fieldDate",
        "DATE, 2031-02-31, fieldDate",
        "DATE, besok, fieldDate",
        "CHOICE, UNTIL,",
        "CHOICE, until, fieldChoice",
        "NUMBER, '12,5',",
        "NUMBER, -3,",
        "NUMBER, 12a, fieldNumber",
        "PHONE, 0812 0000 0184,",
        "PHONE, +62 812 0000 0184,",
        "PHONE, telepon, fieldPhone",
        "YES_NO, yes,",
        "YES_NO, no,",
        "YES_NO, maybe, fieldChoice",
    })
    void an_answer_fits_the_type_of_the_field(Type type, String answer, String problem) {
        assertThat(field(type, 0, null).problem(answer).orElse(null)).isEqualTo(problem);
    }

    @Test
    void an_answer_may_be_as_long_as_the_field_says() {
        assertThat(field(Type.TEXT, 3, null).problem("abc")).isEmpty();
        assertThat(field(Type.TEXT, 3, null).problem("abcd")).contains("fieldLong");
        assertThat(field(Type.TEXT, 0, null).problem("x".repeat(200))).isEmpty();
        assertThat(field(Type.TEXT, 0, null).problem("x".repeat(201))).contains("fieldLong");
    }

    @Test
    void a_pattern_must_fit_the_whole_answer() {
        assertThat(field(Type.TEXT, 0, "[0-9]{2}").problem("12")).isEmpty();
        assertThat(field(Type.TEXT, 0, "[0-9]{2}").problem("123")).contains("fieldPattern");
    }

    @Test
    void a_field_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> field(Type.TEXT, -1, null)).hasMessageContaining("maxLength");
        assertThatThrownBy(() -> field(Type.TEXT, 0, "[")).hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> new FormField("STR", Text.of("STR"), null, Type.TEXT, true, List.of(), 0, null, null))
                .hasMessageContaining("camel case");
        assertThatThrownBy(() -> new FormField("str", Text.of("STR"), null, Type.CHOICE, true, List.of(), 0, null, null))
                .hasMessageContaining("has choices");
        Choice choice = new Choice("ONE", Text.of("Satu"));
        assertThatThrownBy(() -> new FormField("str", Text.of("STR"), null, Type.CHOICE, true, List.of(choice, choice), 0, null, null))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> new FormField("str", Text.of("STR"), null, Type.TEXT, true, List.of(choice, choice), 0, null, null))
                .hasMessageContaining("no other, has choices");
    }

    private static FormField field(Type type, int maxLength, String pattern) {
        List<Choice> choices = type == Type.CHOICE
                ? List.of(new Choice("LIFELONG", Text.of("Seumur hidup")), new Choice("UNTIL", Text.of("Sampai tanggal")))
                : List.of();
        return new FormField("answer", Text.of("Jawaban"), null, type, true, choices, maxLength, pattern, null);
    }
}
