package id.loket.document;

import java.time.Instant;

/**
 * Proof that a complaint was received: who complained of what, where and when it was received and by whom, to be signed by that officer
 * (UU 25/2009 art. 43).
 *
 * @param number       in the complaint book
 * @param name         of the complainant
 * @param address      of the complainant; may be empty
 * @param anonymous    whether the name is for the desk only
 * @param confidential whether the content is for those who decide only
 * @param medium       by which way it came, in words
 * @param registration number of the file that it is about; null for none
 * @param subject      in a few words
 * @param story        what happened
 * @param wanted       the solution asked for; may be empty
 * @param receivedAt   when
 * @param receivedBy   name of the officer
 * @param dueAt        by when the office has to take its next step; null when it has none
 * @param statusUrl    what the QR opens
 * @param printing     when and by whom
 */
public record ComplaintReceipt(String number, String name, String address, boolean anonymous, boolean confidential, String medium,
        String registration, String subject, String story, String wanted, Instant receivedAt, String receivedBy, Instant dueAt,
        String statusUrl, Printing printing) {
}
