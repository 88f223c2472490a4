package id.loket.casefile.card;

import id.loket.casefile.card.Refusal.Reason;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether an officer may do an action now, and which entry it writes: the transition table, narrowed by the SOP of the service. */
public final class Rules {

    /**
     * What an officer wants to do.
     *
     * @param to     the earlier step, for {@link Action#RETURN}; otherwise 0
     * @param remark the reason, or a note; may be empty where no reason is needed
     */
    public record Order(Action action, int to, String remark) {
        static final int LONGEST_REMARK = 1000;

        public Order {
            remark = Remarks.of(remark, LONGEST_REMARK);
        }

        public static Order of(Action action) {
            return new Order(action, 0, "");
        }

        public static Order of(Action action, String remark) {
            return new Order(action, 0, remark);
        }

        public static Order returnTo(int step, String reason) {
            return new Order(Action.RETURN, step, reason);
        }
    }

    /** The entry to write, or the reason why not. */
    public sealed interface Decision {
        record Allowed(CardEntry entry) implements Decision {}

        record Refused(Refusal refusal) implements Decision {}
    }

    private final Sop sop;

    public Rules(Sop sop) {
        this.sop = sop;
    }

    /**
     * Decides an order.
     *
     * @param roles codes of the roles that the officer holds
     * @param at    now; an entry is never dated before the one it follows
     */
    public Decision decide(CardState state, Order order, long officerId, String name, String initials, Set<String> roles, Instant at) {
        Optional<Reason> refusal = refusal(state, order.action(), officerId, roles).or(() -> refusalOfOrder(state, order));
        if (refusal.isPresent()) {
            return new Decision.Refused(new Refusal(refusal.get(), state.step()));
        }
        Instant dated = state.lastAt() != null && at.isBefore(state.lastAt()) ? state.lastAt() : at;
        Officer officer = new Officer(officerId, name, initials, roleFor(state, order.action(), roles));
        return new Decision.Allowed(entry(state, order, new Stamp(state.version() + 1, state.step(), dated, officer)));
    }

    /** The actions that the officer could do now, in the order of the table. */
    public List<Action> possible(CardState state, long officerId, Set<String> roles) {
        List<Action> actions = new ArrayList<>();
        for (Transition t : Transition.TABLE) {
            if (t.from() == state.status()
                    && t.at().holds(kind(state))
                    && refusal(state, t.action(), officerId, roles).isEmpty()) {
                actions.add(t.action());
            }
        }
        return actions;
    }

    private Optional<Reason> refusal(CardState state, Action action, long officerId, Set<String> roles) {
        Optional<Transition> line = Transition.find(state.status(), action, kind(state));
        if (line.isEmpty()) {
            return Optional.of(impossible(state, action, roles));
        }
        SopStep step = sop.step(state.step());
        Optional<Reason> who = switch (line.get().who()) {
            case INTAKE_ROLE -> unless(roles.contains(sop.steps().getFirst().actor()), Reason.NOT_YOUR_ROLE);
            case STEP_ROLE -> unless(roles.contains(step.actor()), Reason.NOT_YOUR_ROLE);
            case ANY_ROLE -> unless(sop.hasPart(roles), Reason.NOT_YOUR_ROLE);
            case HOLDER -> roles.contains(step.actor())
                    ? unless(state.holder() == officerId, Reason.HELD_BY_ANOTHER)
                    : Optional.of(Reason.NOT_YOUR_ROLE);
            case COLLEAGUE -> roles.contains(step.actor())
                    ? unless(state.holder() != officerId, Reason.ALREADY_YOURS)
                    : Optional.of(Reason.NOT_YOUR_ROLE);
        };
        return who.or(() -> narrowed(state, step, action, officerId));
    }

    /** What the definition of the step and the two pairs of eyes take away from the table. */
    private Optional<Reason> narrowed(CardState state, SopStep step, Action action, long officerId) {
        boolean secondPairOfEyes = step.kind() == StepKind.INITIAL || step.kind() == StepKind.SIGN;
        return switch (action) {
            case RECEIVE, HAND_OVER, TAKE_OVER ->
                unless(!(secondPairOfEyes && state.preparedBy() == officerId), Reason.PREPARED_BY_YOU);
            case RETURN -> unless(!step.returnTo().isEmpty(), Reason.NO_RETURN_THERE);
            case RETURN_TO_APPLICANT -> unless(step.returnToApplicant(), Reason.NO_RETURN_TO_APPLICANT);
            case REJECT -> unless(step.mayReject(), Reason.MAY_NOT_REJECT);
            case PREPARE_REFUSAL -> unless(step.mayRefuse(), Reason.MAY_NOT_REFUSE);
            case BILL -> unless(!state.paid(), Reason.PAID_ALREADY);
            case CANCEL_PAYMENT -> unless(state.paid(), Reason.NOT_PAID);
            case DELIVER -> unless(!state.refusal(), Reason.NOT_NOW);
            case DELIVER_REFUSAL -> unless(state.refusal(), Reason.NOT_NOW);
            case REGISTER, RESUBMIT, RECORD_PAYMENT, WITHDRAW, REMARK -> Optional.empty();
        };
    }

    private Optional<Reason> refusalOfOrder(CardState state, Order order) {
        if (order.action().needsReason() && order.remark().isEmpty()) {
            return Optional.of(Reason.REASON_MISSING);
        }
        if (order.action() == Action.RETURN && !sop.step(state.step()).returnTo().contains(order.to())) {
            return Optional.of(Reason.NO_RETURN_THERE);
        }
        return Optional.empty();
    }

    private Reason impossible(CardState state, Action action, Set<String> roles) {
        if (!state.status().open()) {
            return Reason.CLOSED;
        }
        boolean mine = roles.contains(sop.step(state.step()).actor());
        if (!mine) {
            return Reason.NOT_YOUR_ROLE;
        }
        boolean tooEarly = state.status() == Status.IN_TRANSIT && action != Action.RESUBMIT;
        return tooEarly ? Reason.NOT_RECEIVED : Reason.NOT_NOW;
    }

    private CardEntry entry(CardState state, Order order, Stamp stamp) {
        String remark = order.remark();
        return switch (order.action()) {
            case REGISTER, RECEIVE -> new CardEntry.Received(stamp, remark);
            case HAND_OVER -> new CardEntry.HandedOver(stamp, next(state), remark);
            case PREPARE_REFUSAL -> new CardEntry.RefusalPrepared(stamp, next(state), remark);
            case RETURN -> new CardEntry.Returned(stamp, order.to(), remark);
            case RETURN_TO_APPLICANT -> new CardEntry.ReturnedToApplicant(stamp, remark);
            case RESUBMIT -> new CardEntry.Resubmitted(stamp, remark);
            case TAKE_OVER -> new CardEntry.TakenOver(stamp, remark);
            case REJECT -> new CardEntry.Rejected(stamp, remark);
            case WITHDRAW -> new CardEntry.Withdrawn(stamp, remark);
            case BILL -> new CardEntry.Billed(stamp, remark);
            case RECORD_PAYMENT -> new CardEntry.Paid(stamp, remark);
            case CANCEL_PAYMENT -> new CardEntry.PaymentCancelled(stamp, remark);
            case DELIVER -> new CardEntry.Delivered(stamp, remark);
            case DELIVER_REFUSAL -> new CardEntry.RefusalDelivered(stamp, remark);
            case REMARK -> new CardEntry.Remarked(stamp, remark);
        };
    }

    /** The role in which the officer acts: that of the step, of the intake for what the applicant asks there, else the first of the SOP that fits. */
    private String roleFor(CardState state, Action action, Set<String> roles) {
        String ofStep = sop.step(state.step()).actor();
        String ofIntake = sop.steps().getFirst().actor();
        if (action == Action.WITHDRAW && roles.contains(ofIntake)) {
            return ofIntake;
        }
        if (roles.contains(ofStep)) {
            return ofStep;
        }
        return sop.steps().stream()
                .map(SopStep::actor)
                .filter(roles::contains)
                .findFirst()
                .orElseThrow();
    }

    private int next(CardState state) {
        return sop.next(state.step()).orElseThrow().no();
    }

    private StepKind kind(CardState state) {
        return sop.step(state.step()).kind();
    }

    private static Optional<Reason> unless(boolean fine, Reason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }
}
