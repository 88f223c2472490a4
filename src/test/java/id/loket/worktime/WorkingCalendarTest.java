package id.loket.worktime;

import static id.loket.worktime.Pekanbaru.CALENDAR;
import static id.loket.worktime.Pekanbaru.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.worktime.WorkDuration.Hours;
import id.loket.worktime.WorkDuration.Minutes;
import id.loket.worktime.WorkDuration.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SOP-total")
@Tag("DLV-3")
class WorkingCalendarTest {

    private static final WorkDuration TWO_WORKING_DAYS = new WorkingDays(2);

    @Nested
    class The_promise_of_two_working_days {

        @Test
        void leaps_over_Nyepi_Idulfitri_and_their_joint_leave_of_2026() {
            assertThat(CALENDAR.add(at("2026-03-16 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-03-25 16:00"));
        }

        @Test
        void leaps_over_Christmas_its_joint_leave_and_the_weekend() {
            assertThat(CALENDAR.add(at("2026-12-23 15:59"), TWO_WORKING_DAYS)).isEqualTo(at("2026-12-29 16:00"));
        }

        @Test
        void leaps_over_Nyepi_Idulfitri_and_their_joint_leave_of_2027() {
            assertThat(CALENDAR.add(at("2027-03-05 08:00"), TWO_WORKING_DAYS)).isEqualTo(at("2027-03-17 16:00"));
        }

        @Test
        void runs_over_the_change_of_the_year() {
            assertThat(CALENDAR.add(at("2026-12-30 09:00"), TWO_WORKING_DAYS)).isEqualTo(at("2027-01-04 16:00"));
        }

        @Test
        void ends_at_the_closing_time_of_its_own_day() {
            assertThat(CALENDAR.add(at("2026-11-25 09:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-11-27 16:30"));
        }

        @ParameterizedTest
        @CsvSource({"2026-11-23 06:00", "2026-11-23 08:00", "2026-11-23 12:30", "2026-11-23 16:00", "2026-11-23 23:59"})
        void counts_from_the_next_day_whenever_on_its_day_the_file_was_complete(String complete) {
            assertThat(CALENDAR.add(at(complete), TWO_WORKING_DAYS)).isEqualTo(at("2026-11-25 16:00"));
        }

        @Test
        void counts_Monday_as_the_first_day_of_a_file_complete_on_Saturday() {
            assertThat(CALENDAR.add(at("2026-11-21 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-11-24 16:00"));
        }

        @Test
        void counts_a_leap_day() {
            assertThat(CALENDAR.add(at("2028-02-28 10:00"), new WorkingDays(1))).isEqualTo(at("2028-02-29 16:00"));
        }

        @Test
        void counts_no_leap_day_in_a_common_year() {
            assertThat(CALENDAR.add(at("2027-02-26 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2027-03-02 16:00"));
        }

        @Test
        void is_explained_by_the_free_days_it_leaps_over_but_not_by_those_at_a_weekend() {
            assertThat(CALENDAR.freeDaysBetween(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-25")))
                    .extracting(day -> day.date() + " " + day.name())
                    .containsExactly(
                            "2026-03-18 Cuti bersama Nyepi 1948",
                            "2026-03-19 Nyepi 1948",
                            "2026-03-20 Cuti bersama Idulfitri 1447 H",
                            "2026-03-23 Cuti bersama Idulfitri 1447 H",
                            "2026-03-24 Cuti bersama Idulfitri 1447 H");
        }

        @Test
        void moves_on_a_day_when_the_office_adds_a_local_free_day() {
            FreeDay jubilee = new FreeDay(
                    LocalDate.parse("2026-11-24"), "Hari jadi contoh", FreeDay.Kind.LOCAL, "Keputusan contoh");

            WorkingCalendar preview = CALENDAR.with(jubilee);

            assertThat(preview.add(at("2026-11-23 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-11-26 16:00"));
            assertThat(CALENDAR.add(at("2026-11-23 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-11-25 16:00"));
            assertThat(preview.freeDay(jubilee.date())).contains(jubilee);
        }
    }

    @Nested
    class Due_at_the_same_time_of_day {

        private final WorkingCalendar calendar =
                Pekanbaru.calendar(Pekanbaru.ZONE, List.of(), DayConvention.DUE_AT_SAME_TIME);

        @ParameterizedTest
        @CsvSource({
            "2026-11-23 10:17, 2026-11-25 10:17",
            "2026-11-23 12:30, 2026-11-25 13:00",
            "2026-11-23 06:00, 2026-11-25 08:00",
            "2026-11-23 17:00, 2026-11-26 08:00", // counts from Tuesday's opening
            "2026-11-25 11:45, 2026-11-27 13:00", // Friday's break is longer
            "2026-11-27 16:15, 2026-12-02 08:00", // Tuesday is closed at that time
            "2026-11-21 10:00, 2026-11-25 08:00", // Saturday, as Sunday, counts from Monday's opening
            "2026-11-22 09:00, 2026-11-25 08:00",
        })
        void two_working_days(String from, String due) {
            assertThat(calendar.add(at(from), TWO_WORKING_DAYS)).isEqualTo(at(due));
        }
    }

    @Nested
    class Minutes_and_hours {

        @ParameterizedTest
        @CsvSource({
            "2026-11-23 09:00, 35, 2026-11-23 09:35",
            "2026-11-23 11:50, 10, 2026-11-23 12:00", // ends with the opening, not with the break
            "2026-11-23 15:00, 60, 2026-11-23 16:00", // nor next morning
            "2026-11-23 11:50, 35, 2026-11-23 13:25",
            "2026-11-23 12:00, 1, 2026-11-23 13:01",
            "2026-11-23 15:50, 35, 2026-11-24 08:25",
            "2026-11-23 16:00, 1, 2026-11-24 08:01",
            "2026-11-23 07:00, 3, 2026-11-23 08:03",
            "2026-11-27 11:20, 35, 2026-11-27 13:25", // Friday
            "2026-11-27 16:00, 35, 2026-11-30 08:05",
            "2026-11-21 10:00, 5, 2026-11-23 08:05",
            "2026-12-23 15:55, 10, 2026-12-28 08:05",
            "2026-12-31 15:30, 60, 2027-01-04 08:30",
        })
        void are_counted_while_the_office_is_open(String from, int minutes, String due) {
            assertThat(CALENDAR.add(at(from), new Minutes(minutes))).isEqualTo(at(due));
        }

        @Test
        void an_hour_is_sixty_minutes_of_working_time() {
            assertThat(CALENDAR.add(at("2026-11-23 11:30"), new Hours(1))).isEqualTo(at("2026-11-23 13:30"));
        }

        @Test
        void more_than_ten_years_of_them_can_be_counted() {
            assertThat(CALENDAR.add(at("2026-11-23 08:00"), new Hours(7 * 5 * 52 * 15))).isAfter(at("2041-01-01 00:00"));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-23 09:00, 2026-11-23 09:35, PT35M",
            "2026-11-23 12:00, 2026-11-23 13:00, PT0S",
            "2026-11-23 07:00, 2026-11-23 20:00, PT7H",
            "2026-11-27 07:00, 2026-11-27 20:00, PT7H",
            "2026-11-20 16:00, 2026-11-23 08:10, PT40M", // Friday closes at 16.30
            "2026-11-21 00:00, 2026-11-22 23:59, PT0S",
            "2026-12-31 15:00, 2027-01-04 09:00, PT2H",
            "2026-11-23 09:00:00.000001, 2026-11-23 09:00:00.000003, PT0.000002S",
        })
        void between_two_instants(String from, String to, Duration time) {
            assertThat(CALENDAR.between(at(from), at(to))).isEqualTo(time);
        }

        @Test
        void since_an_instant_that_lies_ahead_are_none() {
            assertThat(CALENDAR.since(at("2026-11-23 09:00"), at("2026-11-23 09:35"))).isEqualTo(Duration.ofMinutes(35));
            assertThat(CALENDAR.since(at("2026-11-23 09:35"), at("2026-11-23 09:00"))).isZero();
        }

        @Test
        void back_from_an_instant() {
            assertThat(CALENDAR.minus(at("2026-11-24 08:25"), Duration.ofMinutes(35))).isEqualTo(at("2026-11-23 15:50"));
        }

        @Test
        void can_not_be_negative() {
            Instant at = at("2026-11-23 09:00");

            assertThatThrownBy(() -> CALENDAR.workingDaysAfter(LocalDate.parse("2026-12-23"), 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CALENDAR.plus(at, Duration.ofMinutes(-1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CALENDAR.minus(at, Duration.ofMinutes(-1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CALENDAR.between(at, at.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class The_office {

        @ParameterizedTest
        @CsvSource({
            "2026-11-23 07:59:59.999999, false",
            "2026-11-23 08:00, true",
            "2026-11-23 11:59:59.999999, true",
            "2026-11-23 12:00, false",
            "2026-11-23 13:00, true",
            "2026-11-23 16:00, false",
            "2026-11-27 11:45, false",
            "2026-11-27 16:15, true",
            "2026-11-28 10:00, false",
            "2026-12-24 10:00, false",
            "2026-12-25 10:00, false",
        })
        void is_open_from_the_opening_time_to_just_before_the_closing_time(String time, boolean open) {
            assertThat(CALENDAR.isOpen(at(time))).isEqualTo(open);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-23 08:00, 2026-11-23 08:00",
            "2026-11-23 09:30, 2026-11-23 09:30",
            "2026-11-23 12:00, 2026-11-23 13:00",
            "2026-11-23 16:00, 2026-11-24 08:00",
            "2026-12-23 16:00, 2026-12-28 08:00",
        })
        void opens_next(String from, String opening) {
            assertThat(CALENDAR.nextOpening(at(from))).isEqualTo(at(opening));
        }

        @Test
        void closes_at_the_end_of_its_last_hours_and_not_at_all_on_a_free_day() {
            assertThat(CALENDAR.closing(LocalDate.parse("2026-11-27"))).contains(at("2026-11-27 16:30"));
            assertThat(CALENDAR.closing(LocalDate.parse("2026-11-28"))).isEmpty();
            assertThat(CALENDAR.closing(LocalDate.parse("2026-12-24"))).isEmpty();
        }

        @Test
        void that_never_opens_is_an_error_and_no_endless_search() {
            WorkingCalendar never = new WorkingCalendar(
                    Pekanbaru.ZONE, new OfficeHours(Map.of()), List.of(), List.of(), DayConvention.DUE_AT_CLOSING);
            Instant at = at("2026-11-23 09:00");

            assertThatThrownBy(() -> never.nextOpening(at)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> never.add(at, TWO_WORKING_DAYS)).isInstanceOf(IllegalStateException.class);
            assertThat(never.between(at, at.plusSeconds(86_400))).isZero();
        }
    }

    @Nested
    class In_Ramadan {

        private final WorkingCalendar calendar =
                Pekanbaru.calendar(Pekanbaru.ZONE, List.of(Pekanbaru.RAMADAN), DayConvention.DUE_AT_CLOSING);

        @ParameterizedTest
        @CsvSource({
            "2026-02-18 00:00, 2026-02-19 00:00, PT7H", // the day before it begins
            "2026-02-19 00:00, 2026-02-20 00:00, PT6H30M", // its first day
            "2026-03-09 00:00, 2026-03-16 00:00, PT32H30M",
            "2026-03-25 00:00, 2026-03-26 00:00, PT7H",
        })
        void the_special_hours_count(String from, String to, Duration time) {
            assertThat(calendar.between(at(from), at(to))).isEqualTo(time);
        }

        @Test
        void the_promise_ends_at_the_earlier_closing_time() {
            assertThat(calendar.add(at("2026-03-09 10:00"), TWO_WORKING_DAYS)).isEqualTo(at("2026-03-11 15:00"));
        }

        @Test
        void of_two_special_hours_for_a_date_the_later_in_the_list_hold() {
            SpecialHours shortDay = new SpecialHours(
                    LocalDate.parse("2026-03-11"),
                    LocalDate.parse("2026-03-11"),
                    "Setengah hari",
                    Pekanbaru.week("08:00-12:00", "08:00-11:30"));
            WorkingCalendar two =
                    Pekanbaru.calendar(Pekanbaru.ZONE, List.of(Pekanbaru.RAMADAN, shortDay), DayConvention.DUE_AT_CLOSING);

            assertThat(two.closing(LocalDate.parse("2026-03-11"))).contains(at("2026-03-11 12:00"));
            assertThat(two.with(Pekanbaru.FREE_DAYS.getFirst()).closing(LocalDate.parse("2026-03-11")))
                    .contains(at("2026-03-11 12:00"));
        }
    }

    @Nested
    class In_other_zones {

        @ParameterizedTest
        @CsvSource({"Asia/Jakarta, 01:00", "Asia/Makassar, 00:00", "Asia/Jayapura, 23:00"})
        void eight_in_the_morning_is_local(ZoneId zone, String utc) {
            WorkingCalendar calendar = Pekanbaru.calendar(zone, List.of(), DayConvention.DUE_AT_CLOSING);

            Instant opening = calendar.nextOpening(at("2026-11-24 05:00", zone));

            assertThat(opening.toString()).contains("T" + utc);
            assertThat(calendar.add(opening, TWO_WORKING_DAYS)).isEqualTo(at("2026-11-26 16:00", zone));
        }

        @Test
        void the_time_that_really_passes_counts_when_the_clocks_change() {
            ZoneId berlin = ZoneId.of("Europe/Berlin");
            List<OfficeHours.Interval> night = Pekanbaru.intervals("01:00-02:30 02:40-04:00");
            WorkingCalendar calendar = new WorkingCalendar(
                    berlin,
                    new OfficeHours(Map.of(DayOfWeek.SUNDAY, night)),
                    List.of(),
                    List.of(),
                    DayConvention.DUE_AT_CLOSING);

            Instant spring = at("2026-03-29 00:00", berlin); // 02:00 becomes 03:00
            Instant autumn = at("2026-10-25 00:00", berlin); // 03:00 becomes 02:00
            Duration day = Duration.ofHours(25);

            assertThat(calendar.between(spring, spring.plus(day))).isEqualTo(Duration.ofMinutes(120));
            assertThat(calendar.between(autumn, autumn.plus(day))).isEqualTo(Duration.ofMinutes(230));
            assertThat(calendar.isOpen(at("2026-03-29 03:15", berlin))).isTrue();
        }
    }
}
