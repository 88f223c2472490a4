package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.platform.Phone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form as they were typed, and what there is to mend in them. */
final class Typed {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, String> fields;
    private final List<Problem> problems = new ArrayList<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Without blanks at its ends; lines end as everywhere else. */
    String text(String field) {
        return fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    boolean yes(String field) {
        return !text(field).isEmpty();
    }

    /** In E.164 form; empty where nothing or no number was typed. */
    String phone(String field) {
        String typed = text(field);
        Optional<String> number = typed.isEmpty() ? Optional.of("") : Phone.e164(typed);
        if (number.isEmpty()) {
            problem(field, "complaint." + plain(field) + ".wrong");
        }
        return number.orElse("");
    }

    /** Day, month, year; null where nothing or no day was typed. */
    LocalDate day(String field) {
        String typed = text(field).replace('/', '-').replace('.', '-');
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed, DAY);
        } catch (DateTimeParseException notADay) {
            problem(field, "complaint.day.wrong");
            return null;
        }
    }

    /** One of a few choices; null where none of them was chosen. */
    <E extends Enum<E>> E choice(String field, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text(field))) {
                return each;
            }
        }
        problem(field, "complaint." + plain(field) + ".choose");
        return null;
    }

    /** On a page with several forms the name of a field begins with that of its form. */
    private static String plain(String field) {
        return field.substring(field.lastIndexOf('-') + 1);
    }

    void problem(String field, String key) {
        problems.add(new Problem(field, key));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void requireGood() {
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
    }
}
