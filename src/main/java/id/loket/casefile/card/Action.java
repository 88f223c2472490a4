package id.loket.casefile.card;

/** What an officer can do with a file; the transition table ({@link Transition#TABLE}) says when and who. */
public enum Action {
    REGISTER,
    RECEIVE,
    HAND_OVER,
    RETURN,
    RETURN_TO_APPLICANT,
    RESUBMIT,
    TAKE_OVER,
    REJECT,
    WITHDRAW,
    DELIVER,
    REMARK;

    /** Whether the officer must say why. */
    public boolean needsReason() {
        return switch (this) {
            case RETURN, RETURN_TO_APPLICANT, TAKE_OVER, REJECT, WITHDRAW, REMARK -> true;
            case REGISTER, RECEIVE, HAND_OVER, RESUBMIT, DELIVER -> false;
        };
    }
}
