package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A register of the office on paper, across: its head repeats on every page.
 *
 * @param title    what register
 * @param from     first day
 * @param to       last day
 * @param notes    what is shown and what isn't, one line each
 * @param columns  at least one
 * @param rows     as many cells each as there are columns
 * @param printing when and by whom
 */
public record RegisterSheet(
        String title, LocalDate from, LocalDate to, List<String> notes, List<Column> columns, List<List<Cell>> rows, Printing printing) {

    /** A column with its width, in mm. */
    public record Column(String head, double width) {
    }

    /** What stands in a cell, line below line. */
    public record Cell(List<Line> lines) {
    }

    /**
     * A line.
     *
     * @param struck what stood there before it was put right; "" for nothing
     * @param strong whether it is printed bold
     */
    public record Line(String text, String struck, boolean strong) {
    }
}
