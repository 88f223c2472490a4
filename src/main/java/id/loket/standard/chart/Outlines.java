package id.loket.standard.chart;

import id.loket.standard.chart.Chart.Box;
import id.loket.standard.chart.Chart.Line;
import id.loket.standard.chart.Chart.Point;
import id.loket.standard.chart.Chart.Symbol;
import java.util.Locale;

/** A chart as paths of SVG with absolute M, L, C and Z only; numbers have two decimals. */
public final class Outlines {

    /** How far the handle of a curve reaches for a quarter of a circle. */
    private static final double QUARTER = .5523;

    private Outlines() {}

    /** The outline of a symbol. */
    public static String of(Symbol symbol) {
        Box b = symbol.box();
        double left = b.x();
        double right = b.x() + b.width();
        double top = b.y();
        double bottom = b.y() + b.height();
        double x = b.centreX();
        double y = b.centreY();
        return switch (symbol.shape()) {
            case RECTANGLE -> path("M%s L%s L%s L%s Z", left, top, right, top, right, bottom, left, bottom);
            case DIAMOND -> path("M%s L%s L%s L%s Z", x, top, right, y, x, bottom, left, y);
            case PENTAGON -> {
                double shoulder = top + b.height() * .6;
                yield path("M%s L%s L%s L%s L%s Z", left, top, right, top, right, shoulder, x, bottom, left, shoulder);
            }
            case CAPSULE -> {
                double r = b.height() / 2;
                double h = r * QUARTER;
                yield path(
                        "M%s L%s C%s %s %s C%s %s %s L%s C%s %s %s C%s %s %s Z",
                        left + r, top, right - r, top,
                        right - r + h, top, right, y - h, right, y,
                        right, y + h, right - r + h, bottom, right - r, bottom,
                        left + r, bottom,
                        left + r - h, bottom, left, y + h, left, y,
                        left, y - h, left + r - h, top, left + r, top);
            }
        };
    }

    /** The line itself; where it has an arrow it ends in the middle of its head. */
    public static String of(Line line, Grid grid) {
        StringBuilder path = new StringBuilder();
        int last = line.points().size() - 1;
        for (int i = 0; i <= last; i++) {
            Point p = line.points().get(i);
            if (i == last && line.kind().hasArrow()) {
                p = back(line, grid.unit() / 2);
            }
            path.append(i == 0 ? "M" : " L").append(pair(p.x(), p.y()));
        }
        return path.toString();
    }

    /** The head of the arrow, to be filled; empty for a line without. */
    public static String arrow(Line line, Grid grid) {
        if (!line.kind().hasArrow()) {
            return "";
        }
        Point tip = line.points().getLast();
        Point foot = back(line, grid.unit());
        double half = grid.unit() * .42;
        double dx = tip.x() == foot.x() ? half : 0;
        double dy = tip.x() == foot.x() ? 0 : half;
        return path("M%s L%s L%s Z", tip.x(), tip.y(), foot.x() + dx, foot.y() + dy, foot.x() - dx, foot.y() - dy);
    }

    private static Point back(Line line, double far) {
        Point tip = line.points().getLast();
        Point before = line.points().get(line.points().size() - 2);
        return Math.abs(tip.x() - before.x()) < 1e-6
                ? new Point(tip.x(), tip.y() - far * Math.signum(tip.y() - before.y()))
                : new Point(tip.x() - far * Math.signum(tip.x() - before.x()), tip.y());
    }

    private static String path(String pattern, double... numbers) {
        Object[] pairs = new Object[numbers.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair(numbers[2 * i], numbers[2 * i + 1]);
        }
        return pattern.formatted(pairs);
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double n) {
        String text = String.format(Locale.ROOT, "%.2f", n);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
