package id.loket.complaint;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A complaint as an officer may see it.
 *
 * @param complainant hidden where it is anonymous and the officer isn't of the desk
 * @param forgottenAt when it was forgotten who made it, because the time for that is over; null before
 * @param missing     whose decision an answer still needs, the one whose turn it is first
 * @param ways        by which it may be answered
 * @param clocks      every clock that has begun, in the order in which they run out
 * @param proposed    the heavier weight that is proposed after it was reopened; null elsewhere
 * @param escalation  {@code PASSED} or {@code NEAR} where the next level was told of a clock that still waits; else empty
 * @param settings    decision table and terms that hold for it: those of the day it came in
 * @param settingsChanged whether the office has set others since
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
        Instant forgottenAt,
        State state,
        List<Entry> entries,
        List<Decider> missing,
        Set<ReplyWay> ways,
        List<Clock> clocks,
        Clock strictest,
        Weight proposed,
        String escalation,
        ComplaintSettings.Version settings,
        boolean settingsChanged) {}
