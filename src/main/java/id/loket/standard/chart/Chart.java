package id.loket.standard.chart;

import id.loket.standard.chart.Flow.Kind;
import id.loket.standard.chart.Flow.Link;
import id.loket.standard.chart.Flow.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of the actors on one page: symbols, lines and words at their places. The origin is the upper left corner of the first row,
 * y grows downwards. No line runs through a symbol or a word, and no two run on top of one another; they may cross.
 *
 * @param height of all rows, those with connectors included
 */
public record Chart(double width, double height, List<Symbol> symbols, List<Line> lines, List<Word> words) {

    public record Point(double x, double y) {}

    /** A place, from the upper left corner. */
    public record Box(double x, double y, double width, double height) {
        public double centreX() {
            return x + width / 2;
        }

        public double centreY() {
            return y + height / 2;
        }

        boolean overlaps(Box o) {
            return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
        }
    }

    /**
     * @param step   number of the step; of a connector that of the step it leads from or to
     * @param letter of a connector, the same on both sides; null for the others
     */
    public record Symbol(Shape shape, Box box, int step, int column, String letter) {}

    /**
     * A line of horizontal and vertical pieces.
     *
     * @param points from the edge of the symbol it leaves to the edge of the one it reaches, or to a line that leads there
     */
    public record Line(Kind kind, Symbol from, Symbol to, List<Point> points) {}

    /** "Yes" or "No" beside the line that it belongs to. */
    public record Word(boolean yes, Box box) {}

    /** The charts of all pages; a page without rows has an empty one. */
    public static List<Chart> of(Flow flow, Grid grid, List<Paging.Page> pages) {
        List<Sheet> sheets = new ArrayList<>();
        for (Paging.Page page : pages) {
            sheets.add(new Sheet(grid, page));
        }
        Letters letters = new Letters();
        Map<Link, Sheet> whole = new LinkedHashMap<>();
        List<Link> broken = new ArrayList<>();
        for (Link link : flow.links()) {
            Sheet from = sheet(sheets, link.from().step());
            if (from == sheet(sheets, link.to().step())) {
                whole.put(link, from);
            } else {
                broken.add(link);
            }
        }
        // who is present gives way to a connector where a row has no room for both
        Set<Mark> kept = new HashSet<>(flow.marks());
        makeRoom(flow, grid, broken, kept);
        for (Mark mark : flow.marks()) {
            if (kept.contains(mark)) {
                sheet(sheets, mark.step()).place(mark);
            }
        }
        whole.forEach((link, sheet) -> {
            if (kept.contains(link.from()) && kept.contains(link.to())) {
                sheet.links.add(new Sheet.Joint(link.kind(), sheet.of(link.from()), sheet.of(link.to())));
            }
        });
        for (Link link : broken) {
            Sheet from = sheet(sheets, link.from().step());
            Sheet to = sheet(sheets, link.to().step());
            if (link.kind() == Kind.NO) {
                String letter = letters.of(link.to());
                from.links.add(new Sheet.Joint(Kind.NO, from.of(link.from()), from.beside(link.from(), letter, false)));
                if (to.incoming.add(letter)) {
                    to.links.add(new Sheet.Joint(Kind.NEXT, to.beside(link.to(), letter, true), to.of(link.to())));
                }
            } else {
                String letter = letters.next();
                from.links.add(new Sheet.Joint(link.kind(), from.of(link.from()), from.atBottom(link.from(), letter)));
                to.links.add(new Sheet.Joint(Kind.NEXT, to.onTop(link.from(), link.to(), letter), to.of(link.to())));
            }
        }
        return sheets.stream().map(Sheet::draw).toList();
    }

    private static void makeRoom(Flow flow, Grid grid, List<Link> broken, Set<Mark> kept) {
        Map<Integer, Set<Object>> connectors = new HashMap<>();
        for (Link link : broken) {
            if (link.kind() == Kind.NO) {
                connectors.computeIfAbsent(link.from().step(), s -> new HashSet<>()).add("out");
                connectors.computeIfAbsent(link.to().step(), s -> new HashSet<>()).add("in");
            }
        }
        connectors.forEach((step, needed) -> {
            List<Mark> row = new ArrayList<>(flow.marks().stream().filter(m -> m.step() == step).toList());
            int cells = grid.columns() * grid.cells();
            for (Mark mark : List.copyOf(row)) {
                boolean onlyPresent = flow.links().stream()
                        .allMatch(l -> l.kind() == Kind.TOGETHER || l.from() != mark && l.to() != mark);
                if (row.size() + needed.size() > cells && !mark.main() && onlyPresent) {
                    row.remove(mark);
                    kept.remove(mark);
                }
            }
        });
    }

    private static Sheet sheet(List<Sheet> sheets, int step) {
        return sheets.stream().filter(s -> s.has(step)).findFirst().orElseThrow();
    }

    /** A, B, C …; one letter for each break, and one for each step that is returned to from another page. */
    private static final class Letters {
        private final Map<Mark, String> byTarget = new HashMap<>();
        private int given;

        String next() {
            int n = given++;
            return n < 26 ? String.valueOf((char) ('A' + n)) : (char) ('A' + n / 26 - 1) + "" + (char) ('A' + n % 26);
        }

        String of(Mark target) {
            return byTarget.computeIfAbsent(target, t -> next());
        }
    }
}
