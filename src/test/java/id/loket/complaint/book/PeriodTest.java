package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days that somebody asks the book for. */
@Tag("PGD-j2")
class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "'', '', 2026-11-01, 2026-11-30",
        "2026-03-05, '', 2026-03-05, 2026-11-30",
        "2026-12-05, '', 2026-12-05, 2026-12-31",
        "'', 2026-03-05, 2026-03-01, 2026-03-05",
        "2000-01-01, 2099-12-31, 2000-01-01, 2099-12-31",
        "2026-11-23, 2026-11-23, 2026-11-23, 2026-11-23"
    })
    void any_days_are_a_period_and_what_is_left_open_is_filled(String from, String to, LocalDate first, LocalDate last) {
        assertThat(Period.of(from, to, TODAY)).isEqualTo(new Period(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-01, BACKWARDS",
        "2026-02-30, '', DAY",
        "kemarin, '', DAY",
        "'', 9999-12-31, DAY",
        "1899-01-01, 2026-11-01, DAY"
    })
    void days_that_cannot_be_are_told(String from, String to, Period.Fault fault) {
        assertThatThrownBy(() -> Period.of(from, to, TODAY))
                .isInstanceOfSatisfying(Period.Wrong.class, wrong -> assertThat(wrong.fault()).isEqualTo(fault));
    }

    @Test
    void a_month_ends_at_midnight_where_the_office_is() {
        Period november = Period.month(YearMonth.of(2026, 11));
        assertThat(november.start(ZoneId.of("Asia/Jakarta"))).isEqualTo("2026-10-31T17:00:00Z");
        assertThat(november.end(ZoneId.of("Asia/Jayapura"))).isEqualTo("2026-11-30T15:00:00Z");
    }

    @Test
    void one_turns_pages_by_months_quarters_and_days() {
        assertThat(Period.month(YearMonth.of(2026, 3)).moved(-1)).isEqualTo(Period.month(YearMonth.of(2026, 2)));
        assertThat(Period.quarter(TODAY)).isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
        assertThat(Period.quarter(TODAY).moved(1)).isEqualTo(new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)));
        assertThat(new Period(TODAY, TODAY.plusDays(6)).moved(-1)).isEqualTo(new Period(TODAY.minusDays(7), TODAY.minusDays(1)));
    }
}
