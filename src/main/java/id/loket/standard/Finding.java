package id.loket.standard;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

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

    public Finding {
        args = List.copyOf(args);
    }

    /** What is wrong and how to mend it, in English. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /** The same in the reader's language, Indonesian or English. */
    public String message(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages/definition", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] words = args.stream()
                .map(a -> texts.containsKey("finding." + a) ? texts.getString("finding." + a) : a)
                .toArray();
        return new MessageFormat(texts.getString("finding." + code), locale).format(words);
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + message();
    }
}
