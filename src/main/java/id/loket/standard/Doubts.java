package id.loket.standard;

import id.loket.standard.Faults.Fault;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is not wrong in a definition, but hardly meant, and what the office has still to decide. */
final class Doubts {

    private static final int MINUTES_OF_A_DAY = 480;
    private static final int MANY_DAYS = 260;

    private final ServiceDefinition service;
    private final List<Fault> doubts = new ArrayList<>();

    private Doubts(ServiceDefinition service) {
        this.service = service;
    }

    /** @param service may have holes */
    static List<Fault> of(ServiceDefinition service) {
        Doubts doubts = new Doubts(service);
        if (service.delivery() != null && service.delivery().procedure() != null) {
            doubts.times();
            doubts.payment();
            doubts.inputs();
            doubts.actors();
        }
        doubts.open();
        return doubts.doubts;
    }

    private void times() {
        List<SopStep> steps = service.sop().steps();
        for (int i = 0; i < steps.size(); i++) {
            time("/delivery/procedure/" + i + "/time", steps.get(i).time());
        }
        time("/delivery/promise", service.promise());
        int days = steps.stream().mapToInt(s -> s.time() instanceof WorkDuration.WorkingDays(int n) ? n : 0).sum();
        if (service.promise() instanceof WorkDuration.WorkingDays(int promised) && days > promised) {
            doubts.add(Fault.of("/delivery/promise", "longer-than-promise", days, promised));
        }
    }

    private void time(String place, WorkDuration time) {
        switch (time) {
            case null -> {}
            case WorkDuration.Minutes(int n) when n > MINUTES_OF_A_DAY -> doubts.add(Fault.of(place, "duration-in-days"));
            case WorkDuration.Hours(int n) when n * 60L > MINUTES_OF_A_DAY -> doubts.add(Fault.of(place, "duration-in-days"));
            case WorkDuration.WorkingDays(int n) when n > MANY_DAYS -> doubts.add(Fault.of(place, "duration-nonsense", n));
            default -> {}
        }
    }

    private void payment() {
        if (service.fee() != null && service.fee().isFree()) {
            List<SopStep> steps = service.sop().steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind() == StepKind.PAY) {
                    doubts.add(Fault.of("/delivery/procedure/" + i + "/kind", "payment-without-fee", i + 1));
                }
            }
        }
    }

    /** What a step needs but only a later one brings forth, word for word. */
    private void inputs() {
        List<SopStep> steps = service.sop().steps();
        Set<Text> there = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            for (int k = 0; k < steps.get(i).inputs().size(); k++) {
                Text input = steps.get(i).inputs().get(k);
                int later = steps.subList(i, steps.size()).stream().map(SopStep::output).toList().indexOf(input);
                boolean earlier = there.contains(input)
                        || steps.subList(0, i).stream().anyMatch(s -> s.inputs().contains(input));
                if (!earlier && later > 0) {
                    doubts.add(Fault.of("/delivery/procedure/" + i + "/inputs", "input-from-later", i + 1, input.id(), i + later + 1));
                }
            }
            there.add(steps.get(i).output());
        }
    }

    private void actors() {
        Set<String> named = new HashSet<>();
        service.sop().steps().forEach(step -> {
            named.add(step.actor());
            named.addAll(step.present());
        });
        for (int i = 0; i < service.actors().size(); i++) {
            String role = service.actors().get(i).role();
            if (role != null && !named.contains(role)) {
                doubts.add(Fault.of("/actors/" + i + "/role", "unused-actor", role));
            }
        }
    }

    private void open() {
        for (int i = 0; i < service.toFillIn().size(); i++) {
            Text what = service.toFillIn().get(i).what();
            if (what != null) {
                doubts.add(Fault.of("/toFillIn/" + i, "to-fill-in", what.id()));
            }
        }
    }
}
