package id.loket.standard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.loket.standard.Faults.Fault;
import id.loket.standard.Finding.Severity;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads service files; how they are written is told in {@code docs/new-service.md}. Thread-safe. */
public final class ServiceDefinitions {

    /** Characters: the largest shipped file has a tenth of it. */
    static final int LARGEST_FILE = 512 * 1024;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LARGEST_FILE)
                            .setMaxAliasesForCollections(50)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    // one value may stand without the dash of a list
                    DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(
                    DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                    // what is missing is found by the records, in their own words
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addHandler(new LenientReader.Problems())
            .addModule(new SimpleModule()
                    .setDeserializerModifier(new LenientReader.Places())
                    .addDeserializer(Integer.TYPE, LenientReader.exact(Integer.TYPE, 0, LenientReader::whole))
                    .addDeserializer(Integer.class, LenientReader.exact(Integer.class, null, LenientReader::whole))
                    .addDeserializer(Long.TYPE, LenientReader.exact(Long.TYPE, 0L, LenientReader::amount))
                    .addDeserializer(Boolean.TYPE, LenientReader.exact(Boolean.TYPE, false, LenientReader::decision))
                    .addDeserializer(WorkDuration.class, LenientReader.scalar(WorkDuration.class, WorkDuration::parse, "duration-form"))
                    .addDeserializer(Fee.class, new LenientReader.Fees())
                    .addDeserializer(Template.class, LenientReader.scalar(Template.class, Template::new, "template-braces")))
            .addMixIn(Text.class, TextCreators.class)
            .addMixIn(Sop.class, SopCreator.class)
            .addMixIn(Condition.class, ConditionCreator.class)
            .build();

    private ServiceDefinitions() {}

    /**
     * What came of a check.
     *
     * @param definition empty if there is an error
     * @param findings   all at once, in the order of the file
     */
    public record Checked(Optional<ServiceDefinition> definition, List<Finding> findings) {

        public List<Finding> errors() {
            return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        }
    }

    /**
     * Reads one definition.
     *
     * @throws DefinitionException if it is unreadable, incomplete or contradicts itself
     */
    public static ServiceDefinition parse(String yaml) {
        Checked checked = check(yaml);
        return checked.definition().orElseThrow(() -> new DefinitionException(checked.errors()));
    }

    /** Reads one definition and tells everything that is wrong with it or still open. */
    public static Checked check(String yaml) {
        if (yaml.length() > LARGEST_FILE) {
            return refused(new Finding(1, 1, Severity.ERROR, "too-large", List.of(String.valueOf(LARGEST_FILE / 1024))));
        }
        Reading reading = new Reading();
        ServiceDefinition definition;
        try {
            definition = ScopedValue.where(Reading.CURRENT, reading).call(() -> YAML.readValue(yaml, ServiceDefinition.class));
        } catch (JacksonException e) {
            return refused(broken(e));
        } catch (StackOverflowError e) {
            return refused(new Finding(1, 1, Severity.ERROR, "unreadable", List.of()));
        }
        Lines lines = Lines.of(YAML, yaml);
        lines.empty().forEach(place -> reading.report(Fault.of(place, "empty-value")));
        if (definition == null && reading.faults().isEmpty()) {
            return refused(new Finding(1, 1, Severity.ERROR, "empty-file", List.of()));
        }
        if (definition != null) {
            definition.toFillIn().stream()
                    .filter(open -> open.at() != null && !lines.has("/" + open.at()))
                    .forEach(open -> reading.report(Fault.of("/toFillIn/" + definition.toFillIn().indexOf(open) + "/at", "no-such-place", open.at())));
        }
        List<Finding> errors = located(lines, reading.faults(), Severity.ERROR);
        List<Fault> doubts = definition == null ? List.of() : Doubts.of(definition);
        List<Finding> findings = Stream.concat(errors.stream(), located(lines, doubts, Severity.WARNING).stream())
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
        return new Checked(errors.isEmpty() ? Optional.ofNullable(definition) : Optional.empty(), findings);
    }

    private static List<Finding> located(Lines lines, List<Fault> faults, Severity severity) {
        return faults.stream().map(fault -> lines.finding(fault, severity)).distinct().toList();
    }

    private static Checked refused(Finding finding) {
        return new Checked(Optional.empty(), List.of(finding));
    }

    /** The text is no YAML, or has a property twice: nothing can be said of what comes after. */
    private static Finding broken(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        String words = e.getOriginalMessage();
        String twice = words.replaceFirst("(?s).*?[Dd]uplicate (?:key|Object property) ?\"?([^\"\\n]*)\"?.*", "$1");
        return twice.equals(words)
                ? new Finding(line, column, Severity.ERROR, "yaml", List.of(firstLine(words)))
                : new Finding(line, column, Severity.ERROR, "duplicate-property", List.of(twice.strip()));
    }

    private static String firstLine(String words) {
        List<String> lines = new ArrayList<>(words.lines().map(String::strip).filter(l -> !l.startsWith("in ")).toList());
        return lines.isEmpty() ? words : String.join(" ", lines.subList(0, Math.min(2, lines.size())));
    }

    /** A text is written plain, or with its translation. */
    private abstract static class TextCreators {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        TextCreators(@JsonProperty("id") String id, @JsonProperty("en") String en) {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Text of(String id) {
            throw new UnsupportedOperationException("never called: only its annotation counts");
        }
    }

    /** The procedure is written as the list of its steps. */
    private abstract static class SopCreator {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        SopCreator(List<SopStep> steps) {}
    }

    /** A condition is written as names with their values. */
    private abstract static class ConditionCreator {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ConditionCreator(Map<String, Set<String>> all) {}
    }
}
