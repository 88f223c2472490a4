package id.loket.casefile.card;

import id.loket.standard.Sop;
import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The control card of one file: its entries in order, and what follows from them.
 *
 * @param entries in order of {@link CardEntry#seq()}
 */
public record ControlCard(Sop sop, List<CardEntry> entries) {

    public ControlCard {
        entries = List.copyOf(entries);
    }

    /** Where the file is. */
    public CardState state() {
        CardState state = CardState.unregistered(sop);
        for (CardEntry entry : entries) {
            state = state.after(entry, sop);
        }
        return state;
    }

    /** The promise's clock under a calendar; read again after a holiday was added it gives the new due time. */
    public FileClock clock(WorkDuration promise, WorkingCalendar calendar) {
        CardState state = CardState.unregistered(sop);
        FileClock clock = FileClock.NOT_STARTED;
        for (CardEntry entry : entries) {
            clock = clock.after(entry, state, sop, promise, calendar);
            state = state.after(entry, sop);
        }
        return clock;
    }

    /** The rows of the card in order of entry; every return makes a further round of the step. */
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        Map<Integer, Integer> rounds = new HashMap<>();
        Row row = null;
        for (CardEntry entry : entries) {
            if (row == null) {
                row = new Row(entry.step(), rounds.merge(entry.step(), 1, Integer::sum), null);
            }
            if (!entry.remark().isEmpty()) {
                row.remarks.add(new Visit.Note(entry.at(), entry.by(), entry.remark()));
            }
            switch (entry) {
                case CardEntry.Received e -> row.received(e, e.at());
                case CardEntry.Resubmitted e -> row.received(e, e.at());
                case CardEntry.Paid e -> row.received(e, e.at());
                case CardEntry.TakenOver e -> row.received(e, row.receivedAt);
                case CardEntry.Remarked e -> {}
                case CardEntry.HandedOver e -> row = close(visits, row, e, Visit.Ending.HANDED_OVER, rounds);
                case CardEntry.RefusalPrepared e -> row = close(visits, row, e, Visit.Ending.REFUSAL_PREPARED, rounds);
                case CardEntry.Billed e -> row = close(visits, row, e, Visit.Ending.BILLED, rounds);
                case CardEntry.PaymentCancelled e -> row = close(visits, row, e, Visit.Ending.PAYMENT_CANCELLED, rounds);
                case CardEntry.Returned e -> row = close(visits, row, e, Visit.Ending.RETURNED, rounds);
                case CardEntry.ReturnedToApplicant e -> row = close(visits, row, e, Visit.Ending.RETURNED_TO_APPLICANT, rounds);
                case CardEntry.Rejected e -> row = close(visits, row, e, Visit.Ending.REJECTED, rounds);
                case CardEntry.Withdrawn e -> row = close(visits, row, e, Visit.Ending.WITHDRAWN, rounds);
                case CardEntry.Delivered e -> row = close(visits, row, e, Visit.Ending.DELIVERED, rounds);
                case CardEntry.RefusalDelivered e -> row = close(visits, row, e, Visit.Ending.REFUSAL_DELIVERED, rounds);
            }
        }
        if (row != null) {
            visits.add(row.visit(null, null));
        }
        return visits;
    }

    /** Ends a row; where the file was sent on, the next row has begun with that. */
    private Row close(List<Visit> visits, Row row, CardEntry entry, Visit.Ending ending, Map<Integer, Integer> rounds) {
        visits.add(row.visit(entry, ending));
        return entry.to() == 0 ? null : new Row(entry.to(), rounds.merge(entry.to(), 1, Integer::sum), entry.at());
    }

    private final class Row {
        final int step;
        final int round;
        final Instant sentAt;
        final List<Visit.Note> remarks = new ArrayList<>();
        Instant receivedAt;
        Officer receivedBy;

        Row(int step, int round, Instant sentAt) {
            this.step = step;
            this.round = round;
            this.sentAt = sentAt;
        }

        void received(CardEntry entry, Instant at) {
            receivedAt = at;
            receivedBy = entry.by();
        }

        Visit visit(CardEntry last, Visit.Ending ending) {
            return new Visit(
                    step,
                    sop.step(step).kind(),
                    round,
                    sentAt,
                    receivedAt,
                    receivedBy,
                    last == null ? null : last.at(),
                    last == null ? null : last.by(),
                    ending,
                    List.copyOf(remarks));
        }
    }
}
