package id.loket.standard.bpmn;

import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every definition that ships, and those of the tests' offices, with its model. */
record Exported(ServiceDefinition service, String xml) {

    static Stream<Exported> all() {
        return Stream.of("src/main/resources/services", "src/test/resources/services")
                .flatMap(folder -> files(Path.of(folder)).stream())
                .map(Exported::of);
    }

    static Exported of(String code) {
        return all().filter(e -> e.service.code().equals(code)).findFirst().orElseThrow();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exported of(Path file) {
        try {
            ServiceDefinition service = ServiceDefinitions.parse(Files.readString(file));
            return new Exported(service, BpmnWriter.write(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return service.code();
    }
}
