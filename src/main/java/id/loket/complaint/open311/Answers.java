package id.loket.complaint.open311;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer made of maps and lists as JSON or as XML with the element names of the specification. */
@Component
class Answers {

    /** What the items of a list are called in XML. */
    private static final Map<String, String> ITEMS = Map.of(
            "services", "service",
            "service_requests", "request",
            "errors", "error",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format");

    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param root name of the XML document; JSON has none
     * @param body a map, or a list of maps
     */
    ResponseEntity<byte[]> write(Format format, HttpStatusCode status, String root, Object body) {
        return ResponseEntity.status(status)
                .contentType(format == Format.XML ? XML : JSON)
                .body(format == Format.XML ? xml(root, body) : json.writeValueAsBytes(body));
    }

    private static byte[] xml(String root, Object body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            element(out, root, body);
            out.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter out, String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        switch (value) {
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    element(out, field.getKey().toString(), field.getValue());
                }
            }
            case List<?> list -> {
                for (Object item : list) {
                    element(out, ITEMS.get(name), item);
                }
            }
            // what XML 1.0 has no way to write, in text that came from outside
            default -> out.writeCharacters(value.toString().replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
        }
        out.writeEndElement();
    }
}
