package id.loket.standard.chart;

/** The symbols of PermenPANRB 35/2012; the fifth, the arrow, is a {@link Chart.Line}. */
public enum Shape {
    /** Start and end. */
    CAPSULE,
    /** An activity. */
    RECTANGLE,
    /** A decision: two ways on. */
    DIAMOND,
    /** Off-page connector: the flow goes on where the same letter stands. */
    PENTAGON
}
