package id.loket.complaint.book;

import id.loket.complaint.ComplaintRecord;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the head of an office looks at: what is open, how old it is, and what became of the last months. Its figures are those of the reports.
 *
 * @param trend by month, the oldest first; the last is the running one up to now
 * @param ages  what is open, by weight and age
 */
public record Overview(List<MonthlyReports.MonthFigures> trend, List<Age> ages) {

    /** The first and last day of age of each class, in calendar days; the last class has no end. */
    private static final int[][] CLASSES = {{0, 7}, {8, 14}, {15, 60}, {61, 36_500}};

    /**
     * Open complaints of one age.
     *
     * @param from     first day of receipt
     * @param to       last day of receipt
     * @param youngest days
     * @param oldest   days; null: no end
     * @param byWeight how many of each weight
     * @param unsorted how many that aren't sorted yet, and so have no weight
     */
    public record Age(LocalDate from, LocalDate to, int youngest, Integer oldest, Map<Weight, Integer> byWeight, int unsorted) {

        public int count() {
            return unsorted + byWeight.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What was done with one kind or by one section: what is open now, and what happened in all months together. */
    public record Line(String code, int open, int overdue, int onTime, int late, int reopened) {}

    static Overview of(List<ComplaintRecord> records, List<MonthlyReports.MonthFigures> trend, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Age> ages = new ArrayList<>();
        for (int[] limits : CLASSES) {
            Map<Weight, Integer> counts = new TreeMap<>();
            int unsorted = 0;
            for (ComplaintRecord record : records) {
                State state = record.state();
                long age = ChronoUnit.DAYS.between(record.receivedAt().atZone(zone).toLocalDate(), today);
                if (Counting.inBook(state) && Counting.open(state) && age >= limits[0] && age <= limits[1]) {
                    if (state.as() == null) {
                        unsorted++;
                    } else {
                        counts.merge(state.as().weight(), 1, Integer::sum);
                    }
                }
            }
            boolean last = limits == CLASSES[CLASSES.length - 1];
            LocalDate from = last ? LocalDate.of(2000, 1, 1) : today.minusDays(limits[1]);
            ages.add(new Age(from, today.minusDays(limits[0]), limits[0], last ? null : limits[1], counts, unsorted));
        }
        return new Overview(List.copyOf(trend), ages);
    }

    /** What is so now. */
    public Tally now() {
        return trend.getLast().figures().total();
    }

    /** All months together; what is open is what is open now. */
    public Line all() {
        return line("", Figures::total);
    }

    public List<Line> bySection() {
        return lines(Figures::bySection);
    }

    public List<Line> byKind() {
        return lines(Figures::byKind);
    }

    private List<Line> lines(Function<Figures, Map<String, Tally>> part) {
        SortedMap<String, Line> lines = new TreeMap<>(Figures.UNSORTED_LAST);
        trend.forEach(month -> part.apply(month.figures()).keySet().forEach(
                code -> lines.computeIfAbsent(code, c -> line(c, figures -> part.apply(figures).getOrDefault(c, Tally.NONE)))));
        return List.copyOf(lines.values());
    }

    private Line line(String code, Function<Figures, Tally> part) {
        Tally sum = trend.stream().map(m -> part.apply(m.figures())).reduce(Tally.NONE, Tally::plus);
        Tally last = part.apply(trend.getLast().figures());
        return new Line(code, last.open(), last.overdue(), sum.onTime(), sum.late(), sum.reopened());
    }
}
