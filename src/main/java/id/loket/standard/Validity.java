package id.loket.standard;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How long a permit holds: some years, until a date of the applicant's own document, or the earlier of the two.
 *
 * @param years      from the day of issue, 1 or more; null for no limit in years
 * @param untilField name of the form field with the date; null for none
 */
public record Validity(Integer years, String untilField) {

    public Validity {
        new Faults()
                .expect(years == null || years >= 1, "years", "validity-years")
                .expect(years != null || untilField != null, "", "validity-empty")
                .raise();
    }

    /**
     * The last day on which a permit holds. The anniversary of the issue belongs to it; one issued on 29 February ends on 28 February.
     *
     * @param issued  day of issue
     * @param answers answers by name of the form field, dates as {@code 2031-01-31}
     * @return empty where it has no end: the field is the only limit and isn't answered, e.g. a life-long registration
     */
    public Optional<LocalDate> until(LocalDate issued, Map<String, String> answers) {
        Optional<LocalDate> byYears = Optional.ofNullable(years).map(issued::plusYears);
        Optional<LocalDate> byDocument = Optional.ofNullable(untilField)
                .map(answers::get)
                .filter(answer -> !answer.isBlank())
                .map(LocalDate::parse);
        return byYears.isEmpty() || byDocument.isPresent() && byDocument.get().isBefore(byYears.get()) ? byDocument : byYears;
    }
}
