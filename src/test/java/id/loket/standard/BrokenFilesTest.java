package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A corpus of service files with a mistake each, or several. The first line of a file says what is found in it, and nothing else may be:
 * line, column and code, in the order of the file.
 */
class BrokenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/services/broken");
    private static final String EXPECTED = "# expected: ";

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_wrong_is_found_where_it_stands_and_nothing_else(String name) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve(name));
        List<Finding> findings = ServiceDefinitions.check(file).findings();
        assertThat(findings.stream().map(f -> f.line() + ":" + f.column() + " " + f.code()).sorted(byLine()).toList())
                .as(findings.toString())
                .isEqualTo(expected(new String(file)).sorted(byLine()).toList());
        assertThat(ServiceDefinitions.check(file).definition().isPresent()).isEqualTo(findings.stream().noneMatch(Finding::isError));
    }

    @ParameterizedTest
    @MethodSource("files")
    void it_is_told_in_both_languages(String name) throws IOException {
        for (Finding finding : ServiceDefinitions.check(Files.readAllBytes(FOLDER.resolve(name))).findings()) {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank().doesNotContain("{0}", "id.loket", "null");
            assertThat(finding.message(Locale.of("id"))).isNotBlank().isNotEqualTo(finding.message(Locale.ENGLISH));
        }
    }

    @Test
    void ten_mistakes_are_told_in_one_go() throws IOException {
        assertThat(expected(Files.readString(FOLDER.resolve("ten-faults-at-once.yaml")))).hasSizeGreaterThanOrEqualTo(10);
    }

    private static Comparator<String> byLine() {
        return Comparator.comparing((String s) -> Integer.valueOf(s.substring(0, s.indexOf(':')))).thenComparing(Comparator.naturalOrder());
    }

    private static Stream<String> expected(String file) {
        String first = file.lines().findFirst().orElseThrow();
        assertThat(first).startsWith(EXPECTED);
        String list = first.substring(EXPECTED.length());
        return list.equals("nothing") ? Stream.of() : Stream.of(list.split("; "));
    }
}
