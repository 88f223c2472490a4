package id.loket.standard;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places to fill, e.g. {@code {applicant.name}[, {fields.degree}]}. What stands in square brackets disappears where a place
 * in it stays empty.
 */
public record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.]*)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    public Template {
        boolean given = text != null && !text.isBlank();
        new Faults()
                .expect(given, "", "template-empty")
                .expect(!given || balanced(text), "", "template-braces")
                .raise();
    }

    private static boolean balanced(String text) {
        String rest = OPTIONAL.matcher(PLACE.matcher(text).replaceAll("")).replaceAll("$1");
        return !rest.matches("(?s).*[\\[\\]{}].*");
    }

    /** The names in braces. */
    public Set<String> names() {
        return PLACE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    /** @param values what to put in, by name; null or "" leaves the place empty */
    public String fill(Function<String, String> values) {
        String chosen = OPTIONAL.matcher(text)
                .replaceAll(part -> quote(PLACE.matcher(part.group(1)).results().allMatch(m -> filled(values, m.group(1)))
                        ? part.group(1)
                        : ""));
        return PLACE.matcher(chosen).replaceAll(m -> quote(filled(values, m.group(1)) ? values.apply(m.group(1)) : ""));
    }

    private static boolean filled(Function<String, String> values, String name) {
        String value = values.apply(name);
        return value != null && !value.isEmpty();
    }

    private static String quote(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }
}
