package id.loket.standard;

import id.loket.office.OfficeCreated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The definitions that ship with Loket: put in force for a new office that asks for them, and in their newer version for every office that
 * has them and leaves them as they ship, when a newer Loket starts.
 */
@Component
public class ShippedServices {

    private static final Pattern VERSION = Pattern.compile("(?m)^version: ([0-9]{1,9})$");

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

    /** A version that the office has already stays as it is, and a service that the office keeps itself is the office's to renew. */
    @EventListener(ApplicationStartedEvent.class)
    void addNewerVersions() {
        Map<String, List<Standards.Newest>> offices =
                standards.newest().stream().collect(Collectors.groupingBy(Standards.Newest::code));
        offices.forEach((code, theirs) -> read(code).ifPresent(yaml -> {
            int shipped = version(yaml);
            theirs.stream()
                    .filter(newest -> newest.version() < shipped && !newest.kept())
                    .forEach(newest -> standards.publish(newest.officeId(), yaml));
        }));
    }

    /** By its line alone: the rest needs reading only where the version is new. */
    private static int version(String yaml) {
        Matcher line = VERSION.matcher(yaml);
        return line.find() ? Integer.parseInt(line.group(1)) : ServiceDefinitions.parse(yaml).version();
    }

    /** The codes of all services that ship, in order. */
    static List<String> codes() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/services/*.yaml"))
                    .map(file -> file.getFilename().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
