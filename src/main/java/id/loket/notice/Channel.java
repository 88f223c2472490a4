package id.loket.notice;

/** By which way. */
public enum Channel {
    SMS,
    EMAIL,
    LETTER,
    CALL,
    FAX
}
