package id.loket.complaint.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that came in, as the desk sees it.
 *
 * @param sender    "" where there is none that is an address
 * @param text      as long as it is kept; only a list leaves it out
 * @param reason    why it is in quarantine; null where it never was
 * @param detail    what was the reason, such as the name of an attachment
 * @param leftOut   names of attachments that were not kept
 * @param complaint number of its complaint; "" for none
 * @param waits     for an act of the desk
 */
public record ReceivedMail(
        long id,
        String sender,
        String senderName,
        String subject,
        String text,
        long size,
        Instant sentAt,
        Instant takenAt,
        Fate fate,
        Reason reason,
        String detail,
        List<String> leftOut,
        String complaint,
        boolean waits) {

    /** What became of it. */
    public enum Fate {
        /** A new complaint. */
        COMPLAINT,
        /** What was asked for; the desk looks whether it is complete now. */
        COMPLETION,
        /** A reply to an answer: perhaps it isn't solved. */
        NOT_SOLVED,
        /** A further mail to a complaint. */
        NOTE,
        AUTOMATIC,
        BOUNCE,
        MAILING_LIST,
        QUARANTINED,
        DISCARDED;

        /** Kept and listed, never answered. */
        public boolean byProgram() {
            return this == AUTOMATIC || this == BOUNCE || this == MAILING_LIST;
        }
    }

    /** Why a person has to look first. */
    public enum Reason {
        TOO_LARGE,
        TANGLED,
        PROGRAM,
        DISGUISED,
        MACRO,
        VIRUS,
        BOMB,
        SEALED,
        /** From nobody who could be answered. */
        NO_SENDER,
        /** The same sender wrote too often: two programs may be answering each other. */
        TOO_MANY,
        EMPTY,
        /** It could not be made a complaint. */
        UNFIT;

        /** Whether it can be taken in without what is dangerous. */
        public boolean mayComeIn() {
            return this != NO_SENDER && this != UNFIT;
        }
    }

    public enum Act {
        TAKEN_IN,
        DISCARDED,
        REOPENED,
        LEFT_AS_NOTE
    }

    /** What the desk did with it. */
    public record Done(Instant at, String name, Act act, String reason) {}
}
