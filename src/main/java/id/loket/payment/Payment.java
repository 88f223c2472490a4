package id.loket.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A payment as it was recorded.
 *
 * @param number       1 for the first of the file
 * @param receipt      number of the receipt, gap-free within a year of the office
 * @param paidOn       day on which it was paid
 * @param amount       whole rupiah
 * @param reference    number of the transfer; empty for cash
 * @param cancelledAt  when it was taken back as wrong; null if it counts
 * @param cancelledWhy why; empty if it counts
 */
public record Payment(
        int number,
        String receipt,
        LocalDate paidOn,
        long amount,
        Way way,
        String reference,
        Instant recordedAt,
        long recordedBy,
        Instant cancelledAt,
        String cancelledWhy) {

    /** How it was paid. */
    public enum Way {
        /** In cash at the counter. */
        CASH,
        TRANSFER,
        QRIS
    }

    public boolean counts() {
        return cancelledAt == null;
    }
}
