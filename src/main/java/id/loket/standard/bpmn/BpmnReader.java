package id.loket.standard.bpmn;

import id.loket.standard.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Activity;
import org.operaton.bpm.model.bpmn.instance.Artifact;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.Documentation;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Lane;
import org.operaton.bpm.model.bpmn.instance.LaneSet;
import org.operaton.bpm.model.bpmn.instance.ManualTask;
import org.operaton.bpm.model.bpmn.instance.MessageFlow;
import org.operaton.bpm.model.bpmn.instance.Participant;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.xml.instance.DomElement;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/**
 * Makes a draft of a service definition out of a BPMN model: lanes become actors, tasks become steps in the order in which a file meets
 * them, and the ways that lead on, back, to the applicant and to an end become the step's. Whatever the draft can't hold is told with its
 * ID: at the end everything of the process is looked through for what was not taken.
 */
final class BpmnReader {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern APPLICANT = Pattern.compile("(?i).*(pemohon|applicant|pelaku usaha|masyarakat).*", Pattern.DOTALL);
    private static final Pattern OUTCOME = Pattern.compile("\\$\\{\\s*outcome\\s*==\\s*['\"]\\w+['\"]\\s*}");
    private static final List<String> ENGINES = List.of(Terms.CAMUNDA, Terms.OPERATON, Terms.FLOWABLE);
    /** What a task or flow may contain and the draft keeps; anything else in it is told. */
    private static final Set<String> KEPT_INSIDE =
            Set.of("documentation", "extensionElements", "incoming", "outgoing", "conditionExpression");

    private static final Set<String> KEPT_EXTENSIONS = Set.of("properties", "formData", "formProperty");
    private static final String UNNAMED_ROLE = "DIISI_KANTOR";

    /** A way from a node to the next task or end, through gateways and whatever else lies between. */
    private record Exit(FlowNode to, List<SequenceFlow> flows, boolean usual) {}

    /** A way that is still followed: where it is, by which flow it came there, and the way before. */
    private record Way(FlowNode at, SequenceFlow last, Way before, boolean usual) {

        private List<SequenceFlow> flows() {
            List<SequenceFlow> flows = new ArrayList<>();
            for (Way way = this; way.last != null; way = way.before) {
                flows.add(way.last);
            }
            return flows.reversed();
        }
    }

    /** A step as it is found out about. */
    private static final class Step {

        private final FlowNode task;
        private final int no;
        private final boolean withApplicant;
        private final Set<Integer> returnTo = new TreeSet<>();
        private boolean returnToApplicant;
        private boolean mayReject;
        private Exit next;

        private Step(FlowNode task, int no, boolean withApplicant) {
            this.task = task;
            this.no = no;
            this.withApplicant = withApplicant;
        }
    }

    private final BpmnModelInstance model;
    private final Process process;
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<FlowNode, Lane> laneOf = new HashMap<>();
    private final Map<Lane, String> roles = new LinkedHashMap<>();
    private final Map<FlowNode, Step> steps = new LinkedHashMap<>();
    private final Set<ModelElementInstance> kept = new HashSet<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Map<String, Object>> open = new ArrayList<>();

    private BpmnReader(BpmnModelInstance model) {
        this.model = model;
        this.process = model.getModelElementsByType(Process.class).stream()
                .max(Comparator.comparingLong(BpmnReader::tasks))
                .filter(p -> tasks(p) > 0)
                .orElseThrow(() -> new UnusableModel("there is no task in the model, so there is no procedure"));
    }

    /**
     * @throws UnusableModel if nothing can be made of it
     * @throws IOException   if it can't be read at all
     */
    static Draft read(InputStream file) throws IOException {
        return new BpmnReader(ModelFile.open(file)).draft();
    }

    private static long tasks(Process process) {
        return process.getFlowElements().stream().filter(BpmnReader::isTask).count();
    }

    private Draft draft() {
        process.getLaneSets().forEach(this::lanes);
        lanes.forEach(lane -> lane.getFlowNodeRefs().forEach(node -> laneOf.putIfAbsent(node, lane)));
        lanes.forEach(lane -> roles.put(lane, role(lane)));
        for (FlowElement element : process.getFlowElements()) {
            if (element instanceof SequenceFlow flow && flow.getSource() != null && flow.getTarget() != null) {
                outgoing.computeIfAbsent(flow.getSource(), n -> new ArrayList<>()).add(flow);
            }
        }
        walk();
        steps.values().forEach(this::sideways);
        List<Map<String, Object>> rows = rows();
        tellWhatIsLeft();
        return new Draft(code(), version(), text(processName(), properties(process).get("name.en")), summary(), actors(), rows, open, notices);
    }

    // --- lanes and actors

    private void lanes(LaneSet set) {
        for (Lane lane : set.getLanes()) {
            if (lane.getChildLaneSet() == null) {
                lanes.add(lane);
            } else {
                lanes(lane.getChildLaneSet());
            }
        }
    }

    private String role(Lane lane) {
        String set = properties(lane).get("role");
        if (set != null && CODE.matcher(set).matches()) {
            return unique(set);
        }
        String name = lane.getName() == null ? "" : lane.getName();
        if (isAddedForApplicant(lane) || APPLICANT.matcher(name).matches()) {
            return unique(Actor.APPLICANT);
        }
        Set<String> groups = new LinkedHashSet<>();
        lane.getFlowNodeRefs().forEach(node -> group(node).ifPresent(groups::add));
        return unique(groups.size() == 1 ? groups.iterator().next() : codeOf(name, UNNAMED_ROLE));
    }

    private String unique(String role) {
        String free = role;
        for (int i = 2; roles.containsValue(free); i++) {
            free = role + "_" + i;
        }
        return free;
    }

    private static String codeOf(String name, String otherwise) {
        String code = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return code.isEmpty() ? otherwise : code;
    }

    private static Optional<String> group(FlowNode node) {
        return ENGINES.stream()
                .map(engine -> node.getAttributeValueNs(engine, "candidateGroups"))
                .filter(group -> group != null && CODE.matcher(group).matches())
                .findFirst();
    }

    /** The lane that {@link Chart} puts there where the SOP has no column for the applicant. */
    private static boolean isAddedForApplicant(Lane lane) {
        return "lane_APPLICANT".equals(lane.getId()) && !properties(lane).containsKey("role");
    }

    private boolean isApplicants(FlowNode node) {
        return Actor.APPLICANT.equals(roleOf(node));
    }

    private String roleOf(FlowNode node) {
        Lane lane = laneOf.get(node);
        return lane != null ? roles.get(lane) : group(node).orElse(UNNAMED_ROLE);
    }

    private List<Map<String, Object>> actors() {
        Map<String, Object> names = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            if (!isAddedForApplicant(lane)) {
                String name = lane.getName() == null || lane.getName().isBlank() ? roles.get(lane) : lane.getName();
                names.put(roles.get(lane), text(name, properties(lane).get("name.en")));
            }
        }
        for (Step step : steps.values()) {
            names.putIfAbsent(roleOf(step.task), roleOf(step.task));
            if (step.withApplicant) {
                names.putIfAbsent(Actor.APPLICANT, "Pemohon");
            }
        }
        List<Map<String, Object>> actors = new ArrayList<>();
        names.forEach((role, name) -> {
            Map<String, Object> actor = new LinkedHashMap<>();
            actor.put("role", role);
            actor.put("name", name);
            actors.add(actor);
        });
        return actors;
    }

    // --- the way of a file

    /** From the start to the end by the usual way, one step after the other. */
    private void walk() {
        FlowNode at = begin();
        kept.add(at);
        Set<FlowNode> passed = new HashSet<>();
        Step step = null;
        boolean withApplicant = false;
        if (isTask(at)) {
            step = isApplicants(at) ? null : step(at, false);
            withApplicant = isApplicants(at);
            passed.add(at);
        }
        for (Exit next = onward(at, passed); ; next = onward(at, passed)) {
            if (step != null && isTask(at) && step.task.equals(at)) {
                step.next = next;
            }
            if (next == null) {
                notices.add("after %s the way reaches no end".formatted(describe(at)));
                return;
            }
            keep(next);
            if (next.to instanceof EndEvent) {
                return;
            }
            at = next.to;
            passed.add(at);
            if (isApplicants(at)) {
                withApplicant = true;
                notices.add(("%s: a step is an officer's, so this task of the applicant is none of its own; "
                                + "the step after it has the applicant present").formatted(describe(at)));
            } else {
                step = step(at, withApplicant);
                withApplicant = false;
            }
        }
    }

    private Step step(FlowNode task, boolean withApplicant) {
        Step step = new Step(task, steps.size() + 1, withApplicant);
        steps.put(task, step);
        kept.add(task);
        return step;
    }

    private FlowNode begin() {
        List<FlowNode> starts = nodes().filter(StartEvent.class::isInstance).toList();
        if (!starts.isEmpty()) {
            return starts.getFirst();
        }
        Set<FlowNode> targets = new HashSet<>();
        outgoing.values().forEach(flows -> flows.forEach(f -> targets.add(f.getTarget())));
        List<FlowNode> first = nodes().filter(n -> isTask(n) && !targets.contains(n)).toList();
        if (first.size() != 1) {
            throw new UnusableModel("there is no start event, and %s: where does the procedure begin?".formatted(
                    first.isEmpty() ? "something leads to every task" : "nothing leads to " + first.stream().map(this::describe).toList()));
        }
        return first.getFirst();
    }

    /** The way on: by default to a task that wasn't there yet; else to the only such task; else over the applicant; else to an end. */
    private Exit onward(FlowNode at, Set<FlowNode> passed) {
        List<Exit> fresh = exits(at).stream().filter(e -> !passed.contains(e.to)).toList();
        List<Exit> officers = fresh.stream().filter(e -> isTask(e.to) && !isApplicants(e.to)).toList();
        if (!officers.isEmpty()) {
            Exit taken = officers.stream().filter(Exit::usual).findFirst().orElse(officers.getFirst());
            if (officers.stream().map(Exit::to).distinct().count() > 1) {
                notices.add("%s has more than one way on; the one to %s was taken".formatted(describe(at), describe(taken.to)));
            }
            return taken;
        }
        return fresh.stream()
                .filter(e -> isTask(e.to) && exits(e.to).stream().noneMatch(back -> back.to.equals(at) || passed.contains(back.to)))
                .findFirst()
                .or(() -> fresh.stream().filter(e -> e.to instanceof EndEvent && e.usual).findFirst())
                .or(() -> fresh.stream().filter(e -> e.to instanceof EndEvent).findFirst())
                .orElse(null);
    }

    /** Every way from a node to the next tasks and ends; what lies between is looked at once. */
    private List<Exit> exits(FlowNode node) {
        List<Exit> found = new ArrayList<>();
        Set<FlowNode> seen = new HashSet<>();
        Deque<Way> ways = new ArrayDeque<>(List.of(new Way(node, null, null, true)));
        while (!ways.isEmpty()) {
            Way way = ways.removeFirst();
            for (SequenceFlow flow : outgoing.getOrDefault(way.at, List.of())) {
                Way longer = new Way(flow.getTarget(), flow, way, way.usual && isUsual(way.at, flow));
                if (isTask(longer.at) || longer.at instanceof EndEvent) {
                    found.add(new Exit(longer.at, longer.flows(), longer.usual));
                } else if (seen.add(longer.at)) {
                    ways.addLast(longer);
                }
            }
        }
        return found;
    }

    private boolean isUsual(FlowNode at, SequenceFlow flow) {
        SequenceFlow byDefault = switch (at) {
            case ExclusiveGateway gateway -> gateway.getDefault();
            case Activity activity -> activity.getDefault();
            default -> null;
        };
        return flow.equals(byDefault) || outgoing.get(at).size() == 1;
    }

    /** The other ways out of a step: back, to the applicant, to a rejection. */
    private void sideways(Step step) {
        for (Exit exit : exits(step.task)) {
            if (step.next != null && exit.to.equals(step.next.to)) {
                keep(exit);
            } else if (exit.to instanceof EndEvent) {
                step.mayReject = true;
                keep(exit);
            } else if (steps.containsKey(exit.to)) {
                toStep(step, exit, steps.get(exit.to));
            } else if (isApplicants(exit.to)) {
                toApplicant(step, exit);
            }
        }
    }

    private void toStep(Step step, Exit exit, Step to) {
        keep(exit);
        if (to.no < step.no) {
            step.returnTo.add(to.no);
        } else {
            notices.add("%s leads from step %d to step %d; a file goes to the next step or to an earlier one"
                    .formatted(describe(exit.flows.getLast()), step.no, to.no));
        }
    }

    private void toApplicant(Step step, Exit exit) {
        List<Exit> back = exits(exit.to);
        if (back.isEmpty() || back.stream().anyMatch(b -> !steps.containsKey(b.to) || steps.get(b.to).no > step.no)) {
            return;
        }
        step.returnToApplicant = true;
        keep(exit);
        for (Exit way : back) {
            keep(way);
            if (!way.to.equals(step.task)) {
                notices.add("%s leads back to step %d; in Loket the file comes back to the step that asked, %d"
                        .formatted(describe(exit.to), steps.get(way.to).no, step.no));
            }
        }
    }

    /** Everything on the way counts as taken, but what only lay between: of that, gateways that choose. */
    private void keep(Exit exit) {
        kept.addAll(exit.flows);
        kept.add(exit.to);
        exit.flows.stream().map(SequenceFlow::getSource).filter(ExclusiveGateway.class::isInstance).forEach(kept::add);
    }

    // --- rows

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Step step : steps.values()) {
            String path = "delivery/procedure/" + (step.no - 1);
            StepReader reader = new StepReader(
                    step.task.getName(),
                    documentation(step.task),
                    properties(step.task),
                    notice -> notices.add(describe(step.task) + ": " + notice),
                    (property, what) -> open(path + "/" + property, what));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("no", step.no);
            row.putAll(reader.row(step.no == 1, step.no == steps.size()));
            row.put("actor", roleOf(step.task));
            if (roleOf(step.task).equals(UNNAMED_ROLE)) {
                notices.add("%s stands in no lane: whose step is it?".formatted(describe(step.task)));
                open(path + "/actor", "Langkah ini tidak berada pada lajur siapa pun.");
            }
            List<String> present = present(step);
            if (!present.isEmpty()) {
                row.put("present", present);
            }
            if (!step.returnTo.isEmpty()) {
                row.put("returnTo", List.copyOf(step.returnTo));
            }
            if (step.returnToApplicant) {
                row.put("returnToApplicant", true);
            }
            if (step.mayReject) {
                row.put("mayReject", true);
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> present(Step step) {
        String set = properties(step.task).getOrDefault("present", "");
        Set<String> present = new LinkedHashSet<>();
        for (String role : set.split("\\s+")) {
            if (!role.isEmpty()) {
                present.add(role);
            }
        }
        if (step.withApplicant) {
            present.add(Actor.APPLICANT);
        }
        return List.copyOf(present);
    }

    private void open(String at, String what) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("at", at);
        point.put("what", what);
        open.add(point);
    }

    // --- the head

    private String code() {
        return process.getId() != null && CODE.matcher(process.getId()).matches() ? process.getId() : codeOf(processName(), "BARU");
    }

    private int version() {
        return ENGINES.stream()
                .map(engine -> process.getAttributeValueNs(engine, "versionTag"))
                .filter(tag -> tag != null && tag.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1);
    }

    private String processName() {
        return Stream.concat(
                        Stream.ofNullable(process.getName()),
                        model.getModelElementsByType(Participant.class).stream()
                                .filter(p -> process.equals(p.getProcess()))
                                .map(Participant::getName))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("DIISI KANTOR");
    }

    private Object summary() {
        String summary = documentation(process);
        if (summary == null || summary.isBlank()) {
            open("summary", "Untuk siapa dan untuk apa layanan ini.");
            return "DIISI KANTOR";
        }
        return text(summary, properties(process).get("summary.en"));
    }

    private static Object text(String id, String en) {
        return en == null || en.isBlank() ? id : StepReader.two(id, en);
    }

    // --- what is left

    private void tellWhatIsLeft() {
        for (FlowElement element : process.getFlowElements()) {
            if (!kept.contains(element)) {
                notTaken(element);
            } else {
                inside(element);
            }
        }
        process.getArtifacts().forEach(this::notTaken);
        model.getModelElementsByType(MessageFlow.class).forEach(this::notTaken);
        model.getModelElementsByType(Participant.class).stream()
                .filter(p -> !process.equals(p.getProcess()))
                .forEach(this::notTaken);
        for (Process other : model.getModelElementsByType(Process.class)) {
            if (!other.equals(process)) {
                Stream<BaseElement> elements = Stream.concat(other.getFlowElements().stream(), other.getArtifacts().stream());
                elements.forEach(this::notTaken);
            }
        }
    }

    private void notTaken(BaseElement element) {
        notices.add("%s was not taken over%s".formatted(describe(element), element instanceof Artifact ? " (a note in the drawing)" : ""));
    }

    private void inside(FlowElement element) {
        for (DomElement child : element.getDomElement().getChildElements()) {
            if (!KEPT_INSIDE.contains(child.getLocalName())) {
                notices.add("%s of %s was not taken over".formatted(child.getLocalName(), describe(element)));
            }
        }
        if (element.getExtensionElements() != null) {
            for (DomElement child : element.getExtensionElements().getDomElement().getChildElements()) {
                if (!KEPT_EXTENSIONS.contains(child.getLocalName())) {
                    notices.add("%s of %s was not taken over".formatted(child.getLocalName(), describe(element)));
                }
            }
        }
        if (element instanceof SequenceFlow flow && flow.getConditionExpression() != null) {
            String condition = flow.getConditionExpression().getTextContent();
            if (!OUTCOME.matcher(condition).matches()) {
                notices.add("the condition \"%s\" of %s was not taken over; which way a file goes is the officer's choice"
                        .formatted(condition, describe(element)));
            }
        }
    }

    // --- elements

    private Stream<FlowNode> nodes() {
        return process.getFlowElements().stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
    }

    /** Something that a person does. */
    private static boolean isTask(ModelElementInstance element) {
        return element instanceof UserTask
                || element instanceof ManualTask
                || element instanceof Task && element.getElementType().getTypeName().equals("task");
    }

    private String describe(BaseElement element) {
        String type = element.getElementType().getTypeName();
        String name = element.getAttributeValue("name");
        return (element.getId() == null ? type : type + " " + element.getId())
                + (name == null || name.isBlank() ? "" : " \"" + StepText.oneLine(name) + "\"");
    }

    private static String documentation(BaseElement element) {
        Collection<Documentation> documentations = element.getDocumentations();
        return documentations.isEmpty() ? null : documentations.iterator().next().getRawTextContent();
    }

    private static Map<String, String> properties(BaseElement element) {
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
