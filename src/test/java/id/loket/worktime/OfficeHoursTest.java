package id.loket.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

    @ParameterizedTest
    @ValueSource(strings = {"08:00-12:00 11:00-16:00", "13:00-16:00 08:00-12:00", "12:00-08:00", "08:00-08:00"})
    void overlapping_unordered_and_empty_intervals_are_refused(String day) {
        assertThatThrownBy(() -> Pekanbaru.week(day, "08:00-12:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void special_hours_that_end_before_they_begin_are_refused() {
        LocalDate day = LocalDate.parse("2026-02-19");

        assertThatThrownBy(() -> new SpecialHours(day, day.minusDays(1), "Ramadan", Pekanbaru.HOURS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void do_not_change_with_the_lists_they_were_made_from() {
        List<OfficeHours.Interval> monday = new ArrayList<>(Pekanbaru.intervals("08:00-12:00"));
        OfficeHours hours = new OfficeHours(Map.of(DayOfWeek.MONDAY, monday));

        monday.clear();

        assertThat(hours.on(DayOfWeek.MONDAY)).hasSize(1);
    }
}
