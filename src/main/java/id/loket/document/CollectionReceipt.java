package id.loket.document;

import java.time.Instant;

/**
 * Proof that the permit was handed over (SOP-9).
 *
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param applicant          name of the applicant
 * @param product            what was handed over
 * @param productNumber      its number
 * @param recipient          who took it
 * @param collectedAt        when
 * @param handedBy           name of the officer
 * @param signature          the recipient's signature as PNG; null leaves space for the pen
 * @param printing           when and by whom
 */
public record CollectionReceipt(String registrationNumber, String service, String applicant, String product,
        String productNumber, Recipient recipient, Instant collectedAt, String handedBy, byte[] signature,
        Printing printing) {

    /**
     * Who took it.
     *
     * @param name      as on the identity card
     * @param identity  kind and number of the identity shown
     * @param relation  to the applicant, e.g. "pemohon sendiri"
     * @param authority the power of attorney shown; null when none was needed
     */
    public record Recipient(String name, String identity, String relation, String authority) {
    }
}
