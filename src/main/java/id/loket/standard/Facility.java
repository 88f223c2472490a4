package id.loket.standard;

import id.loket.office.FacilityKind;

/**
 * A facility that the service needs (MFG-2).
 *
 * @param code  as in the document, e.g. "a"
 * @param text  as in the document
 * @param kind  what it is in the office's register; null where it can't be counted
 * @param count how many must be there and working, 1 or more
 */
public record Facility(String code, Text text, FacilityKind kind, int count) {
    public Facility {
        count = count == 0 ? 1 : count;
        new Faults()
                .expect(code != null && !code.isBlank(), "code", "letter-missing")
                .given(text, "text")
                .expect(count >= 1, "count", "count")
                .raise();
    }
}
