package id.loket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in front of a newcomer: what it can't do it says in one line, and how to mend it. */
class LauncherTest {

    @TempDir
    private Path folder;

    private record Answer(int code, String text) {}

    @Test
    void it_lists_its_commands() throws Exception {
        Answer answer = loket(Map.of(), "help");
        assertThat(answer.code).isZero();
        assertThat(answer.text).contains("./loket run", "./loket test", "./loket cards verify", "docs/configuration.md");
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
