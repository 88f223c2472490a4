package id.loket.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day the letter about an uncollected product is written. */
@Tag("MFG-6b")
class CollectionReminderTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-12-25",
        "2027-01-28, 2027-02-28",
        "2027-01-31, 2027-02-28",
        "2028-01-31, 2028-02-29",
        "2026-12-31, 2027-01-31",
        "2026-08-31, 2026-09-30"
    })
    void a_calendar_month_after_completion_or_on_the_last_day_of_the_next(LocalDate ready, LocalDate due) {
        assertThat(CollectionReminders.dueOn(ready, null)).isEqualTo(due);
    }

    @Test
    void who_promised_to_come_later_is_written_to_the_day_after() {
        LocalDate ready = LocalDate.parse("2026-11-25");
        assertThat(CollectionReminders.dueOn(ready, LocalDate.parse("2027-01-10"))).isEqualTo("2027-01-11");
        assertThat(CollectionReminders.dueOn(ready, LocalDate.parse("2026-12-01"))).as("no earlier than the month").isEqualTo("2026-12-25");
        assertThat(CollectionReminders.dueOn(ready, LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-26");
    }

    @Property
    void it_is_never_written_before_28_days_nor_after_31_without_a_promise(@ForAll @IntRange(max = 40_000) int day) {
        LocalDate ready = LocalDate.parse("2020-01-01").plusDays(day);
        assertThat(CollectionReminders.dueOn(ready, null)).isBetween(ready.plusDays(28), ready.plusDays(31));
    }
}
