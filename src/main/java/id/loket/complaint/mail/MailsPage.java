package id.loket.complaint.mail;

import java.util.List;

/**
 * The page of mails.
 *
 * @param mailbox null where none is read for this office
 */
public record MailsPage(
        MailboxState mailbox, List<ReceivedMail> waiting, List<ReceivedMail> newest, List<ReceivedMail> byPrograms) {}
