package id.loket.standard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * When something applies: each named fact must have one of the values given. Names are {@link #KIND}, {@link #REPRESENTED} and the
 * names of form fields; a fact that isn't known has the value "" and fits nothing.
 *
 * @param all values accepted, by name; empty for always
 */
public record Condition(Map<String, Set<String>> all) {

    /** The kind of application, by the name of {@link ApplicationKind}. */
    public static final String KIND = "kind";

    /** Whether someone acts for the applicant: {@link #YES} or {@link #NO}. */
    public static final String REPRESENTED = "represented";

    public static final String YES = "yes";
    public static final String NO = "no";

    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        Faults faults = new Faults();
        Faults.copy(all).forEach((name, values) -> {
            copy.put(name, Faults.copy(values));
            faults.expect(!Faults.copy(values).isEmpty(), name, "condition-without-value", name);
        });
        faults.raise();
        all = java.util.Collections.unmodifiableMap(copy);
    }

    public boolean isAlways() {
        return all.isEmpty();
    }

    /** @param facts value by name; null or "" where it isn't known */
    public boolean holds(Function<String, String> facts) {
        return all.entrySet().stream().allMatch(e -> {
            String value = facts.apply(e.getKey());
            return value != null && e.getValue().contains(value);
        });
    }
}
