package id.loket.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.Provide;

/** Calendars of any office, in Indonesia and where clocks are changed, with instants and durations around them. */
final class Calendars extends DomainContextBase {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 1_200; // to the spring of 2029, over the leap day of 2028

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of(
                                        "Asia/Jakarta",
                                        "Asia/Makassar",
                                        "Asia/Jayapura",
                                        "Europe/Berlin",
                                        "America/New_York",
                                        "Australia/Lord_Howe")
                                .map(ZoneId::of),
                        weeks(),
                        specialHours().list().ofMaxSize(3),
                        freeDays().list().ofMaxSize(60),
                        Arbitraries.of(DayConvention.class))
                .as(WorkingCalendar::new);
    }

    @Provide
    Arbitrary<FreeDay> freeDays() {
        return Combinators.combine(dates(), Arbitraries.of(FreeDay.Kind.class))
                .as((date, kind) -> new FreeDay(date, "Libur contoh", kind, "Keputusan contoh"));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
    }

    /** To the microsecond, which is what the database keeps; whole minutes half of the time, so as to meet openings and closings. */
    @Provide
    Arbitrary<Instant> instants() {
        Instant first = FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant();
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, DAYS * 1_440L).map(m -> first.plus(m, ChronoUnit.MINUTES)),
                Arbitraries.longs().between(0, DAYS * 86_400_000_000L).map(m -> first.plus(m, ChronoUnit.MICROS)));
    }

    /** Up to some hundred hours, zero included. */
    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 20_000).map(Duration::ofMinutes),
                Arbitraries.longs().between(0, 1_000_000_000_000L).map(m -> Duration.of(m, ChronoUnit.MICROS)));
    }

    @Provide
    Arbitrary<WorkDuration> workDurations() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20_000).map(WorkDuration.Minutes::new),
                Arbitraries.integers().between(1, 200).map(WorkDuration.Hours::new),
                Arbitraries.integers().between(1, 60).map(WorkDuration.WorkingDays::new));
    }

    private Arbitrary<SpecialHours> specialHours() {
        return Combinators.combine(dates(), Arbitraries.integers().between(0, 40), weeks())
                .as((from, days, hours) -> new SpecialHours(from, from.plusDays(days), "Jam khusus contoh", hours));
    }

    /** Any hours of day and night, on three days of the week or more. */
    private static Arbitrary<OfficeHours> weeks() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), days())
                .ofMinSize(3)
                .map(OfficeHours::new);
    }

    /** One to three intervals; two may touch. */
    private static Arbitrary<List<OfficeHours.Interval>> days() {
        return Arbitraries.integers().between(0, 1_439).set().ofMinSize(2).ofMaxSize(6).map(minutes -> {
            List<LocalTime> times = minutes.stream().sorted().map(m -> LocalTime.ofSecondOfDay(m * 60L)).toList();
            return IntStream.range(0, times.size() / 2)
                    .mapToObj(i -> new OfficeHours.Interval(times.get(2 * i), times.get(2 * i + 1)))
                    .toList();
        });
    }
}
