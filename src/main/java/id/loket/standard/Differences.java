package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became different from one version of a service to another, by what it means and not by how it is written. */
public final class Differences {

    /** How something became different. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same items in another order. */
        MOVED
    }

    /**
     * One difference.
     *
     * @param component part of the definition, as its path in the file: {@code delivery/requirements}, {@code letter}; {@code head} for
     *                  what stands at the top
     * @param item      item of a list, by its name; empty for what is no list
     * @param property  what of it, e.g. {@code count} or {@code name/en}; empty for the whole item
     * @param before    null for what was added; a text, number, date, duration, fee or list of such
     * @param after     null for what was removed
     */
    public record Difference(String component, String item, String property, How how, Object before, Object after) {}

    /** What is compared as a whole. */
    private static final Set<Class<?>> VALUES = Set.of(Fee.class, Condition.class, Template.class, ScanLimits.class);

    /** What an item is known by, and what it is called: the first that it has. */
    private static final List<String> KEYS = List.of("code", "role", "medium", "at", "name", "no", "label", "who", "title");
    private static final List<String> NAMES = List.of("shortName", "name", "label", "citation", "text", "title", "who", "note", "what");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** In the order of the file. */
    public static List<Difference> between(ServiceDefinition before, ServiceDefinition after) {
        Differences differences = new Differences();
        for (RecordComponent part : ServiceDefinition.class.getRecordComponents()) {
            Object old = read(part, before);
            Object now = read(part, after);
            switch (part.getName()) {
                // the numbers of the versions say so themselves
                case "version" -> {}
                case "delivery", "internal" -> {
                    for (RecordComponent component : part.getType().getRecordComponents()) {
                        Object was = component.getName().equals("procedure") ? before.sop().steps() : read(component, old);
                        Object is = component.getName().equals("procedure") ? after.sop().steps() : read(component, now);
                        differences.compare(part.getName() + "/" + component.getName(), "", "", was, is);
                    }
                }
                case "letter", "numbering", "validity", "sopHead", "sections", "actors" ->
                    differences.compare(part.getName(), "", "", old, now);
                default -> differences.compare("head", "", part.getName(), old, now);
            }
        }
        return List.copyOf(differences.found);
    }

    private void compare(String component, String item, String property, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Text old && after instanceof Text now) {
            leaf(component, item, property, old.id(), now.id());
            leaf(component, item, property.isEmpty() ? "en" : property + "/en", old.en(), now.en());
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(component, item, property, old, now);
        } else if (isOfParts(before) && isOfParts(after)) {
            for (RecordComponent part : before.getClass().getRecordComponents()) {
                String name = property.isEmpty() ? part.getName() : property + "/" + part.getName();
                compare(component, item, name, read(part, before), read(part, after));
            }
        } else {
            leaf(component, item, property, before, after);
        }
    }

    private void lists(String component, String item, String property, List<?> before, List<?> after) {
        boolean renumbered = before.size() != after.size();
        Map<String, Object> old = keyed(before, renumbered);
        Map<String, Object> now = keyed(after, renumbered);
        old.forEach((key, value) -> {
            if (!now.containsKey(key)) {
                found.add(new Difference(component, inside(item, name(value)), property, How.REMOVED, content(value), null));
            }
        });
        now.forEach((key, value) -> {
            if (old.containsKey(key)) {
                compare(component, inside(item, name(value)), "", old.get(key), value);
            } else {
                found.add(new Difference(component, inside(item, name(value)), property, How.ADDED, null, content(value)));
            }
        });
        List<String> stayed = old.keySet().stream().filter(now::containsKey).toList();
        List<String> stand = now.keySet().stream().filter(old::containsKey).toList();
        if (!stayed.equals(stand)) {
            found.add(new Difference(
                    component,
                    item,
                    property,
                    How.MOVED,
                    stayed.stream().map(k -> name(old.get(k))).toList(),
                    stand.stream().map(k -> name(now.get(k))).toList()));
        }
    }

    private void leaf(String component, String item, String property, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            How how = before == null ? How.ADDED : after == null ? How.REMOVED : How.CHANGED;
            found.add(new Difference(component, item, property, how, before, after));
        }
    }

    /** @param renumbered whether steps came or went, so that their numbers say nothing */
    private static Map<String, Object> keyed(List<?> items, boolean renumbered) {
        return items.stream().collect(Collectors.toMap(
                i -> i instanceof SopStep step && renumbered ? step.shortName().id() : key(i), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static String key(Object item) {
        return isOfParts(item) ? part(item, KEYS) : item.toString();
    }

    private static String name(Object item) {
        String name = item instanceof Text text ? text.id() : isOfParts(item) ? part(item, NAMES) : item.toString();
        return item instanceof SopStep step ? step.no() + ". " + name : name;
    }

    private static String part(Object item, List<String> names) {
        for (String name : names) {
            for (RecordComponent part : item.getClass().getRecordComponents()) {
                if (part.getName().equals(name)) {
                    Object value = read(part, item);
                    if (value != null) {
                        return value instanceof Text text ? text.id() : value.toString();
                    }
                }
            }
        }
        return item.toString();
    }

    /** What an item says besides its name; its name where that is all. */
    private static Object content(Object item) {
        return switch (item) {
            case Requirement requirement -> requirement.note() == null ? requirement.code() : requirement.note();
            case SopStep step -> step.activity();
            case Legal legal -> legal.citation();
            case LetterTemplate.Row row -> row.value().text();
            case Template template -> template.text();
            default -> name(item);
        };
    }

    private static String inside(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + ", " + inner;
    }

    private static boolean isOfParts(Object value) {
        return value instanceof Record && !(value instanceof WorkDuration) && !(value instanceof Text) && !VALUES.contains(value.getClass());
    }

    private static Object read(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
