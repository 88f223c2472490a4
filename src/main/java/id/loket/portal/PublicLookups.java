package id.loket.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Counts look-ups by people without an account, so that neither files nor permits can be found by trying: a few tries for each file
 * number, whoever asks, and a moderate number for each address.
 */
@Component
class PublicLookups {

    /** @param left how many tries this number has left */
    record Allowance(long left) {}

    private static final int TRIES_PER_NUMBER = 5;
    private static final Duration NUMBER_PERIOD = Duration.ofHours(1);
    private static final int TRIES_PER_ADDRESS = 60;
    private static final Duration ADDRESS_PERIOD = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 100_000;

    private final Cache<String, Bucket> numbers = buckets(NUMBER_PERIOD);
    private final Cache<String, Bucket> addresses = buckets(ADDRESS_PERIOD);

    /**
     * Before a look-up by number and second factor.
     *
     * @throws ResponseStatusException 429 if the number or the address has no tries left
     */
    Allowance track(int officeId, String number, String address) {
        code(address);
        Bucket bucket = numbers.get(officeId + "/" + number, n -> bucket(TRIES_PER_NUMBER, NUMBER_PERIOD));
        if (!bucket.tryConsume(1)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return new Allowance(bucket.getAvailableTokens());
    }

    /** The right second factor was given: the tries are as good as new, for the applicant may come again. */
    void found(int officeId, String number) {
        numbers.invalidate(officeId + "/" + number);
    }

    /**
     * Before a look-up by a code that can't be guessed.
     *
     * @throws ResponseStatusException 429 if the address has no tries left
     */
    void code(String address) {
        if (!addresses.get(address, a -> bucket(TRIES_PER_ADDRESS, ADDRESS_PERIOD)).tryConsume(1)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** Begins counting anew. */
    void forget() {
        numbers.invalidateAll();
        addresses.invalidateAll();
    }

    private static Bucket bucket(int tries, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, period))
                .build();
    }

    private static Cache<String, Bucket> buckets(Duration period) {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(period).build();
    }
}
