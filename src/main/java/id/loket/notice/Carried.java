package id.loket.notice;

import java.time.Duration;

/** What became of one try. */
public sealed interface Carried {

    /**
     * The gateway has it.
     *
     * @param reference the gateway's own number; "" for none
     * @param receipt   whether it will report the delivery
     */
    record Accepted(String reference, boolean receipt) implements Carried {}

    /**
     * Not now.
     *
     * @param atLeast again after at least this long; null: as the back-off says
     */
    record Later(String why, Duration atLeast) implements Carried {}

    /** Never by this way. */
    record Refused(String why) implements Carried {}

    /** The gateway may or may not have taken it: connection lost after sending. */
    record Unknown(String why) implements Carried {}
}
