package id.loket.standard;

import id.loket.platform.cli.PlainCommand;
import id.loket.standard.ServiceDefinitions.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code ./loket check FILE…}: tells everything that is wrong or doubtful in service files, one line each with file, line and column, in
 * English, or in Indonesian with {@code --lang id} or where the environment's {@code LANG} is Indonesian. A folder stands for the
 * {@code *.yaml} in it. Exits with 1 if there is an error, 2 if a file can't be read or none is named, else 0. Needs no database.
 */
public final class CheckCommand implements PlainCommand {

    /** Accessors of a record; the JVM makes them anew each time that it is asked. */
    private static final ClassValue<Method[]> PARTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
        }
    };

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
        int files = 0;
        int errors = 0;
        int warnings = 0;
        int unread = 0;
        int untranslated = 0;
        for (String name : named) {
            try {
                for (Path file : files(Path.of(name))) {
                    Checked checked = check.apply(read(file));
                    for (Finding finding : checked.findings()) {
                        out.println(file + ":" + finding.toString(language));
                    }
                    files++;
                    errors += checked.errors().size();
                    warnings += checked.warnings().size();
                    untranslated += checked.definition().map(CheckCommand::untranslated).orElse(0);
                }
            } catch (IOException | InvalidPathException e) {
                unread += refuse("cli.check.unreadable", name);
            }
        }
        if (files == 0 && unread == 0) {
            return refuse("cli.check.no-files", String.join(", ", named));
        }
        List<String> counts = Stream.of(files, errors, warnings, untranslated).map(String::valueOf).toList();
        out.println(Finding.text("cli.check.summary", counts, language));
        return unread > 0 ? 2 : errors > 0 ? 1 : 0;
    }

    /** Texts of a usable file that have no English, wherever they stand in it. */
    private static int untranslated(Object part) {
        return switch (part) {
            case Text text -> text.en() == null ? 1 : 0;
            case Collection<?> several -> several.stream().mapToInt(CheckCommand::untranslated).sum();
            case Record record ->
                Arrays.stream(PARTS.get(record.getClass())).mapToInt(accessor -> untranslated(value(record, accessor))).sum();
            case null, default -> 0;
        };
    }

    private static Object value(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
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
