package id.loket.standard;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How permits are numbered. The sequence starts at 1 each year for each office and series, and has no gaps; several services may share
 * a series.
 *
 * @param pattern text with {@code {seq}} (or {@code {seq:4}}, padded with zeros to at least four digits), {@code {month}} (01 to 12),
 *                {@code {romanMonth}} (I to XII) and {@code {year}}; the sequence and the year must be in it, or numbers would recur
 * @param series  name of the sequence, e.g. {@code SIKRO}
 */
public record Numbering(String pattern, String series) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SEQUENCE = Pattern.compile("seq(?::([1-9]))?");
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};

    public Numbering {
        Faults faults = new Faults().given(pattern, "pattern").code(series, "series");
        if (pattern != null) {
            check(pattern, faults);
        }
        faults.raise();
    }

    private static void check(String pattern, Faults faults) {
        boolean sequence = false;
        boolean year = false;
        for (MatchResult place : PLACE.matcher(pattern).results().toList()) {
            String name = place.group(1);
            sequence |= SEQUENCE.matcher(name).matches();
            year |= name.equals("year");
            faults.expect(
                    SEQUENCE.matcher(name).matches() || name.equals("year") || name.equals("month") || name.equals("romanMonth"),
                    "pattern",
                    "numbering-place",
                    "{" + name + "}",
                    "{seq}, {seq:4}, {month}, {romanMonth}, {year}");
        }
        faults.expect(sequence, "pattern", "numbering-seq", "{seq}");
        faults.expect(year, "pattern", "numbering-year", "{year}");
        faults.expect(!PLACE.matcher(pattern).replaceAll("").matches(".*[{}].*"), "pattern", "brace");
    }

    /**
     * The number of a permit.
     *
     * @param seq  1 for the first of the year
     * @param date day on which the number is given
     */
    public String format(long seq, LocalDate date) {
        if (seq < 1) {
            throw new IllegalArgumentException("a sequence starts at 1, not at " + seq);
        }
        return PLACE.matcher(pattern).replaceAll(place -> switch (place.group(1)) {
            case "year" -> Integer.toString(date.getYear());
            case "month" -> "%02d".formatted(date.getMonthValue());
            case "romanMonth" -> ROMAN[date.getMonthValue() - 1];
            case String sequence -> {
                var digits = SEQUENCE.matcher(sequence);
                yield digits.matches() && digits.group(1) != null
                        ? ("%0" + digits.group(1) + "d").formatted(seq)
                        : Long.toString(seq);
            }
        });
    }
}
