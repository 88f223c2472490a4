package id.loket.complaint.book;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a report. Only what was a complaint when the time ended is counted in the tallies; each breakdown adds up to the total.
 * A complaint counts under what it was sorted as when the time ended.
 *
 * @param suggestions came in and are suggestions
 * @param information came in and are requests for information
 * @param unsorted    open when the time ended and not sorted yet
 * @param joined      open when the time began, but only since sorted as complaints
 * @param left        open complaints when the time began that have since been sorted as something else
 */
public record Figures(
        Tally total,
        Map<String, Tally> byMedium,
        Map<String, Tally> byKind,
        Map<String, Tally> byWeight,
        Map<String, Tally> bySection,
        int suggestions,
        int information,
        int unsorted,
        int joined,
        int left) {

    public Figures {
        byMedium = sorted(byMedium);
        byKind = sorted(byKind);
        byWeight = sorted(byWeight);
        bySection = sorted(bySection);
    }

    private static SortedMap<String, Tally> sorted(Map<String, Tally> tallies) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
    }
}
