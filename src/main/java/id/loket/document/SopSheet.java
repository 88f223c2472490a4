package id.loket.document;

import java.util.List;

/**
 * The sheet of an SOP (PermenPANRB 35/2012): head, then the table with the flow drawn into the columns of the actors. Texts that are null
 * or lists that are empty are boxes to be filled in by hand.
 *
 * @param number         nomor SOP; null where there is none yet
 * @param createdOn      tanggal pembuatan, in words; null where it isn't known
 * @param revisedOn      tanggal revisi; null for never
 * @param effectiveOn    tanggal efektif
 * @param signatory      disahkan oleh
 * @param name           nama SOP
 * @param version        of the standard and since when, for the foot
 * @param actors         heads of the columns of the actors, in order
 * @param actorWidth     width of each of these columns in mm
 * @param leastRow       least height of a row with a step, in mm
 * @param connectorRow   height of a row with connectors, in mm
 * @param rows           the steps
 * @param total          the standard times added up, unit by unit (SOP-total)
 * @param promise        to the applicant
 * @param note           what a reader must know of the sheet itself, e.g. that values are examples; null for nothing
 * @param printing       when and by whom
 */
public record SopSheet(
        String number,
        String createdOn,
        String revisedOn,
        String effectiveOn,
        Signatory signatory,
        String name,
        String version,
        List<String> legalBasis,
        List<String> qualifications,
        List<String> relatedSops,
        List<String> equipment,
        List<String> warnings,
        List<String> records,
        List<String> actors,
        double actorWidth,
        double leastRow,
        double connectorRow,
        List<Row> rows,
        String total,
        String promise,
        String note,
        Printing printing) {

    /** What the lines of the table add to the height of a row, in mm. */
    public static final double BORDER = .6 * 25.4 / 72;

    /** Height of the head of the table, in mm; see paper.css. */
    public static final double TABLE_HEAD = 14;

    /** In mm, of the columns beside those of the actors; the activity takes the rest. */
    private static final double WIDTH = 273;
    private static final double RIGHT_OF_ACTORS = 31 + 16 + 31 + 25;

    /** Where the columns of the actors begin, in mm from the left edge of the table. */
    public double left() {
        return WIDTH - RIGHT_OF_ACTORS - actorWidth * actors.size();
    }

    /** One step; several sentences or things stand on a line each. */
    public record Row(int no, List<String> activity, List<String> inputs, String time, String output, List<String> remarks) {}

    /**
     * What belongs on one page.
     *
     * @param first      index of its first row
     * @param heights    of its rows in mm, as measured or more
     * @param fromBefore whether a row with a connector stands on top
     * @param goesOn     whether a row with a connector stands at the bottom
     * @param outlines   the lines and symbols as a path with M, L, C and Z; in mm from the upper left corner of the actors' columns
     * @param arrows     the heads of the arrows, to be filled
     * @param words      yes, no and the letters of connectors
     * @param inWords    the same flow for who can't see it
     */
    public record Page(
            int first,
            List<Double> heights,
            boolean fromBefore,
            boolean goesOn,
            String outlines,
            String arrows,
            List<Word> words,
            String inWords) {

        /** In mm, connectors included. */
        public double height(SopSheet sheet) {
            double rows = heights.stream().mapToDouble(h -> h).sum();
            return rows + ((fromBefore ? 1 : 0) + (goesOn ? 1 : 0)) * sheet.connectorRow();
        }
    }

    /** A word in the drawing, at a place in mm; white behind it where it stands on lines of the table. */
    public record Word(double x, double y, double width, double height, String text, boolean onWhite) {}

    /** Draws the flow once the heights of the rows are known, which depend on the font. */
    public interface Plotter {
        /**
         * @param heights of the rows in mm
         * @param first   room for rows on the first page in mm; may be too little for any
         * @param next    room on the others
         * @param total   height of the row below the last
         */
        List<Page> plot(List<Double> heights, double first, double next, double total);
    }
}
