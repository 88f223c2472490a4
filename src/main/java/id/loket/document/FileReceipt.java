package id.loket.document;

import java.time.Instant;
import java.util.List;

/**
 * What the applicant takes home from the counter: the number, the promise and the way to follow the file. Two halves of
 * one A4 sheet: the applicant's, and the office's own to be signed.
 *
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param applicant          name of the applicant
 * @param representative     who handed the file in for the applicant; null when it was the applicant
 * @param receivedAt         when it was handed in
 * @param receivedBy         name of the officer
 * @param items              what was handed in
 * @param promisedAt         by when the product is ready; null while the file still has to be checked
 * @param promise            the promise in words, e.g. "2 hari kerja"
 * @param trackingUrl        what the QR opens
 * @param secondFactor       what else the tracking page asks for, in words; e.g. "4 angka akhir telepon Anda"
 * @param collection         where and when to collect, one line each
 * @param fee                the fee in words; null prints that the service is free of charge
 * @param printing           when and by whom
 */
public record FileReceipt(String registrationNumber, String service, String applicant, String representative,
        Instant receivedAt, String receivedBy, List<Item> items, Instant promisedAt, String promise,
        String trackingUrl, String secondFactor, List<String> collection, String fee, Printing printing) {

    /**
     * One paper handed in.
     *
     * @param name what it is
     * @param form original, copy, certified copy, scan and how many, in words; may be empty
     */
    public record Item(String name, String form) {
    }
}
