package id.loket.standard;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as a tree that knows where each thing stands. It is built from the parser's events, so that keys that stand twice are all
 * told with their places, and nothing that a hostile text can do (anchors, depth) takes more than its own length.
 */
final class YamlTree {

    /** Line and column, 1 for the first. */
    record Place(int line, int column) {
        static final Place BEGIN = new Place(1, 1);
    }

    sealed interface Node {
        Place at();

        /** The same without places; plain words are numbers, decisions and nothing where YAML says so. */
        JsonNode json();
    }

    /** @param plain whether it stands without quotes */
    record Scalar(Place at, String text, boolean plain) implements Node {
        /** Nothing stands there, or {@code null}. */
        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public JsonNode json() {
            if (isNothing()) {
                return JSON.nullNode();
            }
            if (plain && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
                return JSON.booleanNode(text.equalsIgnoreCase("true"));
            }
            if (plain && INTEGER.matcher(text).matches()) {
                long number = Long.parseLong(text);
                return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
            }
            return JSON.stringNode(text);
        }
    }

    record Items(Place at, List<Node> items) implements Node {
        @Override
        public JsonNode json() {
            ArrayNode json = JSON.arrayNode();
            items.forEach(item -> json.add(item.json()));
            return json;
        }
    }

    record Properties(Place at, Map<String, Property> all) implements Node {
        @Override
        public JsonNode json() {
            ObjectNode json = JSON.objectNode();
            all.forEach((name, property) -> json.set(name, property.value().json()));
            return json;
        }
    }

    /** @param at where its name stands */
    record Property(Place at, Node value) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    /** Deeper than any definition goes. */
    private static final int DEEPEST = 24;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    /** The text is read no further. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final List<Finding> findings;
    private final Iterator<Event> events;
    /** Where the last text in quotes began, if it runs over lines: what comes after it may have been meant to be in it. */
    private Optional<Place> quoted = Optional.empty();

    private YamlTree(String text, List<Finding> findings) {
        this.findings = findings;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /**
     * @param findings where it is told what the text can't be read for
     * @return empty if there is nothing in the text, or it can't be read
     */
    static Optional<Node> read(String text, List<Finding> findings) {
        YamlTree tree = new YamlTree(text, findings);
        try {
            return tree.document();
        } catch (MarkedYamlEngineException e) {
            tree.broken(e);
        } catch (ReaderException e) {
            tree.error(place(text, e.getPosition()), "no-text", "U+%04X".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            tree.error(Place.BEGIN, "yaml-syntax", e.getMessage());
        } catch (Unreadable told) {
            // it was
        }
        return Optional.empty();
    }

    private Optional<Node> document() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent node) {
                root = Optional.of(node(node, 0));
            } else if (event instanceof DocumentStartEvent && root.isPresent()) {
                return refuse(place(event), "yaml-documents");
            }
        }
        return root.filter(node -> !(node instanceof Scalar scalar && scalar.isNothing()));
    }

    private Node node(NodeEvent event, int depth) {
        Place at = place(event);
        if (depth > DEEPEST) {
            return refuse(at, "yaml-depth", DEEPEST);
        }
        if (event instanceof AliasEvent) {
            error(at, "yaml-anchor", "*");
            return new Scalar(at, "", true);
        }
        Optional<String> tag = event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        boolean named = event.getAnchor().isPresent();
        if (named || tag.isPresent()) {
            error(at, "yaml-anchor", named ? "&" : "!");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(at, scalar);
            case SequenceStartEvent sequence -> items(at, depth);
            default -> properties(at, depth);
        };
    }

    private Scalar scalar(Place at, ScalarEvent event) {
        boolean overLines = event.getEndMark().map(YamlTree::place).filter(end -> end.line() > at.line()).isPresent();
        quoted = overLines && (event.isDQuoted() || event.isSQuoted()) ? Optional.of(at) : Optional.empty();
        return new Scalar(at, event.getValue(), event.isPlain());
    }

    private Items items(Place at, int depth) {
        List<Node> items = new ArrayList<>();
        while (events.next() instanceof NodeEvent item) {
            items.add(node(item, depth + 1));
        }
        return new Items(at, items);
    }

    private Properties properties(Place at, int depth) {
        Map<String, Property> all = new LinkedHashMap<>();
        while (events.next() instanceof NodeEvent name) {
            Node key = node(name, depth + 1);
            Node value = node((NodeEvent) events.next(), depth + 1);
            if (!(key instanceof Scalar scalar)) {
                error(key.at(), "yaml-key");
            } else if (all.putIfAbsent(scalar.text(), new Property(key.at(), value)) != null) {
                error(key.at(), "duplicate-property", scalar.text(), all.get(scalar.text()).at().line());
            }
        }
        return new Properties(at, all);
    }

    private <T> T refuse(Place at, String code, Object... args) {
        error(at, code, args);
        throw new Unreadable();
    }

    private void error(Place at, String code, Object... args) {
        findings.add(Finding.error(at.line(), at.column(), code, args));
    }

    /** What the parser stumbled over, in the words of who writes a service file. */
    private void broken(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        Place at = e.getProblemMark().or(e::getContextMark).map(YamlTree::place).orElse(Place.BEGIN);
        Place begin = e.getContextMark().map(YamlTree::place).orElse(at);
        if (problem.contains("TAB") || problem.contains("\\t") || problem.contains("'\t'")) {
            error(at, "yaml-tab");
        } else if (quoted.isPresent()) {
            error(quoted.get(), "yaml-quote");
        } else if (context.contains("quoted scalar")) {
            error(begin, problem.contains("escape") ? "yaml-escape" : "yaml-quote");
        } else if (problem.contains("mapping values are not allowed")) {
            error(at, "yaml-colon");
        } else if (problem.contains("could not find expected ':'")) {
            error(begin, "yaml-no-colon");
        } else if (context.contains("flow sequence") || context.contains("flow mapping")) {
            error(begin, "yaml-bracket", at.line());
        } else if (problem.contains("cannot start any token")) {
            error(at, "yaml-sign");
        } else if (context.contains("block mapping") || context.contains("block collection") || problem.contains("indentation")) {
            error(at, "yaml-indent", begin.line());
        } else {
            error(at, "yaml-syntax", (context + " " + problem).strip().toLowerCase(Locale.ROOT));
        }
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlTree::place).orElse(Place.BEGIN);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** @param position in code points */
    private static Place place(String text, int position) {
        String before = text.substring(0, text.offsetByCodePoints(0, Math.clamp(position, 0, text.codePointCount(0, text.length()))));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }
}
