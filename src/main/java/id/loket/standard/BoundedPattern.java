package id.loket.standard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of service files, matched with a bound on the work: one that tries every way to divide a text, such as {@code (a+)+b},
 * would otherwise hold a processor for as long as the applicant's answer lets it.
 */
final class BoundedPattern {

    /** Characters looked at in one match; what is sensible looks at each a few times. */
    private static final int MOST = 200_000;
    /** Letters of the expression that are tried. */
    private static final int PROBES = 24;

    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private BoundedPattern() {}

    static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException | StackOverflowError e) {
            return false;
        }
    }

    /** Whether the whole text matches; what can't be found out in time doesn't. */
    static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).matches();
        } catch (TooSlow | StackOverflowError e) {
            return false;
        }
    }

    /**
     * Whether some answer as long as may be would take too long: one or two of the expression's own letters over and over, with a sign at
     * the end that fits nothing. Bounded in itself; false for what doesn't compile.
     */
    static boolean isSlow(String expression, int longest) {
        if (!compiles(expression)) {
            return false;
        }
        Pattern pattern = Pattern.compile(expression);
        List<String> letters = (expression + "aA0 -")
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '.' || c == '/')
                .mapToObj(Character::toString)
                .distinct()
                .limit(PROBES)
                .toList();
        Set<String> probes = new LinkedHashSet<>(letters);
        for (int i = 1; i < letters.size(); i++) {
            probes.add(letters.get(i - 1) + letters.get(i));
        }
        return probes.stream().map(p -> p.repeat(longest / p.length()) + "\u0001").anyMatch(probe -> isSlow(pattern, probe));
    }

    private static boolean isSlow(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text)).matches();
            return false;
        } catch (TooSlow | StackOverflowError e) {
            return true;
        }
    }
}
