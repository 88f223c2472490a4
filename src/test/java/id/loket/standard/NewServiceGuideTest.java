package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The guide for writers of service files tells everything that can stand in one. */
class NewServiceGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    /** Written as one value, not by their properties. */
    private static final Set<Class<?>> PLAIN = Set.of(Sop.class, Fee.class, Template.class, Condition.class);

    private static String guide;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("docs", "new-service.md"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_names_every_property_and_every_fixed_value(String name) {
        assertThat(guide).containsPattern("\\b" + name + "\\b");
    }

    @Test
    void its_examples_are_yaml() {
        YAMLMapper yaml = new YAMLMapper();
        assertThat(EXAMPLE.matcher(guide).results()).hasSizeGreaterThan(5).allSatisfy(example -> {
            for (String part : example.group(1).split("(?m)^(?=when:)")) {
                assertThatCode(() -> yaml.readTree(part)).as(part).doesNotThrowAnyException();
            }
        });
    }

    static Stream<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(ServiceDefinition.class, names);
        collect(SopStep.class, names);
        collect(Fee.Rate.class, names);
        LetterTemplate.NAMES.forEach(name -> names.add(name.substring(name.indexOf('.') + 1)));
        return names.stream();
    }

    private static void collect(Type type, Set<String> names) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(t -> collect(t, names));
        } else if (type instanceof Class<?> c && c.isEnum()) {
            Arrays.stream(c.getEnumConstants()).forEach(constant -> names.add(constant.toString()));
        } else if (type instanceof Class<?> c && c.isRecord() && c.getPackage() == Text.class.getPackage() && !PLAIN.contains(c)) {
            for (RecordComponent component : c.getRecordComponents()) {
                if (names.add(component.getName()) || component.getType() != Text.class) {
                    collect(component.getGenericType(), names);
                }
            }
        }
    }
}
