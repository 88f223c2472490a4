package id.loket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles of all modules. */
class TextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** Letters, bills and records of inspections are official papers, written in Indonesian whoever reads them. */
    private static final Predicate<String> OFFICIAL_LETTER =
            Pattern.compile("^paper\\.(letter|rejection|bill|payment|assignment|inspection)\\.").asPredicate();

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceAll("_(id|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_have_the_same_keys_and_arguments(String module) throws IOException {
        var indonesian = arguments(module, "id");
        var english = arguments(module, "en");
        if (module.equals("document")) {
            indonesian.keySet().removeIf(OFFICIAL_LETTER);
            english.keySet().removeIf(OFFICIAL_LETTER);
        }

        assertThat(english).isEqualTo(indonesian);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_text_is_a_message_format_that_quotes_nothing_by_accident(String module) throws IOException {
        for (String language : new String[] {"id", "en"}) {
            load(module, language).forEach((key, text) -> {
                assertThat(text.toString().replace("''", ""))
                        .as("%s of %s: use the typographic apostrophe, or write it twice", key, module)
                        .doesNotContain("'");
                assertThat(new MessageFormat(text.toString())).as("%s of %s", key, module).isNotNull();
            });
        }
    }

    /** All bundles are asked in turn, so the same key in two of them would give one module the other's text. */
    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        var homes = new TreeMap<String, TreeSet<String>>();
        for (String module : modules().toList()) {
            load(module, "id").keySet().forEach(key ->
                    homes.computeIfAbsent(key.toString(), k -> new TreeSet<>()).add(module));
        }
        homes.values().removeIf(modules -> modules.size() == 1);

        assertThat(homes).isEmpty();
    }

    @Test
    void a_missing_text_is_plain_to_see() {
        assertThat(Texts.text(Texts.bundles(), Texts.INDONESIAN, "no.such.key")).isEqualTo("??no.such.key??");
        assertThat(Texts.text(Texts.bundles(), Locale.ENGLISH, "nav.signIn")).isEqualTo("Sign in");
    }

    private static Map<String, TreeSet<String>> arguments(String module, String language) throws IOException {
        var all = new TreeMap<String, TreeSet<String>>();
        load(module, language).forEach((key, text) -> {
            var used = new TreeSet<String>();
            ARGUMENT.matcher(text.toString()).results().forEach(found -> used.add(found.group(1)));
            all.put(key.toString(), used);
        });
        return all;
    }

    private static Properties load(String module, String language) throws IOException {
        var bundle = new Properties();
        try (var in = Files.newBufferedReader(
                MESSAGES.resolve(module + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
