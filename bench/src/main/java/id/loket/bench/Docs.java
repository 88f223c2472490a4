package id.loket.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes docs/benchmarks.md and its charts from the newest result of each part. */
final class Docs {

    private static final String HEAD =
            """
            # Benchmarks

            Written by `./loket bench`, which measures all of it anew; `./loket bench PART` measures one part. The figures behind it are in
            `bench/results`. Ratios are of one run on one machine; absolute figures hold on that machine only.

            **Not claimed:** that other machines give these figures; that the engines can't be made faster by those who know them better (they run
            as they come, and do more than Loket asks of them: any process, not one kind); that a person's office is as even as a load model; anything
            about disks that lose power: what a commit costs depends on the disk most of all.

            """;

    private Docs() {}

    static void write(Path home, List<String> parts) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        List<Result> results = new ArrayList<>();
        for (String part : parts) {
            Path file = home.resolve("bench/results/" + part + ".json");
            if (Files.exists(file)) {
                results.add(Bench.JSON.readValue(Files.readString(file), Result.class));
            }
        }
        text.append("## Targets\n\n| figure | target | reached | |\n|---|---|---|---|\n");
        results.forEach(r -> r.targets().forEach(t -> text.append("| %s | %s | %s | %s |\n"
                .formatted(t.figure(), t.target(), t.reached(), t.met() ? "met" : "**missed**"))));
        text.append(results.stream()
                .flatMap(r -> r.targets().stream())
                .filter(t -> !t.met() && t.why() != null && !t.why().isEmpty())
                .map(t -> "- **" + t.figure() + "**: " + t.why() + "\n")
                .collect(Collectors.joining("", "\nWhat stands in the way of those that are missed:\n\n", "")));
        Path images = Files.createDirectories(home.resolve("docs/images"));
        for (Result result : results) {
            Result.Machine machine = result.machine();
            text.append("\n## ").append(result.title()).append("\n\n");
            text.append("Measured %s on %d processors, %,d MB of memory, Java %s, PostgreSQL %s; load average at the start %.1f.\n\n".formatted(
                    result.measuredAt(), machine.processors(), machine.memoryMb(), machine.java(), machine.postgres(), machine.busy()));
            result.how().forEach(h -> text.append("- ").append(h).append('\n'));
            for (Result.Table table : result.tables()) {
                text.append("\n**").append(table.title()).append("**\n\n| ").append(String.join(" | ", table.columns())).append(" |\n|");
                text.append(table.columns().stream().map(c -> c.equals(table.columns().getFirst()) ? "---|" : "--:|").collect(Collectors.joining()));
                text.append('\n');
                table.rows().forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
            }
            for (Result.Chart chart : result.charts()) {
                Files.writeString(images.resolve(chart.file()), LineChart.svg(chart));
                text.append("\n![").append(chart.title()).append("](images/").append(chart.file()).append(")\n");
            }
            if (!result.findings().isEmpty()) {
                text.append('\n');
                result.findings().forEach(f -> text.append("- ").append(f).append('\n'));
            }
        }
        Files.writeString(home.resolve("docs/benchmarks.md"), text.toString());
    }
}
