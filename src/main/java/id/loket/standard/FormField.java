package id.loket.standard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a service asks besides who the applicant is. An answer is text: a date as {@code 2031-01-31}, a choice by its code, yes or no as
 * {@link Condition#YES} and {@link Condition#NO}.
 *
 * @param name      unique in the service, camel case, e.g. {@code strNumber}
 * @param label     above the field
 * @param hint      between label and field: what to write; null for nothing
 * @param type      what can be answered
 * @param required  whether it must be answered where it is asked
 * @param choices   of {@link Type#CHOICE}, else empty
 * @param maxLength longest answer in characters, inclusive; 5000 at most, and {@value #LONGEST} where the file says nothing
 * @param pattern   regular expression that the whole answer must match; null for none
 * @param when      when it is asked, by fields that stand before it
 */
public record FormField(
        String name,
        Text label,
        Text hint,
        Type type,
        boolean required,
        List<Choice> choices,
        int maxLength,
        String pattern,
        Condition when) {

    /** What can be answered. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
        NUMBER,
        PHONE,
        YES_NO
    }

    /** One of the answers to choose from. */
    public record Choice(String code, Text label) {
        public Choice {
            new Faults().code(code, "code").given(label, "label").raise();
        }
    }

    static final int LONGEST = 200;
    private static final int MOST = 5000;

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{5,19}");
    private static final DateTimeFormatter TYPED_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    public FormField {
        choices = Faults.copy(choices);
        maxLength = maxLength == 0 ? LONGEST : maxLength;
        when = when == null ? Condition.ALWAYS : when;
        new Faults()
                .expect(name != null && NAME.matcher(name).matches(), "name", "field-name")
                .given(label, "label")
                .given(type, "type")
                .expect(maxLength > 0 && maxLength <= MOST, "maxLength", "max-length", MOST)
                .expect(pattern == null || BoundedPattern.compiles(pattern), "pattern", "pattern")
                .expect(pattern == null || !BoundedPattern.isSlow(pattern, Math.clamp(maxLength, 1, MOST)), "pattern", "pattern-slow")
                .comparing("type", "choices")
                .expect((type == Type.CHOICE) == (choices.size() >= 2), "choices", "choices")
                .unique(choices, Choice::code, "choices", "code")
                .raise();
    }

    /** @param answers answer by name of the field; "" or null where there is none */
    public boolean asked(Function<String, String> answers) {
        return when.holds(answers);
    }

    /**
     * What is wrong with an answer that isn't empty: {@code fieldLong, fieldDate, fieldChoice, fieldNumber, fieldPhone} or
     * {@code fieldPattern}. A date may also be written as {@link #date} reads it.
     */
    public Optional<String> problem(String answer) {
        if (answer.codePointCount(0, answer.length()) > maxLength) {
            return Optional.of("fieldLong");
        }
        Optional<String> wrong = switch (type) {
            case TEXT, LONG_TEXT -> Optional.empty();
            case DATE -> unless(date(answer).isPresent(), "fieldDate");
            case CHOICE -> unless(choices.stream().anyMatch(c -> c.code().equals(answer)), "fieldChoice");
            case YES_NO -> unless(answer.equals(Condition.YES) || answer.equals(Condition.NO), "fieldChoice");
            case NUMBER -> unless(NUMBER.matcher(answer).matches(), "fieldNumber");
            case PHONE -> unless(PHONE.matcher(answer).matches(), "fieldPhone");
        };
        return wrong.isPresent() || pattern == null ? wrong : unless(BoundedPattern.matches(pattern, answer), "fieldPattern");
    }

    /** A date as people type it: {@code 1-1-1995}, {@code 01/01/1995}, {@code 1.1.1995} or {@code 1995-01-01}. Empty if it is none. */
    public static Optional<LocalDate> date(String text) {
        String value = text.strip().replaceAll("[/. ]", "-");
        try {
            return Optional.of(value.matches("[0-9]{4}-.*") ? LocalDate.parse(value) : LocalDate.parse(value, TYPED_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> unless(boolean good, String problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }
}
