package id.loket.complaint.book;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says: as it is sent to be examined and, once approved, for good.
 *
 * @param month         such as {@code 2026-11}
 * @param corrections   slips put right in this month in complaints of earlier months, whose reports stay as they were
 * @param remarks       of the desk
 * @param contributions of the section heads
 * @param kinds         names of the kinds that are counted, by code
 * @param sections      names of the sections that are counted or contribute, by code
 */
public record ReportContent(
        String month,
        Figures figures,
        List<Correction> corrections,
        String remarks,
        List<Contribution> contributions,
        Map<String, String> kinds,
        Map<String, String> sections) {

    /**
     * A slip put right.
     *
     * @param number   of the complaint
     * @param received day on which it came in, such as {@code 2026-10-30}
     * @param on       day on which it was put right
     * @param field    what was wrong
     */
    public record Correction(String number, String received, String on, String field) {}

    /** What the head of a section says. */
    public record Contribution(String section, String name, String text) {}

    public ReportContent {
        corrections = List.copyOf(corrections);
        contributions = List.copyOf(contributions);
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
    }
}
