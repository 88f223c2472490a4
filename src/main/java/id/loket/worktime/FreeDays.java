package id.loket.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of free days: {@code date;kind;name;source} in lines, with comments after {@code #}. */
public final class FreeDays {

    private FreeDays() {}

    /** @throws IllegalArgumentException naming the line that can't be read */
    public static List<FreeDay> parse(String text) {
        List<FreeDay> days = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(";", -1);
            try {
                days.add(new FreeDay(
                        LocalDate.parse(parts[0].strip()),
                        parts[2].strip(),
                        FreeDay.Kind.valueOf(parts[1].strip()),
                        parts[3].strip()));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + number + " is not \"date;kind;name;source\": " + line, e);
            }
        }
        return days;
    }
}
