package id.loket.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.worktime.WorkDuration.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for the working time of any office, whatever its hours, zone and free days. */
@Domain(value = Calendars.class, priority = 1) // before the instants and dates of all centuries that jqwik would take
@Domain(DomainContext.Global.class)
@Tag("SOP-total")
@Tag("DLV-3")
class WorkingCalendarProperties {

    private static final String SEED = "20261124";

    @Property(seed = SEED, tries = 200)
    void a_minute_counts_exactly_if_the_office_is_open(
            @ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll @IntRange(max = 4_000) int minutes) {
        Instant from = at.truncatedTo(ChronoUnit.MINUTES);

        long open = LongStream.range(0, minutes)
                .filter(m -> calendar.isOpen(from.plus(m, ChronoUnit.MINUTES)))
                .count();

        assertThat(calendar.between(from, from.plus(minutes, ChronoUnit.MINUTES))).isEqualTo(Duration.ofMinutes(open));
    }

    @Property(seed = SEED)
    void forward_and_between_agree(@ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll Duration time) {
        Instant end = calendar.plus(at, time);

        assertThat(calendar.between(at, end)).isEqualTo(time);
        if (!time.isZero()) {
            assertThat(calendar.between(at, end.minus(1, ChronoUnit.MICROS))).as("the earliest such end").isLessThan(time);
        }
    }

    @Property(seed = SEED)
    void back_and_between_agree(@ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll Duration time) {
        Instant start = calendar.minus(at, time);

        assertThat(calendar.between(start, at)).isEqualTo(time);
        if (!time.isZero()) {
            assertThat(calendar.between(start.plus(1, ChronoUnit.MICROS), at)).as("the latest such start").isLessThan(time);
        }
    }

    @Property(seed = SEED)
    void back_undoes_forward_up_to_closed_time(@ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll Duration time) {
        Instant again = calendar.minus(calendar.plus(at, time), time);

        assertThat(again).isAfterOrEqualTo(at);
        assertThat(calendar.between(at, again)).isZero();
        if (calendar.isOpen(at)) {
            assertThat(again).isEqualTo(at);
        }
    }

    @Property(seed = SEED)
    void forward_undoes_between_up_to_closed_time(@ForAll WorkingCalendar calendar, @ForAll Instant a, @ForAll Instant b) {
        Instant from = earlier(a, b);
        Instant to = later(a, b);

        Instant again = calendar.plus(from, calendar.between(from, to));

        assertThat(again).isBeforeOrEqualTo(to);
        assertThat(calendar.between(again, to)).isZero();
    }

    @Property(seed = SEED)
    void between_can_be_split_at_any_instant(
            @ForAll WorkingCalendar calendar, @ForAll Instant a, @ForAll Instant b, @ForAll Instant c) {
        Instant[] t = Stream.of(a, b, c).sorted().toArray(Instant[]::new);

        assertThat(calendar.between(t[0], t[1]).plus(calendar.between(t[1], t[2]))).isEqualTo(calendar.between(t[0], t[2]));
    }

    @Property(seed = SEED)
    void forward_can_be_gone_in_two_parts(
            @ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll Duration first, @ForAll Duration second) {
        assertThat(calendar.plus(calendar.plus(at, first), second)).isEqualTo(calendar.plus(at, first.plus(second)));
        assertThat(calendar.minus(calendar.minus(at, first), second)).isEqualTo(calendar.minus(at, first.plus(second)));
    }

    @Property(seed = SEED)
    void what_begins_later_or_takes_longer_never_ends_earlier(
            @ForAll WorkingCalendar calendar, @ForAll Instant a, @ForAll Instant b, @ForAll Duration x, @ForAll Duration y) {
        Instant from = earlier(a, b);
        Duration time = x.compareTo(y) < 0 ? x : y;
        Duration longer = x.compareTo(y) < 0 ? y : x;

        assertThat(calendar.plus(from, time)).isBeforeOrEqualTo(calendar.plus(later(a, b), time));
        assertThat(calendar.plus(from, time)).isBeforeOrEqualTo(calendar.plus(from, longer));
    }

    @Property(seed = SEED)
    void who_comes_later_is_never_promised_earlier(
            @ForAll WorkingCalendar calendar,
            @ForAll Instant a,
            @ForAll @IntRange(max = 10_000) int minutesLater,
            @ForAll WorkDuration promise) {
        Instant later = a.plus(minutesLater, ChronoUnit.MINUTES);

        assertThat(calendar.add(a, promise)).isBeforeOrEqualTo(calendar.add(later, promise)).isAfter(a);
    }

    @Property(seed = SEED)
    void another_free_day_never_makes_a_due_time_earlier(
            @ForAll WorkingCalendar calendar,
            @ForAll Instant at,
            @ForAll WorkDuration promise,
            @ForAll FreeDay anywhere,
            @ForAll @IntRange(max = 60) int daysLater) {
        LocalDate soon = date(calendar, at).plusDays(daysLater);
        FreeDay near = new FreeDay(soon, anywhere.name(), anywhere.kind(), anywhere.source());

        assertThat(calendar.with(anywhere).add(at, promise)).isAfterOrEqualTo(calendar.add(at, promise));
        assertThat(calendar.with(near).add(at, promise)).isAfterOrEqualTo(calendar.add(at, promise));
    }

    @Property(seed = SEED)
    void free_days_never_count(@ForAll WorkingCalendar any, @ForAll FreeDay free, @ForAll WorkDuration promise) {
        WorkingCalendar calendar = any.with(free);
        Instant morning = free.date().atStartOfDay(calendar.zone()).toInstant();
        Instant midnight = free.date().plusDays(1).atStartOfDay(calendar.zone()).toInstant();

        assertThat(calendar.isWorkingDay(free.date())).isFalse();
        assertThat(calendar.between(morning, midnight)).isZero();
        assertThat(calendar.nextOpening(morning)).isAfterOrEqualTo(midnight);
        assertThat(calendar.add(morning, promise)).isAfter(midnight);
    }

    @Property(seed = SEED)
    void nothing_is_due_on_a_day_without_hours(
            @ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll WorkDuration promise) {
        LocalDate due = date(calendar, calendar.add(at, promise));

        assertThat(calendar.isWorkingDay(due)).isTrue();
        assertThat(calendar.freeDaysBetween(date(calendar, at), due))
                .extracting(FreeDay::date)
                .doesNotContain(due)
                .isSorted()
                .noneMatch(calendar::isWorkingDay);
    }

    @Property(seed = SEED)
    void n_working_days_are_n_days_with_hours(
            @ForAll WorkingCalendar calendar, @ForAll LocalDate date, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate due = calendar.workingDaysAfter(date, days);

        assertThat(date.plusDays(1).datesUntil(due.plusDays(1)).filter(calendar::isWorkingDay)).hasSize(days);
        assertThat(calendar.isWorkingDay(due)).isTrue();
    }

    @Property(seed = SEED)
    void a_promise_of_days_ends_when_the_office_closes_or_while_it_is_open(
            @ForAll WorkingCalendar calendar, @ForAll Instant at, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant due = calendar.add(at, new WorkingDays(days));
        LocalDate last = calendar.workingDaysAfter(date(calendar, at), days);

        assertThat(calendar.isOpen(due) || calendar.closing(last).orElseThrow().equals(due)).isTrue();
        assertThat(date(calendar, due)).isAfterOrEqualTo(last);
    }

    @Property(seed = SEED)
    void the_next_opening_is_open_and_no_working_time_away(@ForAll WorkingCalendar calendar, @ForAll Instant at) {
        Instant opening = calendar.nextOpening(at);

        assertThat(opening).isAfterOrEqualTo(at);
        assertThat(calendar.isOpen(opening)).isTrue();
        assertThat(calendar.between(at, opening)).isZero();
        assertThat(opening.equals(at)).isEqualTo(calendar.isOpen(at));
    }

    @Property(seed = SEED)
    void the_office_is_closed_from_its_closing_time_on(@ForAll WorkingCalendar calendar, @ForAll LocalDate date) {
        assertThat(calendar.closing(date).isPresent()).isEqualTo(calendar.isWorkingDay(date));
        calendar.closing(date).ifPresent(closing -> {
            ZonedDateTime local = closing.atZone(calendar.zone());
            assertThat(local.toLocalDate()).isEqualTo(date);
            assertThat(calendar.isOpen(closing)).isFalse();
            assertThat(calendar.isOpen(closing.minus(1, ChronoUnit.MICROS))).isTrue();
            assertThat(calendar.nextOpening(closing).atZone(calendar.zone()).toLocalDate()).isAfter(date);
        });
    }

    private static LocalDate date(WorkingCalendar calendar, Instant at) {
        return LocalDate.ofInstant(at, calendar.zone());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
