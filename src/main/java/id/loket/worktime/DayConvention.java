package id.loket.worktime;

/** What "n working days" from a moment means. In both the day on which it begins is not counted. */
public enum DayConvention {
    /** Due when the office closes on the n-th working day. The default. */
    DUE_AT_CLOSING,
    /**
     * Due at the same time of day on the n-th working day; if the office is closed then, when it opens next. What comes in while the
     * office is closed counts from the next opening.
     */
    DUE_AT_SAME_TIME
}
