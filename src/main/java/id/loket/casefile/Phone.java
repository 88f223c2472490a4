package id.loket.casefile;

import java.util.Optional;

/** Indonesian telephone numbers, kept in E.164 form. */
final class Phone {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 13;

    private Phone() {}

    /**
     * The number in E.164 form.
     *
     * @param text as typed: {@code 0812…}, {@code 62812…}, {@code +62 812-…}; spaces, dots, dashes and brackets don't matter
     * @return empty if it can't be a telephone number
     */
    static Optional<String> e164(String text) {
        String typed = text.replaceAll("[\\s.()\\-]", "");
        if (!typed.matches("\\+?[0-9]+")) {
            return Optional.empty();
        }
        String national;
        if (typed.startsWith("+")) {
            if (!typed.startsWith("+62")) {
                return typed.length() > SHORTEST && typed.length() <= 16 ? Optional.of(typed) : Optional.empty();
            }
            national = typed.substring(3);
        } else if (typed.startsWith("62")) {
            national = typed.substring(2);
        } else if (typed.startsWith("0")) {
            national = typed.substring(1);
        } else {
            return Optional.empty();
        }
        boolean plausible = national.length() >= SHORTEST && national.length() <= LONGEST && !national.startsWith("0");
        return plausible ? Optional.of("+62" + national) : Optional.empty();
    }
}
