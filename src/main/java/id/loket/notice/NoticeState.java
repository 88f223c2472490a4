package id.loket.notice;

import java.util.List;
import java.util.Optional;

/** Where a notice is on its way. {@link #TABLE} says what leads from one to the next; nothing leads out of a terminal state. */
public enum NoticeState {
    /** Written down; not tried yet. */
    CREATED,
    /** A node has taken it and is talking with the gateway. */
    SENDING,
    /** The gateway has it. */
    SENT,
    /** The gateway, or the officer who called, says that the recipient has it. */
    DELIVERED,
    /** Will be tried again. */
    FAILED_FOR_NOW,
    /** Not by this way; the next way, if there is one, is a notice of its own. */
    FAILED_FOR_GOOD,
    /** Called off before it went out, or the recipient had opted out. */
    CANCELLED;

    /** What happens to a notice. */
    enum Happening {
        PICKED,
        ACCEPTED,
        /** A try that was given up as lost was accepted after all. */
        ACCEPTED_LATE,
        PUT_OFF,
        ANSWER_LOST,
        REFUSED,
        GIVEN_UP,
        CONFIRMED,
        BOUNCED,
        CALLED_OFF,
        REACHED,
        NOT_REACHED,
        UNREACHABLE
    }

    /** @param to after {@code by} happened in {@code from} */
    record Transition(NoticeState from, Happening by, NoticeState to) {}

    static final List<Transition> TABLE = List.of(
            new Transition(CREATED, Happening.PICKED, SENDING),
            new Transition(CREATED, Happening.CALLED_OFF, CANCELLED),
            new Transition(SENDING, Happening.ACCEPTED, SENT),
            new Transition(SENDING, Happening.PUT_OFF, FAILED_FOR_NOW),
            new Transition(SENDING, Happening.ANSWER_LOST, FAILED_FOR_NOW),
            new Transition(SENDING, Happening.REFUSED, FAILED_FOR_GOOD),
            new Transition(SENDING, Happening.GIVEN_UP, FAILED_FOR_GOOD),
            new Transition(SENDING, Happening.CALLED_OFF, CANCELLED),
            new Transition(FAILED_FOR_NOW, Happening.PICKED, SENDING),
            new Transition(FAILED_FOR_NOW, Happening.ACCEPTED_LATE, SENT),
            new Transition(FAILED_FOR_NOW, Happening.CALLED_OFF, CANCELLED),
            new Transition(SENT, Happening.CONFIRMED, DELIVERED),
            new Transition(SENT, Happening.BOUNCED, FAILED_FOR_GOOD),
            // calls, which an officer makes
            new Transition(CREATED, Happening.REACHED, DELIVERED),
            new Transition(CREATED, Happening.NOT_REACHED, FAILED_FOR_NOW),
            new Transition(CREATED, Happening.UNREACHABLE, FAILED_FOR_GOOD),
            new Transition(FAILED_FOR_NOW, Happening.REACHED, DELIVERED),
            new Transition(FAILED_FOR_NOW, Happening.NOT_REACHED, FAILED_FOR_NOW),
            new Transition(FAILED_FOR_NOW, Happening.UNREACHABLE, FAILED_FOR_GOOD));

    /** Nothing changes any more. */
    public boolean terminal() {
        return this == DELIVERED || this == FAILED_FOR_GOOD || this == CANCELLED;
    }

    /** Waits for a try, or is in one. */
    public boolean underway() {
        return this == CREATED || this == SENDING || this == FAILED_FOR_NOW;
    }

    /** @return empty if that can't happen here */
    Optional<NoticeState> after(Happening happening) {
        return TABLE.stream()
                .filter(t -> t.from == this && t.by == happening)
                .map(Transition::to)
                .findFirst();
    }
}
