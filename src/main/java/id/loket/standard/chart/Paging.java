package id.loket.standard.chart;

import java.util.ArrayList;
import java.util.List;

/** How the rows of the steps are distributed over pages. */
public final class Paging {

    private Paging() {}

    /**
     * The rows of one page.
     *
     * @param first      index of its first step, 0 for step 1
     * @param heights    of its rows
     * @param fromBefore whether the flow comes from a page before: a row with a connector stands on top
     * @param goesOn     whether it goes on: a row with a connector stands at the bottom
     */
    public record Page(int first, List<Double> heights, boolean fromBefore, boolean goesOn) {}

    /**
     * @param heights   of the rows, at least one
     * @param first     room on the first page; where nothing fits there, the page has no rows
     * @param next      room on each other page
     * @param connector height of a row with a connector
     * @param total     height of what follows the last row on its page
     */
    public static List<Page> of(List<Double> heights, double first, double next, double connector, double total) {
        List<Page> pages = new ArrayList<>();
        int at = 0;
        while (at < heights.size()) {
            boolean before = at > 0;
            double room = (pages.isEmpty() ? first : next) - (before ? connector : 0);
            double rest = heights.subList(at, heights.size()).stream().mapToDouble(h -> h).sum();
            int end = heights.size();
            if (rest + total > room) {
                end = at;
                double left = room - connector;
                while (end < heights.size() - 1 && heights.get(end) <= left) {
                    left -= heights.get(end);
                    end++;
                }
                if (end == at && !pages.isEmpty()) {
                    end++; // taller than a page: it gets a page of its own
                }
            }
            pages.add(new Page(at, List.copyOf(heights.subList(at, end)), before && end > at, end < heights.size() && end > at));
            at = end;
        }
        return pages;
    }
}
