package id.loket.portal;

import id.loket.platform.security.RateLimit;
import java.time.Clock;
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

    private static final int TRIES_PER_NUMBER = 5;
    private static final Duration NUMBER_PERIOD = Duration.ofHours(1);
    private static final int TRIES_PER_ADDRESS = 60;
    private static final Duration ADDRESS_PERIOD = Duration.ofMinutes(10);

    private final RateLimit numbers;
    private final RateLimit addresses;

    PublicLookups(Clock clock) {
        this.numbers = new RateLimit(TRIES_PER_NUMBER, NUMBER_PERIOD, clock);
        this.addresses = new RateLimit(TRIES_PER_ADDRESS, ADDRESS_PERIOD, clock);
    }

    /**
     * Before a look-up by number and second factor.
     *
     * @return how many tries this number has left
     * @throws ResponseStatusException 429 if the number or the address has no tries left
     */
    long track(int officeId, String number, String address) {
        code(address);
        return taken(numbers.take(officeId + "/" + number)).left();
    }

    /** The right second factor was given: the tries are as good as new, for the applicant may come again. */
    void found(int officeId, String number) {
        numbers.forget(officeId + "/" + number);
    }

    /**
     * Before a look-up by a code that can't be guessed.
     *
     * @throws ResponseStatusException 429 if the address has no tries left
     */
    void code(String address) {
        taken(addresses.take(address));
    }

    private static RateLimit.Try taken(RateLimit.Try one) {
        if (!one.allowed()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return one;
    }
}
