package id.loket.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loket as its users start it: by the launcher, in a process of its own, with its own database in a folder. */
final class Served implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int TICKS_PER_SECOND = 100;

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

    private boolean answers() throws InterruptedException {
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
