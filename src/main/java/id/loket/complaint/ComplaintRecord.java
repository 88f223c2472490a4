package id.loket.complaint;

import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A complaint whole, with everything that was entered for it, for those who count and list: nothing is hidden here.
 *
 * @param forgotten   whether it was forgotten who made it, because the time for that is over
 * @param attachments how many came with it or were added
 * @param entries     from the first on, as many as are there
 * @param table       whose decisions it needs, as was set when it came in
 * @param deadlines   its clocks, as was set when it came in
 */
public record ComplaintRecord(
        String number,
        Instant receivedAt,
        String registration,
        String outsideNumber,
        LocalDate happenedOn,
        String subject,
        String story,
        String wanted,
        Complainant complainant,
        boolean forgotten,
        int attachments,
        List<Entry> entries,
        DecisionTable table,
        Deadlines deadlines) {

    public ComplaintRecord {
        entries = List.copyOf(entries);
    }

    /** The state as it is. */
    public State state() {
        return before(Instant.MAX);
    }

    /** The state as it was: of what was entered before {@code moment}, which itself doesn't count. */
    public State before(Instant moment) {
        State state = State.NEW;
        for (Entry entry : entries) {
            if (!entry.stamp().at().isBefore(moment)) {
                break;
            }
            state = state.after(entry, table);
        }
        return state;
    }
}
