package id.loket.standard;

/** What happens to a file at a step of the SOP. */
public enum StepKind {
    /** The applicant hands the papers in at the counter; always the first step. */
    INTAKE,
    /** Papers are looked at: complete and eligible, or not. */
    CHECK,
    /** The technical team looks at the place and reports. */
    INSPECT,
    /** The applicant pays the fee. */
    PAY,
    /** The letter is drawn up. */
    PREPARE,
    /** A reviewer puts initials (<i>paraf</i>) on the letter. */
    INITIAL,
    /** The signatory signs the letter. */
    SIGN,
    /** The letter gets its number. */
    NUMBER,
    /** The product goes to the applicant; always the last step. */
    DELIVER;

    /** Start or end of the flow: a capsule on the SOP sheet. */
    public boolean isTerminal() {
        return this == INTAKE || this == DELIVER;
    }

    /** Two ways on: a diamond on the SOP sheet. */
    public boolean isDecision() {
        return this == CHECK;
    }

    /** A second pair of eyes on the letter: never the person who prepared it. */
    public boolean isReview() {
        return this == INITIAL || this == SIGN;
    }
}
