package id.loket.document;

import java.util.List;

/**
 * A report of the office to its head, with bars and tables, always in Indonesian.
 *
 * @param title     what it is
 * @param subject   of which time
 * @param number    of the letter; "" before it is approved
 * @param draft     whether it isn't approved yet: then every page says so
 * @param sentences what is so, in words, before any figure
 * @param facts     the main figures
 * @param charts    bars
 * @param tables    the same and more in figures
 * @param texts     remarks and contributions
 * @param approved  who signs it; null before
 * @param date      of the approval, in words; "" before
 * @param seen      the head's acknowledgement, in words; "" before
 * @param head      who is reported to
 * @param seal      what tells that nothing was changed since; "" before
 * @param printing  when and by whom
 */
public record ReportSheet(
        String title,
        String subject,
        String number,
        boolean draft,
        List<String> sentences,
        List<Fact> facts,
        List<Chart> charts,
        List<Table> tables,
        List<Text> texts,
        Signatory approved,
        String date,
        String seen,
        Signatory head,
        String seal,
        Printing printing) {

    /** A figure and what it is. */
    public record Fact(String label, String value) {
    }

    /**
     * Bars of one scale.
     *
     * @param legend what the filled and the outlined part mean
     */
    public record Chart(String title, String legend, List<Bar> bars) {
    }

    /**
     * A bar in two parts.
     *
     * @param first  filled
     * @param second outlined, behind the first
     * @param most   what the whole width would be; at least {@code first + second} and 1
     */
    public record Bar(String label, int first, int second, int most, String value) {

        /** Millimetres of the whole width. */
        public static final double WIDTH = 100;

        /** Half a line, in mm, so that the outer ones are drawn whole. */
        private static final double EDGE = .2;

        /** The filled part, as a path in mm. */
        public String filled() {
            return box(0, first);
        }

        /** The outlined part, as a path in mm. */
        public String outlined() {
            return box(first, first + second);
        }

        private String box(int from, int to) {
            return from == to
                    ? ""
                    : String.format(java.util.Locale.ROOT, "M%.2f .5L%.2f .5L%.2f 3.5L%.2f 3.5Z", x(from), x(to), x(to), x(from));
        }

        private double x(int amount) {
            return EDGE + (WIDTH - 2 * EDGE) * amount / most;
        }
    }

    /**
     * A table; its last row is the total where {@code total}.
     *
     * @param head the first column holds words, the others figures
     */
    public record Table(String title, List<String> head, List<List<String>> rows, boolean total) {
    }

    /** Something said, and by whom. */
    public record Text(String title, String by, List<String> paragraphs) {
    }
}
