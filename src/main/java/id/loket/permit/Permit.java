package id.loket.permit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A permit as it stands, or a letter of refusal in its place.
 *
 * @param number     null until it is numbered
 * @param validUntil last day on which it is valid; null: without end
 * @param issuedAt   when it was both signed and numbered; null before
 * @param refusedWhy the reasons of a letter of refusal; empty for a permit
 */
public record Permit(
        int officeId,
        long fileId,
        String registration,
        String service,
        int serviceVersion,
        Status status,
        String verificationCode,
        String holderName,
        LocalDate validUntil,
        Instant signedAt,
        String signatoryName,
        String signatoryNip,
        String number,
        Instant numberedAt,
        Instant issuedAt,
        Instant revokedAt,
        String revokedWhy,
        String refusedWhy) {

    /** Whether it is a letter of refusal. */
    public boolean refusal() {
        return !refusedWhy.isEmpty();
    }

    public enum Status {
        DRAFT,
        ISSUED,
        /** A letter of refusal, signed and numbered: no permit came of it. */
        REFUSED,
        /** The application was withdrawn; a number that it had stays in the register. */
        CANCELLED,
        REVOKED
    }
}
