package id.loket.worktime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standard or promised time as an SOP writes it: minutes, hours or working days. The three are never converted into one another: a
 * working day is not a number of minutes, but a day to be counted.
 */
public sealed interface WorkDuration {

    /** @param minutes of working time, 1 or more */
    record Minutes(int minutes) implements WorkDuration {
        public Minutes {
            positive(minutes);
        }
    }

    /** @param hours of working time, 1 or more */
    record Hours(int hours) implements WorkDuration {
        public Hours {
            positive(hours);
        }
    }

    /** @param days working days, 1 or more, counted by the calendar's {@link DayConvention} */
    record WorkingDays(int days) implements WorkDuration {
        public WorkingDays {
            positive(days);
        }
    }

    /**
     * Reads {@code 35 minutes}, {@code 1 hour} or {@code 2 working days}, singular or plural.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static WorkDuration parse(String text) {
        Matcher m = Pattern.compile("(\\d{1,6}) (minute|hour|working day)s?").matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "not a working time: \"" + text + "\"; write like \"35 minutes\", \"1 hour\" or \"2 working days\"");
        }
        int number = Integer.parseInt(m.group(1));
        return switch (m.group(2)) {
            case "minute" -> new Minutes(number);
            case "hour" -> new Hours(number);
            default -> new WorkingDays(number);
        };
    }

    private static void positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a working time is at least 1, not " + number);
        }
    }
}
