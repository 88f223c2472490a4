package id.loket.bench;

import id.loket.casefile.BenchCards;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * All offices of the country at their busiest hour, over HTTP from another process. Visitors come when the model says, whether those before have
 * been answered or not: a server that falls behind shows it.
 */
final class CountryPart implements Part {

    private static final int OFFICES = 514;
    private static final int BUSY_OFFICES = 60;
    /** With them one in eleven open: enough for the hour and what comes after it. */
    private static final int FINISHED = 300_000;
    private static final int SECONDS = 3 * Setting.ROUND_SECONDS;
    /** The hour before, in parts. */
    private static final int PARTS = 6;

    private static final int PART_SECONDS = 60 * Setting.ROUND_SECONDS;
    private static final double BEFORE = 0.25;
    /** Nobody waits longer for a page; it counts as an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int APPLICANTS = 20_000;
    /** Of the busiest hour; the first two show what the machine bears where it doesn't bear that. */
    private static final double[] TIMES = {0.25, 0.5, 1, 3, 10};
    private static final double SLOW_MS = 500;
    private static final double QUICK_MS = 200;

    /** Share of a day's files that come in an hour, by the hour where the office is: busiest at 9. */
    private static final Map<Integer, Double> DAY =
            Map.of(8, 0.14, 9, 0.20, 10, 0.16, 11, 0.12, 12, 0.02, 13, 0.14, 14, 0.12, 15, 0.10);

    private static final int FILES_A_DAY = 100;
    private static final double MOVEMENTS = 18.4;
    private static final int LOOKS_OF_APPLICANT = 3;
    /** Regencies and cities west, in the middle and east. */
    private static final int[] ZONES = {301, 150, 63};

    private static final List<String> WHO = List.of("cetak", "muda", "madya", "sekretaris", "kadis");

    @Override
    public String name() {
        return "country";
    }

    @Override
    public Result run(Setting setting, boolean quick) throws Exception {
        Result result = setting.result(name(), "The country");
        Path folder = setting.folder().resolveSibling("bench-country");
        FileSystemUtils.deleteRecursively(folder);
        double files = 0;
        for (int zone = 0; zone < ZONES.length; zone++) {
            files += ZONES[zone] * FILES_A_DAY * DAY.get(9 + zone) / 3600;
        }
        double movements = files * MOVEMENTS;
        double looks = files * LOOKS_OF_APPLICANT;
        try {
            Served.fill(folder, setting, OFFICES, BUSY_OFFICES, FINISHED);
            try (Served served = new Served(setting.home(), folder)) {
                signIn(served, folder.resolve("officers.csv"));
                applicants(folder.resolve("applicants.csv"));
                hour(setting, served, folder, result, movements, looks);
                Result.Table table = result.table(
                        "Requests of " + SECONDS + " s at so many times the busiest hour (" + Result.number(movements) + " movements/s)",
                        "times", "kind", "requests/s", "under 200 ms", "p50 ms", "p99 ms", "errors", "CPU of Loket", "memory MB");
                double borne = 0;
                for (double times : TIMES) {
                    System.out.println("country: " + Result.number(times) + " times the busiest hour");
                    double cpu = served.cpu();
                    Load load = load(setting, served, folder, SECONDS, times * movements, times * looks);
                    double used = served.cpu() - cpu;
                    double p99 = 0;
                    int errors = 0;
                    for (Map.Entry<String, Latencies> kind : load.latencies.entrySet()) {
                        Latencies all = kind.getValue();
                        p99 = Math.max(p99, all.percentile(0.99));
                        errors += load.errors.get(kind.getKey());
                        table.rows().add(List.of(
                                Result.number(times),
                                kind.getKey(),
                                Result.number(all.size() / load.seconds()),
                                Result.number(100 * all.shareUnder(QUICK_MS)) + " %",
                                Result.number(all.percentile(0.5)),
                                Result.number(all.percentile(0.99)),
                                Integer.toString(load.errors.get(kind.getKey())),
                                Result.number(100 * used / load.seconds()) + " %",
                                Result.number(served.megabytes())));
                    }
                    if (p99 <= SLOW_MS && errors == 0) {
                        borne = times;
                    }
                    int requests = load.latencies.values().stream().mapToInt(Latencies::size).sum();
                    if (times >= 1) {
                        String why = "Loket, its database and Gatling share " + Runtime.getRuntime().availableProcessors() + " processors. Of them Loket took "
                                + Result.number(1000 * used / requests) + " ms a request here, a letter as PDF/A at about every fifth movement included; the others come on top.";
                        result.atMost("p99 of the slowest kind of page at " + Result.number(times) + " times the country's peak", SLOW_MS, p99, " ms", why);
                        result.atMost("errors at " + Result.number(times) + " times", 0, errors, "", why);
                    }
                }
                result.findings().add("Borne with every p99 within " + Result.number(SLOW_MS) + " ms and without an error: "
                        + (borne == 0 ? "none of these" : Result.number(borne) + " times the country's busiest hour, " + Result.number(borne * OFFICES) + " offices") + ".");
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        result.how().addAll(List.of(
                "Load model, assumed and stated: 514 regencies and cities (301 in western, 150 in central, 63 in eastern time), " + FILES_A_DAY
                        + " files per office and day, " + MOVEMENTS + " movements a file, a fifth of the day's work in the hour from 9; at 9 in"
                        + " Jakarta it is 10 and 11 in the others. An applicant looks " + LOOKS_OF_APPLICANT + " times.",
                "A movement is three requests: the work list, the file's page, the form. Officers of " + BUSY_OFFICES
                        + " offices do the work of all; 514 offices and " + Result.number(FINISHED) + " finished files lie in the database. Letters are rendered.",
                "The client is Gatling in a process of its own on the same machine, which takes its share of the processors: visitors come at their rate,"
                        + " whether those before have been answered or not, and give up after " + PATIENCE.toSeconds() + " s. CPU of Loket is that of its"
                        + " process alone, 100 % is one processor; its database and the client come on top."));
        return result;
    }

    /** What it needs when the day goes on; and the warm-up for what follows. */
    private static void hour(Setting setting, Served served, Path folder, Result result, double movements, double looks) throws Exception {
        Result.Table table = result.table(
                Result.number(PARTS * PART_SECONDS / 60) + " minutes after the start, at " + BEFORE + " times the busiest hour",
                "minutes", "requests/s", "p50 ms", "p99 ms", "errors", "CPU of Loket ms a request", "memory MB", "of it PostgreSQL");
        for (int part = 1; part <= PARTS; part++) {
            double cpu = served.cpu();
            Load load = load(setting, served, folder, PART_SECONDS, BEFORE * movements, BEFORE * looks);
            Latencies all = new Latencies();
            load.latencies.values().forEach(all::addAll);
            table.rows().add(List.of(
                    Result.number(part * PART_SECONDS / 60.0),
                    Result.number(all.size() / load.seconds()),
                    Result.number(all.percentile(0.5)),
                    Result.number(all.percentile(0.99)),
                    Integer.toString(load.errors.values().stream().mapToInt(Integer::intValue).sum()),
                    Result.number(1000 * (served.cpu() - cpu) / all.size()),
                    Result.number(served.megabytes()),
                    Result.number(served.megabytesOfDatabase())));
            System.out.println("country: " + String.join(" ", table.rows().getLast()));
        }
    }

    /** Those who work: signed in once, their cookies in a file. */
    private static void signIn(Served served, Path file) throws Exception {
        List<String> lines = new ArrayList<>(List.of("cookie"));
        for (int office = 1; office <= BUSY_OFFICES; office++) {
            for (String who : WHO) {
                try (HttpClient browser = served.signedIn(office == 1 ? who : who + "@contoh" + office)) {
                    lines.add(((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
                }
            }
        }
        Files.write(file, lines);
    }

    /** Those who look: what they open, and from where. */
    private static void applicants(Path file) throws IOException {
        Random random = new Random(514);
        List<String> lines = new ArrayList<>(List.of("path,address"));
        for (int i = 0; i < APPLICANTS; i++) {
            int no = 1 + random.nextInt(FINISHED);
            int office = no % BUSY_OFFICES + 1;
            lines.add("/lacak/%s-%s,10.%d.%d.%d".formatted(
                    office == 1 ? "1471" : "contoh" + office, BenchCards.trackingCode(no), no >> 16, no >> 8 & 255, no & 255));
        }
        Files.write(file, lines);
    }

    /** What came of a load, by kind of page. */
    private static final class Load {
        private final Map<String, Latencies> latencies = new TreeMap<>();
        private final Map<String, Integer> errors = new TreeMap<>();
        private long begun = Long.MAX_VALUE;
        private long ended;

        double seconds() {
            return (ended - begun) / 1000.0;
        }
    }

    /** Gatling, in a process of its own. */
    private static Load load(Setting setting, Served served, Path folder, int seconds, double movements, double looks)
            throws IOException, InterruptedException {
        Path results = folder.resolve("gatling");
        FileSystemUtils.deleteRecursively(results);
        Path load = setting.home().resolve("bench/load/target");
        Process gatling = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                        "-cp", load.resolve("classes") + File.pathSeparator + Files.readString(load.resolve("classpath")),
                        "-Durl=" + served.url(), "-Dseconds=" + seconds, "-Dmovements=" + movements, "-Dlooks=" + looks,
                        "-Dofficers=" + folder.resolve("officers.csv"), "-Dapplicants=" + folder.resolve("applicants.csv"),
                        "-Dgatling.http.requestTimeout=" + PATIENCE.toMillis(),
                        "io.gatling.app.Gatling", "--simulation", "id.loket.bench.load.Country", "--no-reports",
                        "--binaries-folder", load.resolve("classes").toString(), "--results-folder", results.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gatling.txt").toFile())
                .start();
        if (gatling.waitFor() != 0) {
            throw new IllegalStateException("the load ended with " + gatling.exitValue() + ": " + Files.readString(folder.resolve("gatling.txt")));
        }
        Load came = new Load();
        try (var runs = Files.list(results);
                var lines = Files.lines(runs.findFirst().orElseThrow().resolve("simulation.log"))) {
            lines.map(line -> line.split("\t")).filter(words -> words[0].equals("REQUEST")).forEach(words -> {
                long begun = Long.parseLong(words[3]);
                long ended = Long.parseLong(words[4]);
                came.begun = Math.min(came.begun, begun);
                came.ended = Math.max(came.ended, ended);
                came.latencies.computeIfAbsent(words[2], kind -> new Latencies()).add((ended - begun) * 1_000_000);
                came.errors.merge(words[2], words[5].equals("OK") ? 0 : 1, Integer::sum);
            });
        }
        return came;
    }
}
