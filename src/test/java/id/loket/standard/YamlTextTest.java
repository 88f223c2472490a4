package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A service file changed value by value keeps everything else: its comments carry the sources. */
class YamlTextTest {

    private static final YamlText SIKRO = YamlText.of(Definitions.SIKRO_FILE).orElseThrow();

    @Test
    void only_the_line_of_the_value_changes() {
        assertThat(changedLines(SIKRO.withPlain("delivery/promise", "3 working days"))).containsExactly("  promise: 3 working days");
        assertThat(changedLines(SIKRO.with("name/id", "Izin Kerja: Optisien # baru"))).containsExactly("  id: \"Izin Kerja: Optisien # baru\"");
        assertThat(changedLines(SIKRO.with("delivery/requirements/1/name/id", "KTP-el, asli")))
                .containsExactly("      name: { id: \"KTP-el, asli\", en: Identity card (KTP-el) }");
    }

    @Test
    void a_comment_behind_the_value_stays() {
        YamlText changed = SIKRO.withPlain("delivery/procedure/6/time", "2 working days");
        assertThat(changedLines(changed)).containsExactly("      time: 2 working days # \"1 hari\", in a column headed \"Waktu (menit/hari kerja)\"");
    }

    @Test
    void a_property_that_was_not_there_comes_to_its_place() {
        assertThat(after(SIKRO.with("decree", "188/15/2026"), "effectiveFrom: 2026-01-05")).isEqualTo("decree: \"188/15/2026\"");
        assertThat(after(SIKRO.with("delivery/requirements/2/hint", "Asli dibawa"), "      name: { id: Ijazah refraksionis optisien"))
                .isEqualTo("      hint: Asli dibawa");
        YamlText head = SIKRO.with("sopHead/number", "503/SOP/12/2026").withPlain("sopHead/createdOn", "2026-02-01");
        assertThat(ServiceDefinitions.parse(head.text()).sopHead().number()).isEqualTo("503/SOP/12/2026");
        assertThat(comments(head)).isEqualTo(comments(SIKRO));
    }

    @Test
    void a_property_goes_without_its_neighbours() {
        assertThat(SIKRO.with("decree", "x").without("decree").text()).isEqualTo(SIKRO.text());
        assertThat(changedLines(SIKRO.without("name/en"))).isEmpty();
        YamlText flow = SIKRO.without("delivery/requirements/1/name/en");
        assertThat(flow.text()).contains("      name: { id: KTP-el }\n");
    }

    @Test
    void a_text_gets_its_translation_and_loses_it() {
        YamlText one = YamlText.of("name: Izin # nama\ncode: A\n").orElseThrow();
        YamlText both = one.withText("name", "Izin", "Permit");
        assertThat(both.text()).isEqualTo("name: { id: Izin, en: Permit } # nama\ncode: A\n");
        assertThat(both.withText("name", "Izin", "").value("name/en")).isEmpty();
    }

    @Test
    void items_change_places_with_the_comments_above_them() {
        YamlText text = YamlText.of("""
                list:
                  # first
                  - code: A # of a
                    n: 1
                  # second
                  - code: B
                  - code: C
                # behind
                end: x
                """).orElseThrow();
        assertThat(text.arranged("list", List.of(2, 1)).text()).isEqualTo("""
                list:
                  # first
                  - code: C
                  # second
                  - code: B
                # behind
                end: x
                """);
        Map<String, String> item = new LinkedHashMap<>();
        item.put("code", "D");
        item.put("name", YamlText.written("Baru, lagi", "New"));
        assertThat(text.added("list", item).text())
                .contains("  - code: C\n  - code: D\n    name: { id: \"Baru, lagi\", en: New }\n# behind\n");
    }

    @Test
    void requirements_in_another_order_are_the_same_requirements() {
        List<Integer> backwards = IntStream.range(0, 10).mapToObj(i -> 9 - i).toList();
        ServiceDefinition changed = ServiceDefinitions.parse(SIKRO.arranged("delivery/requirements", backwards).text());
        assertThat(changed.requirements()).isEqualTo(Definitions.SIKRO.requirements().reversed());
    }

    @Test
    void what_plays_tricks_is_no_form() {
        assertThat(YamlText.of("a: &a [x]\nb: [*a, *a]\n")).isEmpty();
        assertThat(YamlText.of("a: " + "[".repeat(100_000))).isEmpty();
        assertThat(YamlText.of("- a\n")).isEmpty();
        assertThat(YamlText.of("a: [\n")).isEmpty();
        assertThat(YamlText.of("")).isEmpty();
    }

    @Property(tries = 400)
    void any_text_can_be_put_anywhere_and_is_read_again(@ForAll("texts") String value, @ForAll("places") String place) {
        YamlText changed = SIKRO.with(place, value);
        assertThat(changed.value(place)).contains(value);
        assertThat(comments(changed)).isEqualTo(comments(SIKRO));
        assertThat(changed.with(place, SIKRO.value(place).orElse("")).value(place)).isEqualTo(SIKRO.value(place));
        for (String other : List.of("code", "validity/years", "delivery/requirements/9/code", "letter/title")) {
            assertThat(changed.value(other)).isEqualTo(SIKRO.value(other));
        }
    }

    @Property(tries = 200)
    void a_list_of_any_texts_is_read_again(@ForAll("texts") String id, @ForAll("texts") String en) {
        YamlText changed = SIKRO.withTexts("sopHead/warnings", List.of(new Text(id, en), Text.of(en)));
        assertThat(ServiceDefinitions.parse(changed.text()).sopHead().warnings()).containsExactly(new Text(id, en), Text.of(en));
        assertThat(changed.withTexts("sopHead/warnings", List.of()).text()).isEqualTo(SIKRO.text());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.strings().withChars(" \n\"'#:,-[]{}&*!|>%@`\\\tab1é\u2028😀").ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9).list().ofMinSize(1).ofMaxSize(60).map(w -> String.join(" ", w));
        Arbitrary<String> known = Arbitraries.of("true", "no", "~", "null", "12", "1.5", "2026-01-05", "Ya: benar", "a #b", "x:", "- a", "b\n\nc", "a\nb");
        return Arbitraries.oneOf(odd, words, known).filter(t -> !t.isBlank());
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "name/id", "remark/id", "decree", "delivery/requirements/0/name/id", "delivery/requirements/4/hint/en", "delivery/procedure/0/activity/id",
                "delivery/procedure/1/remark/id", "delivery/procedure/8/remark", "sopHead/number", "numbering/pattern", "delivery/complaints/handling/3/text/id");
    }

    private static List<String> changedLines(YamlText changed) {
        List<String> before = SIKRO.text().lines().toList();
        return changed.text().lines().filter(l -> !before.contains(l)).toList();
    }

    private static String after(YamlText changed, String line) {
        List<String> lines = changed.text().lines().toList();
        int at = IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith(line)).findFirst().orElseThrow();
        return lines.get(at + 1);
    }

    private static List<String> comments(YamlText text) {
        UnaryOperator<String> comment = line -> line.strip();
        return Definitions.SIKRO_FILE.lines().filter(l -> l.strip().startsWith("#")).map(comment)
                .filter(c -> text.text().contains(c)).toList();
    }
}
