package id.loket.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects what is wrong with a record, so that everything is told at once. */
final class Faults {

    /**
     * One thing that is wrong.
     *
     * @param path    properties and indexes from the record to the place, e.g. {@code 3/returnTo}; empty for the record itself
     * @param message what is wrong and how to mend it
     */
    record Fault(String path, String message) {}

    /** A record refuses to come into being. */
    static final class Found extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final transient List<Fault> faults;

        private Found(List<Fault> faults) {
            super(faults.stream()
                    .map(f -> f.path().isEmpty() ? f.message() : f.path() + ": " + f.message())
                    .collect(Collectors.joining("; ")));
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final List<Fault> faults = new ArrayList<>();

    Faults expect(boolean good, String path, String message, Object... args) {
        if (!good) {
            faults.add(new Fault(path, message.formatted(args)));
        }
        return this;
    }

    Faults given(Object value, String property) {
        return expect(value != null, property, "%s is missing", property);
    }

    Faults code(String value, String property) {
        return expect(
                value != null && CODE.matcher(value).matches(),
                property,
                "%s must be a code in capitals, e.g. FRONT_OFFICE, not '%s'",
                property,
                value == null ? "" : value);
    }

    <T> Faults unique(List<T> list, Function<T, String> key, String path, String property) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String value = key.apply(list.get(i));
            expect(seen.add(value), path + "/" + i + "/" + property, "'%s' stands twice", value);
        }
        return this;
    }

    void raise() {
        if (!faults.isEmpty()) {
            throw new Found(faults);
        }
    }

    /** An unmodifiable copy; what isn't given is empty. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An unmodifiable copy in the same order; what isn't given is empty. */
    static <T> Set<T> copy(Set<T> set) {
        return set == null ? Set.of() : java.util.Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /** An unmodifiable copy in the same order; what isn't given is empty. */
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
