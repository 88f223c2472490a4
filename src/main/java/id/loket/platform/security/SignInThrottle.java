package id.loket.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords. Tries are counted for a login from one address, for an address, and, more generously, for a login
 * from anywhere: so one outsider can't lock an officer out, and many together can't guess on. Successful sign-ins don't count.
 */
@Component
class SignInThrottle {

    static final int TRIES_OF_LOGIN_FROM_ADDRESS = 5;
    static final int TRIES_OF_LOGIN = 30;
    static final int TRIES_FROM_ADDRESS = 60;
    static final Duration PERIOD = Duration.ofMinutes(15);

    private final RateLimit loginFromAddress;
    private final RateLimit login;
    private final RateLimit address;

    SignInThrottle(Clock clock) {
        this.loginFromAddress = new RateLimit(TRIES_OF_LOGIN_FROM_ADDRESS, PERIOD, clock);
        this.login = new RateLimit(TRIES_OF_LOGIN, PERIOD, clock);
        this.address = new RateLimit(TRIES_FROM_ADDRESS, PERIOD, clock);
    }

    /**
     * Before the password is looked at: takes a try of each count at once, so that tries at the same moment are all counted.
     *
     * @throws TooManyTries if one has none left
     */
    void begin(String name, String from) {
        for (Map.Entry<RateLimit, String> count : counts(name, from)) {
            RateLimit.Try taken = count.getKey().take(count.getValue());
            if (!taken.allowed()) {
                throw new TooManyTries(taken.retryAfter());
            }
        }
    }

    /** The password was right. */
    void succeeded(String name, String from) {
        loginFromAddress.forget(pair(name, from));
        login.giveBack(key(name));
        address.giveBack(from);
    }

    private List<Map.Entry<RateLimit, String>> counts(String name, String from) {
        return List.of(
                Map.entry(address, from), Map.entry(loginFromAddress, pair(name, from)), Map.entry(login, key(name)));
    }

    private static String pair(String name, String from) {
        return key(name) + " " + from;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
