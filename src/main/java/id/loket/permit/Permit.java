package id.loket.permit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A permit as it stands.
 *
 * @param number     null until it is numbered
 * @param validUntil last day on which it is valid; null: without end
 * @param issuedAt   when it was both signed and numbered; null before
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
        String revokedWhy) {

    public enum Status {
        DRAFT,
        ISSUED,
        /** The application was withdrawn; a number that it had stays in the register. */
        CANCELLED,
        REVOKED
    }
}
