package id.loket.complaint;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A complaint as an officer may see it.
 *
 * @param complainant hidden where it is anonymous and the officer isn't of the desk
 * @param missing     whose decision an answer still needs, the one whose turn it is first
 * @param ways        by which it may be answered
 * @param clocks      every clock that has begun, in the order in which they run out
 * @param strictest   the office's clock that runs out first; null when it has nothing more to do
 */
public record ComplaintView(
        long id,
        String number,
        String statusCode,
        Instant receivedAt,
        String registration,
        String outsideNumber,
        LocalDate happenedOn,
        String subject,
        String story,
        String wanted,
        Complainant complainant,
        State state,
        List<Entry> entries,
        List<Decider> missing,
        Set<ReplyWay> ways,
        List<Clock> clocks,
        Clock strictest) {}
