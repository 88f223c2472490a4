package id.loket.portal;

import id.loket.platform.security.RateLimit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one address may write complaints, so that neither a robot nor a stuck browser fills the book. */
@Component
class ComplaintTries {

    private static final int FORMS = 40;
    private static final int SENDS = 12;
    private static final int CODES = 30;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final RateLimit forms;
    private final RateLimit sends;
    private final RateLimit codes;

    ComplaintTries(Clock clock) {
        this.forms = new RateLimit(FORMS, PERIOD, clock);
        this.sends = new RateLimit(SENDS, PERIOD, clock);
        this.codes = new RateLimit(CODES, PERIOD, clock);
    }

    /** A form that is looked through; anybody mends a form some times. */
    boolean form(String address) {
        return forms.take(address).allowed();
    }

    /** A form that is sent, or its sender asked once more. */
    boolean send(String address) {
        return sends.take(address).allowed();
    }

    /** Digits or a link that confirm. */
    boolean code(String address) {
        return codes.take(address).allowed();
    }
}
