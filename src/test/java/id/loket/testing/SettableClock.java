package id.loket.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. It begins on Monday, 23 November 2026, at 08.00 in Pekanbaru. */
public final class SettableClock extends Clock {

    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_MORNING);

    /** @param at wall-clock time in Pekanbaru, such as {@code 2026-11-23 08:31} */
    public void set(String at) {
        now.set(Instant.parse(at.replace(' ', 'T') + ":00+07:00"));
    }

    public void advance(Duration time) {
        now.updateAndGet(n -> n.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
