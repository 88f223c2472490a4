package id.loket.standard.chart;

import id.loket.standard.chart.Chart.Box;
import id.loket.standard.chart.Chart.Line;
import id.loket.standard.chart.Chart.Symbol;
import id.loket.standard.chart.Chart.Word;
import id.loket.standard.chart.Flow.Kind;
import id.loket.standard.chart.Flow.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page in the making. */
final class Sheet {

    /** A line still to be drawn. */
    record Joint(Kind kind, Symbol from, Symbol to) {}

    final List<Joint> links = new ArrayList<>();
    /** Letters of the connectors by which the page is returned to. */
    final Set<String> incoming = new HashSet<>();

    private final Grid grid;
    private final Paging.Page page;
    /** Upper edge of every row, and the lower edge of the last. */
    private final double[] edges;
    private final Map<Mark, Symbol> marks = new HashMap<>();
    private final Map<String, Symbol> connectors = new HashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();

    Sheet(Grid grid, Paging.Page page) {
        this.grid = grid;
        this.page = page;
        List<Double> heights = new ArrayList<>(page.heights());
        if (page.fromBefore()) {
            heights.addFirst(grid.connectorHeight());
        }
        if (page.goesOn()) {
            heights.addLast(grid.connectorHeight());
        }
        edges = new double[heights.size() + 1];
        for (int i = 0; i < heights.size(); i++) {
            edges[i + 1] = edges[i] + heights.get(i);
        }
    }

    boolean has(int step) {
        return step - 1 >= page.first() && step - 1 < page.first() + page.heights().size();
    }

    void place(Mark mark) {
        marks.put(mark, symbol(mark.shape(), row(mark.step()), middle(mark.column()), mark.step(), null));
    }

    Symbol of(Mark mark) {
        return marks.get(mark);
    }

    /** The connector at the bottom of the page, below the symbol that the flow leaves. */
    Symbol atBottom(Mark from, String letter) {
        return symbol(Shape.PENTAGON, edges.length - 2, free(edges.length - 2, middle(from.column())), from.step() + 1, letter);
    }

    /** The connector on top of the page, in the same column. */
    Symbol onTop(Mark from, Mark to, String letter) {
        return symbol(Shape.PENTAGON, 0, free(0, middle(from.column())), to.step(), letter);
    }

    /** The connector in the row of a symbol, as near as there is room; in the last row of the page where the row itself is full. */
    Symbol beside(Mark mark, String letter, boolean arriving) {
        return connectors.computeIfAbsent(letter + arriving + mark.step(), key -> {
            int row = row(mark.step());
            int cell = free(row, middle(mark.column()));
            return cell >= 0
                    ? symbol(Shape.PENTAGON, row, cell, mark.step(), letter)
                    : symbol(Shape.PENTAGON, edges.length - 2, free(edges.length - 2, middle(mark.column())), mark.step(), letter);
        });
    }

    Chart draw() {
        double height = edges[edges.length - 1];
        Router router = new Router(grid, edges, symbols);
        List<Line> lines = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        // the way forward first, for it shall be the straightest
        for (Set<Kind> kinds : List.of(Set.of(Kind.NEXT, Kind.YES), Set.of(Kind.NO), Set.of(Kind.AGAIN), Set.of(Kind.TOGETHER))) {
            for (Joint joint : links) {
                if (kinds.contains(joint.kind())) {
                    router.route(joint).ifPresentOrElse(lines::add, () -> expectNeedless(joint));
                    if (joint.kind() == Kind.YES || joint.kind() == Kind.NO) {
                        Word word = Words.beside(lines.getLast(), grid, symbols, lines, words, height);
                        words.add(word);
                        router.close(word.box());
                    }
                }
            }
        }
        return new Chart(grid.width(), height, List.copyOf(symbols), List.copyOf(lines), List.copyOf(words));
    }

    /** That people are together is also seen from their row; every other line must find its way. */
    private static void expectNeedless(Joint joint) {
        if (joint.kind() != Kind.TOGETHER) {
            throw new IllegalStateException("no way from step %d to step %d".formatted(joint.from().step(), joint.to().step()));
        }
    }

    private int row(int step) {
        return step - 1 - page.first() + (page.fromBefore() ? 1 : 0);
    }

    /** The cell in the middle of a column. */
    private int middle(int column) {
        return column * grid.cells() + grid.cells() / 2;
    }

    private int free(int row, int near) {
        int cells = grid.columns() * grid.cells();
        for (int away = 0; away < cells; away++) {
            for (int cell : new int[] {near - away, near + away}) {
                if (cell >= 0 && cell < cells && !taken.contains((long) row * cells + cell)) {
                    return cell;
                }
            }
        }
        return -1;
    }

    private Symbol symbol(Shape shape, int row, int cell, int step, String letter) {
        double width = shape == Shape.PENTAGON ? Math.min(grid.symbolWidth(), grid.symbolHeight()) : grid.symbolWidth();
        double x = (cell + .5) * grid.cellWidth();
        double y = (edges[row] + edges[row + 1]) / 2;
        var box = new Box(x - width / 2, y - grid.symbolHeight() / 2, width, grid.symbolHeight());
        Symbol symbol = new Symbol(shape, box, step, cell / grid.cells(), letter);
        symbols.add(symbol);
        taken.add((long) row * grid.columns() * grid.cells() + cell);
        return symbol;
    }
}
