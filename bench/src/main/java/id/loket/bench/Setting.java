package id.loket.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;

/**
 * Where the benchmark runs.
 *
 * @param home   the folder of Loket
 * @param folder for what is made on the way
 */
record Setting(Path home, Path folder, Server server) {

    /** Length of a round in seconds; a shorter one shows only whether everything runs. */
    static final int ROUND_SECONDS = Integer.parseInt(System.getenv().getOrDefault("LOKET_BENCH_SECONDS", "10"));

    Result result(String part, String title) {
        OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
        long memory = ((com.sun.management.OperatingSystemMXBean) os).getTotalMemorySize() >> 20;
        return Result.of(
                part,
                title,
                new Result.Machine(
                        os.getAvailableProcessors(), memory, System.getProperty("java.version"), server.version(), os.getSystemLoadAverage()));
    }
}
