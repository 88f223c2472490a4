package id.loket.complaint;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import java.time.Instant;
import java.util.List;

/**
 * A complaint in a list.
 *
 * @param name       of the complainant; empty where it isn't given or not for the reader's eyes
 * @param subject    empty where it is confidential and not for the reader's eyes
 * @param matter     null before it was sorted, as are kind and weight
 * @param section    role whose section is concerned; null before it was sorted
 * @param holderName of the officer of the desk who has it; empty for nobody
 * @param dueAt      null when the office has nothing to do
 * @param dueClock   what is due then
 * @param escalation {@code PASSED} or {@code NEAR} where the next level was told of a clock that still waits; else empty
 * @param missing    whose decision it waits for, the one whose turn it is first
 */
public record ComplaintLine(
        String number,
        Medium medium,
        Instant receivedAt,
        String name,
        String subject,
        String registration,
        Status status,
        Matter matter,
        String kind,
        Weight weight,
        String section,
        long holder,
        String holderName,
        Instant dueAt,
        Clock.Kind dueClock,
        boolean reopened,
        boolean confidential,
        String escalation,
        List<Decider> missing) {

    ComplaintLine waitingFor(List<Decider> deciders) {
        return new ComplaintLine(
                number, medium, receivedAt, name, subject, registration, status, matter, kind, weight, section, holder, holderName,
                dueAt, dueClock, reopened, confidential, escalation, deciders);
    }

    public boolean late(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }
}
