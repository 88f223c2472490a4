package id.loket.testing;

import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The service files that ship with Loket. */
public final class Shipped {

    private static final Path FOLDER = Path.of("src/main/resources/services");

    private Shipped() {}

    /** The codes of all of them, which are the names of their files. */
    public static List<String> codes() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String code) {
        try {
            return Files.readString(FOLDER.resolve(code + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ServiceDefinition service(String code) {
        return ServiceDefinitions.parse(text(code));
    }
}
