package id.loket.standard;

import id.loket.standard.DefinitionException.Finding;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/** Where in a file each property and list item begins, by its path as a JSON pointer. */
record Lines(Map<String, TokenStreamLocation> begin) {

    static Lines of(ObjectMapper mapper, String text) {
        Map<String, TokenStreamLocation> begin = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.streamReadContext().pathAsPointer().toString();
                begin.putIfAbsent(path, parser.currentTokenLocation());
            }
        } catch (JacksonException e) {
            // unreadable from here on: what was read so far is known
        }
        return new Lines(begin);
    }

    /** The finding at a path, or at the nearest place around it that is in the file. */
    Finding finding(String path, String message) {
        String known = path;
        while (!begin.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        TokenStreamLocation at = begin.get(known);
        return at == null ? new Finding(1, 1, message) : new Finding(at.getLineNr(), at.getColumnNr(), message);
    }
}
