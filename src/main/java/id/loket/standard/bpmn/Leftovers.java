package id.loket.standard.bpmn;

import static id.loket.standard.bpmn.Elements.describe;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Artifact;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.MessageFlow;
import org.operaton.bpm.model.bpmn.instance.Participant;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.xml.instance.DomElement;

/** Looks through everything of a model, at the end, and tells with its ID what a draft didn't take over. */
final class Leftovers {

    private static final Pattern OUTCOME = Pattern.compile("\\$\\{\\s*outcome\\s*==\\s*['\"]\\w+['\"]\\s*}");

    /** What a task or flow may contain and the draft keeps. */
    private static final Set<String> KEPT_INSIDE =
            Set.of("documentation", "extensionElements", "incoming", "outgoing", "conditionExpression");

    private static final Set<String> KEPT_EXTENSIONS = Set.of("properties", "formData", "formProperty");

    private final Consumer<String> notice;

    private Leftovers(Consumer<String> notice) {
        this.notice = notice;
    }

    /** @param taken what of the process is in the draft */
    static void tell(BpmnModelInstance model, Process process, Set<FlowElement> taken, Consumer<String> notice) {
        Leftovers leftovers = new Leftovers(notice);
        for (FlowElement element : process.getFlowElements()) {
            if (taken.contains(element)) {
                leftovers.inside(element);
            } else {
                leftovers.notTaken(element);
            }
        }
        process.getArtifacts().forEach(leftovers::notTaken);
        model.getModelElementsByType(MessageFlow.class).forEach(leftovers::notTaken);
        model.getModelElementsByType(Participant.class).stream()
                .filter(p -> !process.equals(p.getProcess()))
                .forEach(leftovers::notTaken);
        model.getModelElementsByType(Process.class).stream()
                .filter(other -> !other.equals(process))
                .flatMap(other -> Stream.concat(other.getFlowElements().stream(), other.getArtifacts().stream()))
                .forEach(leftovers::notTaken);
    }

    private void notTaken(BaseElement element) {
        notice.accept("%s was not taken over%s".formatted(describe(element), element instanceof Artifact ? " (a note in the drawing)" : ""));
    }

    private void inside(FlowElement element) {
        notTaken(element, element.getDomElement(), KEPT_INSIDE);
        if (element.getExtensionElements() != null) {
            notTaken(element, element.getExtensionElements().getDomElement(), KEPT_EXTENSIONS);
        }
        if (element instanceof SequenceFlow flow && flow.getConditionExpression() != null) {
            String condition = flow.getConditionExpression().getTextContent();
            if (!OUTCOME.matcher(condition).matches()) {
                notice.accept("the condition \"%s\" of %s was not taken over; which way a file goes is the officer's choice"
                        .formatted(condition, describe(element)));
            }
        }
    }

    private void notTaken(FlowElement element, DomElement parts, Set<String> kept) {
        for (DomElement part : parts.getChildElements()) {
            if (!kept.contains(part.getLocalName())) {
                notice.accept("%s of %s was not taken over".formatted(part.getLocalName(), describe(element)));
            }
        }
    }
}
