package id.loket.notice.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast messages go to a centre that says when it is too fast. */
class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void there_is_no_pause_until_the_centre_asks_for_one() throws InterruptedException {
        pace.await();
        pace.taken();

        assertThat(pace.pause()).isZero();
    }

    @Test
    void the_pause_doubles_up_to_its_limit_where_the_centre_goes_on_to_complain() throws InterruptedException {
        pace.tooFast(0);
        assertThat(pace.pause()).isEqualTo(Pace.FIRST);
        pace.tooFast(1);
        assertThat(pace.pause()).isEqualTo(Pace.FIRST.multipliedBy(2));
        for (int slowed = 2; slowed < 100; slowed++) {
            pace.tooFast(slowed);
        }
        assertThat(pace.pause()).isEqualTo(Pace.LONGEST);
    }

    @Test
    void what_went_at_one_pace_slows_down_once_however_many_of_it_were_too_much() throws InterruptedException {
        int at = pace.await();
        for (int message = 0; message < 10; message++) {
            pace.tooFast(at);
        }

        assertThat(pace.pause()).isEqualTo(Pace.FIRST);
    }

    @Test
    void it_goes_faster_with_every_message_that_is_taken_until_there_is_no_pause() throws InterruptedException {
        pace.tooFast(0);
        pace.taken();
        assertThat(pace.pause()).isBetween(Duration.ofMillis(1), Pace.FIRST.minusMillis(1));

        for (int message = 0; message < 40; message++) {
            pace.taken();
        }

        assertThat(pace.pause()).isZero();
    }
}
