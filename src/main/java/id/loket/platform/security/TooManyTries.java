package id.loket.platform.security;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Somebody tried too many passwords; the next try isn't even looked at before the time is over. */
final class TooManyTries extends AccountStatusException {

    private final Duration retryAfter;

    TooManyTries(Duration retryAfter) {
        super("too many tries");
        this.retryAfter = retryAfter;
    }

    /** In whole seconds, rounded up. */
    long seconds() {
        return retryAfter.plusNanos(999_999_999).toSeconds();
    }

    /** In whole minutes, rounded up. */
    long minutes() {
        return Math.ceilDiv(seconds(), 60);
    }
}
