package id.loket.complaint.handling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a complaint is according to its record: the projection of the entries.
 *
 * @param medium      by which way it came; null before it did
 * @param as          how it is sorted; null before it was
 * @param holder      the officer of the desk who has it in hand; 0 for nobody
 * @param decided     whose decisions are there and count; those made under another weight or section don't
 * @param receivedAt  when it came in
 * @param sortedAt    when it was first sorted
 * @param handledAt   when somebody first worked on it
 * @param startedAt   when the time for the answer began: at receipt, or when it was reopened
 * @param completeAt  when it was found complete
 * @param waits       times during which the complainant had to complete it; the last may be open
 * @param decidedAt   when the last decision that it needs was there
 * @param answeredAt  when it was answered last
 * @param reopened    whether it was reopened, which happens once
 * @param version     number of entries
 * @param lastAt      time of the last entry
 */
public record State(
        Status status,
        Medium medium,
        Classification as,
        long holder,
        Set<Decider> decided,
        Instant receivedAt,
        Instant sortedAt,
        Instant handledAt,
        Instant startedAt,
        Instant completeAt,
        List<Wait> waits,
        Instant decidedAt,
        Instant answeredAt,
        boolean reopened,
        int version,
        Instant lastAt) {

    /**
     * A time during which the complainant had to complete the complaint.
     *
     * @param until null while it lasts
     */
    public record Wait(Instant from, Instant until) {}

    /** Before the first entry. */
    public static final State NEW = new State(
            Status.NEW, null, null, 0, Set.of(), null, null, null, null, null, List.of(), null, null, false, 0, null);

    /** The state after all these entries. */
    public static State after(List<Entry> entries, DecisionTable table) {
        State state = NEW;
        for (Entry entry : entries) {
            state = state.after(entry, table);
        }
        return state;
    }

    public State {
        decided = Set.copyOf(decided);
        waits = List.copyOf(waits);
    }

    /** The state after one more entry. It follows from the entries alone, so a record read again always gives the same state. */
    public State after(Entry entry, DecisionTable table) {
        Draft next = new Draft(this, entry.stamp());
        switch (entry) {
            case Entry.Received e -> next.received(e);
            case Entry.Classified e -> next.classified(e);
            case Entry.Taken e -> {
                next.holder = e.stamp().by().id();
                next.handled();
            }
            case Entry.CompletionAsked e -> {
                next.status = Status.WITH_COMPLAINANT;
                next.waits.add(new Wait(next.at, null));
                next.handled();
            }
            case Entry.FoundComplete e -> {
                next.endWait();
                next.status = Status.IN_HANDLING;
                next.completeAt = next.at;
                next.handled();
            }
            case Entry.Decided e -> next.decided.add(e.decider());
            case Entry.Answered e -> {
                next.status = Status.ANSWERED;
                next.answeredAt = next.at;
                next.handled();
            }
            case Entry.NotSolved e -> next.reopened();
            case Entry.Closed e -> {
                next.endWait();
                next.status = Status.CLOSED;
            }
            case Entry.Corrected e -> {}
            case Entry.Remarked e -> {}
            case Entry.Escalated e -> {}
            case Entry.CardFollowedUp e -> {}
        }
        next.weigh(table);
        return next.state();
    }

    public boolean open() {
        return status != Status.NEW && status != Status.CLOSED;
    }

    /** Fields on their way to the next state. */
    private static final class Draft {
        private final Instant at;
        private final int seq;
        private Status status;
        private Medium medium;
        private Classification as;
        private long holder;
        private final Set<Decider> decided = EnumSet.noneOf(Decider.class);
        private Instant receivedAt;
        private Instant sortedAt;
        private Instant handledAt;
        private Instant startedAt;
        private Instant completeAt;
        private final List<Wait> waits;
        private Instant decidedAt;
        private Instant answeredAt;
        private boolean reopened;

        Draft(State before, Stamp stamp) {
            at = stamp.at();
            seq = stamp.seq();
            status = before.status;
            medium = before.medium;
            as = before.as;
            holder = before.holder;
            decided.addAll(before.decided);
            receivedAt = before.receivedAt;
            sortedAt = before.sortedAt;
            handledAt = before.handledAt;
            startedAt = before.startedAt;
            completeAt = before.completeAt;
            waits = new ArrayList<>(before.waits);
            decidedAt = before.decidedAt;
            answeredAt = before.answeredAt;
            reopened = before.reopened;
        }

        void received(Entry.Received e) {
            status = Status.RECEIVED;
            medium = e.medium();
            receivedAt = at;
            startedAt = at;
        }

        void classified(Entry.Classified e) {
            boolean otherDeciders = as == null
                    || as.matter() != e.as().matter()
                    || as.weight() != e.as().weight()
                    || !as.section().equals(e.as().section());
            if (otherDeciders) {
                decided.clear();
            }
            as = e.as();
            sortedAt = sortedAt == null ? at : sortedAt;
            status = status == Status.RECEIVED ? Status.IN_HANDLING : status;
        }

        void reopened() {
            status = Status.IN_HANDLING;
            reopened = true;
            decided.clear();
            startedAt = at;
            completeAt = at;
            answeredAt = null;
        }

        void handled() {
            handledAt = handledAt == null ? at : handledAt;
        }

        void endWait() {
            if (!waits.isEmpty() && waits.getLast().until() == null) {
                waits.set(waits.size() - 1, new Wait(waits.getLast().from(), at));
            }
        }

        /** The moment of the decision is that of its last part; it is gone again when a part no longer counts. */
        void weigh(DecisionTable table) {
            boolean needed = as != null
                    && as.matter() == Matter.COMPLAINT
                    && !table.deciders().get(as.weight()).isEmpty();
            boolean there = needed && table.missing(as.matter(), as.weight(), decided).isEmpty();
            decidedAt = !there ? null : decidedAt == null ? at : decidedAt;
        }

        State state() {
            return new State(
                    status, medium, as, holder, decided, receivedAt, sortedAt, handledAt, startedAt, completeAt, waits, decidedAt,
                    answeredAt, reopened, seq, at);
        }
    }
}
