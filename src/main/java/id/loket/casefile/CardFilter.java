package id.loket.casefile;

import java.time.LocalDate;

/**
 * Which control cards are to be collected (MFG-4d). What isn't given restricts nothing.
 *
 * @param text    part of a number, part of a name, or a whole NIK
 * @param service code; empty for every one
 * @param step    where the file is, or was last; 0 for every one
 * @param state   open or closed files
 * @param late    only those whose promise is overrun, or was
 * @param from    first day on which the file was registered, inclusive; null for none
 * @param to      last day, inclusive; null for none
 */
public record CardFilter(String text, String service, int step, State state, boolean late, LocalDate from, LocalDate to) {

    public enum State {
        ALL("true"),
        OPEN("f.closed_at is null"),
        CLOSED("f.closed_at is not null");

        final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }
}
