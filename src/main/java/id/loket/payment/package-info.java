/**
 * Fees: the bill, what was paid and the receipt, at the steps where the applicant pays. The clock of the file stands still between bill
 * and payment; the control card says so.
 */
package id.loket.payment;
