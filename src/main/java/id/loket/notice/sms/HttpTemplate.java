package id.loket.notice.sms;

import static id.loket.notice.sms.SmsSettings.require;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pattern with names in braces: {@code {to}} +62812…, {@code {digits}} 62812…, {@code {local}} 0812…, {@code {text}}, {@code {key}} the
 * same at every try of a message, {@code {user}} and {@code {secret}}. What is put in is escaped for its place, so that no text can add a
 * field or end a string.
 */
record HttpTemplate(String pattern) {

    /** Has every sign that means something in an address, a form or JSON. */
    static final Map<String, String> SAMPLE = sample();

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final JsonMapper JSON = JsonMapper.shared();

    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        return NAME.matcher(pattern).replaceAll(m -> Matcher.quoteReplacement(escape.apply(values.get(m.group(1)))));
    }

    /** @throws IllegalArgumentException if it doesn't give an address */
    URI uri(Map<String, String> values) {
        return URI.create(fill(values, HttpTemplate::forForm));
    }

    /** For addresses and forms. */
    static String forForm(String value) {
        // A plus is a space in forms only; %20 is one everywhere.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For the inside of a JSON string. */
    static String forJson(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    /** For a header: nothing begins a new line. */
    static String forHeader(String value) {
        return value.replaceAll("\\p{Cntrl}", "");
    }

    /** Whether it is JSON whatever is put in, with the same fields. */
    static boolean keepsToItsPlace(String pattern) {
        Map<String, String> plain = new HashMap<>(SAMPLE);
        plain.replaceAll((name, value) -> "x");
        HttpTemplate template = new HttpTemplate(pattern);
        try {
            return shape(JSON.readTree(template.fill(SAMPLE, HttpTemplate::forJson)))
                    .equals(shape(JSON.readTree(template.fill(plain, HttpTemplate::forJson))));
        } catch (JacksonException e) {
            return false;
        }
    }

    static void check(String setting, String pattern) {
        Matcher names = NAME.matcher(pattern);
        while (names.find()) {
            require(
                    SAMPLE.containsKey(names.group(1)),
                    setting + " has {" + names.group(1) + "}, but the names are {to}, {digits}, {local}, {text}, {key}, {user} and {secret}");
        }
    }

    private static String shape(JsonNode node) {
        if (node.isObject()) {
            StringBuilder shape = new StringBuilder("{");
            node.properties().forEach(p -> shape.append(p.getKey()).append(':').append(shape(p.getValue())).append(','));
            return shape + "}";
        }
        if (node.isArray()) {
            StringBuilder shape = new StringBuilder("[");
            node.forEach(n -> shape.append(shape(n)).append(','));
            return shape + "]";
        }
        return node.getNodeType().toString();
    }

    private static Map<String, String> sample() {
        Map<String, String> sample = new HashMap<>();
        for (String name : new String[] {"to", "digits", "local", "text", "key", "user", "secret"}) {
            sample.put(name, "\"\\ &=,:{}[]\n");
        }
        return Map.copyOf(sample);
    }
}
