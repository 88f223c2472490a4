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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** A Loket with all offices of the country in its database, and those who visit it: officers at their work, and applicants who look. */
final class CountryLoad implements AutoCloseable {

    static final int OFFICES = 514;
    private static final int BUSY_OFFICES = 60;
    /** With them one in eleven open: enough to do for more than an hour. */
    private static final int FINISHED = 300_000;
    /** Nobody waits longer for a page; it counts as an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** After each leg, so that those of one are gone before the next begins. */
    private static final int PAUSE_SECONDS = 20;

    private static final int APPLICANTS = 20_000;

    private static final int FILES_A_DAY = 100;
    private static final double MOVEMENTS_OF_FILE = 18.4;
    private static final int LOOKS_OF_APPLICANT = 3;
    /** Regencies and cities west, in the middle and east. */
    private static final int[] ZONES = {301, 150, 63};
    /** Share of a day's files that come in the hour from 9 where the office is, and in the two after it. */
    private static final double[] HOURS = {0.20, 0.16, 0.12};
    /** In the country's busiest hour, in which it is 9 in the west: files, movements and looks a second. */
    private static final double FILES = (ZONES[0] * HOURS[0] + ZONES[1] * HOURS[1] + ZONES[2] * HOURS[2]) * FILES_A_DAY / 3600;

    static final double MOVEMENTS = FILES * MOVEMENTS_OF_FILE;
    private static final double LOOKS = FILES * LOOKS_OF_APPLICANT;

    static final List<String> HOW = List.of(
            "Load model, assumed and stated: 514 regencies and cities (301 in western, 150 in central, 63 in eastern time), " + FILES_A_DAY
                    + " files per office and day, " + MOVEMENTS_OF_FILE + " movements a file, a fifth of the day's work in the hour from 9; at 9 in"
                    + " Jakarta it is 10 and 11 in the others. An applicant looks " + LOOKS_OF_APPLICANT + " times.",
            "A movement is three requests: the work list, the file's page, the form. Officers of " + BUSY_OFFICES
                    + " offices do the work of all; 514 offices and " + Result.number(FINISHED) + " finished files lie in the database."
                    + " Letters are drawn where a movement brings one forth: counted under this load at one movement in forty, for here officers receive"
                    + " more than they hand over. In a file's whole life it is one in six; at 40 ms each (part engine) that would take a quarter of a"
                    + " processor more at the busiest hour.",
            "The client is Gatling in a process of its own on the same machine, which takes its share of the processors: visitors come at their rate,"
                    + " whether those before have been answered or not, and give up after " + PATIENCE.toSeconds() + " s. After each leg nobody comes for "
                    + PAUSE_SECONDS + " s. CPU of Loket is that of its process alone; its database and the client come on top.");

    private static final List<String> WHO = List.of("cetak", "muda", "madya", "sekretaris", "kadis");

    private final Path home;
    private final Path folder;
    private final Served served;

    CountryLoad(Setting setting) throws Exception {
        home = setting.home();
        folder = setting.folder().resolveSibling("bench-country");
        FileSystemUtils.deleteRecursively(folder);
        Served.fill(folder, setting, OFFICES, BUSY_OFFICES, FINISHED);
        served = new Served(home, folder);
        signIn(folder.resolve("officers.csv"));
        applicants(folder.resolve("applicants.csv"));
    }

    @Override
    public void close() throws IOException {
        served.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** So many seconds at so many times the rate of the country's busiest hour. */
    record Leg(double times, int seconds) {}

    /** What came of a leg; a request counts to that in which it began. */
    static final class Came {
        private final Leg leg;
        private final Map<String, Latencies> latencies = new TreeMap<>();
        private final Map<String, Integer> errors = new TreeMap<>();
        private double cpu;
        private double megabytes;

        private Came(Leg leg) {
            this.leg = leg;
        }

        Leg leg() {
            return leg;
        }

        /** By kind of page. */
        Map<String, Latencies> latencies() {
            return latencies;
        }

        int errors(String kind) {
            return errors.get(kind);
        }

        int errors() {
            return errors.values().stream().mapToInt(Integer::intValue).sum();
        }

        int requests() {
            return latencies.values().stream().mapToInt(Latencies::size).sum();
        }

        /** Of Loket's process, until the next leg began. */
        double millisOfCpuPerRequest() {
            return 1000 * cpu / requests();
        }

        /** In memory when its visitors had come, with the database. */
        double megabytes() {
            return megabytes;
        }
    }

    /** How Loket was at a time. */
    private record Sample(long at, double cpu, double megabytes) {}

    /** Visitors by Gatling, in one process of its own for all legs; returns when the last has gone. */
    List<Came> come(List<Leg> legs) throws IOException, InterruptedException {
        Path results = folder.resolve("gatling");
        FileSystemUtils.deleteRecursively(results);
        Path load = home.resolve("bench/load/target");
        Process gatling = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC", "-Xmx512m", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                        "-cp", load.resolve("classes") + File.pathSeparator + Files.readString(load.resolve("classpath")),
                        "-Durl=" + served.url(), "-Dmovements=" + MOVEMENTS, "-Dlooks=" + LOOKS, "-Dpause=" + PAUSE_SECONDS,
                        "-Dlegs=" + legs.stream().map(leg -> leg.times() + ":" + leg.seconds()).collect(Collectors.joining(",")),
                        "-Dofficers=" + folder.resolve("officers.csv"), "-Dapplicants=" + folder.resolve("applicants.csv"),
                        "-Dgatling.http.requestTimeout=" + PATIENCE.toMillis(),
                        "io.gatling.app.Gatling", "--simulation", "id.loket.bench.load.Country", "--no-reports",
                        "--binaries-folder", load.resolve("classes").toString(), "--results-folder", results.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gatling.txt").toFile())
                .start();
        List<Sample> samples = new ArrayList<>();
        do {
            samples.add(new Sample(System.currentTimeMillis(), served.cpu(), served.megabytes()));
        } while (!gatling.waitFor(2, TimeUnit.SECONDS));
        samples.add(new Sample(System.currentTimeMillis(), served.cpu(), served.megabytes()));
        if (gatling.exitValue() != 0) {
            throw new IllegalStateException("the load ended with " + gatling.exitValue() + ": " + Files.readString(folder.resolve("gatling.txt")));
        }
        List<String[]> requests;
        try (var runs = Files.list(results);
                var lines = Files.lines(runs.findFirst().orElseThrow().resolve("simulation.log"))) {
            requests = lines.map(line -> line.split("\t")).filter(words -> words[0].equals("REQUEST")).toList();
        }
        long begun = requests.stream().mapToLong(words -> Long.parseLong(words[3])).min().orElseThrow();
        List<Came> came = new ArrayList<>();
        for (Leg leg : legs) {
            Came of = new Came(leg);
            long come = begun + leg.seconds() * 1000L;
            long next = came.size() == legs.size() - 1 ? Long.MAX_VALUE : come + PAUSE_SECONDS * 1000L;
            for (String[] words : requests) {
                long at = Long.parseLong(words[3]);
                if (at >= begun && at < next) {
                    of.latencies.computeIfAbsent(words[2], kind -> new Latencies()).add((Long.parseLong(words[4]) - at) * 1_000_000);
                    of.errors.merge(words[2], words[5].equals("OK") ? 0 : 1, Integer::sum);
                }
            }
            of.cpu = near(samples, next).cpu - near(samples, begun).cpu;
            of.megabytes = near(samples, come).megabytes;
            came.add(of);
            begun = next;
        }
        return came;
    }

    private static Sample near(List<Sample> samples, long at) {
        return samples.stream().min(Comparator.comparingLong(sample -> Math.abs(sample.at - at))).orElseThrow();
    }

    /** Those who work: signed in once, their cookies in a file. */
    private void signIn(Path file) throws Exception {
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
}
