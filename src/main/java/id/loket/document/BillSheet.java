package id.loket.document;

import java.time.LocalDate;

/**
 * What the applicant is to pay (<i>surat ketetapan retribusi</i>), always in Indonesian.
 *
 * @param number             number of the bill
 * @param date               of the bill
 * @param dueOn              last day on which it is paid in time
 * @param applicant          name of the applicant
 * @param address            address of the applicant, one line
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param amount             whole rupiah, more than 0
 * @param issuedBy           name of the officer
 * @param printing           when and by whom
 */
public record BillSheet(String number, LocalDate date, LocalDate dueOn, String applicant, String address,
        String registrationNumber, String service, long amount, String issuedBy, Printing printing) {
}
