package id.loket.notice;

import java.time.Instant;

/**
 * One line of the proof. Nothing personal is in it: it stays when address and text are gone.
 *
 * @param attempt   the how-manyth try of the notice it belongs to; 0: none
 * @param carrier   who carried it; "" for acts of officers
 * @param reference the gateway's own number
 * @param detail    the gateway's words
 * @param officerId who did it; null: nobody, by itself
 */
public record NoticeTry(
        Instant at, int attempt, Outcome outcome, String carrier, String reference, String detail, Long officerId) {

    public enum Outcome {
        /** The gateway has it. */
        ACCEPTED,
        PUT_OFF,
        REFUSED,
        /** No answer: the gateway may have it. */
        UNKNOWN,
        DELIVERED,
        NOT_DELIVERED,
        STILL_UNDERWAY,
        /** The gateway promised a report and sent none in time. */
        NO_RECEIPT,
        CALLED_OFF,
        OPTED_OUT,
        /** Neither number nor address would do. */
        NO_WAY,
        /** An officer sent it once more. */
        SENT_AGAIN,
        REACHED,
        NOT_REACHED,
        WRONG_NUMBER,
        GIVEN_UP
    }
}
