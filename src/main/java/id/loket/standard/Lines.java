package id.loket.standard;

import id.loket.standard.Faults.Fault;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/**
 * Where in a file each property and list item begins, by its path as a JSON pointer.
 *
 * @param empty list items without a value
 */
record Lines(Map<String, TokenStreamLocation> begin, Set<String> empty) {

    static Lines of(ObjectMapper mapper, String text) {
        Map<String, TokenStreamLocation> begin = new HashMap<>();
        Set<String> empty = new LinkedHashSet<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.streamReadContext().pathAsPointer().toString();
                begin.putIfAbsent(path, parser.currentTokenLocation());
                if (token == JsonToken.VALUE_NULL && parser.streamReadContext().inArray()) {
                    empty.add(path);
                }
            }
        } catch (JacksonException e) {
            // unreadable from here on: what was read so far is known
        }
        return new Lines(begin, empty);
    }

    boolean has(String path) {
        return begin.containsKey(path);
    }

    /** The finding at the fault's place, or at the nearest place around it that is in the file. */
    Finding finding(Fault fault, Finding.Severity severity) {
        String known = fault.path();
        while (!begin.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        TokenStreamLocation at = begin.get(known);
        return new Finding(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), severity, fault.code(), fault.args());
    }
}
