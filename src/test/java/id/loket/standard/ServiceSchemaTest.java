package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The schema by which editors complete and check service files says what the records say. Run with {@code -Dloket.write-docs=true} to write
 * it anew.
 */
class ServiceSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/static/schema/service.json");
    private static final Path SHIPPED = Path.of("src/main/resources/services");

    /** Findings that speak of one value or of what isn't there, not of how parts go together. */
    private static final Set<String> SAID_IN_A_SCHEMA = Set.of(
            "missing", "missing-component", "text-missing", "unknown-property", "unknown-property-near", "wrong-kind", "empty-value", "no-such-value",
            "duration-form", "fee-form", "version", "kinds-empty", "actors-empty", "scan-size", "scan-too-large", "validity-years",
            "max-length");

    private static Schema schema;

    @BeforeAll
    static void read() throws IOException {
        if (Boolean.getBoolean("loket.write-docs")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ServiceSchema.write());
        }
    }

    @Test
    void it_is_written_from_the_records() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo(ServiceSchema.write());
    }

    @Test
    void it_is_a_schema_itself() throws IOException {
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaschema.validate(json())).isEmpty();
    }

    static Stream<Path> good() throws IOException {
        try (Stream<Path> shipped = Files.list(SHIPPED)) {
            return Stream.concat(
                    shipped.sorted().toList().stream(),
                    Stream.of("INSPECTED", "NUMBERED_FIRST", "broken/nothing-wrong").map(n -> Path.of("src/test/resources/services", n + ".yaml")));
        }
    }

    static Stream<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/services/broken"))) {
            return files.filter(ServiceSchemaTest::isYaml).sorted().toList().stream();
        }
    }

    private static boolean isYaml(Path file) {
        try {
            return ServiceDefinitions.check(Files.readAllBytes(file)).findings().stream().noneMatch(f -> f.code().startsWith("yaml-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void every_good_file_fits(Path file) throws IOException {
        assertThat(errors(file)).isEmpty();
    }

    /** Broken files that are YAML at all: what an editor marks in them the check refuses, and what can be said in a schema both find. */
    @ParameterizedTest
    @MethodSource("broken")
    void an_editor_marks_what_can_be_said_in_a_schema_and_nothing_that_the_check_takes(Path file) throws IOException {
        Set<String> found = ServiceDefinitions.check(Files.readAllBytes(file)).errors().stream().map(Finding::code).collect(Collectors.toSet());
        if (errors(file).isEmpty()) {
            assertThat(found).doesNotContainAnyElementsOf(SAID_IN_A_SCHEMA);
        } else {
            assertThat(found).isNotEmpty();
        }
    }

    @Test
    void it_tells_what_each_property_of_a_service_means() throws IOException {
        assertThat(json().path("properties").properties()).hasSizeGreaterThan(15).allSatisfy(property ->
                assertThat(property.getValue().path("description").asString()).as(property.getKey()).isNotBlank());
        assertThat(json().path("$defs").path("SopStep").path("properties").path("kind").path("$ref").isMissingNode()).isTrue();
        assertThat(json().path("$defs").path("SopStep").path("required").values()).extracting(JsonNode::asString)
                .contains("no", "kind", "actor", "time").doesNotContain("returnTo", "remark");
    }

    @Test
    void the_shipped_file_names_it_where_editors_look() throws IOException {
        String first = Files.readString(SHIPPED.resolve("SIKRO.yaml")).lines().findFirst().orElseThrow();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(SHIPPED.resolve(first.substring(first.indexOf('=') + 1)).normalize()).isEqualTo(FILE);
    }

    private static List<Error> errors(Path file) throws IOException {
        return errors(new YAMLMapper().readTree(Files.readString(file)));
    }

    /** What an editor marks in a service file. */
    static synchronized List<Error> errors(JsonNode file) {
        if (schema == null) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json());
        }
        return schema.validate(file);
    }

    private static JsonNode json() {
        return new JsonMapper().readTree(FILE.toFile());
    }
}
