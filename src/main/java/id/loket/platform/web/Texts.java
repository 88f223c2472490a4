package id.loket.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
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
        var source = new ResourceBundleMessageSource();
        for (Resource bundle : find("classpath*:messages/*_id.properties")) {
            source.addBasenames("messages/" + bundle.getFilename().replace("_id.properties", ""));
        }
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(INDONESIAN);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
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
