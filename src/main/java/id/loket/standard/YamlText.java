package id.loket.standard;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a service file, changed value by value: what isn't named stays to the letter, comments and order included. Immutable.
 *
 * <p>Places are paths as in {@link OpenPoint}, e.g. {@code delivery/requirements/0/name/id}.
 */
final class YamlText {

    /** No service file is nested so deep. */
    private static final int DEEPEST = 30;

    private static final int LINE = 130;
    private static final int LONG = 90;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    /** Where a property that isn't there yet goes: in the order of the records. */
    private static final Map<String, Class<?>> RECORDS = Map.of(
            "", ServiceDefinition.class,
            "sopHead", SopHead.class,
            "numbering", Numbering.class,
            "delivery", Delivery.class,
            "delivery/requirements/*", Requirement.class,
            "delivery/procedure/*", SopStep.class);

    private final String text;
    private final MappingNode root;

    private YamlText(String text, MappingNode root) {
        this.text = text;
        this.root = root;
    }

    /** @return empty if the text isn't properties with values, can't be read, or plays with anchors or depth */
    static Optional<YamlText> of(String text) {
        try {
            int depth = 0;
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                depth += switch (event.getEventId()) {
                    case MappingStart, SequenceStart -> 1;
                    case MappingEnd, SequenceEnd -> -1;
                    default -> 0;
                };
                if (depth > DEEPEST || event.getEventId() == Event.ID.Alias) {
                    return Optional.empty();
                }
            }
            return new Compose(SETTINGS).composeString(text)
                    .filter(MappingNode.class::isInstance)
                    .map(node -> new YamlText(text, (MappingNode) node));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    String text() {
        return text;
    }

    /** What stands at a place; empty if nothing does, or more than one value. */
    Optional<String> value(String path) {
        return node(path) instanceof ScalarNode scalar ? Optional.of(scalar.getValue()).filter(v -> !v.isEmpty()) : Optional.empty();
    }

    /** Whether anything stands at a place. */
    boolean has(String path) {
        return node(path) != null;
    }

    /** Items of the list at a place; 0 if there is none, 1 for a single value without its list. */
    int size(String path) {
        return switch (node(path)) {
            case null -> 0;
            case SequenceNode list -> list.getValue().size();
            case ScalarNode one -> one.getValue().isEmpty() ? 0 : 1;
            default -> 1;
        };
    }

    boolean isList(String path) {
        return node(path) instanceof SequenceNode;
    }

    /** The line on which a place begins, 1 for the first; 1 where nothing stands. */
    int line(String path) {
        Node node = node(path);
        return node == null ? 1 : node.getStartMark().orElseThrow().getLine() + 1;
    }

    /** The same with a text at a place; a blank one takes the property out. */
    YamlText with(String path, String value) {
        return value.isBlank() ? without(path) : put(path, value, false);
    }

    /** The same with a number, a date, a code or a duration at a place, which stand without quotes; a blank one takes the property out. */
    YamlText withPlain(String path, String value) {
        return value.isBlank() ? without(path) : put(path, value, true);
    }

    /** The same with a text and its translation; a blank Indonesian text takes the property out. */
    YamlText withText(String path, String id, String en) {
        if (id.isBlank()) {
            return without(path);
        }
        if (node(path) instanceof MappingNode) {
            return with(path + "/id", id).with(path + "/en", en);
        }
        if (en.isBlank()) {
            return with(path, id);
        }
        YamlText scalar = with(path, id);
        ScalarNode node = (ScalarNode) scalar.node(path);
        return scalar.replace(scalar.start(node), scalar.end(node), both(id, en));
    }

    /** The same with a list of texts instead of what stands there; no items take the property out. */
    YamlText withTexts(String path, List<Text> items) {
        if (items.isEmpty()) {
            return without(path);
        }
        String flow = items.stream()
                .map(t -> t.en() == null ? scalar(t.id(), true, false, 0) : both(t.id(), t.en()))
                .collect(Collectors.joining(", ", "[", "]"));
        YamlText scalar = node(path) == null ? with(path, "x") : this;
        Node node = scalar.node(path);
        return scalar.replace(scalar.start(node), scalar.end(node), flow);
    }

    /** The same without a property. */
    YamlText without(String path) {
        if (node(path) == null) {
            return this;
        }
        String parent = parent(path);
        MappingNode mapping = (MappingNode) node(parent);
        List<NodeTuple> all = mapping.getValue();
        int at = index(mapping, name(path));
        if (all.size() == 1) {
            if (parent.isEmpty()) {
                throw new IllegalArgumentException("the only property can't go");
            }
            return without(parent);
        }
        int from = start(all.get(at).getKeyNode());
        boolean flow = mapping.getFlowStyle() == FlowStyle.FLOW;
        if (at + 1 < all.size() && (flow || !beginsLine(from))) {
            return replace(from, start(all.get(at + 1).getKeyNode()), "");
        }
        if (flow) {
            return replace(end(all.get(at - 1)), end(all.get(at)), "");
        }
        return replace(lineStart(from), afterLine(end(all.get(at))), "");
    }

    /**
     * The same with the items of a list in another order; who isn't named is taken out. Each takes the comments above it along.
     *
     * @param order indexes of items, at least one
     */
    YamlText arranged(String path, List<Integer> order) {
        SequenceNode list = (SequenceNode) node(path);
        List<Node> items = list.getValue();
        if (order.equals(IntStream.range(0, items.size()).boxed().toList())) {
            return this;
        }
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            String kept = order.stream()
                    .map(i -> text.substring(start(items.get(i)), end(items.get(i))))
                    .collect(Collectors.joining(", ", "[", "]"));
            return replace(start(list), end(list), kept);
        }
        List<Integer> cuts = cuts(items);
        String kept = order.stream()
                .map(i -> text.substring(cuts.get(i), cuts.get(i + 1)))
                .map(chunk -> chunk.endsWith("\n") ? chunk : chunk + "\n")
                .collect(Collectors.joining());
        return replace(cuts.getFirst(), cuts.getLast(), kept);
    }

    /** The same with one more item at the end of a list, of properties that are written plain or as {@link #written} gives them. */
    YamlText added(String path, Map<String, String> properties) {
        SequenceNode list = (SequenceNode) node(path);
        List<Node> items = list.getValue();
        if (list.getFlowStyle() == FlowStyle.FLOW || items.isEmpty()) {
            String item = properties.entrySet().stream()
                    .map(p -> p.getKey() + ": " + p.getValue())
                    .collect(Collectors.joining(", ", "{ ", " }"));
            int end = end(list) - 1;
            return replace(end, end, items.isEmpty() ? item : ", " + item);
        }
        int at = cuts(items).getLast();
        String indent = " ".repeat(column(dash(items.getLast())));
        String item = properties.entrySet().stream()
                .map(p -> p.getKey() + ": " + p.getValue())
                .collect(Collectors.joining("\n" + indent + "  ", indent + "- ", "\n"));
        return replace(at, at, at > 0 && text.charAt(at - 1) != '\n' ? "\n" + item : item);
    }

    /** How a text is written within another value. */
    static String written(String id, String en) {
        return en.isBlank() ? scalar(id, true, false, 0) : both(id, en);
    }

    private YamlText put(String path, String value, boolean plain) {
        Node node = node(path);
        if (node == null) {
            return insert(path, value, plain);
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().equals(value)) {
            return this;
        }
        Node parent = node(parent(path));
        boolean flow = parent instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
        int indent = parent instanceof MappingNode mapping ? column(start(mapping.getValue().getFirst().getKeyNode())) : 0;
        String written = scalar(value, flow || !(parent instanceof MappingNode), plain, indent);
        if (parent instanceof MappingNode mapping) {
            NodeTuple tuple = mapping.getValue().get(index(mapping, name(path)));
            if (isEmpty(tuple.getValueNode())) {
                int at = end(tuple);
                return replace(at, at, " " + written);
            }
        }
        return replace(start(node), end(node), written);
    }

    private YamlText insert(String path, String value, boolean plain) {
        String parent = parent(path);
        if (!(node(parent) instanceof MappingNode mapping)) {
            // the properties around it aren't there either: with its own as their only one
            return insert(parent, "{ " + name(path) + ": " + scalar(value, true, plain, 0) + " }", true);
        }
        List<NodeTuple> all = mapping.getValue();
        int indent = column(start(all.getFirst().getKeyNode()));
        boolean flow = mapping.getFlowStyle() == FlowStyle.FLOW;
        String property = name(path) + ": " + scalar(value, flow, plain, indent);
        List<String> order = order(parent);
        int place = order.indexOf(name(path));
        int before = -1;
        for (int i = 0; i < all.size(); i++) {
            int other = order.indexOf(((ScalarNode) all.get(i).getKeyNode()).getValue());
            if (place < 0 || other < place) {
                before = i;
            }
        }
        if (before < 0) {
            int at = start(all.getFirst().getKeyNode());
            return replace(at, at, property + (flow ? ", " : "\n" + " ".repeat(indent)));
        }
        int end = end(all.get(before));
        if (flow) {
            return replace(end, end, ", " + property);
        }
        int at = lineEnd(end);
        return replace(at, at, "\n" + " ".repeat(indent) + property);
    }

    private static List<String> order(String path) {
        Class<?> type = RECORDS.get(path.replaceAll("/[0-9]+", "/*"));
        return type == null
                ? List.of("id", "en")
                : Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** Where the items of a block list begin, each with its comments, and where the last ends. */
    private List<Integer> cuts(List<Node> items) {
        List<Integer> cuts = new ArrayList<>();
        cuts.add(lineStart(dash(items.getFirst())));
        for (Node item : items) {
            cuts.add(afterLine(end(item)));
        }
        return cuts;
    }

    private int dash(Node item) {
        return text.lastIndexOf('-', start(item) - 1);
    }

    private Node node(String path) {
        Node node = root;
        if (path.isEmpty()) {
            return node;
        }
        for (String name : path.split("/")) {
            node = switch (node) {
                case MappingNode mapping -> {
                    int at = index(mapping, name);
                    yield at < 0 ? null : mapping.getValue().get(at).getValueNode();
                }
                case SequenceNode list -> {
                    boolean there = name.matches("[0-9]{1,4}") && Integer.parseInt(name) < list.getValue().size();
                    yield there ? list.getValue().get(Integer.parseInt(name)) : null;
                }
                // a single value may stand without its list
                case ScalarNode scalar when name.equals("0") -> scalar;
                default -> null;
            };
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static int index(MappingNode mapping, String name) {
        for (int i = 0; i < mapping.getValue().size(); i++) {
            if (mapping.getValue().get(i).getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private YamlText replace(int from, int to, String with) {
        String changed = text.substring(0, from) + with + text.substring(to);
        return of(changed).orElseThrow(() -> new IllegalStateException("the change of a value made the file unreadable"));
    }

    /** Marks count code points. */
    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    /** Where what can be seen of a node ends; its own mark may lie behind the comments that follow. */
    private int end(Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            return end(mapping.getValue().getLast());
        }
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            Node last = list.getValue().getLast();
            return isEmpty(last) ? text.lastIndexOf('-', start(last)) + 1 : end(last);
        }
        int end = text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
        if (node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED)) {
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    private int end(NodeTuple tuple) {
        return isEmpty(tuple.getValueNode())
                ? text.indexOf(':', end(tuple.getKeyNode())) + 1
                : end(tuple.getValueNode());
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().isEmpty();
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int afterLine(int at) {
        return Math.min(text.length(), lineEnd(at) + 1);
    }

    private int column(int at) {
        return text.codePointCount(lineStart(at), at);
    }

    private boolean beginsLine(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    private static String both(String id, String en) {
        return "{ id: " + scalar(id, true, false, 0) + ", en: " + scalar(en, true, false, 0) + " }";
    }

    /** @param indent of the property that has the value, for a text that stands below it */
    private static String scalar(String value, boolean flow, boolean plain, int indent) {
        if (plain) {
            return value;
        }
        String pad = "\n" + " ".repeat(indent + 2);
        boolean simple = value.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
        if (!flow && simple && value.lines().allMatch(l -> !l.isEmpty() && l.equals(l.strip())) && !value.endsWith("\n")) {
            if (value.contains("\n")) {
                return "|-" + value.lines().map(l -> pad + l).collect(Collectors.joining());
            }
            if (value.length() > LONG && !value.contains("  ")) {
                return ">-" + pad + String.join(pad, wrapped(value));
            }
        }
        return isPlain(value, flow) ? value : quoted(value);
    }

    private static boolean isPlain(String value, boolean flow) {
        return value.matches("(?U)[\\p{L}(].*")
                && value.equals(value.strip())
                && value.codePoints().allMatch(YamlText::isPrintable)
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":")
                && !value.matches("(?i)true|false|yes|no|on|off|null|y|n")
                && !(flow && value.matches(".*[,\\[\\]{}:].*"));
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029 || c >= 0xe000 && c < 0xfeff
                || c >= 0x10000 && c <= 0x10ffff;
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (isPrintable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append("\\u%04X".formatted(c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static List<String> wrapped(String value) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : value.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
