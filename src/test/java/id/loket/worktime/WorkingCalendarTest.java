package id.loket.worktime;

import static id.loket.worktime.Pekanbaru.CALENDAR;
import static id.loket.worktime.Pekanbaru.FREE_DAYS;
import static id.loket.worktime.Pekanbaru.HOURS;
import static id.loket.worktime.Pekanbaru.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.worktime.WorkDuration.Hours;
import id.loket.worktime.WorkDuration.Minutes;
import id.loket.worktime.WorkDuration.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time as an office counts it. */
@Tag("DLV-3")
class WorkingCalendarTest {

    @ParameterizedTest(name = "2 working days from {0} end on {1}")
    @CsvSource({
        // Nyepi, Idulfitri and their joint leave
        "2026-03-16 09:00, 2026-03-25 16:00",
        // Christmas and a weekend
        "2026-12-23 09:00, 2026-12-29 16:00",
        // Nyepi and Idulfitri of 2027
        "2027-03-05 09:00, 2027-03-17 16:00",
        // nothing in between
        "2026-11-23 15:59, 2026-11-25 16:00",
        // over a weekend, ending on a Friday that closes later
        "2026-11-25 08:00, 2026-11-27 16:30",
        // begun on a Sunday
        "2026-11-22 10:00, 2026-11-24 16:00",
        // over the turn of the year, with New Year's Day on a Friday
        "2026-12-30 10:00, 2027-01-04 16:00",
        // 29 February doesn't exist in 2027
        "2027-02-26 10:00, 2027-03-02 16:00"
    })
    void two_working_days(String from, String due) {
        assertThat(CALENDAR.add(at(from), new WorkingDays(2))).isEqualTo(at(due));
    }

    @Test
    void with_the_other_convention_it_is_due_at_the_same_time_of_day() {
        WorkingCalendar sameTime =
                new WorkingCalendar(Pekanbaru.WIB, HOURS, List.of(), FREE_DAYS, DayConvention.DUE_AT_SAME_TIME);
        assertThat(sameTime.add(at("2026-11-23 09:14"), new WorkingDays(2))).isEqualTo(at("2026-11-25 09:14"));
        assertThat(sameTime.add(at("2026-11-23 12:30"), new WorkingDays(2)))
                .as("in the break it is when the office opens again")
                .isEqualTo(at("2026-11-25 13:00"));
        assertThat(sameTime.add(at("2026-11-23 18:00"), new WorkingDays(2))).isEqualTo(at("2026-11-26 08:00"));
    }

    @Test
    void minutes_and_hours_run_over_breaks_and_nights() {
        assertThat(CALENDAR.add(at("2026-11-23 11:50"), new Minutes(35))).isEqualTo(at("2026-11-23 13:25"));
        assertThat(CALENDAR.add(at("2026-11-23 15:30"), new Hours(2))).isEqualTo(at("2026-11-24 09:30"));
        assertThat(CALENDAR.add(at("2026-11-22 03:00"), new Minutes(5))).isEqualTo(at("2026-11-23 08:05"));
    }

    @Test
    void a_time_that_ends_exactly_at_closing_ends_then_and_not_the_next_morning() {
        assertThat(CALENDAR.add(at("2026-11-23 15:00"), new Hours(1))).isEqualTo(at("2026-11-23 16:00"));
        assertThat(CALENDAR.add(at("2026-11-23 11:00"), new Hours(1))).isEqualTo(at("2026-11-23 12:00"));
    }

    @Test
    void the_office_is_open_from_opening_inclusive_to_closing_exclusive() {
        assertThat(CALENDAR.isOpen(at("2026-11-23 08:00"))).isTrue();
        assertThat(CALENDAR.isOpen(at("2026-11-23 07:59"))).isFalse();
        assertThat(CALENDAR.isOpen(at("2026-11-23 12:00"))).as("break").isFalse();
        assertThat(CALENDAR.isOpen(at("2026-11-23 16:00"))).isFalse();
        assertThat(CALENDAR.isOpen(at("2026-12-25 09:00"))).as("Christmas").isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 12, 24))).as("joint leave").isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 11, 28))).as("Saturday").isFalse();
    }

    @Test
    void the_next_opening_is_now_while_it_is_open() {
        assertThat(CALENDAR.nextOpening(at("2026-11-23 09:00"))).isEqualTo(at("2026-11-23 09:00"));
        assertThat(CALENDAR.nextOpening(at("2026-11-23 12:00"))).isEqualTo(at("2026-11-23 13:00"));
        assertThat(CALENDAR.nextOpening(at("2026-12-23 16:00"))).isEqualTo(at("2026-12-28 08:00"));
    }

    @Test
    void special_hours_hold_for_their_dates_only() {
        OfficeHours ramadan = new OfficeHours(Map.of(
                DayOfWeek.WEDNESDAY, List.of(OfficeHours.Interval.of("08:00", "15:00")),
                DayOfWeek.THURSDAY, List.of(OfficeHours.Interval.of("08:00", "15:00"))));
        WorkingCalendar calendar = new WorkingCalendar(
                Pekanbaru.WIB,
                HOURS,
                List.of(new SpecialHours(LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 19), "Ramadan", ramadan)),
                FREE_DAYS,
                DayConvention.DUE_AT_CLOSING);
        assertThat(calendar.closing(LocalDate.of(2026, 2, 18))).contains(at("2026-02-18 15:00"));
        assertThat(calendar.closing(LocalDate.of(2026, 2, 20))).contains(at("2026-02-20 16:30"));
        assertThat(calendar.between(at("2026-02-18 08:00"), at("2026-02-19 08:00"))).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void an_hour_in_makassar_is_not_an_hour_in_jakarta() {
        WorkingCalendar makassar = new WorkingCalendar(
                ZoneId.of("Asia/Makassar"), HOURS, List.of(), List.of(), DayConvention.DUE_AT_CLOSING);
        assertThat(makassar.isOpen(at("2026-11-23 07:30"))).as("half past eight there").isTrue();
        assertThat(makassar.closing(LocalDate.of(2026, 11, 23))).contains(at("2026-11-23 15:00"));
    }

    @Test
    void the_free_days_on_the_way_explain_a_due_date() {
        assertThat(CALENDAR.freeDaysBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 25)))
                .extracting(FreeDay::date)
                .containsExactly(
                        LocalDate.of(2026, 3, 18),
                        LocalDate.of(2026, 3, 19),
                        LocalDate.of(2026, 3, 20),
                        LocalDate.of(2026, 3, 23),
                        LocalDate.of(2026, 3, 24));
    }

    @Test
    void the_shipped_lists_are_those_of_the_decrees() {
        assertThat(FREE_DAYS.stream().filter(d -> d.date().getYear() == 2026 && d.kind() == FreeDay.Kind.NATIONAL_HOLIDAY)).hasSize(17);
        assertThat(FREE_DAYS.stream().filter(d -> d.date().getYear() == 2026 && d.kind() == FreeDay.Kind.COLLECTIVE_LEAVE)).hasSize(8);
        assertThat(FREE_DAYS.stream().filter(d -> d.date().getYear() == 2027 && d.kind() == FreeDay.Kind.NATIONAL_HOLIDAY)).hasSize(18);
        assertThat(FREE_DAYS.stream().filter(d -> d.date().getYear() == 2027 && d.kind() == FreeDay.Kind.COLLECTIVE_LEAVE)).hasSize(8);
    }

    @Test
    void what_can_not_be_is_refused() {
        assertThatThrownBy(() -> CALENDAR.between(at("2026-11-23 09:00"), at("2026-11-23 08:59")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.plus(at("2026-11-23 09:00"), Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficeHours.Interval.of("12:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkDuration.parse("2 days")).hasMessageContaining("2 working days");
        assertThatThrownBy(() -> WorkDuration.parse("0 minutes")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FreeDays.parse("2026-13-01;LOCAL;x;y")).hasMessageContaining("line 1");
        WorkingCalendar closed =
                new WorkingCalendar(Pekanbaru.WIB, new OfficeHours(Map.of()), List.of(), List.of(), DayConvention.DUE_AT_CLOSING);
        assertThatThrownBy(() -> closed.add(at("2026-11-23 09:00"), new WorkingDays(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.nextOpening(at("2026-11-23 09:00"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void durations_are_read_in_their_own_unit() {
        assertThat(WorkDuration.parse("35 minutes")).isEqualTo(new Minutes(35));
        assertThat(WorkDuration.parse("1 hour")).isEqualTo(new Hours(1));
        assertThat(WorkDuration.parse("2 working days")).isEqualTo(new WorkingDays(2));
    }
}
