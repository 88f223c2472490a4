package id.loket.complaint.mail;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a mail says, whatever state it came in. Texts hold no control signs but line ends.
 *
 * @param messageId "" for none
 * @param mentioned Message-IDs of its thread, in order
 * @param sender    in small letters; "" where there is none that is an address
 * @param sentAt    as the mail says; null where it doesn't
 * @param parts     everything that isn't its text
 * @param tangled   whether it has more parts, or deeper ones, than were read
 * @param bounce    the mail that it brings back; null if it brings back none
 */
record ReadMail(
        String messageId,
        Set<String> mentioned,
        String sender,
        String senderName,
        String subject,
        Instant sentAt,
        String text,
        List<Part> parts,
        boolean tangled,
        Kind kind,
        Bounce bounce) {

    enum Kind {
        /** Written by a person. */
        PERSONAL,
        /** An answer or a notice that a program wrote. */
        AUTOMATIC,
        /** A mail that could not be delivered comes back. */
        BOUNCE,
        MAILING_LIST
    }

    /** An attachment, or a picture in the text. */
    record Part(String name, byte[] content) {}

    /**
     * @param messageId of the mail that comes back
     * @param recipient who didn't get it, in small letters; "" where it isn't said
     * @param status    such as {@code 5.1.1}; "" where it isn't said
     */
    record Bounce(String messageId, String recipient, String status) {}
}
