package id.loket.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loket as its users start it: the jar, in a process of its own, with its own database in a folder. */
final class Served implements AutoCloseable {

    private static final long LONGEST_NANOS = 180_000_000_000L;
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
        ProcessBuilder command = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-jar", home.resolve("target/loket.jar").toString(), "run");
        command.environment().put("LOKET_PORT", Integer.toString(port));
        command.environment().put("LOKET_DATA_DIR", folder.toString());
        // so that a client can play many addresses
        command.environment().put("LOKET_FORWARDED_HEADERS", "native");
        long begun = System.nanoTime();
        process = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_NANOS) {
                throw new IllegalStateException("Loket didn't start in " + folder + "; its log says why");
            }
            Thread.sleep(20);
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
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
