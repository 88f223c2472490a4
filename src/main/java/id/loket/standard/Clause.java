package id.loket.standard;

/**
 * One lettered item of a component.
 *
 * @param code as in the document, e.g. "a" or "a.1"
 */
public record Clause(String code, Text text) {
    public Clause {
        new Faults().expect(code != null && !code.isBlank(), "code", "letter-missing").given(text, "text").raise();
    }
}
