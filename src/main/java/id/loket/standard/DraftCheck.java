package id.loket.standard;

import id.loket.standard.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of the text of a draft.
 *
 * @param service  the definition; empty as long as the text can't be used
 * @param findings in the order of the text
 */
public record DraftCheck(Optional<ServiceDefinition> service, List<Finding> findings) {

    static DraftCheck of(String yaml) {
        ServiceDefinitions.Checked checked = ServiceDefinitions.check(yaml);
        return new DraftCheck(checked.definition(), checked.findings());
    }

    /** Whether nothing stands against setting it. */
    public boolean isSound() {
        return service.isPresent();
    }

    /** How many findings stand against setting it. */
    public int errors() {
        return (int) findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    }

    /** Whether something is wrong on a line. */
    public boolean hasErrorOn(int line) {
        return findings.stream().anyMatch(f -> f.line() == line && f.severity() == Severity.ERROR);
    }
}
