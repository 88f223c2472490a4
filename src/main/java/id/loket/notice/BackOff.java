package id.loket.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: pauses that double, each cut by chance to between half and all of it, so that what failed together doesn't come
 * together.
 *
 * @param limit no further try begins later than this after the first
 */
record BackOff(Duration first, Duration longest, Duration limit) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * @param attempts made so far, 1 or more
     * @param atLeast  what the gateway asked for; null: nothing
     * @return empty if the limit is reached
     */
    Optional<Instant> next(int attempts, Instant firstTry, Instant now, Duration atLeast, RandomGenerator random) {
        long whole = Math.min(first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS), longest.toMillis());
        Duration pause = Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
        Instant next = now.plus(atLeast != null && atLeast.compareTo(pause) > 0 ? atLeast : pause);
        return next.isAfter(firstTry.plus(limit)) ? Optional.empty() : Optional.of(next);
    }
}
