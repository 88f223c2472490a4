package id.loket.complaint.book;

import id.loket.complaint.Complainant;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.State;
import java.time.Instant;
import java.util.List;

/**
 * A line of the complaint book as its reader may see it.
 *
 * @param complainant hidden where it is anonymous and the reader isn't of the desk
 * @param forgotten   whether it was forgotten who made it, because the time for that is over
 * @param withheld    whether the content is confidential and not for the reader: then subject, story, wanted, registration and the words of
 *                    the entries are empty
 * @param entries     what happened, from the receipt on
 * @param corrections of these the slips that were put right; those of what the reader may not know are left out
 * @param clocks      every clock that has begun, in the order in which they run out
 * @param late        whether a term for the answer was missed or has run out
 * @param examined    how far the report of the month in which it came in is; null: not written yet
 */
public record BookRow(
        String number,
        Instant receivedAt,
        Complainant complainant,
        boolean forgotten,
        boolean withheld,
        String registration,
        String outsideNumber,
        String subject,
        String story,
        String wanted,
        int attachments,
        State state,
        List<Entry> entries,
        List<Entry.Corrected> corrections,
        List<Clock> clocks,
        boolean late,
        ReportState examined) {

    /** The correction of a field that holds; null where nothing was put right. */
    public Entry.Corrected corrected(String field) {
        return corrections.stream().filter(c -> c.field().equals(field)).reduce((a, b) -> b).orElse(null);
    }
}
