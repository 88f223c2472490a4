package id.loket.document;

import java.time.Instant;
import java.util.List;

/**
 * What an applicant still has to bring (SOP-2): each item with its reason and what to do. Says that the clock is
 * stopped.
 *
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param applicant          name of the applicant
 * @param round              how many times the file has been checked so far, 1 or more
 * @param checkedAt          when it was checked
 * @param checkedBy          name of the officer
 * @param items              what is missing or not eligible; at least one
 * @param accepted           names of what is in order and need not be brought again
 * @param trackingUrl        what the QR opens
 * @param secondFactor       what else the tracking page asks for, in words
 * @param hours              where and when to bring it, one line each
 * @param printing           when and by whom
 */
public record MissingList(String registrationNumber, String service, String applicant, int round, Instant checkedAt,
        String checkedBy, List<Item> items, List<String> accepted, String trackingUrl, String secondFactor,
        List<String> hours, Printing printing) {

    /**
     * One thing to mend.
     *
     * @param name    the requirement
     * @param problem what is wrong with it
     * @param remark  the officer's own words; null for none
     * @param remedy  what to do, e.g. the requirement's hint; null for none
     */
    public record Item(String name, Problem problem, String remark, String remedy) {
    }

    /** Completeness and eligibility are two different checks. */
    public enum Problem {
        MISSING, NOT_ELIGIBLE
    }
}
