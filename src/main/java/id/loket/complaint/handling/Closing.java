package id.loket.complaint.handling;

/** How a complaint ended. */
public enum Closing {
    /** The complainant is content with the answer. */
    SOLVED,
    /** No reaction to the answer within the set time. */
    NO_REACTION,
    /** Not completed in time: it counts as withdrawn (UU 25/2009 art. 44). */
    NOT_COMPLETED,
    /** The complainant took it back. */
    WITHDRAWN,
    /** The same as another; its number is in the remark. */
    DUPLICATE
}
