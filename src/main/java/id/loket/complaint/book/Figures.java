package id.loket.complaint.book;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a report. What was a complaint when the time ended, or not sorted yet, is counted in the tallies: what the book lists unless
 * asked for something else, so that {@code total.received} is the number of its lines then. Each breakdown adds up to the total. A complaint
 * counts under what it was sorted as when the time ended, before it is sorted under {@link #UNSORTED}.
 *
 * @param suggestions came in and are suggestions
 * @param information came in and are requests for information
 * @param unsorted    of those open when the time ended, how many weren't sorted yet
 * @param joined      open and sorted as something else when the time began, and since sorted as complaints
 * @param left        open and complaints or not sorted yet when the time began, and since sorted as something else
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

    /** Code of what isn't sorted yet, in the breakdowns by kind, weight and section. */
    public static final String UNSORTED = "";

    /** Order of the codes of a breakdown. */
    static final Comparator<String> UNSORTED_LAST = Comparator.<String, Boolean>comparing(UNSORTED::equals).thenComparing(Comparator.naturalOrder());

    public Figures {
        byMedium = sorted(byMedium);
        byKind = sorted(byKind);
        byWeight = sorted(byWeight);
        bySection = sorted(bySection);
    }

    private static SortedMap<String, Tally> sorted(Map<String, Tally> tallies) {
        SortedMap<String, Tally> sorted = new TreeMap<>(UNSORTED_LAST);
        sorted.putAll(tallies);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
