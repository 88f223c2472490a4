package id.loket.standard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.loket.standard.Faults.Fault;
import id.loket.standard.Finding.Severity;
import id.loket.standard.YamlTree.Node;
import id.loket.worktime.WorkDuration;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads service files; how they are written is told in {@code docs/new-service.md}. Thread-safe. */
public final class ServiceDefinitions {

    /** Largest file in bytes, inclusive; the largest that ships has a tenth of it. */
    public static final int LARGEST_FILE = 512 * 1024;

    /** More are not told at once: who has so much to mend begins at the top. */
    static final int MOST_FINDINGS = 200;

    private static final JsonMapper READER = JsonMapper.builder()
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

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ServiceDefinitions() {}

    /**
     * What came of a check.
     *
     * @param definition   empty if there is an error
     * @param findings     all at once, in the order of the file
     * @param untranslated texts without English in a usable file, 0 in others
     */
    public record Checked(Optional<ServiceDefinition> definition, List<Finding> findings, int untranslated) {

        /** Why the file can't be used; empty if it can. */
        public List<Finding> errors() {
            return findings.stream().filter(Finding::isError).toList();
        }

        /** What to think about all the same. */
        public List<Finding> warnings() {
            return findings.stream().filter(f -> !f.isError()).toList();
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

    /** Reads a file as far as it goes and tells everything that is wrong with it or still open; whatever is in it, nothing is thrown. */
    public static Checked check(byte[] file) {
        try {
            return file.length > LARGEST_FILE
                    ? tooLarge()
                    : check(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return refused(List.of(Finding.error(1, 1, "no-utf8")));
        }
    }

    /** The same for a text. */
    public static Checked check(String yaml) {
        if (yaml.length() > LARGEST_FILE) {
            return tooLarge();
        }
        String text = yaml.startsWith(BYTE_ORDER_MARK) ? yaml.substring(1) : yaml;
        List<Finding> findings = new ArrayList<>();
        Optional<Node> root = YamlTree.read(text, findings);
        if (root.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error(1, 1, "empty-file"));
        }
        // what can't be read as YAML, or not as it is meant, says nothing of what it holds
        if (root.isEmpty() || findings.stream().anyMatch(f -> f.code().startsWith("yaml"))) {
            return refused(findings);
        }
        return read(root.get(), findings);
    }

    private static Checked read(Node root, List<Finding> findings) {
        Lines lines = new Lines(root);
        Reading reading = new Reading();
        ServiceDefinition definition = null;
        try {
            definition = ScopedValue.where(Reading.CURRENT, reading).call(() -> READER.treeToValue(root.json(), ServiceDefinition.class));
        } catch (JacksonException e) {
            // what the records can't be made of in any way
            reading.report(Fault.of(LenientReader.place(e), "unreadable"));
        }
        lines.empty().forEach(place -> reading.report(Fault.of(place, "empty-value")));
        if (definition != null) {
            List<OpenPoint> open = definition.toFillIn();
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i).at() != null && !lines.has("/" + open.get(i).at())) {
                    reading.report(Fault.of("/toFillIn/" + i + "/at", "no-such-place", open.get(i).at()));
                }
            }
            findings.addAll(located(lines, Doubts.of(definition), Severity.WARNING));
        }
        findings.addAll(located(lines, reading.faults(), Severity.ERROR));
        boolean usable = definition != null && findings.stream().noneMatch(Finding::isError);
        return new Checked(
                usable ? Optional.of(definition) : Optional.empty(), sorted(findings), usable ? reading.countUntranslated() : 0);
    }

    private static List<Finding> located(Lines lines, List<Fault> faults, Severity severity) {
        return faults.stream().map(fault -> lines.finding(fault, severity)).distinct().toList();
    }

    /** In the order of the file, errors first where there are too many. */
    private static List<Finding> sorted(List<Finding> findings) {
        Comparator<Finding> order = Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);
        if (findings.size() <= MOST_FINDINGS) {
            return findings.stream().sorted(order).toList();
        }
        List<Finding> first = new ArrayList<>(findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(order))
                .limit(MOST_FINDINGS)
                .toList());
        first.add(Finding.error(first.getLast().line(), 1, "more", findings.size() - MOST_FINDINGS));
        return List.copyOf(first);
    }

    private static Checked tooLarge() {
        return refused(List.of(Finding.error(1, 1, "too-large", LARGEST_FILE / 1024)));
    }

    private static Checked refused(List<Finding> findings) {
        return new Checked(Optional.empty(), sorted(findings), 0);
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
