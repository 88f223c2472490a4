package id.loket.standard.chart;

import id.loket.standard.chart.Chart.Box;
import id.loket.standard.chart.Chart.Line;
import id.loket.standard.chart.Chart.Point;
import id.loket.standard.chart.Chart.Symbol;
import id.loket.standard.chart.Chart.Word;
import id.loket.standard.chart.Flow.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places for "yes" and "no": beside their line, near where it leaves the diamond, on free ground. */
final class Words {

    private Words() {}

    static Word beside(Line line, Grid grid, List<Symbol> symbols, List<Line> lines, List<Word> words, double height) {
        boolean yes = line.kind() == Kind.YES;
        List<Box> places = places(line, grid, yes);
        Box ground = new Box(0, 0, grid.width(), height);
        Box free = places.stream()
                .filter(b -> b.x() >= 0 && b.y() >= 0 && b.x() + b.width() <= ground.width() && b.y() + b.height() <= ground.height())
                .filter(b -> symbols.stream().noneMatch(s -> s.box().overlaps(b)))
                .filter(b -> words.stream().noneMatch(w -> w.box().overlaps(b)))
                .filter(b -> lines.stream().noneMatch(l -> crosses(l, b)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no place for a word at step " + line.from().step()));
        return new Word(yes, free);
    }

    static boolean crosses(Line line, Box box) {
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points().get(i - 1);
            Point b = line.points().get(i);
            var piece = new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
            if (piece.overlaps(box)) {
                return true;
            }
        }
        return false;
    }

    private static List<Box> places(Line line, Grid grid, boolean yes) {
        double width = grid.labelWidth(yes);
        double height = grid.labelHeight();
        double gap = .35 * grid.unit();
        List<Box> places = new ArrayList<>();
        double clear = grid.symbolHeight() / 2 + gap;
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points().get(i - 1);
            Point b = line.points().get(i);
            double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            boolean level = Math.abs(a.y() - b.y()) < 1e-6;
            double sign = Math.signum(level ? b.x() - a.x() : b.y() - a.y());
            for (double along = gap; along <= Math.max(gap, length); along += grid.unit() / 2) {
                if (level) {
                    double x = sign > 0 ? a.x() + along : a.x() - along - width;
                    places.add(new Box(x, a.y() - gap - height, width, height));
                    places.add(new Box(x, a.y() + gap, width, height));
                    // where the line is shorter than the word: above or below the symbols
                    places.add(new Box(x, a.y() - clear - height, width, height));
                    places.add(new Box(x, a.y() + clear, width, height));
                } else {
                    double y = sign > 0 ? a.y() + along : a.y() - along - height;
                    places.add(new Box(a.x() + gap, y, width, height));
                    places.add(new Box(a.x() - gap - width, y, width, height));
                }
            }
        }
        // at last wherever there is room around the symbol
        Point start = line.points().getFirst();
        List<Box> around = new ArrayList<>();
        for (double dx = -12; dx <= 12; dx += .5) {
            for (double dy = -4; dy <= 4; dy += .5) {
                around.add(new Box(start.x() + dx * grid.unit(), start.y() + dy * grid.unit(), width, height));
            }
        }
        around.sort(Comparator.comparingDouble(b -> Math.hypot(b.centreX() - start.x(), b.centreY() - start.y())));
        places.addAll(around);
        return places;
    }
}
