package id.loket.standard;

/**
 * A regulation that the service rests on.
 *
 * @param code     as in the document, e.g. "a"
 * @param citation kind, number, year and title; the Indonesian wording is what letters cite
 * @param remark   e.g. what replaced it; null for none, never printed on a letter
 */
public record Legal(String code, Text citation, Text remark) {
    public Legal {
        new Faults()
                .expect(code != null && !code.isBlank(), "code", "letter-missing")
                .given(citation, "citation")
                .raise();
    }
}
