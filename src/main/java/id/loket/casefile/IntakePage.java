package id.loket.casefile;

import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import id.loket.standard.Condition;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The intake form as shown.
 *
 * @param typed        what the clerk typed, kept when something is to be mended
 * @param dueIfComplete the promise if the file were complete now
 */
public record IntakePage(
        ServiceDefinition service,
        Map<String, String> typed,
        String formToken,
        List<IntakeRules.Problem> problems,
        List<IntakeRules.Problem> warnings,
        Instant dueIfComplete,
        LocalDate today) {

    /** Says among what was typed that scans were chosen; a browser doesn't send them a second time. */
    public static final String SCANS_CHOSEN = "scans.chosen";

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field, in the reader's language; null if nothing. */
    public String error(Ui ui, String field) {
        return first(ui, problems, field);
    }

    /** What is doubtful about a field; null if nothing. */
    public String warning(Ui ui, String field) {
        return first(ui, warnings, field);
    }

    public List<FieldError> errors(Ui ui) {
        return problems.stream().map(p -> new FieldError(p.field(), text(ui, p))).toList();
    }

    /** A condition as the page's script reads it, such as {@code kind=RENEWAL;represented=yes}; empty for always. */
    public static String when(Condition condition) {
        return condition.all().entrySet().stream()
                .map(e -> field(e.getKey()) + "=" + String.join(",", e.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String field(String fact) {
        return fact.equals(Condition.KIND) || fact.equals(Condition.REPRESENTED) ? fact : "fields." + fact;
    }

    private static String first(Ui ui, List<IntakeRules.Problem> problems, String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .findFirst()
                .map(p -> text(ui, p))
                .orElse(null);
    }

    static String text(Ui ui, IntakeRules.Problem problem) {
        Object[] args = problem.args().stream()
                .map(a -> a instanceof Text text ? text.in(ui.locale()) : a)
                .toArray();
        return ui.t(problem.key(), args);
    }
}
