package id.loket.portal;

import id.loket.document.SopSheet;
import id.loket.standard.chart.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow of an SOP as one picture in SVG: a row for each step with its number, short name and time, and the symbols and lines in the
 * columns of the actors. In px.
 *
 * @param actors      heads of the columns, line by line
 * @param actorWidth  width of each of these columns
 * @param rows        the steps
 * @param chartHeight height of all rows
 * @param outlines    symbols and lines as a path, from the upper left corner of the actors' first row
 * @param arrows      heads of the arrows, to be filled
 * @param words       yes and no
 * @param inWords     the same for who can't see it
 */
public record SopPicture(
        List<List<String>> actors,
        double actorWidth,
        List<Row> rows,
        double chartHeight,
        String outlines,
        String arrows,
        List<SopSheet.Word> words,
        String inWords) {

    /** Width of the columns left and right of the actors. */
    public static final int NO_WIDTH = 36;

    public static final int NAME_WIDTH = 176;
    public static final int TIME_WIDTH = 92;
    /** Height of a line of text. */
    public static final int LINE = 16;

    static final int NAME_CHARACTERS = 22;
    /** Rough width of a letter in the head of a column, in px: widths aren't measured, so lines are kept short. */
    private static final double HEAD_LETTER = 6.8;

    /** A step; y from the top of the rows. */
    public record Row(int no, List<String> name, String time, double y, double height) {
        public double middle() {
            return y + height / 2;
        }
    }

    static int headCharacters(Grid grid) {
        return (int) (grid.columnWidth() / HEAD_LETTER);
    }

    /** Left edge of the actors' columns. */
    public int left() {
        return NO_WIDTH + NAME_WIDTH;
    }

    public int width() {
        return (int) (left() + actorWidth * actors.size() + TIME_WIDTH);
    }

    public int headHeight() {
        return actors.stream().mapToInt(List::size).max().orElse(1) * LINE + LINE;
    }

    public int height() {
        return (int) Math.ceil(headHeight() + chartHeight);
    }

    /** A number for an attribute, with at most one decimal. */
    public static String px(double n) {
        double rounded = Math.round(n * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** Where the first of some lines of text stands so that all are in the middle. */
    public static String firstLine(double middle, int lines) {
        return px(middle - (lines - 1) * LINE / 2.0 + 4);
    }

    /** The text in lines of at most so many letters; longer words are cut. */
    static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("\\s+")) {
            while (word.length() > letters) {
                if (!line.isEmpty()) {
                    lines.add(line);
                    line = "";
                }
                lines.add(word.substring(0, letters));
                word = word.substring(letters);
            }
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }
}
