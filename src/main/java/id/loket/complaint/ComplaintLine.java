package id.loket.complaint;

import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import java.time.Instant;

/**
 * A complaint in a list.
 *
 * @param name     of the complainant; empty where it isn't given or not for the reader's eyes
 * @param subject  empty where it is confidential and not for the reader's eyes
 * @param matter   null before it was sorted, as are kind and weight
 * @param dueAt    null when the office has nothing to do
 * @param dueClock what is due then
 * @param escalation {@code PASSED} or {@code NEAR} where the next level was told of a clock that still waits; else empty
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
        long holder,
        Instant dueAt,
        Clock.Kind dueClock,
        boolean reopened,
        String escalation) {}
