package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given as a service file, the answer is a finding, soon, and never a failure. */
class HostileFilesTest {

    private static final String SIKRO = Definitions.SIKRO_FILE;
    /** Far more than any of them takes, far less than what they would take unguarded. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_file_of_a_hundred_megabytes_is_refused_unread() {
        refused("too-large", new byte[100 * 1024 * 1024]);
        refused("too-large", "a: b\n".repeat(20_000_000));
    }

    @Test
    void a_bomb_of_aliases_is_never_unfolded() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append("%c: &%c [%s]\n".formatted(c, c, String.join(", ", Collections.nCopies(9, before))));
        }
        assertThat(check(bomb.toString()).findings()).extracting(Finding::code).containsOnly("yaml-anchor", "more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void ten_thousand_brackets_are_not_followed_down(String bracket) {
        refused("yaml-depth", bracket.repeat(10_000));
        refused("yaml-depth", "sections: " + (bracket.equals("- ") ? "\n" : "") + bracket.repeat(10_000));
    }

    @Test
    void forty_thousand_unknown_properties_are_counted_not_listed() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            many.append("p").append(i).append(": 1\n");
        }
        assertThat(check(many.toString()).findings()).hasSize(ServiceDefinitions.MOST_FINDINGS + 1).last().extracting(Finding::code).isEqualTo("more");
    }

    @Test
    void many_broken_items_do_not_take_the_square_of_their_number() {
        refused("more", SIKRO.replace("aliases: [", "aliases: [" + "{}, ".repeat(20_000)));
        refused("more", SIKRO.replace("requirements:\n", "requirements:\n" + "    - { code: x }\n".repeat(10_000)));
    }

    @Test
    void a_picture_is_no_service_file() {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        refused("no-utf8", noise);
        refused("no-text", "code: SIKRO\u0000\n".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void another_encoding_is_named_as_such(String charset) {
        assertThat(check(SIKRO.getBytes(Charset.forName(charset))).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("UTF-8"));
    }

    @Test
    void a_byte_order_mark_and_lines_of_windows_change_nothing() {
        byte[] windows = ("\uFEFF" + SIKRO.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        assertThat(check(windows).definition()).contains(Definitions.SIKRO);
        byte[] wrong = ("\uFEFF" + SIKRO.replace("version: 1\n", "version: x\n").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        int line = SIKRO.lines().toList().indexOf("version: 1") + 1;
        assertThat(check(wrong).errors()).singleElement().hasToString(line + ":1: error [wrong-kind] wrong kind of value; expected a whole number");
    }

    @Test
    void pictures_in_a_text_are_text_and_columns_count_them_once() {
        assertThat(check(SIKRO.replace("title: Surat Izin", "title: 👓👩‍⚕️ Surat Izin")).definition()).isPresent();
        assertThat(check("code: A\nkinds: [👓👓👓, NEW]\n").findings()).filteredOn(f -> f.code().equals("no-such-value"))
                .singleElement().extracting(Finding::column).isEqualTo(9);
    }

    @Test
    void a_very_long_line_is_not_repeated_to_the_reader() {
        refused("no-date", SIKRO.replace("effectiveFrom: 2026-01-05", "effectiveFrom: " + "9".repeat(300_000)));
        assertThat(check(SIKRO.replace("aliases: [", "aliase" + "s".repeat(300_000) + ": [")).findings())
                .allSatisfy(f -> assertThat(f.message()).hasSizeLessThan(2000));
    }

    @Test
    void tabs_are_told_as_tabs() {
        refused("yaml-tab", SIKRO.replace("\n  ", "\n\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "# nothing\n", "---\n", "null", "~"})
    void nothing_is_an_empty_file(String nothing) {
        refused("empty-file", nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "- a", "just a text", "true", "[]", "\"{}\"", "[[[]]]", "2026-01-05"})
    void something_else_than_properties_is_refused(String other) {
        refused("wrong-kind", other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"? {a: b}\n: c\n", "? [a]\n: c\n", "!!binary x: y\n", "a: !!java.net.URL http://x\n", "%YAML 9.9\n---\na: b\n", "a: >9x\n"})
    void yaml_that_nobody_writes_is_refused(String strange) {
        assertThat(check(strange).errors()).isNotEmpty().allSatisfy(f -> assertThat(f.message()).isNotBlank());
    }

    /** The file is refused, and at least for this. */
    private static void refused(String code, String yaml) {
        refused(code, check(yaml));
    }

    private static void refused(String code, byte[] file) {
        refused(code, assertTimeoutPreemptively(SOON, () -> ServiceDefinitions.check(file)));
    }

    private static void refused(String code, ServiceDefinitions.Checked checked) {
        assertThat(checked.definition()).isEmpty();
        assertThat(checked.findings()).extracting(Finding::code).contains(code);
        assertThat(checked.findings()).hasSizeLessThanOrEqualTo(ServiceDefinitions.MOST_FINDINGS + 1);
    }

    private static ServiceDefinitions.Checked check(String yaml) {
        return assertTimeoutPreemptively(SOON, () -> ServiceDefinitions.check(yaml));
    }

    private static ServiceDefinitions.Checked check(byte[] file) {
        return assertTimeoutPreemptively(SOON, () -> ServiceDefinitions.check(file));
    }
}
