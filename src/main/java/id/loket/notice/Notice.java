package id.loket.notice;

import java.time.Instant;
import java.util.List;

/**
 * A notice as pages show it, with its proof.
 *
 * @param way           0 for the first way gone; each further one is a notice of its own
 * @param copy          0; more: an officer sent it again
 * @param recipient     name; "" once blanked, as are address, title and body
 * @param nextTry       of use while it waits
 * @param overdue       it should have been tried long ago: nothing takes it up
 * @param receiptMissed the gateway did not report the delivery in time
 * @param unknownFate   a try ended without an answer
 * @param secondCopy    and it was sent again after that: the recipient may have it twice
 * @param sent          null where it wasn't; as are delivered, failed, blanked
 */
public record Notice(
        long id,
        NoticeEvent event,
        Subject subject,
        Channel channel,
        int way,
        int copy,
        String language,
        String recipient,
        String address,
        String title,
        String body,
        NoticeState state,
        int attempts,
        Instant nextTry,
        boolean overdue,
        boolean receiptMissed,
        boolean unknownFate,
        boolean secondCopy,
        Instant created,
        Instant sent,
        Instant delivered,
        Instant failed,
        Instant blanked,
        List<NoticeTry> tries) {

    public Notice {
        tries = List.copyOf(tries);
    }

    /** That it was told, how and when, but neither to whom nor what. */
    Notice withoutPerson() {
        return new Notice(
                id, event, subject, channel, way, copy, language, "", "", "", "", state, attempts, nextTry, overdue, receiptMissed,
                unknownFate, secondCopy, created, sent, delivered, failed, blanked, tries);
    }
}
