package id.loket.standard;

import java.util.regex.Pattern;

/**
 * Something that no source says and that the office has to decide. What stands in the definition meanwhile is an example.
 *
 * @param at   place in the file, e.g. {@code delivery/promise} or {@code numbering/pattern}
 * @param what what the office must decide, and what the example rests on
 */
public record OpenPoint(String at, Text what) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z]+(/([A-Za-z]+|[0-9]+))*");

    public OpenPoint {
        new Faults()
                .expect(at != null && PATH.matcher(at).matches(), "at", "place-form")
                .given(what, "what")
                .raise();
    }
}
