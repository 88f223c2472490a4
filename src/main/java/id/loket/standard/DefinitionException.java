package id.loket.standard;

import java.util.List;
import java.util.stream.Collectors;

/** A service file that can't be used. The message has one line for each error. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    DefinitionException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** The errors, in the order of the file; at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
