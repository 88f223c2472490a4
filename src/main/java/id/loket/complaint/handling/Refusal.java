package id.loket.complaint.handling;

import java.util.List;

/**
 * Why an order is not possible; nothing has changed by asking.
 *
 * @param missing whose decision is missing, the one whose turn it is first; empty unless the reason is {@link Reason#NOT_DECIDED}
 */
public record Refusal(Reason reason, List<Decider> missing) {

    public enum Reason {
        /** Done already, too early or too late in the course of the complaint. */
        NOT_NOW,
        CLOSED,
        NOT_YOUR_ROLE,
        /** Another officer has it in hand, or nobody: take it first. */
        NOT_IN_YOUR_HANDS,
        ALREADY_YOURS,
        /** The order needs words. */
        TEXT_MISSING,
        /** Sorting anew needs a reason. */
        REASON_MISSING,
        /** Decisions are missing, see {@link Refusal#missing}. */
        NOT_DECIDED,
        /** This decision isn't needed for the weight. */
        NOT_THEIR_DECISION,
        ALREADY_DECIDED,
        /** With whom of the government it was coordinated isn't said. */
        PARTNER_MISSING,
        /** The minutes of the coordination aren't attached. */
        MINUTES_MISSING,
        /** The day of a decision lies ahead, or before the complaint. */
        DAY_IMPOSSIBLE,
        /** The answer must go by the way the complaint came. */
        OTHER_WAY,
        /** What the complainant said to a spoken answer isn't recorded. */
        REACTION_MISSING,
        /** It was reopened once already. */
        ONLY_ONCE,
        /** The time to say so is over. */
        TOO_LATE,
        /** The complainant still has time. */
        TOO_EARLY
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, List.of());
    }
}
