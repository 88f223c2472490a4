package id.loket.notice;

import java.time.Instant;

/** What a gateway reports later. */
public interface Receipts {

    enum Fate {
        DELIVERED,
        FAILED,
        STILL_UNDERWAY
    }

    /**
     * @param carrier   its {@link Carrier#name}
     * @param reference of the message, or of one of its parts ({@link Carried#parts})
     * @param detail    the gateway's own words or code
     */
    void report(String carrier, String reference, Fate fate, String detail, Instant at);
}
