package id.loket.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeDaysTest {

    @ParameterizedTest
    @CsvSource({"2026, 17, 1497/2025", "2027, 18, 1205/2026"})
    void the_shipped_years_have_the_holidays_and_the_eight_days_of_joint_leave_of_the_decree(
            int year, int holidays, String decree) {
        List<FreeDay> days = Pekanbaru.shipped(year);

        assertThat(days).filteredOn(d -> d.kind() == FreeDay.Kind.NATIONAL_HOLIDAY).hasSize(holidays);
        assertThat(days).filteredOn(d -> d.kind() == FreeDay.Kind.COLLECTIVE_LEAVE).hasSize(8);
        assertThat(days).extracting(FreeDay::date).doesNotHaveDuplicates().isSorted();
        assertThat(days).allSatisfy(d -> {
            assertThat(d.date().getYear()).isEqualTo(year);
            assertThat(d.source()).contains(decree);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void joint_leave_is_given_on_days_that_would_be_worked(int year) {
        assertThat(Pekanbaru.shipped(year))
                .filteredOn(d -> d.kind() == FreeDay.Kind.COLLECTIVE_LEAVE)
                .extracting(d -> d.date().getDayOfWeek())
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void comments_and_empty_lines_are_left_out() {
        assertThat(FreeDays.parse("# local\r\n\r\n2026-06-23; LOCAL ; Hari jadi contoh ; Keputusan contoh\r\n"))
                .containsExactly(new FreeDay(
                        LocalDate.parse("2026-06-23"), "Hari jadi contoh", FreeDay.Kind.LOCAL, "Keputusan contoh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-31;LOCAL;Hari jadi;Keputusan",
                "2026-06-23;HOLIDAY;Hari jadi;Keputusan",
                "2026-06-23;LOCAL;Hari jadi",
                "2026-06-23;LOCAL;Hari jadi;Keputusan;lebih",
                "2026-06-23;LOCAL;;Keputusan",
                "2026-06-23;LOCAL;Hari jadi; ",
            })
    void a_line_that_can_not_be_read_is_named(String line) {
        assertThatThrownBy(() -> FreeDays.parse("# local\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(line);
    }
}
