package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./loket check} in front of who writes a service file. */
class CheckCommandTest {

    private static final String BROKEN = "src/test/resources/services/broken";

    @TempDir
    private Path folder;

    private final AtomicInteger parses = new AtomicInteger();

    private record Answer(int code, String out, String err) {}

    @Test
    void a_finding_is_told_where_editors_and_terminals_jump_to() {
        Answer answer = check("", BROKEN + "/unknown-actor.yaml");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.out.lines().toList()).containsExactly(
                BROKEN + "/unknown-actor.yaml:26:93: error [unknown-actor] “KASIR” is none of the actors",
                "Files: 1. Errors: 1. Warnings: 0. Texts without English: 0.");
        assertThat(answer.err).isEmpty();
    }

    @Test
    void warnings_alone_are_no_failure() {
        Answer answer = check("", BROKEN + "/unused-actor.yaml");
        assertThat(answer.code).isZero();
        assertThat(answer.out).contains(": warning [unused-actor] ").contains("Errors: 0. Warnings: 1.");
    }

    @Test
    void a_file_without_a_finding_is_only_counted() {
        Answer answer = check("", BROKEN + "/nothing-wrong.yaml");
        assertThat(answer.code).isZero();
        assertThat(answer.out.lines()).singleElement().asString().startsWith("Files: 1. Errors: 0. Warnings: 0. Texts without English: ");
    }

    @Test
    void texts_that_are_not_translated_are_counted() throws IOException {
        String sikro = Definitions.SIKRO_FILE;
        Path before = Files.writeString(folder.resolve("before.yaml"), sikro);
        Path after = Files.writeString(
                folder.resolve("after.yaml"), sikro.replace("category: { id: Tenaga kesehatan, en: Health workers }", "category: Tenaga"));
        assertThat(untranslated(after)).isEqualTo(untranslated(before) + 1);
    }

    private int untranslated(Path file) {
        return Integer.parseInt(check("", file.toString()).out.strip().replaceFirst("(?s).*Texts without English: ([0-9]+)\\.", "$1"));
    }

    @Test
    void it_speaks_indonesian_where_it_is_asked_to_or_the_terminal_does() {
        for (Answer answer : List.of(
                check("id_ID.UTF-8", BROKEN + "/unknown-actor.yaml"), check("", "--lang", "id", BROKEN + "/unknown-actor.yaml"))) {
            assertThat(answer.out).contains(": error [unknown-actor] “KASIR” bukan salah satu pelaksana", "Berkas: 1. Kesalahan: 1.");
        }
        assertThat(check("id_ID.UTF-8", "--lang", "en", BROKEN + "/unknown-actor.yaml").out).contains("is none of the actors");
    }

    @Test
    void a_folder_stands_for_the_service_files_in_it() throws IOException {
        for (String name : List.of("b.yaml", "a.yaml", "notes.txt", "c.yaml.old")) {
            Files.writeString(folder.resolve(name), "version: x");
        }
        Files.createDirectory(folder.resolve("more.yaml"));
        Answer answer = check("", folder.toString());
        assertThat(answer.out).contains("Files: 2.").contains("a.yaml:1:1: error").doesNotContain("notes.txt", "c.yaml.old");
        assertThat(answer.out.indexOf("a.yaml")).isLessThan(answer.out.indexOf("b.yaml"));
    }

    @Test
    void what_it_can_not_do_it_says_on_the_error_stream() throws IOException {
        assertThat(check("")).isEqualTo(new Answer(2, "", "Which file or folder? ./loket check [--lang en|id] FILE…\n"));
        assertThat(check("", "--help").code).isEqualTo(2);
        assertThat(check("", "--lang", "fr", "x")).isEqualTo(new Answer(2, "", "There is no language fr: en or id\n"));
        assertThat(check("", "--lang").code).isEqualTo(2);
        assertThat(check("", folder.toString()).err).startsWith("There is no *.yaml in ");
        assertThat(check("", folder.toString()).code).isEqualTo(2);
        Answer absent = check("", folder.resolve("absent.yaml").toString(), BROKEN + "/unknown-actor.yaml");
        assertThat(absent.code).isEqualTo(2);
        assertThat(absent.err).contains("absent.yaml can’t be read");
        assertThat(absent.out).contains("Files: 1. Errors: 1.");
        assertThat(check("", "no\u0000name").code).isEqualTo(2);
    }

    @Test
    void a_hundred_files_are_each_read_once() throws IOException {
        for (int i = 0; i < 100; i++) {
            String file = Definitions.SIKRO_FILE.replaceFirst("(?m)^code: SIKRO", "code: SIKRO_" + i);
            Files.writeString(folder.resolve("service%03d.yaml".formatted(i)), file);
        }
        assertThat(check("", folder.toString()).out).contains("Files: 100. Errors: 0.");
        assertThat(parses).hasValue(100);
    }

    @Test
    void the_same_version_of_a_service_in_two_files_is_an_error_in_the_second() throws IOException {
        Path first = Files.writeString(folder.resolve("a.yaml"), Definitions.SIKRO_FILE);
        Path second = Files.writeString(folder.resolve("b.yaml"), Definitions.SIKRO_FILE);
        int line = 1 + Definitions.SIKRO_FILE.lines().toList().indexOf("code: SIKRO");
        Answer answer = check("", folder.toString());
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.out).contains(second + ":" + line + ":1: error [duplicate-service] version 1 of SIKRO stands in " + first + " too");
        Files.writeString(second, Definitions.SIKRO_FILE.replaceFirst("(?m)^version: 1", "version: 2"));
        assertThat(check("", folder.toString()).code).isZero();
    }

    @Test
    void of_a_file_without_end_only_the_beginning_is_read() {
        assertThat(check("", "/dev/zero").out).contains("/dev/zero:1:1: error [too-large]");
    }

    private Answer check(String language, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CheckCommand command = new CheckCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), language, file -> {
                    parses.incrementAndGet();
                    return ServiceDefinitions.check(file);
                });
        int code = command.run(List.of(args));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
