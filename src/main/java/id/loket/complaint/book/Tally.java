package id.loket.complaint.book;

/**
 * What happened to complaints in a time. What was open or became so is what was settled or stayed open: {@code carriedOver + received +
 * reopened = onTime + late + closed + open}.
 *
 * @param carriedOver came in earlier and were open when the time began
 * @param received    came in
 * @param reopened    were answered and opened again
 * @param onTime      answers within every term that ends with the answer
 * @param late        answers after one of these terms
 * @param closed      closed without an answer: withdrawn, not completed, the same as another
 * @param open        open when the time ended
 * @param overdue     of these, those for which such a term had run out
 */
public record Tally(int carriedOver, int received, int reopened, int onTime, int late, int closed, int open, int overdue) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                carriedOver + other.carriedOver,
                received + other.received,
                reopened + other.reopened,
                onTime + other.onTime,
                late + other.late,
                closed + other.closed,
                open + other.open,
                overdue + other.overdue);
    }

    public int answered() {
        return onTime + late;
    }

    /** What there was to do. */
    public int load() {
        return carriedOver + received + reopened;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
