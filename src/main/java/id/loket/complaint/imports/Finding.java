package id.loket.complaint.imports;

import java.util.List;

/**
 * Something about a line that an officer should know before it is imported.
 *
 * @param column which it is about; null for the line as a whole
 * @param key    of the text that says what is so and how to mend it
 */
public record Finding(int line, Level level, Column column, String key, List<Object> args) {

    public enum Level {
        /** The line can't be imported as it is. */
        FAULT,
        /** Its number was there before: it is left out, and nothing is wrong with that. */
        KNOWN,
        /** It can be imported. */
        WARNING
    }

    Finding(int line, Level level, Column column, String key, Object... args) {
        this(line, level, column, key, List.of(args));
    }
}
