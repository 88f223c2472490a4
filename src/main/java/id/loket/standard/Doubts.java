package id.loket.standard;

import id.loket.standard.Faults.Fault;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** A step longer than the whole is told by itself; else what the steps add up to. */
    private void times() {
        List<SopStep> steps = service.sop().steps();
        boolean told = time("/delivery/promise", service.promise());
        int days = 0;
        for (int i = 0; i < steps.size(); i++) {
            WorkDuration time = steps.get(i).time();
            String place = "/delivery/procedure/" + i + "/time";
            boolean doubtful = time(place, time);
            if (!doubtful && isLonger(time, service.promise())) {
                doubts.add(Fault.of(place, "step-longer-than-promise", i + 1));
                doubtful = true;
            }
            told |= doubtful;
            days += time instanceof WorkDuration.WorkingDays(int n) ? n : 0;
        }
        if (!told && service.promise() instanceof WorkDuration.WorkingDays(int promised) && days > promised) {
            doubts.add(Fault.of("/delivery/promise", "longer-than-promise", days, promised));
        }
    }

    /** @return whether there was something to tell */
    private boolean time(String place, WorkDuration time) {
        int before = doubts.size();
        switch (time) {
            case null -> {}
            case WorkDuration.Minutes(int n) when n > MINUTES_OF_A_DAY -> doubts.add(Fault.of(place, "duration-in-days"));
            case WorkDuration.Hours(int n) when n * 60L > MINUTES_OF_A_DAY -> doubts.add(Fault.of(place, "duration-in-days"));
            case WorkDuration.WorkingDays(int n) when n > MANY_DAYS -> doubts.add(Fault.of(place, "duration-nonsense", n));
            default -> {}
        }
        return doubts.size() > before;
    }

    /** Days are compared with days, and minutes with hours; days with the others only so far as a day is more. */
    private static boolean isLonger(WorkDuration time, WorkDuration promise) {
        if (time == null || promise == null) {
            return false;
        }
        if (time instanceof WorkDuration.WorkingDays(int days)) {
            return !(promise instanceof WorkDuration.WorkingDays(int promised)) || days > promised;
        }
        return !(promise instanceof WorkDuration.WorkingDays) && minutes(time) > minutes(promise);
    }

    private static int minutes(WorkDuration time) {
        return time instanceof WorkDuration.Hours(int n) ? n * 60 : time instanceof WorkDuration.Minutes(int n) ? n : 0;
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

    /** Nothing is said while a step names an unknown actor: one who is misspelt there would seem to be unused. */
    private void actors() {
        Set<String> roles = service.actors().stream().map(Actor::role).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        service.sop().steps().forEach(step -> {
            named.add(step.actor());
            named.addAll(step.present());
        });
        named.remove(Actor.APPLICANT);
        boolean acts = service.sop().steps().stream().anyMatch(s -> s.present().contains(Actor.APPLICANT));
        for (int i = 0; roles.containsAll(named) && i < service.actors().size(); i++) {
            Actor actor = service.actors().get(i);
            if (actor.role() != null && !named.contains(actor.role()) && !(acts && actor.isApplicant())) {
                doubts.add(Fault.of("/actors/" + i + "/role", "unused-actor", actor.role()));
            }
        }
        List<Competence> competences = service.internal() == null ? List.of() : service.internal().competences();
        for (int i = 0; !roles.isEmpty() && i < competences.size(); i++) {
            for (String role : competences.get(i).roles()) {
                if (!roles.contains(role)) {
                    doubts.add(Fault.of("/internal/competences/" + i + "/roles", "competence-role", role));
                }
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
