package id.loket.worktime;

import static id.loket.worktime.Pekanbaru.CALENDAR;
import static id.loket.worktime.Pekanbaru.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 23 November 2026 is a Monday. */
@Tag("SOP-total")
@Tag("DLV-3")
class DeadlineTest {

    private static final Deadline PROMISE =
            Deadline.of(CALENDAR.add(at("2026-11-23 09:00"), new WorkDuration.WorkingDays(2)));

    @Test
    void is_kept_up_to_and_at_its_due_time() {
        assertThat(PROMISE.overrun(at("2026-11-25 15:59"), CALENDAR)).isZero();
        assertThat(PROMISE.overrun(at("2026-11-25 16:00"), CALENDAR)).isZero();
        assertThat(PROMISE.overrun(at("2026-11-26 08:01"), CALENDAR)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void moves_on_by_the_working_time_that_was_left() {
        Deadline resumed = PROMISE.pausedAt(at("2026-11-24 10:00")).resumedAt(at("2026-11-30 13:00"), CALENDAR);

        assertThat(resumed).isEqualTo(Deadline.of(at("2026-12-02 10:00"))); // 12 hours were left
    }

    @Test
    void keeps_what_was_overrun_before_the_clock_was_stopped() {
        Deadline stopped = PROMISE.pausedAt(at("2026-11-26 10:00"));

        assertThat(stopped.overrun(at("2026-12-30 10:00"), CALENDAR)).isEqualTo(Duration.ofHours(2));
        assertThat(stopped.resumedAt(at("2026-12-07 14:00"), CALENDAR).overrun(at("2026-12-07 14:30"), CALENDAR))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void gives_no_false_overdue_after_two_returns_in_a_row() {
        Deadline twice = PROMISE.pausedAt(at("2026-11-23 10:00"))
                .resumedAt(at("2026-12-07 09:00"), CALENDAR)
                .pausedAt(at("2026-12-07 09:30"))
                .resumedAt(at("2026-12-21 09:00"), CALENDAR);

        assertThat(twice.overrun(at("2026-12-21 09:30"), CALENDAR)).isZero();
        assertThat(CALENDAR.between(at("2026-12-21 09:00"), twice.due())).isEqualTo(Duration.ofMinutes(18 * 60 + 30));
    }

    @Test
    void is_moved_by_a_holiday_that_was_added_while_the_clock_stood_still() {
        WorkingCalendar later = CALENDAR.with(
                new FreeDay(LocalDate.parse("2026-11-25"), "Libur contoh", FreeDay.Kind.LOCAL, "Keputusan contoh"));

        Deadline again = Deadline.of(later.add(at("2026-11-23 09:00"), new WorkDuration.WorkingDays(2)))
                .pausedAt(at("2026-11-24 10:00"))
                .resumedAt(at("2026-11-30 13:00"), later);

        assertThat(again.due()).as("as much was left on Tuesday, with Thursday instead of Wednesday")
                .isEqualTo(at("2026-12-02 10:00"));
    }
}
