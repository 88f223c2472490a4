package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers look as the office writes them, and can't recur. */
@Tag("SOP-8")
class NumberingTest {

    @ParameterizedTest
    @CsvSource({"1, I", "2, II", "3, III", "4, IV", "5, V", "6, VI", "7, VII", "8, VIII", "9, IX", "10, X", "11, XI", "12, XII"})
    void months_are_roman(int month, String roman) {
        assertThat(numbering("{seq}/{romanMonth}/{year}").format(3, LocalDate.of(2026, month, 1))).isEqualTo("3/" + roman + "/2026");
    }

    @Test
    void the_sequence_is_padded_where_the_office_wants_it_and_grows_beyond() {
        Numbering numbering = numbering("{seq:4}/{month}/{year}");
        LocalDate day = LocalDate.of(2026, 1, 5);
        assertThat(numbering.format(7, day)).isEqualTo("0007/01/2026");
        assertThat(numbering.format(12345, day)).isEqualTo("12345/01/2026");
    }

    @Test
    void a_dollar_or_backslash_in_the_pattern_stays_as_it_is() {
        assertThat(numbering("$1\\{seq}/{year}").format(1, LocalDate.of(2026, 1, 5))).isEqualTo("$1\\1/2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"503/{year}", "503/{seq}", "{seq}/{year}/{day}", "{seq:0}/{year}", "{seq}/{year}/{", "{seq}}/{year}", ""})
    void a_pattern_that_makes_no_number_is_refused(String pattern) {
        assertThatThrownBy(() -> numbering(pattern)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pattern");
    }

    @Test
    void a_sequence_starts_at_one() {
        assertThatThrownBy(() -> numbering("{seq}/{year}").format(0, LocalDate.of(2026, 1, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Numbering numbering(String pattern) {
        return new Numbering(pattern, "SIKRO");
    }
}
