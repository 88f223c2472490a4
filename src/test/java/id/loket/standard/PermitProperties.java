package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.DateRange;

/** Numbers and validity of permits, for any day. */
class PermitProperties {

    private static final Numbering NUMBERING = Definitions.SIKRO.numbering();

    @Property
    void two_permits_of_a_series_never_have_the_same_number(
            @ForAll @LongRange(min = 1, max = 99_999) long one,
            @ForAll @LongRange(min = 1, max = 99_999) long other,
            @ForAll @DateRange(min = "2026-01-01", max = "2030-12-31") LocalDate oneDay,
            @ForAll @DateRange(min = "2026-01-01", max = "2030-12-31") LocalDate otherDay) {
        boolean same = one == other && oneDay.getYear() == otherDay.getYear();
        if (!same) {
            assertThat(NUMBERING.format(one, oneDay)).isNotEqualTo(NUMBERING.format(other, otherDay));
        }
    }

    @Property
    void the_earlier_of_years_and_document_ends_a_permit(
            @ForAll @IntRange(min = 1, max = 30) int years,
            @ForAll @DateRange(min = "2020-01-01", max = "2035-12-31") LocalDate issued,
            @ForAll @DateRange(min = "2020-01-01", max = "2070-12-31") LocalDate document) {
        Optional<LocalDate> end = new Validity(years, "until").until(issued, Map.of("until", document.toString()));
        assertThat(end).hasValueSatisfying(last -> assertThat(last)
                .isBeforeOrEqualTo(document)
                .isBeforeOrEqualTo(issued.plusYears(years))
                .isIn(document, issued.plusYears(years)));
    }
}
