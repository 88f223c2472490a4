package id.loket.document;

import java.time.LocalDate;

/**
 * Proof that a fee was paid (<i>tanda bukti pembayaran</i>), always in Indonesian.
 *
 * @param number             number of the receipt
 * @param billNumber         what was paid
 * @param applicant          name of the applicant
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param amount             whole rupiah
 * @param paidOn             day of the payment
 * @param way                how it was paid, in words
 * @param reference          number of the transfer; empty for none
 * @param receivedBy         name of the officer
 * @param printing           when and by whom
 */
public record PaymentReceipt(String number, String billNumber, String applicant, String registrationNumber, String service,
        long amount, LocalDate paidOn, String way, String reference, String receivedBy, Printing printing) {
}
