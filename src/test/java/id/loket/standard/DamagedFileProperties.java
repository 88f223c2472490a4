package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a service file was damaged, it is read or refused with a place in it: nothing else happens. */
class DamagedFileProperties {

    private static final List<String> LINES = Definitions.SIKRO_FILE.lines().toList();
    private static final int LAST = 600;

    @Property(tries = 500)
    void without_a_line(@ForAll @IntRange(max = LAST) int at) {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(at % lines.size());
        readOrRefused(lines);
    }

    @Property(tries = 500)
    void with_a_value_cut_off(@ForAll @IntRange(max = LAST) int at) {
        List<String> lines = new ArrayList<>(LINES);
        int line = at % lines.size();
        lines.set(line, lines.get(line).replaceFirst("(:|-).*", "$1"));
        readOrRefused(lines);
    }

    @Property(tries = 500)
    void with_a_line_moved(@ForAll @IntRange(max = LAST) int from, @ForAll @IntRange(max = LAST) int to) {
        List<String> lines = new ArrayList<>(LINES);
        String line = lines.remove(from % lines.size());
        lines.add(to % lines.size(), line);
        readOrRefused(lines);
    }

    private static void readOrRefused(List<String> lines) {
        try {
            ServiceDefinitions.parse(String.join("\n", lines));
        } catch (DefinitionException refused) {
            assertThat(refused.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.line()).isBetween(1, lines.size() + 1);
                assertThat(finding.message()).isNotBlank().doesNotContain("id.loket", "problem:");
            });
        }
    }
}
