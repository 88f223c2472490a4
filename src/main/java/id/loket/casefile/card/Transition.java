package id.loket.casefile.card;

import static id.loket.casefile.card.Action.*;
import static id.loket.casefile.card.Status.*;

import id.loket.standard.StepKind;
import java.util.List;
import java.util.Optional;

/**
 * One line of the transition table: in state {@code from}, {@code who} may do {@code action}, which writes an {@code entry} and leads to {@code to}.
 * Where a step's definition narrows it further (returns, rejection, the two pairs of eyes), {@link Rules} says so.
 */
public record Transition(Status from, Action action, At at, Who who, Class<? extends CardEntry> entry, Status to) {

    /** At which steps the line holds. */
    public enum At {
        EVERY_STEP,
        /** Every step but the one that delivers. */
        WORK_STEP,
        /** The step that delivers: what is received there is ready for the applicant. */
        DELIVER_STEP,
        /** The step at which the fee is paid. */
        PAY_STEP,
        /** The step at which the letter is drawn up. */
        PREPARE_STEP;

        boolean holds(StepKind kind) {
            return switch (this) {
                case EVERY_STEP -> true;
                case WORK_STEP -> kind != StepKind.DELIVER;
                case DELIVER_STEP -> kind == StepKind.DELIVER;
                case PAY_STEP -> kind == StepKind.PAY;
                case PREPARE_STEP -> kind == StepKind.PREPARE;
            };
        }
    }

    /** Who may do it. */
    public enum Who {
        /** Any officer in the role of the intake step. */
        INTAKE_ROLE,
        /** Any officer in the role of the step where the file is. */
        STEP_ROLE,
        /** The officer who has the file in hand. */
        HOLDER,
        /** An officer in the role of the step other than the one who has the file in hand. */
        COLLEAGUE,
        /** Any officer in a role of the SOP. */
        ANY_ROLE
    }

    /** Everything that can happen to a file. What is not listed is impossible. */
    public static final List<Transition> TABLE = List.of(
            of(NEW, REGISTER, Who.INTAKE_ROLE, CardEntry.Received.class, IN_WORK),

            new Transition(IN_TRANSIT, RECEIVE, At.WORK_STEP, Who.STEP_ROLE, CardEntry.Received.class, IN_WORK),
            new Transition(IN_TRANSIT, RECEIVE, At.DELIVER_STEP, Who.STEP_ROLE, CardEntry.Received.class, READY),
            of(IN_TRANSIT, REMARK, Who.ANY_ROLE, CardEntry.Remarked.class, IN_TRANSIT),
            of(IN_TRANSIT, WITHDRAW, Who.INTAKE_ROLE, CardEntry.Withdrawn.class, WITHDRAWN),

            of(IN_WORK, HAND_OVER, Who.HOLDER, CardEntry.HandedOver.class, IN_TRANSIT),
            new Transition(IN_WORK, PREPARE_REFUSAL, At.PREPARE_STEP, Who.HOLDER, CardEntry.RefusalPrepared.class, IN_TRANSIT),
            of(IN_WORK, RETURN, Who.HOLDER, CardEntry.Returned.class, IN_TRANSIT),
            of(IN_WORK, RETURN_TO_APPLICANT, Who.HOLDER, CardEntry.ReturnedToApplicant.class, WITH_APPLICANT),
            new Transition(IN_WORK, BILL, At.PAY_STEP, Who.HOLDER, CardEntry.Billed.class, AWAITING_PAYMENT),
            new Transition(IN_WORK, CANCEL_PAYMENT, At.PAY_STEP, Who.HOLDER, CardEntry.PaymentCancelled.class, AWAITING_PAYMENT),
            of(IN_WORK, REJECT, Who.HOLDER, CardEntry.Rejected.class, REJECTED),
            of(IN_WORK, TAKE_OVER, Who.COLLEAGUE, CardEntry.TakenOver.class, IN_WORK),
            of(IN_WORK, REMARK, Who.ANY_ROLE, CardEntry.Remarked.class, IN_WORK),
            of(IN_WORK, WITHDRAW, Who.INTAKE_ROLE, CardEntry.Withdrawn.class, WITHDRAWN),

            of(WITH_APPLICANT, RESUBMIT, Who.STEP_ROLE, CardEntry.Resubmitted.class, IN_WORK),
            of(WITH_APPLICANT, REMARK, Who.ANY_ROLE, CardEntry.Remarked.class, WITH_APPLICANT),
            of(WITH_APPLICANT, WITHDRAW, Who.INTAKE_ROLE, CardEntry.Withdrawn.class, WITHDRAWN),

            of(AWAITING_PAYMENT, RECORD_PAYMENT, Who.STEP_ROLE, CardEntry.Paid.class, IN_WORK),
            of(AWAITING_PAYMENT, REMARK, Who.ANY_ROLE, CardEntry.Remarked.class, AWAITING_PAYMENT),
            of(AWAITING_PAYMENT, WITHDRAW, Who.INTAKE_ROLE, CardEntry.Withdrawn.class, WITHDRAWN),

            of(READY, DELIVER, Who.STEP_ROLE, CardEntry.Delivered.class, DELIVERED),
            of(READY, DELIVER_REFUSAL, Who.STEP_ROLE, CardEntry.RefusalDelivered.class, REJECTED),
            of(READY, REMARK, Who.ANY_ROLE, CardEntry.Remarked.class, READY),
            of(READY, WITHDRAW, Who.INTAKE_ROLE, CardEntry.Withdrawn.class, WITHDRAWN));

    private static Transition of(Status from, Action action, Who who, Class<? extends CardEntry> entry, Status to) {
        return new Transition(from, action, At.EVERY_STEP, who, entry, to);
    }

    /**
     * The line for this action in this state, if the table has one.
     *
     * @param kind of the step where the file is
     */
    public static Optional<Transition> find(Status from, Action action, StepKind kind) {
        return TABLE.stream()
                .filter(t -> t.from == from && t.action == action && t.at.holds(kind))
                .findFirst();
    }
}
