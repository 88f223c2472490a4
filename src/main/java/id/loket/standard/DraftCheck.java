package id.loket.standard;

import id.loket.standard.DefinitionException.Finding;
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
        try {
            return new DraftCheck(Optional.of(ServiceDefinitions.parse(yaml)), List.of());
        } catch (DefinitionException e) {
            return new DraftCheck(Optional.empty(), e.findings());
        }
    }

    /** Whether nothing stands against setting it. */
    public boolean isSound() {
        return service.isPresent();
    }
}
