package id.loket.standard.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.xml.ModelException;

/**
 * Opens a BPMN file that came from anywhere. It is looked through once before a model is built of it: a file that is too large or too
 * deep, declares entities, isn't BPMN or has an ID twice is refused in words that its author can use.
 */
final class ModelFile {

    /** What is read at most; the models of the services that ship have about a tenth of a megabyte. */
    static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_DEPTH = 60;
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private ModelFile() {}

    /**
     * @throws UnusableModel if it is no BPMN 2.0 model, by its schemas too, or larger than any procedure
     * @throws IOException   if it can't be read at all
     */
    static BpmnModelInstance open(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UnusableModel("the file is larger than %d MB; no procedure is".formatted(MAX_BYTES / 1024 / 1024));
        }
        lookThrough(bytes);
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new UnusableModel("the file is no valid BPMN 2.0: " + cause.getMessage());
        }
    }

    private static void lookThrough(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, Integer> ids = new HashMap<>();
        int elements = 0;
        int depth = 0;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                int line = xml.getLocation().getLineNumber();
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new UnusableModel("line %d: the file declares a document type or entities; BPMN has none".formatted(line));
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > MAX_ELEMENTS || ++depth > MAX_DEPTH) {
                            throw new UnusableModel("line %d: more than %d elements, or nested deeper than %d; no procedure is"
                                    .formatted(line, MAX_ELEMENTS, MAX_DEPTH));
                        }
                        root(xml, elements);
                        id(xml, ids);
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // text and comments
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new UnusableModel("the file is no well-formed XML: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    private static void root(XMLStreamReader xml, int elements) {
        if (elements == 1 && !(BPMN.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("definitions"))) {
            throw new UnusableModel("the file is no BPMN 2.0: it begins with <%s>, not with <definitions> of %s"
                    .formatted(xml.getLocalName(), BPMN));
        }
    }

    private static void id(XMLStreamReader xml, Map<String, Integer> ids) {
        String id = xml.getAttributeValue(null, "id");
        int line = xml.getLocation().getLineNumber();
        // what others put into extensions has IDs of its own kind
        boolean ofBpmn = xml.getNamespaceURI() != null && xml.getNamespaceURI().startsWith("http://www.omg.org/spec/");
        Integer before = id == null || !ofBpmn ? null : ids.putIfAbsent(id, line);
        if (before != null) {
            throw new UnusableModel("line %d: the ID '%s' stands on line %d already".formatted(line, id, before));
        }
    }
}
