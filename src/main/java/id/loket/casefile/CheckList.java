package id.loket.casefile;

import id.loket.casefile.Check.Result;
import id.loket.standard.ApplicationKind;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The check list of a file (SOP-2): one line for each requirement that applies to it.
 *
 * @param round 1 for the first time the papers came in, 2 after they were completed once …
 */
public record CheckList(int round, List<Line> lines) {

    /** A requirement and what was found. */
    public record Line(Requirement requirement, Check check) {}

    /** The list of a new application: the requirements that apply to it, with the answers given so far. */
    static CheckList of(
            ServiceDefinition service,
            ApplicationKind kind,
            boolean represented,
            Map<String, String> fields,
            List<Check> answers,
            LocalDate today) {
        Map<String, Check> byCode = answers.stream().collect(Collectors.toMap(Check::code, c -> c, (a, b) -> b));
        List<Line> lines = new ArrayList<>();
        for (Requirement requirement : service.requirementsFor(kind, represented, fields, today)) {
            Check none = new Check(requirement.code(), Result.UNCHECKED, "");
            lines.add(new Line(requirement, byCode.getOrDefault(requirement.code(), none)));
        }
        return new CheckList(1, lines);
    }

    /** The list as it was stored, in the order of the service definition. */
    static CheckList stored(ServiceDefinition service, int round, List<Check> checks) {
        Map<String, Check> byCode = checks.stream().collect(Collectors.toMap(Check::code, c -> c));
        return new CheckList(
                round,
                service.requirements().stream()
                        .filter(r -> byCode.containsKey(r.code()))
                        .map(r -> new Line(r, byCode.get(r.code())))
                        .toList());
    }

    List<Check> checks() {
        return lines.stream().map(Line::check).toList();
    }

    /** Whether every line has been looked at. */
    public boolean answered() {
        return lines.stream().noneMatch(l -> l.check().result() == Result.UNCHECKED);
    }

    /** Whether everything is there and eligible. */
    public boolean complete() {
        return lines.stream().allMatch(l -> l.check().result() == Result.PRESENT);
    }

    public long present() {
        return lines.stream().filter(l -> l.check().result() == Result.PRESENT).count();
    }

    /** What the applicant has to bring or mend. */
    public List<Line> open() {
        return lines.stream().filter(l -> l.check().result() != Result.PRESENT).toList();
    }

    /** What is wrong, in one line for the card, in the office's language. */
    String shortcomings() {
        Locale indonesian = Locale.of("id");
        return open().stream()
                .map(l -> {
                    String name = l.requirement().name().in(indonesian);
                    return l.check().remark().isEmpty() ? name : name + " (" + l.check().remark() + ")";
                })
                .collect(Collectors.joining("; "));
    }
}
