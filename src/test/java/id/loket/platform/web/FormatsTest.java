package id.loket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Instant NOW = at("2026-11-24T10:42");

    private final Formats id = new Formats(Texts.bundles(), Texts.INDONESIAN, WIB);
    private final Formats en = new Formats(Texts.bundles(), Locale.ENGLISH, WIB);

    @Test
    void a_promise_names_weekday_date_hour_and_zone() {
        assertThat(id.dateTimeLong(at("2026-11-25T16:00"))).isEqualTo("Rabu, 25 November 2026 pukul 16.00 WIB");
        assertThat(en.dateTimeLong(at("2026-11-25T16:00"))).isEqualTo("Wednesday, 25 November 2026 at 16:00 WIB");
        assertThat(id.dateLong(LocalDate.of(2026, 11, 25))).isEqualTo("Rabu, 25 November 2026");
        assertThat(id.date(LocalDate.of(1995, 8, 1))).isEqualTo("1 Agustus 1995");
        assertThat(en.dateLong(at("2026-11-25T16:00"))).isEqualTo("Wednesday, 25 November 2026");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Pontianak, 16.00 WIB", "Asia/Makassar, 17.00 WITA", "Asia/Jayapura, 18.00 WIT"})
    void each_of_the_three_zones_has_its_name(String zone, String time) {
        var there = new Formats(Texts.bundles(), Texts.INDONESIAN, ZoneId.of(zone));

        assertThat(there.dateTimeLong(at("2026-11-25T16:00"))).endsWith("pukul " + time);
    }

    @Test
    void days_and_months_have_the_offices_short_names() {
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> id.dateShort(at("2026-%02d-11T08:00".formatted(month))).split(" ")[2]))
                .containsExactly("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des");
        assertThat(IntStream.rangeClosed(23, 29).mapToObj(day -> id.dateShort(at("2026-11-" + day + "T08:00"))))
                .containsExactly("Sen 23 Nov", "Sel 24 Nov", "Rab 25 Nov", "Kam 26 Nov", "Jum 27 Nov", "Sab 28 Nov", "Min 29 Nov");
        assertThat(en.dateShort(at("2026-09-18T08:00"))).isEqualTo("Fri 18 Sep");
    }

    @Test
    void a_moment_says_today_or_the_day_and_adds_the_year_only_when_it_is_another() {
        assertThat(Stream.of("2026-11-24T10:36", "2026-11-20T15:10", "2025-12-31T08:05").map(t -> id.moment(at(t), NOW)))
                .containsExactly("hari ini, 10.36", "Jum 20 Nov, 15.10", "Rab 31 Des 2025, 08.05");
        assertThat(en.moment(at("2026-11-24T10:36"), NOW)).isEqualTo("today, 10:36");
    }

    @Test
    void today_is_the_offices_day_not_that_of_the_server() {
        assertThat(id.moment(at("2026-11-24T00:30"), at("2026-11-24T06:59"))).isEqualTo("hari ini, 00.30");
    }

    @Test
    void a_due_time_is_named_by_its_nearness() {
        assertThat(Stream.of("2026-11-24T16:00", "2026-11-25T16:00", "2026-11-26T16:00", "2026-11-30T16:00", "2026-12-01T16:00", "2026-11-23T16:00")
                        .map(t -> id.due(at(t), NOW)))
                .containsExactly("Hari ini, 16.00", "Besok, 16.00", "Kamis, 16.00", "Senin, 16.00", "Selasa 1 Des", "Senin 23 Nov");
        assertThat(en.due(at("2026-11-25T16:00"), NOW)).isEqualTo("Tomorrow, 16:00");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 menit, 0 m, 0 minutes",
        "1, 1 menit, 1 m, 1 minute",
        "59, 59 menit, 59 m, 59 minutes",
        "60, 1 jam, 1 j, 1 hour",
        "162, 2 jam 42 menit, 2 j 42 m, 2 hours 42 minutes",
        "186, 3 jam 6 menit, 3 j 06 m, 3 hours 6 minutes",
        "60001, 1.000 jam 1 menit, 1.000 j 01 m, '1,000 hours 1 minute'"
    })
    void durations_are_spoken_in_hours_and_minutes(long minutes, String spoken, String narrow, String english) {
        assertThat(id.minutes(minutes)).isEqualTo(spoken);
        assertThat(id.minutesShort(minutes)).isEqualTo(narrow);
        assertThat(en.minutes(minutes)).isEqualTo(english);
    }

    @Test
    void working_days_stay_working_days() {
        assertThat(id.workingDays(2)).isEqualTo("2 hari kerja");
        assertThat(en.workingDays(1)).isEqualTo("1 working day");
        assertThat(en.workingDays(2)).isEqualTo("2 working days");
    }

    @Test
    void a_negative_duration_is_refused() {
        assertThatThrownBy(() -> id.minutes(-1)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> id.minutesShort(-1)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> id.workingDays(-1)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void numbers_and_money_have_thousands_dots() {
        assertThat(id.number(1250)).isEqualTo("1.250");
        assertThat(id.rupiah(10000)).isEqualTo("Rp10.000");
        assertThat(en.number(1250)).isEqualTo("1,250");
        assertThat(id.datePrint(LocalDate.of(2026, 11, 20))).isEqualTo("20-11-2026");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WIB).toInstant();
    }
}
