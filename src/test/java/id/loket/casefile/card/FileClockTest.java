package id.loket.casefile.card;

import static id.loket.casefile.card.Journey.time;
import static id.loket.casefile.card.Sikro.CETAK;
import static id.loket.casefile.card.Sikro.LOKET;
import static id.loket.casefile.card.Sikro.MUDA;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Rules.Order;
import id.loket.worktime.DayConvention;
import id.loket.worktime.FreeDay;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.OfficeHours.Interval;
import id.loket.worktime.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promise of two working days (SOP-total, DLV-3) and the times of the steps. 23 November 2026 is a Monday. */
@Tag("SOP-total")
@Tag("DLV-3")
class FileClockTest {

    private static final List<Interval> USUAL = List.of(Interval.of("08:00", "12:00"), Interval.of("13:00", "16:00"));
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            ZoneId.of("Asia/Jakarta"),
            new OfficeHours(Map.of(
                    DayOfWeek.MONDAY, USUAL,
                    DayOfWeek.TUESDAY, USUAL,
                    DayOfWeek.WEDNESDAY, USUAL,
                    DayOfWeek.THURSDAY, USUAL,
                    DayOfWeek.FRIDAY, List.of(Interval.of("08:00", "11:30"), Interval.of("13:00", "16:30")))),
            List.of(),
            List.of(),
            DayConvention.DUE_AT_CLOSING);

    @Test
    void a_complete_file_is_due_at_closing_two_working_days_later() {
        assertThat(clock(Journey.complete("2026-11-23 09:14")).dueAt()).isEqualTo(time("2026-11-25 16:00"));
    }

    @Test
    void over_a_weekend_the_free_days_do_not_count() {
        assertThat(clock(Journey.complete("2026-11-26 15:59")).dueAt()).isEqualTo(time("2026-11-30 16:00"));
    }

    @Test
    void before_a_file_is_complete_nothing_is_promised() {
        Journey journey = new Journey().does(LOKET, Action.REGISTER, "2026-11-23 09:00");
        assertThat(clock(journey)).isEqualTo(FileClock.NOT_STARTED);
    }

    @Test
    void time_with_the_applicant_moves_the_due_time_on_by_what_was_left() {
        Journey journey = Journey.complete("2026-11-23 09:00")
                .does(CETAK, Action.RECEIVE, "2026-11-23 10:00")
                .does(CETAK, Order.returnTo(2, "STR tidak terbaca"), "2026-11-23 10:00")
                .does(LOKET, Action.RECEIVE, "2026-11-23 10:00")
                .does(LOKET, Order.of(Action.RETURN_TO_APPLICANT, "STR"), "2026-11-24 10:00");
        FileClock paused = clock(journey);
        assertThat(paused.pausedAt()).isEqualTo(time("2026-11-24 10:00"));
        assertThat(paused.overrun(time("2026-12-24 10:00"), CALENDAR)).as("stands still").isEqualTo(Duration.ZERO);

        journey.does(LOKET, Action.RESUBMIT, "2026-11-30 13:00");

        // 12 working hours were left on Tuesday at 10; from Monday at 13 they end on Wednesday at 10.
        assertThat(CALENDAR.between(time("2026-11-24 10:00"), time("2026-11-25 16:00"))).isEqualTo(Duration.ofHours(12));
        assertThat(clock(journey).dueAt()).isEqualTo(time("2026-12-02 10:00"));
    }

    @Test
    void two_returns_in_a_row_give_no_false_overdue() {
        Journey journey = Journey.complete("2026-11-23 09:00")
                .does(CETAK, Action.RECEIVE, "2026-11-23 10:00")
                .does(CETAK, Order.returnTo(2, "kurang"), "2026-11-23 10:00")
                .does(LOKET, Action.RECEIVE, "2026-11-23 10:00")
                .does(LOKET, Order.of(Action.RETURN_TO_APPLICANT, "STR"), "2026-11-23 10:00")
                .does(LOKET, Action.RESUBMIT, "2026-12-07 09:00")
                .does(LOKET, Order.of(Action.RETURN_TO_APPLICANT, "foto"), "2026-12-07 09:30")
                .does(LOKET, Action.RESUBMIT, "2026-12-21 09:00");
        assertThat(clock(journey).overrun(time("2026-12-21 09:30"), CALENDAR)).isEqualTo(Duration.ZERO);
    }

    @Test
    void what_was_overrun_before_a_return_stays_overrun_by_as_much() {
        Journey journey = Journey.complete("2026-11-23 09:00")
                .does(CETAK, Action.RECEIVE, "2026-11-26 10:00")
                .does(CETAK, Order.returnTo(2, "kurang"), "2026-11-26 10:00")
                .does(LOKET, Action.RECEIVE, "2026-11-26 10:00")
                .does(LOKET, Order.of(Action.RETURN_TO_APPLICANT, "STR"), "2026-11-26 10:00")
                .does(LOKET, Action.RESUBMIT, "2026-12-07 14:00");
        assertThat(clock(journey).overrun(time("2026-12-07 14:00"), CALENDAR)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_remark_resets_nothing() {
        Journey journey = Journey.complete("2026-11-23 09:00").does(CETAK, Action.RECEIVE, "2026-11-23 10:00");
        FileClock before = clock(journey);
        CardState stateBefore = journey.state();
        journey.does(MUDA, Order.of(Action.REMARK, "mohon didahulukan"), "2026-11-24 08:00");

        assertThat(clock(journey)).isEqualTo(before);
        assertThat(journey.state().since()).isEqualTo(stateBefore.since());
        assertThat(journey.state().arrivedAt()).isEqualTo(stateBefore.arrivedAt());
    }

    @Test
    void a_new_holiday_moves_the_due_time_of_a_running_file() {
        WorkingCalendar later = CALENDAR.with(
                new FreeDay(LocalDate.of(2026, 11, 24), "Libur contoh", FreeDay.Kind.LOCAL, "contoh"));
        ControlCard card = Journey.complete("2026-11-23 09:00").card();
        assertThat(card.clock(Sikro.SERVICE.promise(), later).dueAt()).isEqualTo(time("2026-11-26 16:00"));
    }

    @Test
    void the_clock_ends_when_the_product_is_on_its_way_to_the_collection_counter() {
        Journey journey = Journey.complete("2026-11-23 09:00").through(8, "2026-11-25 15:00");
        FileClock clock = clock(journey);
        assertThat(clock.readyAt()).isEqualTo(time("2026-11-25 15:00"));
        assertThat(clock.overrun(time("2027-01-25 15:00"), CALENDAR)).as("nobody collects it").isEqualTo(Duration.ZERO);
    }

    @Test
    @Tag("MFG-4c")
    void waiting_before_receipt_and_work_are_told_apart_in_working_time() {
        Journey journey = Journey.complete("2026-11-23 11:00")
                .does(CETAK, Action.RECEIVE, "2026-11-23 13:30")
                .does(CETAK, Action.HAND_OVER, "2026-11-24 08:10");
        Visit printing = journey.card().visits().get(2);
        assertThat(printing.inTransit(time("2026-11-30 09:00"), CALENDAR)).isEqualTo(Duration.ofMinutes(90));
        assertThat(printing.inWork(time("2026-11-30 09:00"), CALENDAR)).isEqualTo(Duration.ofMinutes(160));
    }

    private static FileClock clock(Journey journey) {
        return journey.card().clock(Sikro.SERVICE.promise(), CALENDAR);
    }
}
