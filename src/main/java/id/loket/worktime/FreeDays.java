package id.loket.worktime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of free days: {@code date;kind;name;source} in lines; empty lines and lines that begin with {@code #} are left out. */
public final class FreeDays {

    private FreeDays() {}

    /**
     * The free days in the order of the text.
     *
     * @throws IllegalArgumentException naming the line that can't be read
     */
    public static List<FreeDay> parse(String text) {
        List<FreeDay> days = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                days.add(parse(number, line));
            }
        }
        return List.copyOf(days);
    }

    private static FreeDay parse(int number, String line) {
        String[] parts = line.strip().split("\\s*;\\s*", -1);
        if (parts.length != 4 || parts[2].isEmpty() || parts[3].isEmpty()) {
            throw new IllegalArgumentException("line " + number + " is not \"date;kind;name;source\": " + line);
        }
        try {
            return new FreeDay(LocalDate.parse(parts[0]), parts[2], FreeDay.Kind.valueOf(parts[1]), parts[3]);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " has an unknown date or kind: " + line, e);
        }
    }
}
