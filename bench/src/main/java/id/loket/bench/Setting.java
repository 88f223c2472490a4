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
