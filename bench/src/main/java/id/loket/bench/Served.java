package id.loket.bench;

import static org.awaitility.Awaitility.await;

import id.loket.casefile.BenchCards;
import id.loket.office.BenchOffices;
import id.loket.platform.db.EmbeddedPostgres;
import id.loket.platform.web.DemoAccounts;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Loket as its users start it: by the launcher, in a process of its own, with its own database in a folder. */
final class Served implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int TICKS_PER_SECOND = 100;
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Process process;
    private final Path folder;
    private final int port;
    private final double secondsToFirstPage;
    private final double cpuSeconds;

    Served(Path home, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // the launcher becomes the JVM
        ProcessBuilder command = new ProcessBuilder(home.resolve("loket").toString(), "run");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("LOKET_PORT", Integer.toString(port));
        command.environment().put("LOKET_DATA_DIR", folder.toString());
        // so that a client can play many addresses
        command.environment().put("LOKET_FORWARDED_HEADERS", "native");
        long begun = System.nanoTime();
        process = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IllegalStateException("Loket didn't start in " + folder + "; its log says why");
        }
        secondsToFirstPage = (System.nanoTime() - begun) / 1e9;
        cpuSeconds = cpu();
    }

    /** Asked of the port first: a client of its own would take from the processors that the start needs. */
    private boolean answers() throws InterruptedException {
        try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
            door.getInetAddress();
        } catch (IOException notYet) {
            return false;
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url())).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    double cpuSecondsToFirstPage() {
        return cpuSeconds;
    }

    /** CPU seconds of the process so far, without its database. */
    double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
    }

    /** Waits until nothing is done any more: less than a twentieth of a processor within a second. */
    void rested() throws IOException {
        double[] before = {cpu()};
        await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).pollDelay(Duration.ofSeconds(1)).until(() -> {
            double since = cpu() - before[0];
            before[0] += since;
            return since < 0.05;
        });
    }

    /** Megabytes in memory: the process's own, and its share of the database's. */
    double megabytes() throws IOException {
        return proportional(process.pid()) + database().stream().mapToDouble(Served::proportional).sum();
    }

    double megabytesOfDatabase() throws IOException {
        return database().stream().mapToDouble(Served::proportional).sum();
    }

    private List<Long> database() throws IOException {
        long server = Long.parseLong(Files.readAllLines(folder.resolve("db/postmaster.pid")).getFirst().strip());
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes.map(p -> p.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> pid == server || parent(pid) == server)
                    .toList();
        }
    }

    private static long parent(long pid) {
        return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).map(ProcessHandle::pid).orElse(0L);
    }

    private static double proportional(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Makes its database before it runs: offices alike, of which some have files, one in eleven open. */
    static void fill(Path folder, Setting setting, int offices, int busy, int finished) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true)) {
            JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
            try (LoketNode node = new LoketNode(postgres.url(), postgres.user(), postgres.password(), setting.folder(), false).withOffice();
                    Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
                BenchOffices.copy(owner, offices);
                new BenchCards(node.context(), connection, busy).grow(connection, finished);
            }
        }
    }

    /** A browser in which an officer of the demo has signed in. */
    HttpClient signedIn(String login) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> page = browser.send(HttpRequest.newBuilder(URI.create(url() + "/masuk")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IllegalStateException("nobody can sign in: " + page.statusCode());
        }
        String form = "_csrf=" + csrf.group(1) + "&username=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password=" + DemoAccounts.PASSWORD;
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(url() + "/masuk"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("masuk")) {
            throw new IllegalStateException(login + " can't sign in: " + answer.statusCode());
        }
        return browser;
    }

    /** What earlier runs left behind for quicker starts. */
    static void forget(Path home) throws IOException {
        Path unpacked = home.resolve("target/unpacked");
        if (Files.isDirectory(unpacked)) {
            try (var caches = Files.newDirectoryStream(unpacked, "run-*.aot*")) {
                for (Path cache : caches) {
                    Files.delete(cache);
                }
            }
        }
    }

    /** As {@code kill -9}: the database goes on without it. */
    void kill() {
        ended(process.destroyForcibly());
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(process)) {
            kill();
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
