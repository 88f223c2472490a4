package id.loket.casefile.card;

/**
 * Why an action is not possible; nothing has changed by asking. The wording is in the message bundle under {@code refusal.<reason>}.
 *
 * @param step the step where the file is
 */
public record Refusal(Reason reason, int step) {

    public enum Reason {
        /** The table has no such action in this state: done already, too early or too late. */
        NOT_NOW,
        /** The file is closed. */
        CLOSED,
        /** The action belongs to another role. */
        NOT_YOUR_ROLE,
        /** Handed over but not yet received, so nothing can be done with it. */
        NOT_RECEIVED,
        /** Another officer has the file in hand. */
        HELD_BY_ANOTHER,
        /** Taking over what one has in hand already. */
        ALREADY_YOURS,
        /** Who prepared the letter may neither initial nor sign it. */
        PREPARED_BY_YOU,
        /** The step's definition has no return to that step. */
        NO_RETURN_THERE,
        /** The step's definition has no return to the applicant. */
        NO_RETURN_TO_APPLICANT,
        /** The step's definition gives no power to reject. */
        MAY_NOT_REJECT,
        /** The step's definition has no letter of refusal. */
        MAY_NOT_REFUSE,
        /** The fee has been paid already. */
        PAID_ALREADY,
        /** The fee hasn't been paid. */
        NOT_PAID,
        /** Bills and payments are recorded by the page of the payment, which says how much and how. */
        NOT_BY_PAYMENT,
        /** The place hasn't been inspected with a report that everybody who was there has initialled. */
        NOT_INSPECTED,
        /** The inspection asks for repairs first. */
        REPAIRS_FIRST,
        /** The inspection doesn't recommend it, so that only a refusal can follow. */
        NOT_RECOMMENDED,
        /** The action needs a reason in words. */
        REASON_MISSING,
        /** The check list has papers that are missing, not eligible or not looked at. */
        CHECK_INCOMPLETE,
        /** The check list is complete, so there is nothing that the applicant should complete. */
        CHECK_COMPLETE,
        /** The file moved since the page was made. */
        STALE,
        /** Handing out goes by the delivery, which records into whose hands; and only what is in force is handed out. */
        NOT_DELIVERED,
        /** The permit would have ended before it is issued. */
        WOULD_HAVE_ENDED
    }
}
