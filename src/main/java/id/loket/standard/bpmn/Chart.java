package id.loket.standard.bpmn;

import id.loket.standard.Actor;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import id.loket.standard.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The flow chart of an SOP: what stands in which lane, and which ways lead on. Steps that have more than one way on are followed by a
 * gateway; a file that the applicant completes comes back to the step that asked for it.
 *
 * @param lanes the columns of the SOP in their order; the applicant's is put first where the SOP has none
 * @param nodes in the order of the file's way
 * @param flows a way that is taken if nothing else is said comes first of those of its gateway
 */
record Chart(List<Actor> lanes, List<Node> nodes, List<Flow> flows) {

    enum Kind {
        START,
        STEP,
        GATEWAY,
        /** The applicant completes what is missing. */
        COMPLETION,
        REJECTED,
        END
    }

    /**
     * @param id   stays the same as long as the step keeps its number
     * @param role of the lane
     * @param step number of the step that it belongs to; 0 for the start, one more than the last for the end
     */
    record Node(String id, Kind kind, String role, int step, String name) {}

    /**
     * @param name    null for none
     * @param outcome of the step before the gateway, which leads this way; null where there is no choice
     */
    record Flow(String id, Node from, Node to, String name, String outcome) {

        /** Taken if no other way was chosen. */
        boolean isDefault() {
            return Terms.HAND_OVER.equals(outcome);
        }
    }

    static Chart of(ServiceDefinition service) {
        return new Builder(service).build();
    }

    /** The flows that leave a node, in order. */
    List<Flow> from(Node node) {
        return flows.stream().filter(f -> f.from.equals(node)).toList();
    }

    private static final class Builder {

        private final ServiceDefinition service;
        private final Map<Integer, Node> steps = new LinkedHashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Flow> flows = new ArrayList<>();

        private Builder(ServiceDefinition service) {
            this.service = service;
        }

        private Chart build() {
            List<Actor> lanes = new ArrayList<>(service.actors());
            if (lanes.stream().noneMatch(Actor::isApplicant)) {
                lanes.addFirst(new Actor(Actor.APPLICANT, new Text("Pemohon", "Applicant")));
            }
            Node start = node("start", Kind.START, Actor.APPLICANT, 0, "Permohonan diajukan");
            List<SopStep> all = service.sop().steps();
            for (SopStep step : all) {
                String name = step.no() + ". " + step.shortName().id();
                steps.put(step.no(), node("step_" + step.no(), Kind.STEP, step.actor(), step.no(), name));
            }
            Node end = node("end", Kind.END, Actor.APPLICANT, all.size() + 1, "Izin diterima");
            flow("flow_start", start, steps.get(1), null, null);
            for (SopStep step : all) {
                leave(step, steps.getOrDefault(step.no() + 1, end));
            }
            return new Chart(List.copyOf(lanes), List.copyOf(nodes), List.copyOf(flows));
        }

        private void leave(SopStep step, Node next) {
            int no = step.no();
            Node task = steps.get(no);
            if (!step.returnToApplicant() && !step.mayReject() && step.returnTo().isEmpty()) {
                flow("forward_" + no, task, next, null, null);
                return;
            }
            boolean check = step.kind() == StepKind.CHECK || step.kind() == StepKind.INSPECT;
            Node gateway = node("gateway_" + no, Kind.GATEWAY, step.actor(), no, check ? "Memenuhi syarat?" : "Sesuai?");
            flow("flow_" + no, task, gateway, null, null);
            flow("forward_" + no, gateway, next, check ? "Lengkap" : "Lanjut", Terms.HAND_OVER);
            if (step.returnToApplicant()) {
                Node completion = node("complete_" + no, Kind.COMPLETION, Actor.APPLICANT, no, "Lengkapi berkas");
                flow("incomplete_" + no, gateway, completion, "Belum lengkap", Terms.RETURN_TO_APPLICANT);
                flow("resubmit_" + no, completion, task, null, null);
            }
            if (step.mayReject()) {
                Node rejected = node("rejected_" + no, Kind.REJECTED, Actor.APPLICANT, no, "Permohonan ditolak");
                flow("reject_" + no, gateway, rejected, "Ditolak", Terms.REJECT);
            }
            for (int earlier : step.returnTo()) {
                flow("return_" + no + "_" + earlier, gateway, steps.get(earlier), "Kembali ke " + earlier, Terms.returnTo(earlier));
            }
        }

        private Node node(String id, Kind kind, String role, int step, String name) {
            Node node = new Node(id, kind, role, step, name);
            nodes.add(node);
            return node;
        }

        private void flow(String id, Node from, Node to, String name, String outcome) {
            flows.add(new Flow(id, from, to, name, outcome));
        }
    }
}
