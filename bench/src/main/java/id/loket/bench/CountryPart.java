package id.loket.bench;

import id.loket.casefile.BenchCards;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * All offices of the country at their busiest hour, over HTTP from another process. Acts begin when the model says, whether those before have
 * ended or not, and their time counts from there: a server that falls behind shows it.
 */
final class CountryPart implements Part {

    private static final int OFFICES = 514;
    private static final int BUSY_OFFICES = 12;
    private static final int FINISHED = 60_000;
    private static final int SECONDS = 3 * Setting.ROUND_SECONDS;
    /** Nobody waits longer for a page; it counts as an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 2_000;
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
    private static final Pattern FILE = Pattern.compile("href=\"(/berkas/[A-Z0-9_-]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"versi\" value=\"([0-9]+)\"");

    private record Officer(HttpClient client) {}

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
                List<Officer> officers = signIn(served);
                Result.Table table = result.table(
                        "Requests of " + SECONDS + " s at so many times the busiest hour (" + Result.number(movements) + " movements/s)",
                        "times", "kind", "requests/s", "under 200 ms", "p50 ms", "p99 ms", "errors", "CPU of Loket", "memory MB");
                // until it is warm
                load(served, officers, movements, looks);
                load(served, officers, 3 * movements, 3 * looks);
                for (int times : new int[] {1, 3, 10}) {
                    System.out.println("country: " + times + " times the busiest hour");
                    double cpu = served.cpu();
                    Load load = load(served, officers, times * movements, times * looks);
                    double share = (served.cpu() - cpu) / load.seconds;
                    double p99 = 0;
                    int errors = 0;
                    for (Map.Entry<String, Latencies> kind : load.latencies.entrySet()) {
                        Latencies all = kind.getValue();
                        p99 = Math.max(p99, all.percentile(0.99));
                        errors += load.errors.get(kind.getKey()).get();
                        table.rows().add(List.of(
                                Integer.toString(times),
                                kind.getKey(),
                                Result.number(all.size() / load.seconds),
                                Result.number(100 * all.shareUnder(QUICK_MS)) + " %",
                                Result.number(all.percentile(0.5)),
                                Result.number(all.percentile(0.99)),
                                Integer.toString(load.errors.get(kind.getKey()).get()),
                                Result.number(100 * share) + " %",
                                Result.number(served.megabytes())));
                    }
                    result.atMost("p99 of the slowest kind of page at " + times + " times the country's peak", 500, p99, " ms");
                    result.atMost("errors at " + times + " times", 0, errors, "");
                }
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
                "The client is a process of its own on the same machine and takes its share of the processors; CPU of Loket is that of its process"
                        + " alone, 100 % is one processor, its database and the client come on top."));
        return result;
    }

    private static List<Officer> signIn(Served served) throws Exception {
        List<Officer> officers = new ArrayList<>();
        for (int office = 1; office <= BUSY_OFFICES; office++) {
            for (String who : WHO) {
                officers.add(new Officer(served.signedIn(office == 1 ? who : who + "@contoh" + office)));
            }
        }
        return officers;
    }

    /** What came of a load. */
    private static final class Load {
        private final Map<String, Latencies> latencies = new TreeMap<>();
        private final Map<String, AtomicInteger> errors = new TreeMap<>();
        private double seconds;

        Load() {
            for (String kind : List.of("work list", "file page", "movement", "tracking")) {
                latencies.put(kind, new Latencies());
                errors.put(kind, new AtomicInteger());
            }
        }

        /** The answer, timed since {@code due}; null if it was an error. */
        HttpResponse<String> take(String kind, long due, Request request) {
            HttpResponse<String> answer = null;
            try {
                answer = request.send();
            } catch (Exception e) {
                // counted below: no answer is an error
            }
            latencies.get(kind).add(System.nanoTime() - due);
            if (answer == null || answer.statusCode() >= 500 || answer.statusCode() == 429) {
                errors.get(kind).incrementAndGet();
                return null;
            }
            return answer;
        }
    }

    private interface Request {
        HttpResponse<String> send() throws Exception;
    }

    private static Load load(Served served, List<Officer> officers, double movements, double looks) throws InterruptedException {
        Load load = new Load();
        Random random = new Random(514);
        AtomicInteger running = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + SECONDS * 1_000_000_000L;
        double all = movements + looks;
        HttpClient applicant = HttpClient.newHttpClient();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (double at = begun; at < end; at -= Math.log(1 - random.nextDouble()) / all * 1e9) {
                long due = (long) at;
                LockSupport.parkNanos(due - System.nanoTime());
                if (running.get() > MOST_AT_ONCE) {
                    // nobody waits any longer; those who would have come count as errors
                    load.errors.get("movement").incrementAndGet();
                    continue;
                }
                running.incrementAndGet();
                boolean look = random.nextDouble() < looks / all;
                Officer officer = officers.get(random.nextInt(officers.size()));
                long file = 1 + random.nextInt(FINISHED);
                pool.submit(() -> {
                    try {
                        if (look) {
                            track(load, applicant, served.url(), due, file);
                        } else {
                            move(load, officer, served.url(), due);
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                });
            }
        }
        load.seconds = (System.nanoTime() - begun) / 1e9;
        return load;
    }

    private static void track(Load load, HttpClient client, String url, long due, long file) {
        int office = (int) (file % BUSY_OFFICES) + 1;
        String code = (office == 1 ? "1471" : "contoh" + office) + "-" + BenchCards.trackingCode(file);
        // each applicant from an address of his or her own, as behind a proxy: one address may ask only so often
        load.take("tracking", due, () -> client.send(
                HttpRequest.newBuilder(URI.create(url + "/lacak/" + code))
                        .timeout(PATIENCE)
                        .header("X-Forwarded-For", "10.%d.%d.%d".formatted(file >> 16, file >> 8 & 255, file & 255))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    /** Opens the list, the most urgent file that somebody else isn't just opening, and does what is next. */
    private static void move(Load load, Officer officer, String url, long due) {
        HttpResponse<String> list = load.take("work list", due, () -> get(officer.client, url + "/meja-kerja"));
        List<String> files = list == null ? List.of() : all(FILE, list.body());
        if (files.isEmpty()) {
            return;
        }
        String file = files.get(Math.floorMod(due / 1000, files.size()));
        HttpResponse<String> page = load.take("file page", System.nanoTime(), () -> get(officer.client, url + file));
        if (page == null || found(VERSION, page.body()) == null) {
            return;
        }
        String action = page.body().contains("value=\"RECEIVE\"") ? "RECEIVE" : "HAND_OVER";
        String form = "_csrf=" + encoded(found(Served.CSRF, page.body())) + "&tindakan=" + action + "&versi=" + found(VERSION, page.body());
        load.take("movement", System.nanoTime(), () -> post(officer.client, url + file + "/tindakan", form));
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String url, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
