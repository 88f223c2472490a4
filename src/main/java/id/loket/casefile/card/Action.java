package id.loket.casefile.card;

/** What an officer can do with a file; the transition table ({@link Transition#TABLE}) says when and who. */
public enum Action {
    REGISTER,
    RECEIVE,
    HAND_OVER,
    /** Hands the letter on as a refusal. */
    PREPARE_REFUSAL,
    RETURN,
    RETURN_TO_APPLICANT,
    RESUBMIT,
    TAKE_OVER,
    /** Asks the applicant to pay. */
    BILL,
    RECORD_PAYMENT,
    /** Takes back a payment that was recorded wrongly. */
    CANCEL_PAYMENT,
    REJECT,
    WITHDRAW,
    DELIVER,
    /** Gives the letter of refusal into the applicant's hand. */
    DELIVER_REFUSAL,
    REMARK;

    /** Whether the officer must say why. */
    public boolean needsReason() {
        return switch (this) {
            case RETURN, RETURN_TO_APPLICANT, TAKE_OVER, PREPARE_REFUSAL, CANCEL_PAYMENT, REJECT, WITHDRAW, REMARK -> true;
            case REGISTER, RECEIVE, HAND_OVER, RESUBMIT, BILL, RECORD_PAYMENT, DELIVER, DELIVER_REFUSAL -> false;
        };
    }
}
