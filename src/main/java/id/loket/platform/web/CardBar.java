package id.loket.platform.web;

import java.util.Locale;

/**
 * One mark on the axis of the control card. Positions are shares of the axis from 0 to 100, both included.
 *
 * @param kind what it shows
 * @param from where it begins
 * @param to where it ends; equal to {@code from} for a tick or a line
 */
public record CardBar(Kind kind, double from, double to) {

    public CardBar {
        if (from < 0 || to > 100 || from > to) {
            throw new IllegalArgumentException("not on the axis: " + from + " to " + to);
        }
    }

    /** What a mark on the axis means. */
    public enum Kind {
        /** Waiting to be received. */
        WAIT,
        /** Worked on, within the standard. */
        WORK,
        /** Worked on, over the standard. */
        LATE,
        /** With the applicant. */
        PAUSE,
        /** Where the standard would end had the file been received at once. */
        STANDARD,
        /** Beginning of a day. */
        DAY,
        /** Now. */
        NOW
    }

    /** Suffix of its CSS class and text key. */
    public String css() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Start as an SVG length. */
    public String x() {
        return percent(from);
    }

    /** Length as an SVG length; a bar of no length still shows. */
    public String width() {
        return percent(Math.max(to - from, 0.4));
    }

    private static String percent(double share) {
        return Math.round(share * 100) / 100.0 + "%";
    }
}
