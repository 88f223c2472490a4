package id.loket.standard.bpmn;

import static id.loket.standard.bpmn.Elements.describe;
import static id.loket.standard.bpmn.Elements.documentation;
import static id.loket.standard.bpmn.Elements.properties;

import id.loket.standard.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Participant;
import org.operaton.bpm.model.bpmn.instance.Process;

/**
 * Makes a draft of a service definition out of a BPMN model: {@link Lanes} become actors, tasks become steps on the {@link Route} of a
 * file, and {@link Leftovers} tells whatever the draft can't hold.
 */
final class BpmnReader {

    private static final String UNNAMED = "DIISI KANTOR";

    private final BpmnModelInstance model;
    private final Process process;
    private final Lanes lanes;
    private final List<String> notices = new ArrayList<>();
    private final List<Map<String, Object>> open = new ArrayList<>();

    private BpmnReader(BpmnModelInstance model) {
        this.model = model;
        this.process = model.getModelElementsByType(Process.class).stream()
                .max(Comparator.comparingLong(BpmnReader::tasks))
                .filter(p -> tasks(p) > 0)
                .orElseThrow(() -> new UnusableModel("there is no task in the model, so there is no procedure"));
        this.lanes = new Lanes(process);
    }

    /**
     * @throws UnusableModel if nothing can be made of it
     * @throws IOException   if it can't be read at all
     */
    static Draft read(InputStream file) throws IOException {
        return new BpmnReader(ModelFile.open(file)).draft();
    }

    private static long tasks(Process process) {
        return process.getFlowElements().stream().filter(Elements::isTask).count();
    }

    private Draft draft() {
        Route route = new Route(process, lanes, notices::add);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Route.Step step : route.steps()) {
            rows.add(row(step, route.steps().size()));
        }
        Leftovers.tell(model, process, route.taken(), notices::add);
        Object name = StepReader.translated(name(), properties(process).get("name.en"));
        return new Draft(code(), version(), name, summary(), actors(route), rows, open, notices);
    }

    private List<Map<String, Object>> actors(Route route) {
        Map<String, Object> names = lanes.columns();
        for (Route.Step step : route.steps()) {
            names.putIfAbsent(lanes.roleOf(step.task), lanes.roleOf(step.task));
            if (step.withApplicant) {
                names.putIfAbsent(Actor.APPLICANT, "Pemohon");
            }
        }
        List<Map<String, Object>> actors = new ArrayList<>();
        names.forEach((role, name) -> actors.add(pair("role", role, "name", name)));
        return actors;
    }

    private Map<String, Object> row(Route.Step step, int last) {
        String path = "delivery/procedure/" + (step.no - 1);
        StepReader reader = new StepReader(
                step.task.getName(),
                documentation(step.task),
                properties(step.task),
                notice -> notices.add(describe(step.task) + ": " + notice),
                (property, what) -> open(path + "/" + property, what));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", step.no);
        row.putAll(reader.row(step.no == 1, step.no == last));
        String role = lanes.roleOf(step.task);
        row.put("actor", role);
        if (role.equals(Lanes.UNNAMED_ROLE)) {
            notices.add("%s stands in no lane: whose step is it?".formatted(describe(step.task)));
            open(path + "/actor", "Langkah ini tidak berada pada lajur siapa pun.");
        }
        Set<String> present = present(step);
        if (!present.isEmpty()) {
            row.put("present", present);
        }
        if (!step.returnTo.isEmpty()) {
            row.put("returnTo", step.returnTo);
        }
        if (step.returnToApplicant) {
            row.put("returnToApplicant", true);
        }
        if (step.mayReject) {
            row.put("mayReject", true);
        }
        return row;
    }

    private static Set<String> present(Route.Step step) {
        Set<String> present = new LinkedHashSet<>(List.of(properties(step.task).getOrDefault("present", "").split("\\s+")));
        present.remove("");
        if (step.withApplicant) {
            present.add(Actor.APPLICANT);
        }
        return present;
    }

    private void open(String at, String what) {
        open.add(pair("at", at, "what", what));
    }

    private static Map<String, Object> pair(String first, Object ofFirst, String second, Object ofSecond) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(first, ofFirst);
        pair.put(second, ofSecond);
        return pair;
    }

    private String code() {
        String id = process.getId();
        return id != null && Elements.CODE.matcher(id).matches() ? id : Elements.codeOf(name(), "BARU");
    }

    private int version() {
        return Elements.ENGINES.stream()
                .map(engine -> process.getAttributeValueNs(engine, "versionTag"))
                .filter(tag -> tag != null && tag.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1);
    }

    private String name() {
        Stream<String> ofPools = model.getModelElementsByType(Participant.class).stream()
                .filter(p -> process.equals(p.getProcess()))
                .map(Participant::getName);
        return Stream.concat(Stream.ofNullable(process.getName()), ofPools)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(UNNAMED);
    }

    private Object summary() {
        String summary = documentation(process);
        if (summary == null || summary.isBlank()) {
            open("summary", "Untuk siapa dan untuk apa layanan ini.");
            return UNNAMED;
        }
        return StepReader.translated(summary, properties(process).get("summary.en"));
    }
}
