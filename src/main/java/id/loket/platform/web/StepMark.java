package id.loket.platform.web;

import java.util.Locale;

/**
 * One step on a step line.
 *
 * @param no number of the step, from 1
 * @param name short name
 * @param shape the SOP sheet's shape of the step
 * @param state how far it is
 * @param when time reached in words, or null
 * @param detail one line more for the vertical line, or null
 */
public record StepMark(int no, String name, Shape shape, State state, String when, String detail) {

    public StepMark(int no, String name, Shape shape, State state, String when) {
        this(no, name, shape, state, when, null);
    }

    /** The shapes of the SOP sheet: start and end, decision, activity. */
    public enum Shape {
        CAPSULE,
        DIAMOND,
        SQUARE;

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a step is. */
    public enum State {
        DONE,
        CURRENT,
        WAITING_APPLICANT,
        TODO;

        String css() {
            return switch (this) {
                case DONE -> "is-done";
                case CURRENT -> "is-current";
                case WAITING_APPLICANT -> "is-current is-pause";
                case TODO -> "is-todo";
            };
        }
    }

    /** The CSS classes of its mark. */
    public String css() {
        return shape.css() + " " + state.css();
    }

    /** Key of the words for its state, read out by screen readers. */
    public String textKey() {
        return switch (state) {
            case DONE -> "step.done";
            case CURRENT -> "step.current";
            case WAITING_APPLICANT -> "step.waiting";
            case TODO -> "step.todo";
        };
    }

    /** Whether the file is at this step now. */
    public boolean current() {
        return state == State.CURRENT || state == State.WAITING_APPLICANT;
    }
}
