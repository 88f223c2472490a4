package id.loket.complaint.handling;

import java.time.LocalDate;

/** What somebody wants to do with a complaint. Texts are stripped by whoever makes the order. */
public sealed interface Order {

    record Classify(Classification as, String reason) implements Order {}

    record Take() implements Order {}

    record AskCompletion(String what) implements Order {}

    record FindComplete() implements Order {}

    record Decide(Decider decider, String outcome, String with, LocalDate heldOn, long minutes) implements Order {}

    record Answer(ReplyWay way, String text, String reaction) implements Order {}

    record SayNotSolved(String why) implements Order {}

    record Close(Closing how, String remark) implements Order {}

    record Correct(String field, String was, String is, String reason) implements Order {}

    record Remark(String text) implements Order {}

    record FollowUpCard(String registration, String finding) implements Order {}
}
