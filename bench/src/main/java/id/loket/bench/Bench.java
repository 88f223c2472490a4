package id.loket.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./loket bench [PART] [--quick]}: measures, prints tables, and writes what it found as JSON. A whole part goes into
 * {@code bench/results}, from which docs/benchmarks.md and its charts are written; the short form only into {@code bench/target}, and it ends with 1
 * where a count that doesn't depend on the machine is not as it must be.
 */
public final class Bench {

    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<Part> PARTS =
            List.of(new EnginePart(), new NoticePart(), new GrowthPart(), new CountryPart(), new HourPart(), new StartPart());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        boolean quick = words.remove("--quick");
        List<String> wanted = words.isEmpty() ? PARTS.stream().map(Part::name).toList() : words;
        List<Part> parts = PARTS.stream().filter(p -> wanted.contains(p.name())).toList();
        if (parts.size() != wanted.size()) {
            System.err.println("Parts: " + String.join(", ", PARTS.stream().map(Part::name).toList()) + "; all without one");
            System.exit(2);
        }
        System.exit(run(parts, quick) ? 0 : 1);
    }

    private static boolean run(List<Part> parts, boolean quick) throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path folder = Path.of(System.getenv().getOrDefault("LOKET_BENCH_DIR", "bench/target/data")).toAbsolutePath();
        Path results = Files.createDirectories(home.resolve(quick ? "bench/target/results" : "bench/results"));
        boolean good = true;
        try (Server server = Server.start(quick ? folder.resolveSibling("quick") : folder, !quick)) {
            for (Part part : parts) {
                Result result = part.run(new Setting(home, folder, server), quick);
                result.print();
                Files.writeString(results.resolve(part.name() + ".json"), JSON.writeValueAsString(result) + "\n");
                good &= result.targets().stream().allMatch(Result.Target::met);
            }
        }
        if (!quick) {
            Docs.write(home, PARTS.stream().map(Part::name).toList());
        }
        return good || !quick;
    }
}
