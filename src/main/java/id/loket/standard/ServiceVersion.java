package id.loket.standard;

import java.time.LocalDate;

/**
 * A version that was set.
 *
 * @param code      of the service
 * @param from      first day in force
 * @param until     first day no longer in force, because it was withdrawn, replaced, or ends by itself; null for no end
 * @param state     today
 * @param open      files that run on it
 */
public record ServiceVersion(String code, int version, LocalDate from, LocalDate until, State state, int open) {

    /** What a version is on a day. */
    public enum State {
        /** Set, and in force from a later day on. */
        PLANNED,
        IN_FORCE,
        /** A later version took over, or its last day is past. */
        REPLACED,
        WITHDRAWN
    }
}
