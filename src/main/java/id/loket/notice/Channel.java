package id.loket.notice;

/** By which way. */
public enum Channel {
    SMS,
    EMAIL,
    LETTER,
    CALL,
    FAX;

    /** Whether a person goes this way, from the list of what is to be called and faxed. */
    public boolean byPerson() {
        return this == CALL || this == FAX;
    }
}
