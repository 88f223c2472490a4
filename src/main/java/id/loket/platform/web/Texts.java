package id.loket.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of the interface, one bundle per module and language under {@code messages/}.
 *
 * <p>Every text is a {@link java.text.MessageFormat}: numbers are formatted for the reader (pass a year or a step number as text),
 * and the straight apostrophe is its quote sign, so that texts use the typographic one.
 */
public final class Texts {

    public static final Locale INDONESIAN = Locale.of("id");

    private Texts() {}

    /** All bundles of the application. */
    public static MessageSource bundles() {
        return new Bundles(() -> find("classpath*:messages/*_id.properties"), () -> find("classpath*:messages/*_en.properties"));
    }

    private static List<Resource> find(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text for a key, or {@code ??key??}, which nobody overlooks. */
    static String text(MessageSource messages, Locale locale, String key, Object... args) {
        try {
            return messages.getMessage(key, args, locale);
        } catch (NoSuchMessageException missing) {
            return "??" + key + "??";
        }
    }
}
