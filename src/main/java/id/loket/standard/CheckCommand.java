package id.loket.standard;

import id.loket.platform.cli.PlainCommand;
import id.loket.standard.ServiceDefinitions.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code ./loket check FILE…}: tells everything that is wrong or doubtful in service files, one line each with file, line and column, in
 * English, or in Indonesian with {@code --lang id} or where the environment's {@code LANG} is Indonesian. A folder stands for the
 * {@code *.yaml} in it; the same version of a service in two files is an error. Exits with 1 if there is an error, 2 if a file can't be read or none is named, else 0. Needs no database.
 */
public final class CheckCommand implements PlainCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Function<byte[], Checked> check;
    private Locale language;

    public CheckCommand() {
        this(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv().getOrDefault("LANG", ""),
                ServiceDefinitions::check);
    }

    CheckCommand(PrintStream out, PrintStream err, String environment, Function<byte[], Checked> check) {
        this.out = out;
        this.err = err;
        this.check = check;
        this.language = environment.startsWith("id") ? Locale.of("id") : Locale.ENGLISH;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "checks service files";
    }

    @Override
    public int run(List<String> args) {
        List<String> named = new ArrayList<>(args);
        int at = named.indexOf("--lang");
        if (at >= 0) {
            String wanted = at + 1 < named.size() ? named.get(at + 1) : "";
            if (!List.of("en", "id").contains(wanted)) {
                return refuse("cli.check.language", wanted);
            }
            language = Locale.of(wanted);
            named.subList(at, at + 2).clear();
        }
        if (named.isEmpty() || named.stream().anyMatch(n -> n.startsWith("-"))) {
            return refuse("cli.check.usage");
        }
        return check(named);
    }

    private int check(List<String> named) {
        int unread = 0;
        List<Path> files = new ArrayList<>();
        for (String name : named) {
            try {
                files.addAll(files(Path.of(name)));
            } catch (IOException | InvalidPathException e) {
                unread += refuse("cli.check.unreadable", name);
            }
        }
        if (files.isEmpty() && unread == 0) {
            return refuse("cli.check.no-files", String.join(", ", named));
        }
        int errors = 0;
        int warnings = 0;
        int untranslated = 0;
        Map<String, Path> services = new HashMap<>();
        // each file by itself, on every core; told in their order
        List<Optional<Checked>> all = files.parallelStream().map(this::check).toList();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            if (all.get(i).isEmpty()) {
                refuse("cli.check.unreadable", file.toString());
                unread++;
                continue;
            }
            Checked checked = all.get(i).get();
            List<Finding> findings = new ArrayList<>(checked.findings());
            checked.definition().flatMap(service -> duplicate(file, service, services)).ifPresent(findings::addFirst);
            for (Finding finding : findings) {
                out.println(file + ":" + finding.toString(language));
                errors += finding.isError() ? 1 : 0;
                warnings += finding.isError() ? 0 : 1;
            }
            untranslated += checked.untranslated();
        }
        int read = (int) all.stream().filter(Optional::isPresent).count();
        List<String> counts = Stream.of(read, errors, warnings, untranslated).map(String::valueOf).toList();
        out.println(Finding.text("cli.check.summary", counts, language));
        return unread > 0 ? 2 : errors > 0 ? 1 : 0;
    }

    /** @return empty if the file can't be read */
    private Optional<Checked> check(Path file) {
        try {
            return Optional.of(check.apply(read(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One version of a service is one file; {@code services} gets what this one holds. */
    private static Optional<Finding> duplicate(Path file, ServiceDefinition service, Map<String, Path> services) {
        Path before = services.putIfAbsent(service.code() + " " + service.version(), file);
        if (before == null) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                line(file, "code"), 1, "duplicate-service", service.code(), String.valueOf(service.version()), before));
    }

    /** The line of a property at the top of a file that was read before. */
    private static int line(Path file, String property) {
        try {
            return YamlText.of(new String(read(file), StandardCharsets.UTF_8)).map(text -> text.line(property)).orElse(1);
        } catch (IOException e) {
            return 1;
        }
    }

    private static List<Path> files(Path named) throws IOException {
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> all = Files.list(named)) {
            return all.filter(f -> f.toString().endsWith(".yaml") && Files.isRegularFile(f)).sorted().toList();
        }
    }

    /** No more than shows that a file is too large. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ServiceDefinitions.LARGEST_FILE + 1);
        }
    }

    private int refuse(String key, String... args) {
        err.println(Finding.text(key, List.of(args), language));
        return 2;
    }
}
