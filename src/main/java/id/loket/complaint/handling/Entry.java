package id.loket.complaint.handling;

import java.time.LocalDate;

/**
 * One entry of a complaint's record. A complaint changes only by an entry, and an entry is never changed or taken away: what was wrong is
 * put right by a further entry.
 */
public sealed interface Entry {

    Stamp stamp();

    /** Came in by {@code medium}. */
    record Received(Stamp stamp, Medium medium) implements Entry {}

    /** Sorted for the first time or anew; anew only with a reason. */
    record Classified(Stamp stamp, Classification as, String reason) implements Entry {}

    /** An officer of the desk takes it in hand. */
    record Taken(Stamp stamp) implements Entry {}

    /** The complainant is asked for what is missing (UU 25/2009 art. 44). */
    record CompletionAsked(Stamp stamp, String what) implements Entry {}

    /** What was missing is there, or nothing was missing: the time for the decision begins (art. 44, 50). */
    record FoundComplete(Stamp stamp) implements Entry {}

    /**
     * A decision on what to answer.
     *
     * @param decider whose
     * @param outcome what was decided
     * @param with    with whom it was coordinated, name and post; empty for nobody
     * @param heldOn  day on which it was decided; not after the day of the entry
     * @param minutes number of the attachment with the minutes; 0 for none
     */
    record Decided(Stamp stamp, Decider decider, String outcome, String with, LocalDate heldOn, long minutes) implements Entry {}

    /**
     * Answered.
     *
     * @param text     what was said or written
     * @param reaction what the complainant said to it; empty where nobody spoke with him or her
     */
    record Answered(Stamp stamp, ReplyWay way, String text, String reaction) implements Entry {}

    /** The complainant isn't content with the answer: reopened, with a heavier weight proposed. */
    record NotSolved(Stamp stamp, String why) implements Entry {}

    /** Closed. */
    record Closed(Stamp stamp, Closing how, String remark) implements Entry {}

    /** A slip in the record put right, in words; the clocks go on. */
    record Corrected(Stamp stamp, String field, String was, String is, String reason) implements Entry {}

    /** A note that changes nothing. */
    record Remarked(Stamp stamp, String text) implements Entry {}

    /** A deadline came near or went by, and the next level was told. */
    record Escalated(Stamp stamp, Clock.Kind clock, boolean passed) implements Entry {}

    /** The control card of the file that the complaint is about was collected, or what became of it was recorded (MFG-4d). */
    record CardFollowedUp(Stamp stamp, String registration, String finding) implements Entry {}
}
