package id.loket.standard;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * Something in a service file that is wrong or still open.
 *
 * @param line   1 for the first
 * @param column 1 for the first
 * @param code   what kind of finding, always the same, e.g. {@code unknown-actor}
 * @param args   what the message names
 */
public record Finding(int line, int column, Severity severity, String code, List<String> args) {

    /** How bad it is. */
    public enum Severity {
        /** The file can't be used. */
        ERROR,
        /** It can, but somebody should look at it. */
        WARNING
    }

    /** Longer ones are cut: what a file holds may be anything. */
    private static final int LONGEST_ARGUMENT = 300;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Finding {
        args = List.copyOf(args);
    }

    static Finding error(int line, int column, String code, Object... args) {
        return new Finding(line, column, Severity.ERROR, code, Arrays.stream(args).map(String::valueOf).toList());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong and how to mend it, in English. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /** The same in the reader's language: English, else Indonesian. */
    public String message(Locale locale) {
        return text("finding." + code, args, locale);
    }

    static String text(String key, List<String> args, Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("id");
        ResourceBundle texts = ResourceBundle.getBundle("messages/definition", language, EXACT);
        Object[] words = args.stream()
                .map(arg -> arg.startsWith("expected.") && texts.containsKey("finding." + arg) ? texts.getString("finding." + arg) : line(arg))
                .toArray();
        return new MessageFormat(texts.getString(key), language).format(words);
    }

    private static String line(String arg) {
        String line = BREAKS.matcher(arg).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_ARGUMENT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_ARGUMENT)) + "…";
    }

    /** As tools print it: {@code line:column: severity [code] message}, in English. */
    @Override
    public String toString() {
        return toString(Locale.ENGLISH);
    }

    /** As tools print it, with the message in a language; the rest is for programs and stays as it is. */
    public String toString(Locale locale) {
        return line + ":" + column + ": " + severity.name().toLowerCase(Locale.ROOT) + " [" + code + "] " + message(locale);
    }
}
