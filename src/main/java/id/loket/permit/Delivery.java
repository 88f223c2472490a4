package id.loket.permit;

import java.time.Instant;

/**
 * Into whose hands a permit was given (SOP-9).
 *
 * @param identity  number of the identity card that was shown
 * @param relation  of the representative to the applicant, with the power of attorney; empty for the applicant
 * @param signature drawn on screen, as PNG; null if signed on paper
 */
public record Delivery(
        Recipient recipient, String name, String identity, String relation, byte[] signature, Instant deliveredAt) {

    public enum Recipient {
        APPLICANT,
        REPRESENTATIVE
    }
}
