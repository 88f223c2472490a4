package id.loket.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param code    of the finding, e.g. {@code unknown-actor}
     * @param args    what its message names
     * @param restsOn parts of the file that it compares; if one of them couldn't be read this may not be true
     */
    record Fault(String path, String code, List<String> args, Set<String> restsOn) {

        static Fault of(String path, String code, Object... args) {
            return new Fault(path, code, Arrays.stream(args).map(String::valueOf).toList(), Set.of());
        }

        /** The same, seen from the part of the file that the record stands in. */
        Fault within(String place) {
            String whole = path.isEmpty() ? place : place + "/" + path;
            return new Fault(whole, code, args, restsOn.stream().map(part -> absolute(part, place)).collect(Collectors.toSet()));
        }

        private static String absolute(String part, String place) {
            return part.startsWith("/") ? part : part.isEmpty() ? place : place + "/" + part;
        }

        boolean isWithin(String place) {
            return path.equals(place) || path.startsWith(place + "/");
        }

        /** Something that isn't there. */
        boolean absence() {
            return code.equals("missing") || code.equals("missing-component") || code.equals("text-missing");
        }

        /** Because of it something that is given seems not to be. */
        boolean hides() {
            return Set.of("wrong-kind", "empty-value", "unreadable", "no-such-value", "no-date", "duration-form", "fee-form", "template-empty")
                    .contains(code);
        }

        /** Because of it a part of the file couldn't be read, or has no name to be known by. */
        boolean breaks() {
            boolean nameless = code.equals("missing") && path.matches(".*/(role|code|name|kind|type)");
            boolean unknown = code.equals("no-such-value") && path.matches(".*/(kind|type|kinds(/[0-9]+)?)");
            return nameless
                    || unknown
                    || Set.of("wrong-kind", "empty-value", "unreadable", "code-form", "field-name", "letter-missing").contains(code);
        }
    }

    /** A record refuses to come into being. */
    static final class Found extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private Found(List<Fault> faults) {
            super(faults.stream().map(Found::words).collect(Collectors.joining("; ")));
        }

        private static String words(Fault fault) {
            String message = new Finding(1, 1, Finding.Severity.ERROR, fault.code(), fault.args()).message();
            return fault.path().isEmpty() ? message : fault.path() + ": " + message;
        }
    }

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final List<Fault> faults = new ArrayList<>();
    private Set<String> restsOn = Set.of();

    /** What is expected from here on compares these parts of the file. */
    Faults comparing(String... parts) {
        restsOn = Set.of(parts);
        return this;
    }

    Faults expect(boolean good, String path, String code, Object... args) {
        if (!good) {
            Fault fault = Fault.of(path, code, args);
            faults.add(new Fault(fault.path(), fault.code(), fault.args(), restsOn));
        }
        return this;
    }

    Faults given(Object value, String property) {
        return expect(value != null, property, "missing", property);
    }

    Faults code(String value, String property) {
        return value == null
                ? given(null, property)
                : expect(CODE.matcher(value).matches(), property, "code-form", property, value);
    }

    <T> Faults unique(List<T> list, Function<T, String> key, String path, String property) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String value = key.apply(list.get(i));
            expect(value == null || seen.add(value), path + "/" + i + "/" + property, "duplicate", value);
        }
        return this;
    }

    /**
     * Refuses the record if there is anything wrong with it. While a file is read it is reported instead, and the record goes on with holes.
     *
     * @throws Found if there is, outside of a reading
     */
    void raise() {
        if (faults.isEmpty()) {
            return;
        }
        if (!Reading.CURRENT.isBound()) {
            throw new Found(faults);
        }
        Reading.CURRENT.get().report(List.copyOf(faults));
        faults.clear();
    }

    /** An unmodifiable copy; what isn't given is empty, and what couldn't be read isn't in it. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** An unmodifiable copy in the same order; what isn't given is empty, and what couldn't be read isn't in it. */
    static <T> Set<T> copy(Set<T> set) {
        if (set == null) {
            return Set.of();
        }
        Set<T> copy = new LinkedHashSet<>(set);
        copy.remove(null);
        return java.util.Collections.unmodifiableSet(copy);
    }

    /** An unmodifiable copy in the same order; what isn't given is empty. */
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
