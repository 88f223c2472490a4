package id.loket.complaint.book;

import id.loket.complaint.ComplaintRecord;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts complaints for the time from {@code from}, inclusive, to {@code until}, exclusive, as they were when it ended: what was entered
 * later changes no figure. What isn't sorted yet is counted as a complaint, as the book lists it, under a line of its own in each breakdown by
 * what it has only when sorted ({@link Figures#UNSORTED}); sorted later as something else, it leaves the figures then.
 */
public final class Counting {

    /** The clocks that end with the answer: the classes of SP4N, and the decision and its notification of UU 25/2009. */
    private static final Set<Clock.Kind> OF_THE_ANSWER = EnumSet.of(Clock.Kind.RESPONSE, Clock.Kind.DECISION, Clock.Kind.NOTIFICATION);

    private final Instant from;
    private final Instant until;
    private Tally total = Tally.NONE;
    private final Map<String, Tally> byMedium = new TreeMap<>();
    private final Map<String, Tally> byKind = new TreeMap<>();
    private final Map<String, Tally> byWeight = new TreeMap<>();
    private final Map<String, Tally> bySection = new TreeMap<>();
    private int suggestions;
    private int information;
    private int unsorted;
    private int joined;
    private int left;

    private Counting(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    /** @param records all that were open at some moment of the time, and any others */
    public static Figures count(List<ComplaintRecord> records, Instant from, Instant until) {
        Counting counting = new Counting(from, until);
        records.forEach(counting::add);
        return new Figures(
                counting.total,
                counting.byMedium,
                counting.byKind,
                counting.byWeight,
                counting.bySection,
                counting.suggestions,
                counting.information,
                counting.unsorted,
                counting.joined,
                counting.left);
    }

    /** Whether the office has still to answer. */
    public static boolean open(State state) {
        return state.status() == Status.RECEIVED || state.status() == Status.IN_HANDLING || state.status() == Status.WITH_COMPLAINANT;
    }

    /**
     * Whether a term for the answer has run out, or for what isn't sorted yet that for sorting, since its answer has no term before; none does
     * while the complainant has to complete the complaint.
     */
    public static boolean late(ComplaintRecord record, State state, Instant now) {
        Set<Clock.Kind> kinds = state.as() == null ? EnumSet.of(Clock.Kind.SORTING) : OF_THE_ANSWER;
        return state.status() != Status.WITH_COMPLAINANT
                && record.deadlines().of(state).stream().anyMatch(c -> kinds.contains(c.kind()) && c.late(now));
    }

    /** Whether the book lists it as a complaint: it is sorted as one, or not sorted yet. */
    static boolean inBook(State state) {
        return state.as() == null || state.as().matter() == Matter.COMPLAINT;
    }

    private void add(ComplaintRecord record) {
        if (!record.receivedAt().isBefore(until)) {
            return;
        }
        State before = record.before(from);
        State after = record.before(until);
        boolean wasInBook = inBook(before);
        boolean inBook = inBook(after);
        if (open(before) && wasInBook != inBook) {
            joined += inBook ? 1 : 0;
            left += wasInBook ? 1 : 0;
        }
        if (inBook) {
            Tally tally = tally(record, before, after);
            Classification as = after.as();
            total = total.plus(tally);
            unsorted += as == null ? tally.open() : 0;
            put(byMedium, after.medium().name(), tally);
            put(byKind, as == null ? Figures.UNSORTED : as.kind(), tally);
            put(byWeight, as == null ? Figures.UNSORTED : as.weight().name(), tally);
            put(bySection, as == null ? Figures.UNSORTED : as.section(), tally);
        } else if (before.status() == Status.NEW) {
            suggestions += after.as().matter() == Matter.SUGGESTION ? 1 : 0;
            information += after.as().matter() == Matter.INFORMATION_REQUEST ? 1 : 0;
        }
    }

    private Tally tally(ComplaintRecord record, State before, State after) {
        int received = 0;
        int reopened = 0;
        int onTime = 0;
        int late = 0;
        int closed = 0;
        State state = before;
        for (Entry entry : record.entries()) {
            Instant at = entry.stamp().at();
            if (entry.stamp().seq() <= before.version() || !at.isBefore(until)) {
                continue;
            }
            State next = state.after(entry, record.table());
            if (!open(state) && open(next)) {
                received += state.status() == Status.NEW ? 1 : 0;
                reopened += state.status() == Status.NEW ? 0 : 1;
            } else if (open(state) && next.status() == Status.ANSWERED) {
                boolean tooLate = late(record, next, at);
                onTime += tooLate ? 0 : 1;
                late += tooLate ? 1 : 0;
            } else if (open(state) && !open(next)) {
                closed++;
            }
            state = next;
        }
        boolean open = open(after);
        return new Tally(
                open(before) ? 1 : 0, received, reopened, onTime, late, closed, open ? 1 : 0, open && late(record, after, until) ? 1 : 0);
    }

    private static void put(Map<String, Tally> tallies, String key, Tally tally) {
        if (!tally.isEmpty()) {
            tallies.merge(key, tally, Tally::plus);
        }
    }
}
