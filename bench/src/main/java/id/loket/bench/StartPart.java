package id.loket.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** How long a start takes, what it weighs, and what the first visit of a page does. */
final class StartPart implements Part {

    /** By the threads' times in /proc on a quiet machine; measured apart from this run. */
    private static final String COMPILING =
            "Four tenths of its processor time is the JVM's second compiler, a fifth its first one, a third the one thread that puts the application"
                    + " together. Left out, the second compiler saves three processor seconds of ten; but then what runs often is never compiled well.";
    private static final String RECORDING =
            "The JVM writes down for later starts what it loads, which by itself takes about four seconds (13.1 against 9.3 s on a database that was"
                    + " there); the rest is a database unpacked, made and filled beside it.";

    private static final int STARTS = 3;
    private static final int VISITS = 200;
    private static final int WARM_VISITS = 300;
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg|png|woff2|ico|webmanifest)[^\"]*)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\([\"']?([^)\"']+\\.woff2)[\"']?\\)");
    private static final List<String> PAGES =
            List.of("/", "/layanan", "/layanan/SIKRO", "/lacak", "/verifikasi", "/aduan", "/masuk");
    private static final String WORK_LIST = "/meja-kerja";
    private static final int FILES = 2_000;
    private static final int QUICK_FILES = 200;

    private record Visit(int requests, double kilobytes, double p50, double p99) {}

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Result run(Setting setting, boolean quick) throws Exception {
        Result result = setting.result(name(), "Start, size and pages");
        Path folder = setting.folder().resolveSibling("bench-start");
        FileSystemUtils.deleteRecursively(folder);
        try {
            if (quick) {
                Served.fill(folder, setting, 1, 1, QUICK_FILES);
                try (Served served = new Served(setting.home(), folder)) {
                    pages(result, served, 1);
                }
            } else {
                measured(setting, folder, result);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return result;
    }

    private static void measured(Setting setting, Path folder, Result result) throws Exception {
        List<Served> second = new ArrayList<>();
        Served.forget(setting.home());
        Served first = new Served(setting.home(), folder);
        first.close();
        for (int i = 0; i < STARTS; i++) {
            Served again = new Served(setting.home(), folder);
            second.add(again);
            again.close();
        }
        Served killed = new Served(setting.home(), folder);
        killed.kill();
        Served afterKill = new Served(setting.home(), folder);
        afterKill.rested();
        double idle = afterKill.megabytes();
        double database = afterKill.megabytesOfDatabase();
        afterKill.close();
        starts(result, first, second, afterKill);

        FileSystemUtils.deleteRecursively(folder);
        Served.fill(folder, setting, 1, 1, FILES);
        double loaded;
        try (Served served = new Served(setting.home(), folder)) {
            pages(result, served, VISITS);
            loaded = served.megabytes();
        }
        Path jar = setting.home().resolve("target/loket.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            long libraries = file.stream().filter(e -> e.getName().startsWith("BOOT-INF/lib/") && e.getName().endsWith(".jar")).count();
            Result.Table table = result.table("Size", "", "");
            table.rows().add(List.of("memory idle, with PostgreSQL", Result.number(idle) + " MB"));
            table.rows().add(List.of("of it PostgreSQL", Result.number(database) + " MB"));
            table.rows().add(List.of("memory after " + (PAGES.size() + 1) * (VISITS + WARM_VISITS) + " pages", Result.number(loaded) + " MB"));
            table.rows().add(List.of("jar", Result.number(Files.size(jar) / 1e6) + " MB"));
            table.rows().add(List.of("libraries in it", Result.number(libraries)));
        }
        result.atMost("memory idle, with PostgreSQL", 350, idle, " MB");
        result.how().addAll(List.of(
                "`./loket run`, built before, until the public home page came with 200; CPU is that of the launcher and the Java process. First: the"
                        + " folder is empty, the server is unpacked, the database made, and the JVM remembers nothing; when it ends it leaves its"
                        + " cache for the next. After a kill -9 its database runs on and is found again.",
                "Memory: proportional set size, so that what PostgreSQL's processes share counts once.",
                "A page with everything that it loads, nothing cached. Times of one visitor on loopback, the request itself included. The work list is"
                        + " that of an office with " + Result.number(FILES) + " finished files and a tenth of that open."));
    }

    /** What a first visit loads; and, asked for often enough, what the server needs for the page alone. */
    private static void pages(Result result, Served served, int visits) throws Exception {
        Result.Table table = result.table(
                "First visit of a page, compressed as browsers ask for it, and the server's time for the page alone (warm)",
                "", "requests", "kB", "p50 ms", "p99 ms");
        double heaviest = 0;
        double slowest = 0;
        for (String page : Stream.concat(PAGES.stream(), Stream.of(WORK_LIST)).toList()) {
            try (HttpClient browser = page.equals(WORK_LIST) ? served.signedIn("muda") : HttpClient.newHttpClient()) {
                Visit visit = visit(browser, served.url(), page, visits);
                heaviest = Math.max(heaviest, visit.kilobytes);
                slowest = Math.max(slowest, visit.p50);
                table.rows().add(List.of(page, Integer.toString(visit.requests), Result.number(visit.kilobytes), Result.number(visit.p50),
                        Result.number(visit.p99)));
            }
        }
        result.atMost("weight of the heaviest first visit", 150, heaviest, " kB");
        if (visits == VISITS) {
            result.atMost("server time of the slowest page, p50", 15, slowest, " ms");
        }
    }

    private static void starts(Result result, Served first, List<Served> second, Served afterKill) {
        Result.Table table = result.table("From the command to the first page", "", "seconds", "CPU seconds");
        table.rows().add(List.of("first start", Result.number(first.secondsToFirstPage()), Result.number(first.cpuSecondsToFirstPage())));
        double[] seconds = second.stream().mapToDouble(Served::secondsToFirstPage).sorted().toArray();
        double[] cpu = second.stream().mapToDouble(Served::cpuSecondsToFirstPage).sorted().toArray();
        table.rows().add(List.of("second start, median of " + STARTS, Result.number(seconds[STARTS / 2]), Result.number(cpu[STARTS / 2])));
        table.rows().add(List.of(
                "after kill -9", Result.number(afterKill.secondsToFirstPage()), Result.number(afterKill.cpuSecondsToFirstPage())));
        result.atMost("first start to first page", 20, first.secondsToFirstPage(), " s", RECORDING);
        result.atMost("second start to first page", 4, seconds[STARTS / 2], " s", COMPILING);
        result.atMost("CPU of the second start", 6, cpu[STARTS / 2], " s", COMPILING);
    }

    private static Visit visit(HttpClient client, String base, String page, int visits) throws Exception {
        HttpResponse<byte[]> compressed = get(client, base + page, true);
        HttpResponse<byte[]> plain = get(client, base + page, false);
        if (plain.statusCode() != 200) {
            throw new IllegalStateException(page + ": " + plain.statusCode());
        }
        double bytes = compressed.body().length;
        Set<String> assets = new LinkedHashSet<>();
        Matcher found = ASSET.matcher(new String(plain.body(), StandardCharsets.UTF_8));
        while (found.find()) {
            assets.add(found.group(1).replace("&amp;", "&"));
        }
        for (String asset : List.copyOf(assets)) {
            if (asset.contains(".css")) {
                Matcher fonts = IN_STYLE.matcher(new String(get(client, base + asset, false).body(), StandardCharsets.UTF_8));
                while (fonts.find()) {
                    assets.add(URI.create(asset).resolve(fonts.group(1)).toString());
                }
            }
        }
        for (String asset : assets) {
            bytes += get(client, base + asset, true).body().length;
        }
        Latencies latencies = new Latencies();
        for (int i : IntStream.range(0, visits == VISITS ? WARM_VISITS + VISITS : visits).toArray()) {
            long begun = System.nanoTime();
            get(client, base + page, true);
            if (visits < VISITS || i >= WARM_VISITS) {
                latencies.add(System.nanoTime() - begun);
            }
        }
        return new Visit(1 + assets.size(), bytes / 1000, latencies.percentile(0.5), latencies.percentile(0.99));
    }

    private static HttpResponse<byte[]> get(HttpClient client, String url, boolean compressed) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (compressed) {
            request.header("Accept-Encoding", "gzip");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
