package id.loket.complaint.handling;

/** What the rules say to an order. */
public sealed interface Verdict {

    /** It may be done; this is its entry. */
    record Allowed(Entry entry) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
