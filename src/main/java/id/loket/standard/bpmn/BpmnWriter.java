package id.loket.standard.bpmn;

import id.loket.standard.Actor;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import id.loket.standard.Text;
import id.loket.standard.bpmn.Chart.Flow;
import id.loket.standard.bpmn.Chart.Node;
import id.loket.standard.bpmn.Layout.Box;
import id.loket.standard.bpmn.Layout.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.Collaboration;
import org.operaton.bpm.model.bpmn.instance.ConditionExpression;
import org.operaton.bpm.model.bpmn.instance.Definitions;
import org.operaton.bpm.model.bpmn.instance.Documentation;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.ExtensionElements;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Lane;
import org.operaton.bpm.model.bpmn.instance.LaneSet;
import org.operaton.bpm.model.bpmn.instance.Participant;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.operaton.bpm.model.bpmn.instance.dc.Bounds;
import org.operaton.bpm.model.bpmn.instance.di.Waypoint;
import org.operaton.bpm.model.xml.instance.DomElement;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/**
 * Writes a service definition as a BPMN 2.0 model with its diagram. Workflow engines run it as it is: roles are candidate groups, and a
 * step with more than one way on is completed with the variable {@code outcome}.
 */
final class BpmnWriter {

    private final ServiceDefinition service;
    private final Chart chart;
    private final Layout layout;
    private final BpmnModelInstance model = Bpmn.createEmptyModel();
    private final Map<Node, FlowNode> nodes = new HashMap<>();
    private final Map<String, BaseElement> elements = new LinkedHashMap<>();

    private BpmnWriter(ServiceDefinition service) {
        this.service = service;
        this.chart = Chart.of(service);
        this.layout = Layout.of(chart);
    }

    /** The model as XML; valid by the schemas of BPMN 2.0. */
    static String write(ServiceDefinition service) {
        return new BpmnWriter(service).xml();
    }

    private String xml() {
        Definitions definitions = model.newInstance(Definitions.class, "definitions");
        definitions.setTargetNamespace("https://loket.id/bpmn");
        definitions.setExporter("Loket");
        model.setDefinitions(definitions);
        definitions.getDomElement().registerNamespace("camunda", Terms.CAMUNDA);
        definitions.getDomElement().registerNamespace("flowable", Terms.FLOWABLE);

        Collaboration collaboration = add(definitions, Collaboration.class, "collaboration");
        Participant pool = add(collaboration, Participant.class, "pool");
        pool.setName(clean(service.name().id()));
        Process process = add(definitions, Process.class, service.code());
        process.setName(clean(service.name().id()));
        process.setExecutable(true);
        pool.setProcess(process);
        process(process);
        diagram(definitions, collaboration);
        return Bpmn.convertToString(model);
    }

    private void process(Process process) {
        process.setAttributeValueNs(Terms.CAMUNDA, "versionTag", Integer.toString(service.version()));
        // Camunda 7 and Operaton refuse a process that doesn't say how many days its history stays; how long is the office's to set
        process.setAttributeValueNs(Terms.CAMUNDA, "historyTimeToLive", "365");
        document(process, service.summary().id());
        Map<String, String> properties = new LinkedHashMap<>();
        english(properties, "name", service.name());
        english(properties, "summary", service.summary());
        properties(process, properties);

        LaneSet lanes = add(process, LaneSet.class, "lanes");
        chart.nodes().forEach(node -> node(process, node));
        chart.lanes().forEach(actor -> lane(lanes, actor));
        chart.flows().forEach(flow -> flow(process, flow));
    }

    private void lane(LaneSet lanes, Actor actor) {
        Lane lane = add(lanes, Lane.class, "lane_" + actor.role());
        lane.setName(clean(actor.name().id()));
        Map<String, String> properties = new LinkedHashMap<>();
        if (service.actors().contains(actor)) {
            properties.put("role", actor.role());
        }
        english(properties, "name", actor.name());
        properties(lane, properties);
        for (Node node : chart.nodes()) {
            if (node.role().equals(actor.role())) {
                lane.getFlowNodeRefs().add(nodes.get(node));
            }
        }
    }

    private void node(Process process, Node node) {
        FlowNode element = switch (node.kind()) {
            case START -> add(process, StartEvent.class, node.id());
            case STEP, COMPLETION -> add(process, UserTask.class, node.id());
            case GATEWAY -> add(process, ExclusiveGateway.class, node.id());
            case REJECTED, END -> add(process, EndEvent.class, node.id());
        };
        element.setName(clean(node.name()));
        nodes.put(node, element);
        switch (node.kind()) {
            case STEP -> step((UserTask) element, node, service.sop().step(node.step()));
            case COMPLETION -> candidates(element, node.role());
            default -> {
                // nobody works on these
            }
        }
    }

    private void step(UserTask task, Node node, SopStep step) {
        candidates(task, node.role());
        document(task, StepText.documentation(step));
        properties(task, StepText.properties(step));
        List<Flow> ways = chart.flows().stream()
                .filter(f -> f.from().step() == step.no() && f.outcome() != null)
                .toList();
        if (!ways.isEmpty()) {
            choice(task, ways);
        }
    }

    private static void candidates(FlowNode task, String role) {
        task.setAttributeValueNs(Terms.CAMUNDA, "candidateGroups", role);
        task.setAttributeValueNs(Terms.FLOWABLE, "candidateGroups", role);
    }

    /** A form with one question, so that the engines' own task lists let an officer choose. */
    private void choice(UserTask task, List<Flow> ways) {
        ExtensionElements extensions = extensions(task);
        DomElement form = extensions.addExtensionElement(Terms.CAMUNDA, "formData").getDomElement();
        DomElement field = child(form, Terms.CAMUNDA, "formField");
        field.setAttribute("id", Terms.OUTCOME);
        field.setAttribute("label", "Hasil");
        field.setAttribute("type", "enum");
        DomElement property = extensions.addExtensionElement(Terms.FLOWABLE, "formProperty").getDomElement();
        property.setAttribute("id", Terms.OUTCOME);
        property.setAttribute("name", "Hasil");
        property.setAttribute("type", "enum");
        for (Flow way : ways) {
            for (DomElement value : List.of(child(field, Terms.CAMUNDA, "value"), child(property, Terms.FLOWABLE, "value"))) {
                value.setAttribute("id", way.outcome());
                value.setAttribute("name", way.name());
            }
        }
    }

    private void flow(Process process, Flow flow) {
        SequenceFlow element = add(process, SequenceFlow.class, flow.id());
        element.setName(flow.name());
        FlowNode from = nodes.get(flow.from());
        FlowNode to = nodes.get(flow.to());
        element.setSource(from);
        element.setTarget(to);
        from.getOutgoing().add(element);
        to.getIncoming().add(element);
        if (flow.isDefault()) {
            ((ExclusiveGateway) from).setDefault(element);
        } else if (flow.outcome() != null) {
            ConditionExpression condition = model.newInstance(ConditionExpression.class, "condition_" + flow.id());
            condition.setTextContent("${" + Terms.OUTCOME + " == '" + flow.outcome() + "'}");
            element.setConditionExpression(condition);
        }
    }

    private void document(BaseElement element, String text) {
        Documentation documentation = model.newInstance(Documentation.class, element.getId() + "_documentation");
        documentation.setTextContent(clean(text));
        element.addChildElement(documentation);
    }

    private void properties(BaseElement element, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        DomElement properties = extensions(element).addExtensionElement(Terms.CAMUNDA, "properties").getDomElement();
        values.forEach((name, value) -> {
            DomElement property = child(properties, Terms.CAMUNDA, "property");
            property.setAttribute("name", name);
            property.setAttribute("value", clean(value));
        });
    }

    private ExtensionElements extensions(BaseElement element) {
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(model.newInstance(ExtensionElements.class, element.getId() + "_extensions"));
            element.getExtensionElements().getDomElement().removeAttribute("id");
        }
        return element.getExtensionElements();
    }

    private DomElement child(DomElement parent, String namespace, String name) {
        DomElement child = model.getDocument().createElement(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static void english(Map<String, String> properties, String name, Text text) {
        if (text.en() != null) {
            properties.put(name + ".en", text.en());
        }
    }

    private void diagram(Definitions definitions, Collaboration collaboration) {
        BpmnDiagram diagram = add(definitions, BpmnDiagram.class, "diagram");
        BpmnPlane plane = model.newInstance(BpmnPlane.class, "plane");
        plane.setBpmnElement(collaboration);
        diagram.setBpmnPlane(plane);
        shape(plane, "pool", layout.pool).setHorizontal(true);
        layout.lanes.forEach((role, box) -> shape(plane, "lane_" + role, box).setHorizontal(true));
        layout.boxes.forEach((node, box) -> {
            BpmnShape shape = shape(plane, node.id(), box);
            if (node.kind() == Chart.Kind.GATEWAY) {
                shape.setMarkerVisible(true);
            }
        });
        layout.lines.forEach((flow, points) -> edge(plane, flow, points));
    }

    private BpmnShape shape(BpmnPlane plane, String id, Box box) {
        BpmnShape shape = add(plane, BpmnShape.class, id + "_shape");
        shape.setBpmnElement(elements.get(id));
        shape.setBounds(bounds(box));
        if (layout.labels.containsKey(id)) {
            shape.setBpmnLabel(label(id));
        }
        return shape;
    }

    private void edge(BpmnPlane plane, Flow flow, List<Point> points) {
        BpmnEdge edge = add(plane, BpmnEdge.class, flow.id() + "_edge");
        edge.setBpmnElement(elements.get(flow.id()));
        for (Point point : points) {
            Waypoint waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(point.x());
            waypoint.setY(point.y());
            edge.getWaypoints().add(waypoint);
        }
        if (layout.labels.containsKey(flow.id())) {
            edge.setBpmnLabel(label(flow.id()));
        }
    }

    private BpmnLabel label(String id) {
        BpmnLabel label = model.newInstance(BpmnLabel.class, id + "_label");
        label.setBounds(bounds(layout.labels.get(id)));
        return label;
    }

    private Bounds bounds(Box box) {
        Bounds bounds = model.newInstance(Bounds.class);
        bounds.setX(box.x());
        bounds.setY(box.y());
        bounds.setWidth(box.width());
        bounds.setHeight(box.height());
        return bounds;
    }

    private <T extends ModelElementInstance> T add(ModelElementInstance parent, Class<T> type, String id) {
        T element = model.newInstance(type, id);
        parent.addChildElement(element);
        if (element instanceof BaseElement base) {
            elements.put(id, base);
        }
        return element;
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
