package id.loket.complaint.imports;

import id.loket.complaint.NewComplaint;
import id.loket.complaint.imports.Finding.Level;
import java.time.LocalDate;
import java.util.List;

/**
 * What an import would do.
 *
 * @param table    as it was read
 * @param mapping  which of its columns is which
 * @param good     lines that can be imported
 * @param findings in the order of lines
 */
public record Preview(Table table, Mapping mapping, List<Good> good, List<Finding> findings) {

    /**
     * A line that can be imported.
     *
     * @param sentOn day on which it was made in the outside system; null where that isn't said
     */
    public record Good(int line, NewComplaint complaint, LocalDate sentOn) {}

    /** Lines with something to mend. */
    public int faulty() {
        return lines(Level.FAULT);
    }

    /** Lines whose number was there before. */
    public int known() {
        return lines(Level.KNOWN);
    }

    private int lines(Level level) {
        return (int) findings.stream().filter(f -> f.level() == level).mapToInt(Finding::line).distinct().count();
    }
}
