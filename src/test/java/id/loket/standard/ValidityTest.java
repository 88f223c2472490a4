package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a permit holds. */
class ValidityTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 25);

    @Test
    void a_number_of_years_ends_on_the_anniversary() {
        assertThat(new Validity(5, null).until(ISSUED, Map.of())).contains(LocalDate.of(2031, 11, 25));
        assertThat(new Validity(1, null).until(LocalDate.of(2028, 2, 29), Map.of())).contains(LocalDate.of(2029, 2, 28));
    }

    @Test
    void a_document_ends_it_on_its_own_date() {
        assertThat(new Validity(null, "until").until(ISSUED, Map.of("until", "2040-01-31"))).contains(LocalDate.of(2040, 1, 31));
    }

    @Test
    void a_document_without_end_leaves_only_the_years() {
        assertThat(new Validity(5, "until").until(ISSUED, Map.of())).contains(LocalDate.of(2031, 11, 25));
        assertThat(new Validity(5, "until").until(ISSUED, Map.of("until", ""))).contains(LocalDate.of(2031, 11, 25));
        assertThat(new Validity(null, "until").until(ISSUED, Map.of())).isEmpty();
    }

    @Test
    void a_rule_that_says_nothing_is_refused() {
        assertThatThrownBy(() -> new Validity(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Validity(0, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
