package id.loket.platform.web;

import java.util.Locale;

/** The states a file can be in as the reader sees them: each has one shape, one set of colours and its own words. */
public enum Status {
    /** Handed over, not yet received; also: waits for someone's decision. */
    TRANSIT,
    /** In hand and in time. */
    OK,
    /** Due before closing today. */
    DUE,
    /** Over the standard or the promise. */
    LATE,
    /** With the applicant, the clock stands still. */
    PAUSE,
    /** Sent back to an earlier step. */
    BACK,
    /** The product can be collected. */
    READY,
    /** Delivered and closed. */
    DONE,
    /** Refused or revoked. */
    REJECT,
    /** Withdrawn by the applicant. */
    WITHDRAWN;

    /** Suffix of the CSS classes, for example {@code chip-late}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the shape in {@code img/shapes.svg}. */
    public String shape() {
        return "st-" + css();
    }
}
