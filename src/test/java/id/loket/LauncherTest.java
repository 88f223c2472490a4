package id.loket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in front of a newcomer: what it can't do it says in one line, and how to mend it. */
class LauncherTest {

    @TempDir
    private Path folder;

    private record Answer(int code, String text) {}

    @Test
    void it_lists_its_commands() throws Exception {
        Answer answer = loket(Map.of(), "help");
        assertThat(answer.code).isZero();
        assertThat(answer.text).contains("./loket run", "./loket test", "./loket check", "./loket cards verify", "docs/configuration.md");
    }

    @Test
    void without_a_jdk_it_says_how_to_get_one() throws Exception {
        Path script = Files.copy(Path.of("loket"), folder.resolve("loket"));
        // A machine without Java: only the shell's own tools are on the path, and no JDK lies where they are looked for.
        String text = Files.readString(script).replace("/usr/lib/jvm/*", "").replace("/opt/*jdk*", "");
        Files.writeString(script, text);
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : new String[] {"dirname", "sed", "head", "grep", "readlink", "find"}) {
            Path real = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
        }
        Answer answer = run(Map.of("PATH", bin.toString(), "HOME", folder.toString(), "JAVA_HOME", ""), "/bin/sh", script.toString(), "run");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text.lines()).singleElement().asString().contains("needs a JDK 25 or newer", "adoptium.net");
    }

    @Test
    void what_objects_may_take_is_bounded_by_a_setting() throws Exception {
        prepareCopy();
        assertThat(copy(Map.of()).text).contains("-Xmx768m");
        assertThat(copy(Map.of("LOKET_HEAP", "2g")).text).contains("-Xmx2g");
        for (String none : List.of("much", "768", "m", "-1g", "0g", "255m", "1.5g", "9 m", "12345678901234567890123g")) {
            assertThat(copy(Map.of("LOKET_HEAP", none)))
                    .isEqualTo(new Answer(1, "LOKET_HEAP is \"" + none + "\", but it is a size of 256m or more, such as 768m or 2g\n"));
        }
    }

    /** With a JDK that only says what it was asked for: {@code java} leaves behind what the real one does, and tells its arguments. */
    @Test
    void the_second_run_starts_from_what_the_first_left_behind_if_that_is_whole() throws Exception {
        prepareCopy();
        UnaryOperator<String> run = fault -> copy(Map.of("FAULT", fault)).text;

        assertThat(run.apply("NOT_SERVED")).contains("-XX:AOTCacheOutput=");
        assertThat(run.apply("HALF_WRITTEN")).as("the one before didn't come to serve").contains("-XX:AOTCacheOutput=");
        assertThat(run.apply("")).as("the one before was killed while it wrote").contains("-XX:AOTCacheOutput=");
        assertThat(run.apply("")).contains("-XX:AOTCache=target/unpacked/run-").doesNotContain("AOTCacheOutput");
        Files.writeString(folder.resolve("jdk/release"), "another build");
        assertThat(run.apply("")).as("each JDK has its own").contains("-XX:AOTCacheOutput=");
    }

    /** Of the launcher, with something that looks built, and a JDK beside it that only says what it was asked for. */
    private void prepareCopy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("a copy"));
        Files.copy(Path.of("loket"), home.resolve("loket"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Path unpacked = Files.createDirectories(home.resolve("target/unpacked"));
        Files.createFile(home.resolve("target/loket.jar"));
        Files.createFile(unpacked.resolve("loket.jar"));
        Files.setLastModifiedTime(home.resolve("target/loket.jar"), FileTime.from(Instant.now().plusSeconds(60)));
        Files.setLastModifiedTime(unpacked.resolve("loket.jar"), FileTime.from(Instant.now().plusSeconds(120)));
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "a build");
        Path java = Files.writeString(
                jdk.resolve("java"),
                """
                #!/bin/sh
                [ "$1" = -version ] && { echo 'openjdk version "25.0.3"' >&2; exit; }
                for word; do
                    case "$word" in
                    -XX:AOTCacheOutput=*)
                        echo cache >"${word#*=}"
                        [ "$FAULT" != HALF_WRITTEN ] || : >"${word#*=}.config" ;;
                    -Dloket.served=*) [ "$FAULT" = NOT_SERVED ] || : >"${word#*=}" ;;
                    esac
                done
                echo "$@"
                """);
        Files.createSymbolicLink(jdk.resolve("javac"), java);
        java.toFile().setExecutable(true);
    }

    private Answer copy(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", folder.resolve("jdk").toString());
        try {
            return run(all, "/bin/sh", folder.resolve("a copy/loket").toString(), "run");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_port_that_is_taken_is_said_in_one_line_before_anything_starts() throws Exception {
        try (var taken = new ServerSocket(0)) {
            Answer answer = main(Map.of("LOKET_PORT", Integer.toString(taken.getLocalPort())));
            assertThat(answer.code).isEqualTo(1);
            assertThat(answer.text.lines()).singleElement().asString()
                    .isEqualTo("Port " + taken.getLocalPort() + " is in use. Set LOKET_PORT to another one, or stop what uses it");
            assertThat(folder.resolve("data/db")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", ""})
    void a_port_that_is_none_is_said_in_one_line(String port) throws Exception {
        Answer answer = main(Map.of("LOKET_PORT", port));
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text.lines()).singleElement().asString()
                .isEqualTo("LOKET_PORT is \"" + port + "\", but a port is a number from 1 to 65535");
    }

    @Test
    void a_database_that_does_not_answer_is_said_in_one_line() throws Exception {
        Answer answer = main(Map.of("LOKET_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/loket", "LOKET_DATABASE_USER", "loket"), "cards", "verify");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text.lines()).singleElement().asString()
                .startsWith("The database at jdbc:postgresql://127.0.0.1:1/loket can't be used: Connection to 127.0.0.1:1 refused.");
    }

    @Test
    @Tag("DLV-2")
    void a_service_that_ships_goes_out_as_bpmn_and_comes_back_without_a_database() throws Exception {
        Map<String, String> nothing = Map.of("LOKET_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/loket", "LOKET_DATABASE_USER", "loket");
        Answer model = main(nothing, "bpmn", "SIKRO");
        assertThat(model.code).isZero();
        assertThat(model.text).startsWith("<?xml").endsWith("</definitions>\n").contains("step_9");
        Path file = Files.writeString(folder.resolve("SIKRO.bpmn"), model.text);
        Answer draft = main(nothing, "bpmn", "import", file.toString());
        assertThat(draft.code).isZero();
        assertThat(main(nothing, "bpmn", Files.writeString(folder.resolve("SIKRO.yaml"), draft.text).toString())).isEqualTo(model);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void what_the_bpmn_commands_cannot_use_is_said_with_its_exit_code() throws Exception {
        assertThat(main(Map.of(), "bpmn")).isEqualTo(
                new Answer(2, "Which service? ./loket bpmn CODE [--version N] [--office CODE], or ./loket bpmn FILE.yaml\n"));
        assertThat(main(Map.of(), "bpmn", "gone.yaml")).isEqualTo(new Answer(1, "There is no file gone.yaml\n"));
        assertThat(main(Map.of(), "bpmn", "import", "gone.bpmn")).isEqualTo(new Answer(1, "There is no file gone.bpmn\n"));
        Path none = Files.writeString(folder.resolve("none.bpmn"), "<html/>");
        Answer refused = main(Map.of(), "bpmn", "import", none.toString());
        assertThat(refused.code).isEqualTo(1);
        assertThat(refused.text.lines()).singleElement().asString().startsWith(none + ": the file is no BPMN 2.0");
        Answer needsHands = main(Map.of(), "bpmn", "import", "src/test/resources/bpmn/drawn-by-hand.bpmn");
        assertThat(needsHands.code).isEqualTo(3);
        assertThat(needsHands.text).contains("parallelGateway Gateway_bagi was not taken over");
    }

    /** The check is quick because nothing of the application is loaded for it: neither settings nor database, log or pages. */
    @Test
    void service_files_are_checked_without_starting_anything() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Map<String, String> unusable = Map.of(
                "LOKET_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/loket",
                "LOKET_PORT", "none",
                "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
        Answer answer = main(unusable, "check", "src/test/resources/services/broken/unknown-actor.yaml");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text).contains("unknown-actor.yaml:26:93: error [unknown-actor]", "Files: 1. Errors: 1.");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(Files.readString(loaded)).contains(" id.loket.standard.CheckCommand ")
                .doesNotContain(" org.springframework.", " org.slf4j.", " ch.qos.logback.", " org.postgresql.", " gg.jte.");
    }

    /** The application itself, in a process of its own, on an empty data folder. */
    private Answer main(Map<String, String> environment, String... args) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LOKET_DATA_DIR", folder.resolve("data").toString());
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Loket.class.getName()));
        command.addAll(List.of(args));
        return run(all, command.toArray(String[]::new));
    }

    private static Answer loket(Map<String, String> environment, String... args) throws Exception {
        String[] command = new String[args.length + 1];
        command[0] = "./loket";
        System.arraycopy(args, 0, command, 1, args.length);
        return run(environment, command);
    }

    private static Answer run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }
}
