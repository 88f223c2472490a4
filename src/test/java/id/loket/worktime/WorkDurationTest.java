package id.loket.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.worktime.WorkDuration.Hours;
import id.loket.worktime.WorkDuration.Minutes;
import id.loket.worktime.WorkDuration.WorkingDays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SOP-total")
class WorkDurationTest {

    @Test
    void is_read_as_the_SOP_writes_it() {
        assertThat(WorkDuration.parse("35 minutes")).isEqualTo(new Minutes(35));
        assertThat(WorkDuration.parse("1 minute")).isEqualTo(new Minutes(1));
        assertThat(WorkDuration.parse(" 1 hour ")).isEqualTo(new Hours(1));
        assertThat(WorkDuration.parse("2 working days")).isEqualTo(new WorkingDays(2));
        assertThat(WorkDuration.parse("1 working day")).isEqualTo(new WorkingDays(1));
    }

    @Test
    void keeps_its_unit() {
        assertThat(WorkDuration.parse("60 minutes")).isNotEqualTo(WorkDuration.parse("1 hour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35", "minutes", "2 days", "1.5 hours", "-3 minutes", "0 minutes", "3 Minutes", "9999999 minutes", "1 hour 5 minutes"})
    void refuses_everything_else(String text) {
        assertThatThrownBy(() -> WorkDuration.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void says_how_to_write_it() {
        assertThatThrownBy(() -> WorkDuration.parse("2 days")).hasMessageContaining("\"2 days\"").hasMessageContaining("\"2 working days\"");
    }
}
