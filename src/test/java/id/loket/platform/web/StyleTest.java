package id.loket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the style sheet promises in figures: its size, its contrasts, its two dark themes. */
class StyleTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*([^;]+);");

    private static String css() throws IOException {
        return Files.readString(STATIC.resolve("css/loket.css"));
    }

    @ParameterizedTest
    @CsvSource({"loket, 50000", "office, 25000", "print, 5000"})
    void a_style_sheet_stays_small(String name, int limit) throws IOException {
        assertThat(Files.size(STATIC.resolve("css/" + name + ".css"))).isLessThan(limit);
    }


    @Test
    void dark_by_choice_and_dark_by_device_are_the_same() throws IOException {
        assertThat(tokens("\n[data-theme=\"dark\"] {")).isNotEmpty().isEqualTo(tokens(":root:not([data-theme=\"light\"]) {"));
    }

    @ParameterizedTest
    @CsvSource({"':root {', light", "'\n[data-theme=\"dark\"] {', dark"})
    void text_has_4_5_to_1_and_marks_have_3_to_1(String block, String theme) throws IOException {
        Map<String, String> tokens = tokens(block);
        for (String state : new String[] {"late", "due", "ok", "transit", "pause", "ready", "back", "reject"}) {
            assertContrast(tokens, state + "-ink", state + "-tint", 4.5, theme);
            assertContrast(tokens, state + "-ink", "surface", 4.5, theme);
            assertContrast(tokens, state + "-mark", "surface", 3, theme);
        }
        for (String ink : new String[] {"ink", "ink-2", "ink-3"}) {
            for (String ground : new String[] {"canvas", "surface", "surface-2"}) {
                assertContrast(tokens, ink, ground, 4.5, theme);
            }
        }
        assertContrast(tokens, "on-brand", "brand", 4.5, theme);
        assertContrast(tokens, "brand", "surface", 4.5, theme);
        assertContrast(tokens, "on-bar-2", "bar", 4.5, theme);
        assertContrast(tokens, "line-strong", "surface", 3, theme);
    }

    @Test
    void every_icon_and_shape_that_a_template_names_exists() throws IOException {
        String icons = Files.readString(STATIC.resolve("img/icons.svg"));
        String shapes = Files.readString(STATIC.resolve("img/shapes.svg"));
        for (Status status : Status.values()) {
            assertThat(shapes).contains("id=\"" + status.shape() + "\"");
        }
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Pattern.compile("icon(?:\\(ui = ui, name)? = \"([a-z0-9-]+)\"")
                        .matcher(Files.readString(template))
                        .results()
                        .forEach(icon -> assertThat(icons).as("icon in %s", template).contains("id=\"" + icon.group(1) + "\""));
            }
        }
    }

    private static Map<String, String> tokens(String block) throws IOException {
        String css = css();
        int start = css.indexOf(block);
        assertThat(start).as("block %s", block).isNotNegative();
        var tokens = new TreeMap<String, String>();
        TOKEN.matcher(css.substring(start, css.indexOf("}", start)))
                .results()
                .forEach(token -> tokens.put(token.group(1), token.group(2).strip()));
        return tokens;
    }

    private static void assertContrast(Map<String, String> tokens, String text, String ground, double least, String theme) {
        double one = luminance(tokens.get(text));
        double other = luminance(tokens.get(ground));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as("%s on %s, %s", text, ground, theme).isGreaterThanOrEqualTo(least);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
