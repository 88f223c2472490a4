package id.loket.office;

import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import java.util.List;

/**
 * Something to mend in a form of this module.
 *
 * @param field id of the field
 * @param key   of the text that says what to mend
 */
public record Problem(String field, String key, List<Object> args) {

    Problem(String field, String key, Object... args) {
        this(field, key, List.of(args));
    }

    /** As the summary above a form wants them, in the reader's language. */
    public static List<FieldError> errors(Ui ui, List<Problem> problems) {
        return problems.stream()
                .map(p -> new FieldError(p.field, ui.t(p.key, p.args.toArray())))
                .toList();
    }

    /** What is wrong with a field; null if nothing. */
    public static String error(Ui ui, List<Problem> problems, String field) {
        return problems.stream()
                .filter(p -> p.field.equals(field))
                .map(p -> ui.t(p.key, p.args.toArray()))
                .findFirst()
                .orElse(null);
    }
}
