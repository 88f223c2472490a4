package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes the JSON Schema of service files from the records: shapes from their components, descriptions from their javadoc, what is required
 * and what is a code from what the records themselves refuse, examples from the shipped file. Its own small generator, as nearly every type
 * is written in a way of its own (one value for a list, a text with or without translation, a fee).
 */
final class ServiceSchema {

    private static final Path SOURCES = Path.of("src/main/java/id/loket/standard");
    private static final Map<Class<?>, Object> NOTHING = Map.of(int.class, 0, long.class, 0L, boolean.class, false);
    private static final Pattern PARAM = Pattern.compile("@param (\\w+)\\s+(.*?)(?=\n\\s*@|\\z)", Pattern.DOTALL);

    private final Map<String, Object> definitions = new TreeMap<>();
    private final Map<String, List<String>> examples = new LinkedHashMap<>();

    private ServiceSchema() {
        collect(ServiceDefinition.class, new YAMLMapper().readTree(Definitions.SIKRO_FILE));
    }

    static String write() {
        ServiceSchema schema = new ServiceSchema();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Loket: definisi layanan / service definition");
        root.putAll(schema.properties(ServiceDefinition.class));
        root.put("$defs", schema.definitions);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Map.class) {
                return ordered("type", "object", "additionalProperties", of(of));
            }
            return list(of, 0);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class || raw == long.class) {
            return ordered("type", "integer");
        }
        if (raw == boolean.class) {
            return ordered("type", "boolean");
        }
        if (raw == LocalDate.class) {
            return ordered("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        }
        if (raw == WorkDuration.class) {
            return ordered("type", "string", "pattern", "^(?!0+ )[0-9]{1,6} (minute|hour|working day)s?$", "examples", List.of("35 minutes", "2 working days"));
        }
        if (raw.isEnum()) {
            return ordered("enum", Arrays.stream(raw.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
        }
        if (!raw.isRecord()) {
            return text();
        }
        String name = raw.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of()); // a record never stands in itself
            definitions.put(name, written(raw));
        }
        return ordered("$ref", "#/$defs/" + name);
    }

    /** A number without quotes is a text too, such as that of a decree. */
    private static Map<String, Object> text() {
        return ordered("type", List.of("string", "number", "boolean"));
    }

    /** One value may stand for a list of one. */
    private Map<String, Object> list(Type of, int least) {
        Map<String, Object> item = of(of);
        Map<String, Object> list = ordered("type", "array", "items", item);
        if (least > 0) {
            list.put("minItems", least);
        }
        return ordered("anyOf", List.of(list, item));
    }

    /** As a record is written: a single component stands for the whole. */
    private Map<String, Object> written(Class<?> raw) {
        RecordComponent[] parts = raw.getRecordComponents();
        if (raw == Text.class) {
            return ordered("description", about(raw), "anyOf", List.of(text(), properties(raw)));
        }
        if (raw == Fee.class) {
            return ordered("description", about(raw), "anyOf", List.of(
                    ordered("const", "FREE"), ordered("type", "integer", "minimum", 1, "maximum", 999_999_999_999L),
                    ordered("type", "array", "items", of(Fee.Rate.class))));
        }
        if (parts.length == 1) {
            Map<String, Object> whole = ordered("description", about(raw));
            whole.putAll(of(parts[0].getGenericType()));
            return whole;
        }
        return properties(raw);
    }

    private Map<String, Object> properties(Class<?> raw) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, String> told = params(raw);
        List<Faults.Fault> refused = faults(raw, null, null);
        for (RecordComponent part : raw.getRecordComponents()) {
            Map<String, Object> property = new LinkedHashMap<>();
            if (told.containsKey(part.getName())) {
                property.put("description", told.get(part.getName()));
            }
            boolean missed = refused.stream().anyMatch(f -> f.path().equals(part.getName()));
            if (part.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class && missed) {
                property.putAll(list(list.getActualTypeArguments()[0], 1));
            } else {
                property.putAll(of(part.getGenericType()));
            }
            if (isCode(raw, part)) {
                property.put("type", "string");
                property.put("pattern", "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$");
            }
            if ("integer".equals(property.get("type"))) {
                property.putAll(bounds(raw, part));
            }
            List<String> seen = examples.getOrDefault(raw.getSimpleName() + "." + part.getName(), List.of());
            if (!seen.isEmpty() && part.getType() == String.class) {
                property.put("examples", seen);
            }
            properties.put(part.getName(), property);
        }
        List<String> required = Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> refused.stream().anyMatch(f -> f.path().equals(name)))
                .toList();
        Map<String, Object> schema = ordered("description", about(raw), "type", "object", "additionalProperties", false, "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static boolean isCode(Class<?> raw, RecordComponent part) {
        return part.getType() == String.class
                && faults(raw, part.getName(), "no code").stream()
                        .anyMatch(f -> f.path().equals(part.getName()) && f.code().equals("code-form"));
    }

    /** The least and the most that the record takes, if it refuses anything. */
    private static Map<String, Object> bounds(Class<?> raw, RecordComponent part) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (!takes(raw, part, -1)) {
            bounds.put("minimum", takes(raw, part, 0) ? 0 : 1);
        }
        long most = part.getType() == long.class ? Long.MAX_VALUE / 2 : Integer.MAX_VALUE;
        if (!takes(raw, part, most)) {
            long least = 1;
            while (least + 1 < most) {
                long middle = (least + most) / 2;
                if (takes(raw, part, middle)) {
                    least = middle;
                } else {
                    most = middle;
                }
            }
            bounds.put("maximum", least);
        }
        return bounds;
    }

    private static boolean takes(Class<?> raw, RecordComponent part, long number) {
        Object value = part.getType() == long.class ? (Object) number : (Object) (int) number;
        return faults(raw, part.getName(), value).stream().noneMatch(f -> f.path().equals(part.getName()));
    }

    /**
     * What a record refuses that nothing is given to but one value.
     *
     * @param given the component that it is given to; null for none
     */
    private static List<Faults.Fault> faults(Class<?> raw, String given, Object value) {
        RecordComponent[] parts = raw.getRecordComponents();
        Object[] values = Arrays.stream(parts)
                .map(p -> p.getName().equals(given) ? value : NOTHING.get(p.getType()))
                .toArray();
        Reading reading = new Reading();
        ScopedValue.where(Reading.CURRENT, reading).run(() -> {
            try {
                raw.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(raw.getName(), e);
            }
        });
        return reading.faults().stream().map(f -> Faults.Fault.of(f.path().replaceFirst("^/", ""), f.code())).toList();
    }

    /** What the shipped file has at each property, short texts only. */
    private void collect(Type type, JsonNode node) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            (node.isArray() ? node.values() : List.of(node)).forEach(item -> collect(of, item));
        } else if (type instanceof Class<?> raw && raw.isRecord() && raw.getRecordComponents().length == 1) {
            collect(raw.getRecordComponents()[0].getGenericType(), node);
        } else if (type instanceof Class<?> raw && raw.isRecord() && node.isObject()) {
            for (RecordComponent part : raw.getRecordComponents()) {
                JsonNode value = node.path(part.getName());
                List<String> seen = examples.computeIfAbsent(raw.getSimpleName() + "." + part.getName(), k -> new ArrayList<>());
                if (value.isString() && raw != Text.class && value.stringValue().length() <= 60 && seen.size() < 2 && !seen.contains(value.stringValue())) {
                    seen.add(value.stringValue());
                }
                collect(part.getGenericType(), value);
            }
        }
    }

    /** The first sentence of the record's javadoc. */
    private static String about(Class<?> raw) {
        String text = javadoc(raw).replaceFirst("(?s)@param.*", "").strip();
        return plain(text.split("(?<=\\.)\\s", 2)[0]);
    }

    private static Map<String, String> params(Class<?> raw) {
        return PARAM.matcher(javadoc(raw)).results().collect(Collectors.toMap(m -> m.group(1), m -> plain(m.group(2)), (a, b) -> a, LinkedHashMap::new));
    }

    private static String javadoc(Class<?> raw) {
        try {
            Class<?> file = raw.isMemberClass() ? raw.getDeclaringClass() : raw;
            String source = Files.readString(SOURCES.resolve(file.getSimpleName() + ".java"));
            Matcher doc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record " + raw.getSimpleName() + "\\(", Pattern.DOTALL).matcher(source);
            return doc.find() ? doc.group(1).replaceAll("\n\\s*\\*", "\n") : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@value [^}]*}", "")
                .replaceAll("\\{@(?:code|link) #?([^}]*)}", "$1")
                .replaceAll("</?\\w+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!"".equals(namesAndValues[i + 1])) {
                map.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return map;
    }
}
