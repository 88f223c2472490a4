package id.loket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/conformance.md} says which test shows which clause of the office's document. It is written from the tags of the tests; run
 * with {@code -Dloket.write-docs=true} to write it anew. A suite that passes is the result of every line.
 */
class ConformanceTest {

    private static final Path PAGE = Path.of("docs/conformance.md");
    private static final Pattern CLAUSE = Pattern.compile("@Tag\\(\"((?:PGD|MFG|SOP|DLV)-[A-Za-z0-9]+)\"\\)");
    private static final Pattern TEST = Pattern.compile("\\bvoid (\\w+)\\(");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?class (\\w+)");

    @Test
    void the_page_lists_the_tests_of_every_clause() throws IOException {
        String page = page();
        if (Boolean.getBoolean("loket.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws IOException {
        Map<String, TreeSet<String>> tests = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                collect(Files.readString(source), tests);
            }
        }
        String rows = tests.entrySet().stream()
                .map(e -> "| %s | %s |".formatted(e.getKey(), String.join("<br>", e.getValue())))
                .collect(Collectors.joining("\n"));
        return """
                # Which test shows which clause

                Written from the tags of the tests; `./loket test` passes when each of these holds.

                | clause | shown by |
                |---|---|
                %s
                """
                .formatted(rows);
    }

    /** A tag in front of a class counts for the class, one in front of a method for the method. */
    private static void collect(String source, Map<String, TreeSet<String>> tests) {
        var name = CLASS.matcher(source);
        if (!name.find()) {
            return;
        }
        for (MatchResult clause : CLAUSE.matcher(source).results().toList()) {
            String shown = name.group(1);
            if (clause.start() > name.start()) {
                var test = TEST.matcher(source);
                if (test.find(clause.end())) {
                    shown += ": " + test.group(1).replace('_', ' ');
                }
            }
            tests.computeIfAbsent(clause.group(1), c -> new TreeSet<>()).add(shown);
        }
    }
}
