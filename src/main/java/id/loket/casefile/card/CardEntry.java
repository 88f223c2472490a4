package id.loket.casefile.card;

import java.time.Instant;

/**
 * One entry of a control card. A file moves only by an entry, and an entry is never changed or taken away: what was wrong is put
 * right by a further entry. Receipt and hand-over are separate entries by the two people (MFG-4c).
 */
public sealed interface CardEntry {

    Stamp stamp();

    /** What the officer wrote; empty if nothing. */
    String remark();

    default int seq() {
        return stamp().seq();
    }

    default int step() {
        return stamp().step();
    }

    default Instant at() {
        return stamp().at();
    }

    default Officer by() {
        return stamp().by();
    }

    /** The step that the file is sent to, or 0 where the entry sends it nowhere. */
    default int to() {
        return 0;
    }

    /** Taken into hand: from the applicant at the intake step, from the officer before at the others. */
    record Received(Stamp stamp, String remark) implements CardEntry {}

    /** The step's work is done and the file sent on to step {@code to}; at an initials step this is the <i>paraf</i>, at a sign step the signature. */
    record HandedOver(Stamp stamp, int to, String remark) implements CardEntry {}

    /** The letter drawn up as a refusal and sent on to step {@code to}, with the reasons as remark; from here on it goes as any letter goes. */
    record RefusalPrepared(Stamp stamp, int to, String remark) implements CardEntry {}

    /** Sent back to the earlier step {@code to}, with the reason as remark. */
    record Returned(Stamp stamp, int to, String remark) implements CardEntry {}

    /** Given back to the applicant to be completed (SOP-2); the file's clock stops. */
    record ReturnedToApplicant(Stamp stamp, String remark) implements CardEntry {}

    /** Received again from the applicant; a new round of the same step begins and the file's clock goes on. */
    record Resubmitted(Stamp stamp, String remark) implements CardEntry {}

    /** The applicant was given a bill and is to pay; the file's clock stops. */
    record Billed(Stamp stamp, String remark) implements CardEntry {}

    /** The applicant has paid; the file is in the hands of who recorded it, and the file's clock goes on. */
    record Paid(Stamp stamp, String remark) implements CardEntry {}

    /** A payment was recorded wrongly and counts no longer, with the reason as remark; the bill is open again and the file's clock stops. */
    record PaymentCancelled(Stamp stamp, String remark) implements CardEntry {}

    /** Another officer of the same role takes a file out of a colleague's hands, with the reason as remark. */
    record TakenOver(Stamp stamp, String remark) implements CardEntry {}

    /** A note that moves nothing and resets no clock. */
    record Remarked(Stamp stamp, String remark) implements CardEntry {}

    /** Refused, with the reason as remark; the file is closed. */
    record Rejected(Stamp stamp, String remark) implements CardEntry {}

    /** Withdrawn by the applicant; the file is closed. */
    record Withdrawn(Stamp stamp, String remark) implements CardEntry {}

    /** The product is in the applicant's hand (SOP-9); the file is closed. */
    record Delivered(Stamp stamp, String remark) implements CardEntry {}

    /** The letter of refusal is in the applicant's hand; the file is closed as refused. */
    record RefusalDelivered(Stamp stamp, String remark) implements CardEntry {}
}
