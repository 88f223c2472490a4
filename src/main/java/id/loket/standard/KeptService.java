package id.loket.standard;

import java.util.List;
import java.util.Optional;

/**
 * A service as the office keeps it.
 *
 * @param newest   definition of the newest version that was set; empty where there is only a draft
 * @param versions that were set, the newest first
 * @param draft    of the next version; empty for none
 */
public record KeptService(String code, Optional<ServiceDefinition> newest, List<ServiceVersion> versions, Optional<Draft> draft) {

    /** The version in force today. */
    public Optional<ServiceVersion> inForce() {
        return versions.stream().filter(v -> v.state() == ServiceVersion.State.IN_FORCE).findFirst();
    }

    /** What the next version will be called. */
    public int next() {
        return versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
    }

    /** Files that run on any version. */
    public int open() {
        return versions.stream().mapToInt(ServiceVersion::open).sum();
    }
}
