package id.loket.bench;

import java.util.Arrays;

/** How long single acts took; threads may add at once. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = took;
    }

    void time(Runnable act) {
        long begun = System.nanoTime();
        act.run();
        add(System.nanoTime() - begun);
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    synchronized int size() {
        return size;
    }

    /** In milliseconds; 0 where nothing was timed. */
    synchronized double percentile(double share) {
        if (size == 0) {
            return 0;
        }
        Arrays.sort(nanos, 0, size);
        return nanos[Math.min(size - 1, (int) Math.ceil(share * size) - 1)] / 1e6;
    }

    /** Share of those that took less than so many milliseconds. */
    synchronized double shareUnder(double millis) {
        return size == 0 ? 0 : Arrays.stream(nanos, 0, size).filter(n -> n < millis * 1e6).count() / (double) size;
    }
}
