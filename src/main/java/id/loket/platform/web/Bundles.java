package id.loket.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * All bundles as one, so that a text is found at once: a page asks for hundreds, and Spring's own source looks through bundle after bundle for
 * each. Who reads neither language gets Indonesian.
 */
final class Bundles extends AbstractMessageSource {

    /** A language's texts by key; those with arguments or quotes as formats, once somebody asked for them. */
    private record Language(Locale locale, Map<String, String> texts, Map<String, MessageFormat> formats) {

        static Language of(Locale locale, List<Resource> bundles) {
            Map<String, String> texts = new HashMap<>();
            for (Resource bundle : bundles) {
                try {
                    Properties properties = PropertiesLoaderUtils.loadProperties(new EncodedResource(bundle, StandardCharsets.UTF_8));
                    properties.forEach((key, text) -> texts.putIfAbsent((String) key, (String) text));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new Language(locale, Map.copyOf(texts), new ConcurrentHashMap<>());
        }

        MessageFormat format(String key) {
            String text = texts.get(key);
            return text == null ? null : formats.computeIfAbsent(key, k -> new MessageFormat(text, locale));
        }
    }

    /** Read when the first reader comes. */
    private final Supplier<Language> indonesian;

    private final Supplier<Language> english;

    Bundles(Supplier<List<Resource>> indonesian, Supplier<List<Resource>> english) {
        this.indonesian = SingletonSupplier.of(() -> Language.of(Texts.INDONESIAN, indonesian.get()));
        this.english = SingletonSupplier.of(() -> Language.of(Locale.ENGLISH, english.get()));
    }

    private Language language(Locale locale) {
        return (locale != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : indonesian).get();
    }

    @Override
    protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
        Language language = language(locale);
        String text = code == null ? null : language.texts.get(code);
        if (text == null || text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        MessageFormat format = language.format(code);
        Object[] resolved = resolveArguments(arguments, language.locale);
        synchronized (format) {
            return format.format(resolved);
        }
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        return language(locale).format(code);
    }
}
