package id.loket.complaint.mail;

import java.time.Instant;

/**
 * How the mailbox is.
 *
 * @param readAt  when it could be read last; null: never
 * @param trouble why it can't be; "" if it can
 * @param since   when that began; null if it can
 */
public record MailboxState(Instant readAt, String trouble, Instant since) {}
