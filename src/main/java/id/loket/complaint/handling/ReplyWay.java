package id.loket.complaint.handling;

/** By which way an answer goes out. */
public enum ReplyWay {
    /** Said to the complainant, who acknowledges it (PGD-i). */
    IN_PERSON,
    LETTER,
    CALL,
    FAX,
    /** In the thread of the mail that came in (PGD-g). */
    EMAIL,
    /** On the page that the complainant opens with the code. */
    STATUS_PAGE,
    /** In the portal or the network where it was raised. */
    SAME_PLACE;

    /** Whether somebody speaks with the complainant, so that what he or she said to it is recorded with the answer. */
    public boolean spoken() {
        return this == IN_PERSON || this == CALL;
    }

    /** Whether somebody of the desk has to do it by hand, at a moment that isn't that of writing it. */
    public boolean byHand() {
        return this == CALL || this == FAX || this == SAME_PLACE;
    }
}
