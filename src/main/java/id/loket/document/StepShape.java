package id.loket.document;

/** The SOP sheet's own shapes: capsule for start and end, diamond for a decision, square for an activity. */
public enum StepShape {
    CAPSULE, DIAMOND, SQUARE
}
