package id.loket.notice.sms;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How fast messages follow one another: at once, until the centre says that it gets too many. Then there is a pause before each, which
 * doubles with every further complaint about what was sent at that pace, and shrinks with every message that the centre takes.
 */
final class Pace {

    static final Duration FIRST = Duration.ofMillis(50);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final ReentrantLock turn = new ReentrantLock();
    private long pauseMillis;
    private int slowed;

    /**
     * Waits until it is this message's turn.
     *
     * @return the pace at which it goes, for {@link #tooFast}
     */
    int await() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Thread.sleep(pause());
            return slowed();
        } finally {
            turn.unlock();
        }
    }

    /** @param pace of the message that was too much; of several that went at one pace the first slows down */
    synchronized void tooFast(int pace) {
        if (pace == slowed) {
            pauseMillis = Math.clamp(2 * pauseMillis, FIRST.toMillis(), LONGEST.toMillis());
            slowed++;
        }
    }

    synchronized void taken() {
        pauseMillis = pauseMillis * 9 / 10;
    }

    synchronized Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }

    private synchronized int slowed() {
        return slowed;
    }
}
