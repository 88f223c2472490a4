package id.loket.standard.bpmn;

import static id.loket.standard.bpmn.Elements.CODE;
import static id.loket.standard.bpmn.Elements.properties;

import id.loket.standard.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Lane;
import org.operaton.bpm.model.bpmn.instance.LaneSet;
import org.operaton.bpm.model.bpmn.instance.Process;

/** Whose is what in a process: its innermost lanes are the columns of the SOP table, each with a role of its own. */
final class Lanes {

    /** Of what stands in no lane and no engine's list. */
    static final String UNNAMED_ROLE = "DIISI_KANTOR";

    private static final Pattern APPLICANT = Pattern.compile("(?i).*(pemohon|applicant|pelaku usaha|masyarakat).*", Pattern.DOTALL);

    private final Map<Lane, String> roles = new LinkedHashMap<>();
    private final Map<FlowNode, Lane> laneOf = new HashMap<>();

    Lanes(Process process) {
        List<Lane> innermost = new ArrayList<>();
        process.getLaneSets().forEach(set -> collect(set, innermost));
        for (Lane lane : innermost) {
            lane.getFlowNodeRefs().forEach(node -> laneOf.putIfAbsent(node, lane));
            roles.put(lane, role(lane));
        }
    }

    private static void collect(LaneSet set, List<Lane> innermost) {
        for (Lane lane : set.getLanes()) {
            if (lane.getChildLaneSet() == null) {
                innermost.add(lane);
            } else {
                collect(lane.getChildLaneSet(), innermost);
            }
        }
    }

    /** Role and name of each column in order, as a service file writes them. */
    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        roles.forEach((lane, role) -> {
            if (!isAddedForApplicant(lane)) {
                String name = lane.getName() == null || lane.getName().isBlank() ? role : lane.getName();
                columns.put(role, StepReader.translated(name, properties(lane).get("name.en")));
            }
        });
        return columns;
    }

    String roleOf(FlowNode node) {
        Lane lane = laneOf.get(node);
        return lane != null ? roles.get(lane) : Elements.group(node).orElse(UNNAMED_ROLE);
    }

    boolean isApplicants(FlowNode node) {
        return Actor.APPLICANT.equals(roleOf(node));
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
        lane.getFlowNodeRefs().forEach(node -> Elements.group(node).ifPresent(groups::add));
        return unique(groups.size() == 1 ? groups.iterator().next() : Elements.codeOf(name, UNNAMED_ROLE));
    }

    private String unique(String role) {
        String free = role;
        for (int i = 2; roles.containsValue(free); i++) {
            free = role + "_" + i;
        }
        return free;
    }

    /** The lane that {@link Chart} puts there where the SOP has no column for the applicant. */
    private static boolean isAddedForApplicant(Lane lane) {
        return "lane_APPLICANT".equals(lane.getId()) && !properties(lane).containsKey("role");
    }
}
