package id.loket.standard.bpmn;

import static id.loket.standard.bpmn.Elements.describe;
import static id.loket.standard.bpmn.Elements.isTask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.instance.Activity;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;

/**
 * The way of a file through a process: the officers' tasks as steps in the order in which a file meets them by the usual way, and what else
 * leads out of each, back, to the applicant or to an end.
 */
final class Route {

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
    static final class Step {

        final FlowNode task;
        final int no;
        /** Whether a task of the applicant leads to it. */
        final boolean withApplicant;

        final Set<Integer> returnTo = new TreeSet<>();
        boolean returnToApplicant;
        boolean mayReject;
        private Exit next;

        private Step(FlowNode task, int no, boolean withApplicant) {
            this.task = task;
            this.no = no;
            this.withApplicant = withApplicant;
        }
    }

    private final Process process;
    private final Lanes lanes;
    private final Consumer<String> notice;
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Map<FlowNode, Step> steps = new LinkedHashMap<>();
    private final Set<FlowElement> taken = new HashSet<>();

    /**
     * @param notice takes what of the way a service file can't hold
     * @throws UnusableModel if it isn't said where the procedure begins
     */
    Route(Process process, Lanes lanes, Consumer<String> notice) {
        this.process = process;
        this.lanes = lanes;
        this.notice = notice;
        for (FlowElement element : process.getFlowElements()) {
            if (element instanceof SequenceFlow flow && flow.getSource() != null && flow.getTarget() != null) {
                outgoing.computeIfAbsent(flow.getSource(), n -> new ArrayList<>()).add(flow);
            }
        }
        walk();
        steps.values().forEach(this::sideways);
    }

    Collection<Step> steps() {
        return steps.values();
    }

    /** What of the process is in the steps. */
    Set<FlowElement> taken() {
        return taken;
    }

    /** From the start to the end by the usual way, one step after the other. */
    private void walk() {
        FlowNode at = begin();
        taken.add(at);
        Set<FlowNode> passed = new HashSet<>();
        Step step = null;
        boolean withApplicant = false;
        if (isTask(at)) {
            withApplicant = lanes.isApplicants(at);
            step = withApplicant ? null : step(at, false);
            passed.add(at);
        }
        for (Exit next = onward(at, passed); ; next = onward(at, passed)) {
            if (step != null && step.task.equals(at)) {
                step.next = next;
            }
            if (next == null) {
                notice.accept("after %s the way reaches no end".formatted(describe(at)));
                return;
            }
            take(next);
            if (next.to instanceof EndEvent) {
                return;
            }
            at = next.to;
            passed.add(at);
            if (lanes.isApplicants(at)) {
                withApplicant = true;
                notice.accept(("%s: a step is an officer's, so this task of the applicant is none of its own; "
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
        taken.add(task);
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
                    first.isEmpty() ? "something leads to every task" : "nothing leads to " + first.stream().map(Elements::describe).toList()));
        }
        return first.getFirst();
    }

    private Stream<FlowNode> nodes() {
        return process.getFlowElements().stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
    }

    /** The way on: by default to a task that wasn't there yet; else to the only such task; else over the applicant; else to an end. */
    private Exit onward(FlowNode at, Set<FlowNode> passed) {
        List<Exit> fresh = exits(at).stream().filter(e -> !passed.contains(e.to)).toList();
        List<Exit> officers = fresh.stream().filter(e -> isTask(e.to) && !lanes.isApplicants(e.to)).toList();
        if (!officers.isEmpty()) {
            Exit onward = officers.stream().filter(Exit::usual).findFirst().orElse(officers.getFirst());
            if (officers.stream().map(Exit::to).distinct().count() > 1) {
                notice.accept("%s has more than one way on; the one to %s was taken".formatted(describe(at), describe(onward.to)));
            }
            return onward;
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
                take(exit);
            } else if (exit.to instanceof EndEvent) {
                step.mayReject = true;
                take(exit);
            } else if (steps.containsKey(exit.to)) {
                toStep(step, exit, steps.get(exit.to));
            } else if (lanes.isApplicants(exit.to)) {
                toApplicant(step, exit);
            }
        }
    }

    private void toStep(Step step, Exit exit, Step to) {
        take(exit);
        if (to.no < step.no) {
            step.returnTo.add(to.no);
        } else {
            notice.accept("%s leads from step %d to step %d; a file goes to the next step or to an earlier one"
                    .formatted(describe(exit.flows.getLast()), step.no, to.no));
        }
    }

    private void toApplicant(Step step, Exit exit) {
        List<Exit> back = exits(exit.to);
        if (back.isEmpty() || back.stream().anyMatch(b -> !steps.containsKey(b.to) || steps.get(b.to).no > step.no)) {
            return;
        }
        step.returnToApplicant = true;
        take(exit);
        for (Exit way : back) {
            take(way);
            if (!way.to.equals(step.task)) {
                notice.accept("%s leads back to step %d; in Loket the file comes back to the step that asked, %d"
                        .formatted(describe(exit.to), steps.get(way.to).no, step.no));
            }
        }
    }

    /** Everything on the way, but of what only lay between no more than gateways that choose. */
    private void take(Exit exit) {
        taken.addAll(exit.flows);
        taken.add(exit.to);
        exit.flows.stream().map(SequenceFlow::getSource).filter(ExclusiveGateway.class::isInstance).forEach(taken::add);
    }
}
