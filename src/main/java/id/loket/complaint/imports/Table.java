package id.loket.complaint.imports;

import java.util.List;

/**
 * A table as another program wrote it.
 *
 * @param head      what its columns are called; one that isn't called anything is empty
 * @param separator between cells
 * @param encoding  name of the encoding in which it was read
 */
public record Table(List<String> head, List<Row> rows, char separator, String encoding) {

    /**
     * A line; blank ones are left out.
     *
     * @param line  on which it begins, from 1, as an editor counts
     * @param cells without blanks at their ends
     */
    public record Row(int line, List<String> cells) {

        /** Empty where the line ends before. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
