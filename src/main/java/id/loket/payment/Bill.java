package id.loket.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an applicant is to pay (<i>surat ketetapan retribusi</i>).
 *
 * @param number   gap-free within a year of the office
 * @param amount   whole rupiah, more than 0
 * @param billedBy the officer
 * @param dueOn    last day on which it is paid in time
 */
public record Bill(String number, long amount, Instant billedAt, long billedBy, LocalDate dueOn) {}
