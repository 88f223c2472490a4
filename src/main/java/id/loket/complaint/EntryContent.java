package id.loket.complaint;

import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Stamp;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries to and from what the database keeps: kind, stamp, and the rest as JSON. */
@Component
class EntryContent {

    private static final Map<String, Class<?>> KINDS = Arrays.stream(Entry.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(EntryContent::kind, Function.identity()));

    private final JsonMapper json;

    EntryContent(JsonMapper json) {
        this.json = json;
    }

    static String kind(Entry entry) {
        return kind(entry.getClass());
    }

    /** E.g. {@code COMPLETION_ASKED}. */
    private static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    String write(Entry entry) {
        ObjectNode content = json.valueToTree(entry);
        content.remove("stamp");
        return json.writeValueAsString(content);
    }

    Entry read(String kind, Stamp stamp, String content) {
        ObjectNode whole = (ObjectNode) json.readTree(content);
        whole.set("stamp", json.valueToTree(stamp));
        return (Entry) json.treeToValue(whole, KINDS.get(kind));
    }
}
