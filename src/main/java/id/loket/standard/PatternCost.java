package id.loket.standard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a regular expression comes to an end. A pattern with nested repeats, such as {@code (a+)+}, tries more ways than anybody waits for
 * when an answer almost fits.
 */
final class PatternCost {

    /** Looks at a letter; what is harmless needs some thousands for the longest answer. */
    private static final int MOST_LOOKS = 200_000;

    private static final List<String> ALMOST = List.of(
            "a".repeat(40) + "!", "A".repeat(40) + "!", "0".repeat(40) + "!", " ".repeat(40) + "!", "aA0 -".repeat(8) + "!", "a-".repeat(20) + "!",
            "a ".repeat(20) + "!", "0 ".repeat(20) + "!", "0-".repeat(20) + "!");

    private PatternCost() {}

    /** @param regex one that compiles */
    static boolean isBounded(String regex) {
        Pattern pattern = Pattern.compile(regex);
        try {
            for (String answer : ALMOST) {
                pattern.matcher(new Counted(answer)).matches();
            }
            return true;
        } catch (TooMany | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
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
            if (++looks > MOST_LOOKS) {
                throw new TooMany();
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
    }
}
