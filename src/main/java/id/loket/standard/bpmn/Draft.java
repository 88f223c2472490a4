package id.loket.standard.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * What a model tells about a service, in the shape of a service file: whatever the model is silent on stands as an example that is marked
 * as the office's to fill in.
 *
 * @param actors  the columns of the SOP table
 * @param steps   its rows
 * @param open    places in the file where something was put that the model doesn't say, with what the office has to do
 * @param notices what the model says and a service file can't, and what was guessed; one line each, with the element's ID
 */
record Draft(
        String code,
        int version,
        Object name,
        Object summary,
        List<Map<String, Object>> actors,
        List<Map<String, Object>> steps,
        List<Map<String, Object>> open,
        List<String> notices) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .build();

    /** The draft as a service file. */
    String yaml() {
        Map<String, String> slots = Map.of(
                "@notices@", comment(),
                "@head@", lines(0, head()),
                "@open@", lines(2, open),
                "@actors@", lines(2, actors),
                "@procedure@", lines(4, steps));
        StringBuilder file = new StringBuilder();
        template().lines().forEach(line -> file.append(slots.getOrDefault(line, line + "\n")));
        return file.toString();
    }

    private Map<String, Object> head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("code", code);
        head.put("version", version);
        head.put("name", name);
        head.put("summary", summary);
        return head;
    }

    private String comment() {
        if (notices.isEmpty()) {
            return "";
        }
        StringBuilder comment = new StringBuilder("#\n# What could not be taken over from the model, or was guessed:\n");
        notices.forEach(notice -> comment.append("# - ").append(notice.replaceAll("\\s+", " ")).append('\n'));
        return comment.toString();
    }

    private static String lines(int indent, Object value) {
        if (value instanceof List<?> list && list.isEmpty()) {
            return "";
        }
        String margin = " ".repeat(indent);
        StringBuilder lines = new StringBuilder();
        YAML.writeValueAsString(value).lines().forEach(line -> lines.append(line.isEmpty() ? "" : margin + line).append('\n'));
        return lines.toString();
    }

    private static String template() {
        try (InputStream template = Draft.class.getResourceAsStream("/bpmn/draft.yaml")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
