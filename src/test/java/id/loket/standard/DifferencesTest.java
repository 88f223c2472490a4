package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.standard.Differences.Difference;
import id.loket.standard.Differences.How;
import id.loket.standard.LineDifferences.Kind;
import id.loket.standard.LineDifferences.Row;
import id.loket.worktime.WorkDuration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What became different from one version to another. */
class DifferencesTest {

    private static final String FILE = Definitions.SIKRO_FILE;

    @Test
    void the_same_service_written_differently_has_no_differences() {
        String other = FILE.replaceAll("(?m)^ *#.*\\R", "").replace("version: 1\n", "version: 2\n");
        assertThat(between(other)).isEmpty();
    }

    @Test
    @Tag("DLV-1")
    void requirements_that_came_went_or_changed_are_named() {
        String other = FILE.replaceFirst("(?s)    - code: PHOTO\n.*?(?=    - code: POWER)", "")
                .replace("name: { id: KTP-el, en: Identity card (KTP-el) }", "name: { id: KTP-el asli, en: Identity card (KTP-el) }")
                .replace("  scans:\n", "    - { code: NPWP, name: NPWP, form: COPY, count: 1 }\n  scans:\n");
        assertThat(between(other)).containsExactly(
                new Difference("delivery/requirements", "Pas foto 4x6", "", How.REMOVED, "PHOTO", null),
                new Difference("delivery/requirements", "KTP-el asli", "name", How.CHANGED, "KTP-el", "KTP-el asli"),
                new Difference("delivery/requirements", "NPWP", "", How.ADDED, null, "NPWP"));
    }

    @Test
    @Tag("DLV-3")
    @Tag("DLV-4")
    void promise_fee_step_times_and_the_letter_are_compared_by_value() {
        String other = FILE.replace("promise: 2 working days", "promise: 3 working days")
                .replace("time: 35 minutes", "time: 30 minutes")
                .replace("series: SIKRO", "series: KESEHATAN")
                .replace("  statement: untuk bekerja", "  statement: untuk berpraktik");
        assertThat(between(other))
                .contains(
                        new Difference(
                                "delivery/promise", "", "", How.CHANGED, new WorkDuration.WorkingDays(2), new WorkDuration.WorkingDays(3)),
                        new Difference(
                                "delivery/procedure", "2. Pemeriksaan berkas", "time", How.CHANGED, new WorkDuration.Minutes(35), new WorkDuration.Minutes(30)),
                        new Difference("numbering", "", "series", How.CHANGED, "SIKRO", "KESEHATAN"))
                .anyMatch(d -> d.component().equals("letter") && d.property().equals("statement"))
                .hasSize(4);
    }

    @Test
    void another_order_is_said_as_such() {
        YamlText text = YamlText.of(FILE).orElseThrow();
        List<Integer> order = List.of(1, 0, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(between(text.arranged("delivery/requirements", order).text()))
                .singleElement()
                .satisfies(d -> assertThat(d.how()).isEqualTo(How.MOVED));
    }

    @Test
    void lines_are_shown_with_three_around_and_the_rest_left_out() {
        List<Row> rows = LineDifferences.between(FILE, FILE.replace("promise: 2 working days", "promise: 3 working days"));
        assertThat(rows).extracting(Row::kind)
                .containsExactly(Kind.GAP, Kind.SAME, Kind.SAME, Kind.SAME, Kind.CHANGED, Kind.SAME, Kind.SAME, Kind.SAME, Kind.GAP);
        assertThat(rows.get(4).before()).isEqualTo("  promise: 2 working days");
        assertThat(rows.get(4).beforeNo()).isEqualTo(rows.get(4).afterNo());
        assertThat(LineDifferences.between(FILE, FILE)).isEmpty();
    }

    @Property(tries = 300)
    void every_line_of_both_texts_is_where_it_says(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> before, @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> after) {
        List<Row> rows = LineDifferences.between(text(before), text(after));
        for (Row row : rows) {
            if (row.beforeNo() > 0) {
                assertThat(row.before()).isEqualTo("" + before.get(row.beforeNo() - 1));
            }
            if (row.afterNo() > 0) {
                assertThat(row.after()).isEqualTo("" + after.get(row.afterNo() - 1));
            }
        }
        int removed = (int) rows.stream().filter(r -> r.kind() == Kind.REMOVED).count();
        int added = (int) rows.stream().filter(r -> r.kind() == Kind.ADDED).count();
        assertThat(before.size() - removed + added).isEqualTo(after.size());
        assertThat(IntStream.range(1, rows.size()).filter(i -> rows.get(i - 1).beforeNo() > 0 && rows.get(i).beforeNo() > 0)
                        .allMatch(i -> rows.get(i).beforeNo() == rows.get(i - 1).beforeNo() + 1))
                .isTrue();
    }

    private static List<Difference> between(String other) {
        return Differences.between(Definitions.SIKRO, ServiceDefinitions.parse(other));
    }

    private static String text(List<Integer> lines) {
        return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
    }
}
