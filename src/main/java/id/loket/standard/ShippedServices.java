package id.loket.standard;

import id.loket.office.OfficeCreated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The definitions that ship with Loket: put in force for a new office that asks for them, and in their newer version for every office that
 * has them when a newer Loket starts.
 */
@Component
public class ShippedServices {

    private final Standards standards;

    ShippedServices(Standards standards) {
        this.standards = standards;
    }

    @EventListener
    void officeCreated(OfficeCreated event) {
        for (String code : event.services()) {
            String yaml = read(code).orElseThrow(() -> new IllegalArgumentException("no service " + code + " ships with Loket"));
            standards.publish(event.officeId(), yaml);
        }
    }

    /** A version that the office has already, its own or a shipped one, stays as it is. */
    @EventListener(ApplicationStartedEvent.class)
    void addNewerVersions() {
        Map<String, List<Standards.Newest>> offices =
                standards.newest().stream().collect(Collectors.groupingBy(Standards.Newest::code));
        offices.forEach((code, theirs) -> read(code).ifPresent(yaml -> {
            int shipped = ServiceDefinitions.parse(yaml).version();
            theirs.stream()
                    .filter(newest -> newest.version() < shipped)
                    .forEach(newest -> standards.publish(newest.officeId(), yaml));
        }));
    }

    /**
     * The text of a definition that ships.
     *
     * @return empty if no such service ships
     */
    public static Optional<String> read(String code) {
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            return Optional.empty();
        }
        try (InputStream yaml = ShippedServices.class.getResourceAsStream("/services/" + code + ".yaml")) {
            return yaml == null ? Optional.empty() : Optional.of(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
