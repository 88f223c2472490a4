package id.loket.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** So many tries for each key in a period. */
class RateLimitTest {

    private final SettableClock clock = new SettableClock();
    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(15), clock);

    @Test
    void tells_how_many_tries_are_left_and_when_the_next_comes() {
        assertThat(limit.take("a")).isEqualTo(new RateLimit.Try(true, 2, Duration.ZERO));
        limit.take("a");
        assertThat(limit.take("a").left()).isZero();

        RateLimit.Try refused = limit.take("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void tries_come_back_one_by_one() {
        useUp("a");
        clock.advance(Duration.ofMinutes(5));
        assertThat(limit.take("a").allowed()).isTrue();
        assertThat(limit.take("a").allowed()).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(limit.take("a").left()).as("never more than at first").isEqualTo(2);
    }

    @Test
    void one_key_does_not_pay_for_another() {
        useUp("a");
        assertThat(limit.take("b").allowed()).isTrue();
    }

    @Test
    void a_try_can_be_given_back_and_all_of_them_forgotten() {
        useUp("a");
        limit.giveBack("a");
        assertThat(limit.take("a").allowed()).isTrue();
        assertThat(limit.take("a").allowed()).isFalse();
        limit.forget("a");
        assertThat(limit.take("a").left()).isEqualTo(2);
    }

    private void useUp(String key) {
        for (int i = 0; i < 3; i++) {
            limit.take(key);
        }
    }
}
