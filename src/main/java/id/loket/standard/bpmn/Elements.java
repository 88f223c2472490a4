package id.loket.standard.bpmn;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.Documentation;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.ManualTask;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.xml.instance.DomElement;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/** What is asked of an element of a model wherever it stands. */
final class Elements {

    /** As a service file writes codes. */
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** Namespaces of what engines put into a model, the first that says something counting. */
    static final List<String> ENGINES = List.of(Terms.CAMUNDA, Terms.OPERATON, Terms.FLOWABLE);

    private Elements() {}

    /** Something that a person does. */
    static boolean isTask(ModelElementInstance element) {
        return element instanceof UserTask
                || element instanceof ManualTask
                || element instanceof Task && element.getElementType().getTypeName().equals("task");
    }

    /** A code made of a name; another where no letter of it can stand in a code. */
    static String codeOf(String name, String otherwise) {
        String code = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return code.isEmpty() ? otherwise : code;
    }

    /** The role in whose list a task lies in an engine, if it is a code. */
    static Optional<String> group(FlowNode node) {
        return ENGINES.stream()
                .map(engine -> node.getAttributeValueNs(engine, "candidateGroups"))
                .filter(group -> group != null && CODE.matcher(group).matches())
                .findFirst();
    }

    /** Type, ID and name, as far as it has them: how the author of the model finds it. */
    static String describe(BaseElement element) {
        String type = element.getElementType().getTypeName();
        String name = element.getAttributeValue("name");
        return (element.getId() == null ? type : type + " " + element.getId())
                + (name == null || name.isBlank() ? "" : " \"" + StepText.oneLine(name) + "\"");
    }

    /** Null if there is none. */
    static String documentation(BaseElement element) {
        Collection<Documentation> documentations = element.getDocumentations();
        return documentations.isEmpty() ? null : documentations.iterator().next().getRawTextContent();
    }

    /** The extension properties, of whichever engine. */
    static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            for (DomElement group : element.getExtensionElements().getDomElement().getChildElements()) {
                if (group.getLocalName().equals("properties") && ENGINES.contains(group.getNamespaceURI())) {
                    for (DomElement property : group.getChildElements()) {
                        String name = property.getAttribute("name");
                        String value = property.getAttribute("value");
                        if (name != null && value != null) {
                            properties.putIfAbsent(name, value);
                        }
                    }
                }
            }
        }
        return properties;
    }
}
