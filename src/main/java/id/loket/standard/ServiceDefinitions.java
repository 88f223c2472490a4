package id.loket.standard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.Nulls;
import id.loket.standard.DefinitionException.Finding;
import id.loket.worktime.WorkDuration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads service files; how they are written is told in {@code docs/new-service.md}. Thread-safe. */
public final class ServiceDefinitions {

    private static final ValueDeserializer<Fee> FEE = scalar(Fee.class, Fee::parse);

    private static final YAMLMapper YAML = YAMLMapper.builder()
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
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addModule(new SimpleModule()
                    .addDeserializer(WorkDuration.class, scalar(WorkDuration.class, WorkDuration::parse))
                    .addDeserializer(Fee.class, new FeeReader())
                    .addDeserializer(Template.class, scalar(Template.class, Template::new)))
            .addMixIn(Text.class, TextCreators.class)
            .addMixIn(Sop.class, SopCreator.class)
            .addMixIn(Condition.class, ConditionCreator.class)
            .build();

    private ServiceDefinitions() {}

    /**
     * Reads one definition.
     *
     * @throws DefinitionException if it is unreadable, incomplete or contradicts itself
     */
    public static ServiceDefinition parse(String yaml) {
        try {
            ServiceDefinition definition = YAML.readValue(yaml, ServiceDefinition.class);
            if (definition == null) {
                throw new DefinitionException(List.of(new Finding(1, 1, "the file is empty")), null);
            }
            return definition;
        } catch (JacksonException e) {
            throw new DefinitionException(findings(e, yaml), e);
        }
    }

    private static List<Finding> findings(JacksonException e, String yaml) {
        Lines lines = Lines.of(YAML, yaml);
        String path = path(e);
        if (e.getCause() instanceof Faults.Found found) {
            return found.faults().stream()
                    .map(fault -> lines.finding(path + (fault.path().isEmpty() ? "" : "/" + fault.path()), fault.message()))
                    .distinct()
                    .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                    .toList();
        }
        if (path.isEmpty() && e.getLocation() != null) {
            return List.of(new Finding(
                    Math.max(1, e.getLocation().getLineNr()), Math.max(1, e.getLocation().getColumnNr()), message(e)));
        }
        return List.of(lines.finding(path, message(e)));
    }

    private static String message(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown property '%s'; known here: %s".formatted(unknown.getPropertyName(), new TreeSet<>(unknown.getKnownPropertyIds()));
            case InvalidNullException empty -> "a value is missing here";
            case InvalidFormatException wrong when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                "'%s' is none of %s".formatted(wrong.getValue(), Arrays.toString(wrong.getTargetType().getEnumConstants()));
            case InvalidFormatException wrong when wrong.getTargetType() == java.time.LocalDate.class ->
                "'%s' is no date; write it as 2026-01-31".formatted(wrong.getValue());
            case MismatchedInputException wrong when wrong.getTargetType() != null ->
                "wrong kind of value; expected " + expected(wrong.getTargetType());
            case ValueInstantiationException refused when refused.getCause() instanceof IllegalArgumentException why -> why.getMessage();
            default -> e.getOriginalMessage();
        };
    }

    private static String expected(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == Text.class) {
            return "a text, or 'id' and 'en'";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "properties with values" : "a text";
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            path.append('/').append(reference.getPropertyName() != null ? reference.getPropertyName() : reference.getIndex());
        }
        return path.toString();
    }

    private static <T> ValueDeserializer<T> scalar(Class<T> type, Function<String, T> read) {
        return new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                if (!parser.currentToken().isScalarValue()) {
                    return context.reportInputMismatch(type, "one value expected");
                }
                try {
                    return read.apply(parser.getString());
                } catch (IllegalArgumentException e) {
                    throw context.instantiationException(type, e);
                }
            }
        };
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

    /** A fee is written as one word or amount, or as the list of its rates. */
    private static final class FeeReader extends StdDeserializer<Fee> {

        private FeeReader() {
            super(Fee.class);
        }

        @Override
        public Fee deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isScalarValue()) {
                return FEE.deserialize(parser, context);
            }
            if (!parser.isExpectedStartArrayToken()) {
                return (Fee) context.reportInputMismatch(Fee.class, "one value or a list expected");
            }
            List<Fee.Rate> rates = context.readValue(
                    parser, context.getTypeFactory().constructCollectionType(List.class, Fee.Rate.class));
            return new Fee(rates);
        }
    }

    /** A condition is written as names with their values. */
    private abstract static class ConditionCreator {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ConditionCreator(Map<String, Set<String>> all) {}
    }
}
