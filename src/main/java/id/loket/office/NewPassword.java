package id.loket.office;

import id.loket.platform.security.PublicCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A password that an account gets.
 *
 * @param once whether it is good for signing in once only, to choose one's own
 */
record NewPassword(String text, boolean once) {

    /** In characters. Length protects; rules about digits and signs lead to predictable ones. */
    static final int SHORTEST = 10;

    /** In bytes: what bcrypt looks at. */
    static final int LONGEST_BYTES = 72;

    private static final int GROUP = 4;

    /** A password to be told to somebody on paper or by telephone. */
    static NewPassword random() {
        String code = PublicCode.next().toLowerCase(Locale.ROOT);
        return new NewPassword(
                String.join("-", code.substring(0, GROUP), code.substring(GROUP, 2 * GROUP), code.substring(2 * GROUP, 3 * GROUP)),
                true);
    }

    /** What speaks against a password that an officer chose. */
    static List<Problem> problems(String username, String chosen, String repeated) {
        if (chosen.length() < SHORTEST) {
            return List.of(new Problem("new", "password.short", SHORTEST, chosen.length()));
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return List.of(new Problem("new", "password.long", LONGEST_BYTES));
        }
        if (chosen.toLowerCase(Locale.ROOT).contains(username)) {
            return List.of(new Problem("new", "password.username"));
        }
        return chosen.equals(repeated) ? List.of() : List.of(new Problem("repeated", "password.different"));
    }
}
