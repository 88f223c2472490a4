package id.loket.casefile.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hash chain of a card: each entry's SHA-256 covers the one before, the file it belongs to and everything the entry says, so that a
 * changed, moved or missing entry shows.
 */
public final class Chain {

    /** What the first entry of a card is chained to. */
    public static final byte[] START = new byte[32];

    private static final String FORM = "loket-card-1";

    private Chain() {}

    /**
     * The hash of an entry.
     *
     * @param before the hash of the entry before, or {@link #START}
     */
    public static byte[] next(byte[] before, int officeId, String registration, CardEntry entry) {
        MessageDigest sha = sha256();
        sha.update(before);
        add(sha, FORM);
        add(sha, officeId);
        add(sha, registration);
        add(sha, entry.seq());
        add(sha, kind(entry));
        add(sha, entry.step());
        add(sha, entry.to());
        add(sha, micros(entry.at()));
        add(sha, entry.by().id());
        add(sha, entry.by().name());
        add(sha, entry.by().initials());
        add(sha, entry.by().role());
        add(sha, entry.remark());
        return sha.digest();
    }

    /** The kind of an entry as it stands in the database and in the chain. */
    public static String kind(CardEntry entry) {
        return switch (entry) {
            case CardEntry.Received e -> "RECEIVED";
            case CardEntry.HandedOver e -> "HANDED_OVER";
            case CardEntry.Returned e -> "RETURNED";
            case CardEntry.ReturnedToApplicant e -> "RETURNED_TO_APPLICANT";
            case CardEntry.Resubmitted e -> "RESUBMITTED";
            case CardEntry.TakenOver e -> "TAKEN_OVER";
            case CardEntry.Remarked e -> "REMARKED";
            case CardEntry.Rejected e -> "REJECTED";
            case CardEntry.Withdrawn e -> "WITHDRAWN";
            case CardEntry.Delivered e -> "DELIVERED";
            case CardEntry.RefusalPrepared e -> "REFUSAL_PREPARED";
            case CardEntry.Billed e -> "BILLED";
            case CardEntry.Paid e -> "PAID";
            case CardEntry.PaymentCancelled e -> "PAYMENT_CANCELLED";
            case CardEntry.RefusalDelivered e -> "REFUSAL_DELIVERED";
        };
    }

    /** The entry of a kind, as read back from the database. */
    public static CardEntry entry(String kind, Stamp stamp, int to, String remark) {
        return switch (kind) {
            case "RECEIVED" -> new CardEntry.Received(stamp, remark);
            case "HANDED_OVER" -> new CardEntry.HandedOver(stamp, to, remark);
            case "RETURNED" -> new CardEntry.Returned(stamp, to, remark);
            case "RETURNED_TO_APPLICANT" -> new CardEntry.ReturnedToApplicant(stamp, remark);
            case "RESUBMITTED" -> new CardEntry.Resubmitted(stamp, remark);
            case "TAKEN_OVER" -> new CardEntry.TakenOver(stamp, remark);
            case "REMARKED" -> new CardEntry.Remarked(stamp, remark);
            case "REJECTED" -> new CardEntry.Rejected(stamp, remark);
            case "WITHDRAWN" -> new CardEntry.Withdrawn(stamp, remark);
            case "DELIVERED" -> new CardEntry.Delivered(stamp, remark);
            case "REFUSAL_PREPARED" -> new CardEntry.RefusalPrepared(stamp, to, remark);
            case "BILLED" -> new CardEntry.Billed(stamp, remark);
            case "PAID" -> new CardEntry.Paid(stamp, remark);
            case "PAYMENT_CANCELLED" -> new CardEntry.PaymentCancelled(stamp, remark);
            case "REFUSAL_DELIVERED" -> new CardEntry.RefusalDelivered(stamp, remark);
            default -> throw new IllegalArgumentException("no such kind of entry: " + kind);
        };
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Length first, so that no two different contents give the same bytes. */
    private static void add(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static void add(MessageDigest sha, long number) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
