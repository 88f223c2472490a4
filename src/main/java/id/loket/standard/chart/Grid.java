package id.loket.standard.chart;

/**
 * Measures of a chart, in the unit of whoever draws it. A column has one cell or three; symbols stand in the middle of a cell, lines run
 * on tracks beside, above and below them.
 *
 * @param columns       how many actors
 * @param columnWidth   width of each
 * @param unit          what everything else is measured in: the length of an arrow head
 */
public record Grid(int columns, double columnWidth, double unit) {

    /** Of all columns of actors on an A4 sheet across, in mm. */
    private static final double WIDEST_ON_PAPER = 122;

    /** For paper, in mm. */
    public static Grid paper(int columns) {
        return new Grid(columns, columns < 4 ? 36 : Math.min(19, WIDEST_ON_PAPER / columns), 1.75);
    }

    /** For the screen, in px. */
    public static Grid screen(int columns) {
        return new Grid(columns, columns < 4 ? 168 : 96, 8);
    }

    /** Cells of a column: three where there are few, so that connectors find room beside the symbols. */
    int cells() {
        return columns < 4 ? 3 : 1;
    }

    double cellWidth() {
        return columnWidth / cells();
    }

    public double width() {
        return columns * columnWidth;
    }

    double symbolWidth() {
        return Math.min(cellWidth() * .6, 7 * unit);
    }

    double symbolHeight() {
        return 3.2 * unit;
    }

    /** Distance of a track from the symbols. */
    double track(int n) {
        return (1.25 + .8 * n) * unit;
    }

    double labelWidth(boolean yes) {
        return (yes ? 2.2 : 3.4) * unit;
    }

    double labelHeight() {
        return 1.5 * unit;
    }

    /** The least height of a row with a step. */
    public double rowHeight() {
        return symbolHeight() + 2 * (track(1) + .5 * unit);
    }

    /** Height of a row with connectors. */
    public double connectorHeight() {
        return symbolHeight() + 2 * (track(0) + .6 * unit);
    }
}
