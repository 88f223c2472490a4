package id.loket.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/**
 * So many tries for each key in a period. The tries come back one by one, spread over the period. Counted on each node for itself: with n
 * nodes somebody may get n times as many.
 */
public final class RateLimit {

    /**
     * What became of a try.
     *
     * @param allowed    whether the key had a try left; it is used up
     * @param left       how many are left
     * @param retryAfter how long until there is one again; zero if this one was allowed
     */
    public record Try(boolean allowed, long left, Duration retryAfter) {}

    /** Beyond this the keys that came least are forgotten: a flood of keys costs memory up to here and no further. */
    private static final int MOST_KEYS = 100_000;

    private final int tries;
    private final Duration period;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param tries  for each key, 1 or more
     * @param period in which a key that has used all of them gets all of them back
     */
    public RateLimit(int tries, Duration period, Clock clock) {
        this.tries = tries;
        this.period = period;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(period)
                .build();
    }

    /** Takes one of the key's tries, if it has one. */
    public Try take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return new Try(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives a try back that, as it turns out, need not be counted. */
    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    /** Gives the key all its tries back. */
    public void forget(String key) {
        buckets.invalidate(key);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                k -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, period))
                        .build());
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
