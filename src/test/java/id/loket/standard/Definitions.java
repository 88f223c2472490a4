package id.loket.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The service files of the tests, as text and read. */
final class Definitions {

    static final String SIKRO_FILE = text("SIKRO");
    static final ServiceDefinition SIKRO = ServiceDefinitions.parse(SIKRO_FILE);
    static final ServiceDefinition NUMBERED_FIRST = ServiceDefinitions.parse(text("NUMBERED_FIRST"));
    static final ServiceDefinition INSPECTED = ServiceDefinitions.parse(text("INSPECTED"));

    private Definitions() {}

    static String text(String name) {
        try (InputStream yaml = Definitions.class.getResourceAsStream("/services/" + name + ".yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
