package id.loket.platform.web;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;

/** Times, durations and numbers in the words of the office. Working minutes and working days are never turned into one another. */
public final class Formats {

    private record Written(String pattern, Locale locale) {}

    /** A dozen patterns in two languages; a page formats hundreds of times. */
    private static final Map<Written, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Patterns patterns;

    /**
     * @param locale {@link Texts#INDONESIAN} or {@link Locale#ENGLISH}
     * @param zone the office's zone
     */
    public Formats(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.patterns = locale.getLanguage().equals("en") ? Patterns.ENGLISH : Patterns.INDONESIAN;
    }

    /** {@code Rabu, 25 November 2026}. */
    public String dateLong(Instant instant) {
        return dateLong(instant.atZone(zone).toLocalDate());
    }

    /** {@code Rabu, 25 November 2026}. */
    public String dateLong(LocalDate date) {
        return formatter(patterns.dateLong).format(date);
    }

    /** {@code Rabu, 25 November 2026 pukul 16.00 WIB}: the form of a promise. */
    public String dateTimeLong(Instant instant) {
        return formatter(patterns.dateTimeLong).format(instant.atZone(zone));
    }

    /** {@code 25 November 2026}: within a sentence or a letter. */
    public String date(LocalDate date) {
        return formatter("d MMMM yyyy").format(date);
    }

    /** {@code Jum 20 Nov}. */
    public String dateShort(LocalDate date) {
        return formatter("EEE d MMM").format(date);
    }

    /** {@code Jum 20 Nov}. */
    public String dateShort(Instant instant) {
        return dateShort(instant.atZone(zone).toLocalDate());
    }

    /** {@code 20-11-2026}: the form of printed sheets and date fields. */
    public String datePrint(LocalDate date) {
        return formatter("dd-MM-yyyy").format(date);
    }

    /** {@code 10.36}. */
    public String time(Instant instant) {
        return formatter(patterns.time).format(instant.atZone(zone));
    }

    /** {@code hari ini, 10.36}; on other days {@code Jum 20 Nov, 15.10}, with the year when it is another one than now. */
    public String moment(Instant instant, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        if (at.toLocalDate().equals(today.toLocalDate())) {
            return text("time.today", time(instant));
        }
        return dayOf(at, today) + ", " + time(instant);
    }

    /** The day of {@link #moment} alone, where the time stands on a line of its own: {@code hari ini}, {@code Jum 20 Nov}. */
    public String day(Instant instant, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        return at.toLocalDate().equals(today.toLocalDate()) ? text("time.today.day") : dayOf(at, today);
    }

    /** {@code Jum 20}: a day on an axis, where the month is plain. */
    public String dayTiny(LocalDate date) {
        return formatter("EEE d").format(date);
    }

    private String dayOf(ZonedDateTime at, ZonedDateTime today) {
        return formatter(at.getYear() == today.getYear() ? "EEE d MMM" : "EEE d MMM yyyy").format(at);
    }

    /** The label of a due time: {@code Hari ini, 16.00}, {@code Besok, 16.00}, {@code Kamis, 16.00} within six days, else {@code Senin 30 Nov}. */
    public String due(Instant instant, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), at.toLocalDate());
        if (days == 0) {
            return text("time.due.today", time(instant));
        }
        if (days == 1) {
            return text("time.due.tomorrow", time(instant));
        }
        return days > 1 && days < 7
                ? formatter("EEEE").format(at) + ", " + time(instant)
                : formatter("EEEE d MMM").format(at);
    }

    /** {@code 2 jam 42 menit}, {@code 6 menit}, {@code 3 jam}. */
    public String minutes(long minutes) {
        requireNotNegative(minutes);
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return text("time.minutes", rest);
        }
        return rest == 0 ? text("time.hours", hours) : text("time.hours", hours) + " " + text("time.minutes", rest);
    }

    /** {@code 2 j 42 m} for narrow columns; minutes after hours have two digits so that columns align: {@code 3 j 06 m}. */
    public String minutesShort(long minutes) {
        requireNotNegative(minutes);
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return text("time.minutes.short", Long.toString(rest));
        }
        String spokenHours = text("time.hours.short", hours);
        return rest == 0 ? spokenHours : spokenHours + " " + text("time.minutes.short", "%02d".formatted(rest));
    }

    /** {@code 2 hari kerja}. */
    public String workingDays(long days) {
        requireNotNegative(days);
        return text("time.workingDays", days);
    }

    /** {@code 1.250}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@code Rp10.000}. */
    public String rupiah(long amount) {
        return "Rp" + number(amount);
    }

    private static void requireNotNegative(long amount) {
        if (amount < 0) {
            throw new DateTimeException("a duration can't be negative: " + amount);
        }
    }

    private DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(new Written(pattern, locale), w -> DateTimeFormatter.ofPattern(w.pattern, w.locale));
    }

    private String text(String key, Object... args) {
        return Texts.text(messages, locale, key, args);
    }

    private record Patterns(String dateLong, String dateTimeLong, String time) {
        static final Patterns INDONESIAN =
                new Patterns("EEEE, d MMMM yyyy", "EEEE, d MMMM yyyy 'pukul' HH.mm z", "HH.mm");
        static final Patterns ENGLISH = new Patterns("EEEE, d MMMM yyyy", "EEEE, d MMMM yyyy 'at' HH:mm z", "HH:mm");
    }
}
