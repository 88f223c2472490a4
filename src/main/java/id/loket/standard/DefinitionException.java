package id.loket.standard;

import java.util.List;
import java.util.stream.Collectors;

/** A service file that can't be used. The message has one line for each finding. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * One thing to mend.
     *
     * @param line    1 for the first
     * @param column  1 for the first
     * @param message what is wrong and how to mend it
     */
    public record Finding(int line, int column, String message) {
        @Override
        public String toString() {
            return line + ":" + column + " " + message;
        }
    }

    private final transient List<Finding> findings;

    DefinitionException(List<Finding> findings, Throwable cause) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")), cause);
        this.findings = List.copyOf(findings);
    }

    /** In the order of the file; at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
