package id.loket.worktime;

import static id.loket.worktime.Pekanbaru.CALENDAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for every instant and every duration of 2026 and 2027. */
@Tag("DLV-3")
class WorkingCalendarProperties {

    private static final Instant FIRST = Pekanbaru.at("2026-01-01 00:00");
    private static final long SECONDS = Duration.between(FIRST, Pekanbaru.at("2027-12-01 00:00")).toSeconds();

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, SECONDS).map(FIRST::plusSeconds);
    }

    @Provide
    Arbitrary<Duration> times() {
        return Arbitraries.longs().between(1, Duration.ofHours(100).toSeconds()).map(Duration::ofSeconds);
    }

    @Property
    void between_gives_back_what_plus_added(@ForAll("instants") Instant at, @ForAll("times") Duration time) {
        assertThat(CALENDAR.between(at, CALENDAR.plus(at, time))).isEqualTo(time);
    }

    @Property
    void between_gives_back_what_minus_took(@ForAll("instants") Instant at, @ForAll("times") Duration time) {
        Assume.that(at.isAfter(FIRST.plus(Duration.ofDays(40))));
        assertThat(CALENDAR.between(CALENDAR.minus(at, time), at)).isEqualTo(time);
    }

    @Property
    void plus_ends_as_early_as_can_be(@ForAll("instants") Instant at, @ForAll("times") Duration time) {
        Instant end = CALENDAR.plus(at, time);
        assertThat(CALENDAR.between(at, end.minusNanos(1))).isLessThan(time);
    }

    @Property
    void time_can_be_split_at_any_instant(
            @ForAll("instants") Instant a, @ForAll("instants") Instant b, @ForAll("instants") Instant c) {
        Instant[] sorted = {a, b, c};
        Arrays.sort(sorted);
        assertThat(CALENDAR.between(sorted[0], sorted[1]).plus(CALENDAR.between(sorted[1], sorted[2])))
                .isEqualTo(CALENDAR.between(sorted[0], sorted[2]));
    }

    @Property
    void who_begins_later_ends_later_or_at_the_same_time(
            @ForAll("instants") Instant a, @ForAll("instants") Instant b, @ForAll("times") Duration time) {
        Instant first = a.isBefore(b) ? a : b;
        Instant second = a.isBefore(b) ? b : a;
        assertThat(CALENDAR.plus(first, time)).isBeforeOrEqualTo(CALENDAR.plus(second, time));
        assertThat(CALENDAR.add(first, new WorkDuration.WorkingDays(2)))
                .isBeforeOrEqualTo(CALENDAR.add(second, new WorkDuration.WorkingDays(2)));
    }

    @Property
    void no_due_time_falls_outside_of_office_hours(@ForAll("instants") Instant at, @ForAll("times") Duration time) {
        Instant end = CALENDAR.plus(at, time);
        assertThat(CALENDAR.isOpen(end.minusNanos(1))).isTrue();
        Instant due = CALENDAR.add(at, new WorkDuration.WorkingDays(2));
        assertThat(CALENDAR.isOpen(due.minusNanos(1))).isTrue();
    }

    @Property
    void free_days_and_weekends_are_never_counted(@ForAll("instants") Instant at) {
        LocalDate day = at.atZone(Pekanbaru.WIB).toLocalDate();
        Instant midnight = day.atStartOfDay(Pekanbaru.WIB).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(Pekanbaru.WIB).toInstant();
        boolean free = day.getDayOfWeek().getValue() > 5 || Pekanbaru.FREE_DAYS.stream().anyMatch(d -> d.date().equals(day));
        assertThat(CALENDAR.between(midnight, next).isZero()).isEqualTo(free);
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(!free);
    }

    @Property
    void one_more_holiday_makes_nothing_due_earlier(
            @ForAll("instants") Instant at, @ForAll("instants") Instant holiday, @ForAll("times") Duration time) {
        WorkingCalendar fewer = CALENDAR.with(new FreeDay(
                holiday.atZone(Pekanbaru.WIB).toLocalDate(), "Libur contoh", FreeDay.Kind.LOCAL, "contoh"));
        assertThat(fewer.plus(at, time)).isAfterOrEqualTo(CALENDAR.plus(at, time));
        assertThat(fewer.add(at, new WorkDuration.WorkingDays(2)))
                .isAfterOrEqualTo(CALENDAR.add(at, new WorkDuration.WorkingDays(2)));
    }

    @Property
    void the_next_opening_is_the_first_open_moment(@ForAll("instants") Instant at) {
        Instant opening = CALENDAR.nextOpening(at);
        assertThat(opening).isAfterOrEqualTo(at);
        assertThat(CALENDAR.isOpen(opening)).isTrue();
        assertThat(CALENDAR.between(at, opening)).isZero();
    }
}
