package id.loket.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * However often and however long the applicant has the file. The way of a file is a list of minutes: in hands, with the applicant, in
 * hands, with the applicant …
 */
@Domain(value = Calendars.class, priority = 1) // before the instants and dates of all centuries that jqwik would take
@Domain(DomainContext.Global.class)
@Tag("SOP-total")
@Tag("DLV-3")
class DeadlineProperties {

    private static final String SEED = "20261124";

    /** Where a file is after its way, and the working time for which it was in the office's hands. */
    private record Travelled(Deadline deadline, Instant now, Duration inHands) {

        static Travelled along(List<Integer> way, Instant start, WorkDuration promise, WorkingCalendar calendar) {
            Deadline deadline = Deadline.of(calendar.add(start, promise));
            Instant now = start;
            Duration inHands = Duration.ZERO;
            boolean office = true;
            for (int minutes : way) {
                Instant next = now.plus(minutes, ChronoUnit.MINUTES);
                if (office) {
                    inHands = inHands.plus(calendar.between(now, next));
                    deadline = deadline.pausedAt(next);
                } else {
                    deadline = deadline.resumedAt(next, calendar);
                }
                now = next;
                office = !office;
            }
            return new Travelled(deadline, now, inHands);
        }
    }

    @Property(seed = SEED)
    void time_in_hands_and_time_left_make_up_the_promise(
            @ForAll WorkingCalendar calendar,
            @ForAll Instant start,
            @ForAll WorkDuration promise,
            @ForAll @Size(max = 12) List<@IntRange(max = 20_000) Integer> way) {
        Duration promised = calendar.between(start, calendar.add(start, promise));

        Travelled file = Travelled.along(way, start, promise, calendar);

        Instant stopped = file.deadline().pausedSince().orElse(file.now());
        Duration left = calendar.since(stopped, file.deadline().due());
        Duration overrun = file.deadline().overrun(file.now(), calendar);
        assertThat(file.inHands().plus(left).minus(overrun)).isEqualTo(promised);
        assertThat(left.isZero() || overrun.isZero()).isTrue();
    }

    @Property(seed = SEED)
    void a_file_is_late_only_by_what_the_office_had_it_too_long(
            @ForAll WorkingCalendar calendar,
            @ForAll Instant start,
            @ForAll WorkDuration promise,
            @ForAll @Size(max = 12) List<@IntRange(max = 20_000) Integer> way) {
        Duration promised = calendar.between(start, calendar.add(start, promise));

        Travelled file = Travelled.along(way, start, promise, calendar);

        Duration tooLong = file.inHands().minus(promised);
        assertThat(file.deadline().overrun(file.now(), calendar)).isEqualTo(tooLong.isNegative() ? Duration.ZERO : tooLong);
    }

    @Property(seed = SEED)
    void a_clock_that_stands_still_makes_nothing_later(
            @ForAll WorkingCalendar calendar, @ForAll Instant due, @ForAll Instant a, @ForAll Instant b) {
        Instant paused = Stream.of(a, b).min(Instant::compareTo).orElseThrow();
        Instant now = Stream.of(a, b).max(Instant::compareTo).orElseThrow();
        Deadline deadline = Deadline.of(due).pausedAt(paused);

        assertThat(deadline.overrun(now, calendar)).isEqualTo(Deadline.of(due).overrun(paused, calendar));
        assertThat(deadline.resumedAt(now, calendar).overrun(now, calendar)).isEqualTo(deadline.overrun(now, calendar));
    }

    @Property(seed = SEED)
    void stopping_twice_is_stopping_once_and_going_on_twice_is_going_on_once(
            @ForAll WorkingCalendar calendar, @ForAll Instant due, @ForAll Instant a, @ForAll Instant b) {
        Deadline stopped = Deadline.of(due).pausedAt(a);
        Deadline resumed = stopped.resumedAt(b, calendar);

        assertThat(stopped.pausedAt(b)).isEqualTo(stopped);
        assertThat(resumed.resumedAt(a, calendar)).isEqualTo(resumed);
    }

    @Property(seed = SEED)
    void who_brings_the_file_back_later_gets_it_later_or_at_the_same_time(
            @ForAll WorkingCalendar calendar,
            @ForAll Instant due,
            @ForAll Instant paused,
            @ForAll Instant resumed,
            @ForAll @IntRange(max = 10_000) int minutesLater) {
        Deadline deadline = Deadline.of(due).pausedAt(paused);

        assertThat(deadline.resumedAt(resumed, calendar).due())
                .isBeforeOrEqualTo(deadline.resumedAt(resumed.plus(minutesLater, ChronoUnit.MINUTES), calendar).due());
    }

    /** With minutes and hours in any week; with working days where all are of one length. */
    @Property(seed = SEED)
    void another_free_day_makes_no_file_later_than_it_was(
            @ForAll WorkingCalendar any,
            @ForAll Instant start,
            @ForAll WorkDuration promise,
            @ForAll @Size(max = 8) List<@IntRange(max = 10_000) Integer> way,
            @ForAll @IntRange(min = 1, max = 40) int daysLater) {
        WorkingCalendar calendar = promise instanceof WorkDuration.WorkingDays
                ? new WorkingCalendar(Pekanbaru.ZONE, EVEN_WEEK, List.of(), Pekanbaru.FREE_DAYS, DayConvention.DUE_AT_CLOSING)
                : any;
        LocalDate date = LocalDate.ofInstant(start, calendar.zone()).plusDays(daysLater);
        WorkingCalendar other = calendar.with(new FreeDay(date, "Libur contoh", FreeDay.Kind.LOCAL, "Keputusan contoh"));

        Travelled before = Travelled.along(way, start, promise, calendar);
        Travelled after = Travelled.along(way, start, promise, other);

        assertThat(after.deadline().overrun(after.now(), other))
                .isLessThanOrEqualTo(before.deadline().overrun(before.now(), calendar));
    }

    private static final OfficeHours EVEN_WEEK = new OfficeHours(Stream.of(DayOfWeek.values())
            .filter(day -> day.getValue() <= 5)
            .collect(Collectors.toMap(Function.identity(), day -> Pekanbaru.intervals("08:00-12:00 13:00-16:00"))));
}
