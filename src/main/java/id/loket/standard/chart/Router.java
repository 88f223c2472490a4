package id.loket.standard.chart;

import id.loket.standard.chart.Chart.Box;
import id.loket.standard.chart.Chart.Line;
import id.loket.standard.chart.Chart.Point;
import id.loket.standard.chart.Chart.Symbol;
import id.loket.standard.chart.Flow.Kind;
import id.loket.standard.chart.Sheet.Joint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Finds the way of each line along the tracks of one page: short, with few corners and few crossings. A track that a line uses is closed
 * to the others, except that lines may cross at right angles, and that a way back may run into a line that leads to the same symbol.
 */
final class Router {

    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};
    private static final int RIGHT = 0;
    private static final int DOWN = 1;
    private static final int LEFT = 2;
    private static final int UP = 3;

    /** In units of the grid. */
    private static final double CORNER = 9;
    private static final double CROSSING = 3;
    private static final double JOINING = 14;

    /** A place on the edge of a symbol, and the point of the tracks before it. */
    private record Port(Symbol symbol, Point edge, int x, int y, int outward, double cost) {}

    private record State(int x, int y, int direction) {}

    private record Step(State state, double cost) {}

    private final Grid grid;
    private final double[] xs;
    private final double[] ys;
    /** What is at a crossing of tracks: 0 nothing, bit 1 a horizontal line, bit 2 a vertical one, 3 a corner or an end, 4 a symbol or word. */
    private final int[][] used;
    /** Which symbol the line at a crossing leads to. */
    private final Symbol[][] leadsTo;
    private final boolean[][] across;
    private final boolean[][] along;
    private final List<Point> portsTaken = new ArrayList<>();

    private static final int FREE = 0;
    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int CLOSED = 3;

    Router(Grid grid, double[] edges, List<Symbol> symbols) {
        this.grid = grid;
        TreeSet<Double> columns = new TreeSet<>();
        double gutter = (grid.cellWidth() - grid.symbolWidth()) / 2;
        for (int cell = 0; cell < grid.columns() * grid.cells(); cell++) {
            double left = cell * grid.cellWidth();
            double centre = left + grid.cellWidth() / 2;
            columns.add(left + gutter * .35);
            columns.add(centre - grid.symbolWidth() / 4);
            columns.add(centre);
            columns.add(centre + grid.symbolWidth() / 4);
            columns.add(left + grid.cellWidth() - gutter * .35);
        }
        TreeSet<Double> rows = new TreeSet<>();
        for (int row = 0; row + 1 < edges.length; row++) {
            double centre = (edges[row] + edges[row + 1]) / 2;
            rows.add(centre);
            for (int n = 0; n < 2; n++) {
                double away = grid.symbolHeight() / 2 + grid.track(n);
                if (centre - away > edges[row] + .3 * grid.unit()) {
                    rows.add(centre - away);
                    rows.add(centre + away);
                }
            }
        }
        xs = columns.stream().mapToDouble(x -> x).toArray();
        ys = rows.stream().mapToDouble(y -> y).toArray();
        used = new int[xs.length][ys.length];
        leadsTo = new Symbol[xs.length][ys.length];
        across = new boolean[xs.length][ys.length];
        along = new boolean[xs.length][ys.length];
        symbols.forEach(s -> close(s.box()));
    }

    /** Nothing runs through the box from now on. */
    void close(Box box) {
        for (int x = 0; x < xs.length; x++) {
            for (int y = 0; y < ys.length; y++) {
                boolean inY = ys[y] > box.y() && ys[y] < box.y() + box.height();
                boolean inX = xs[x] > box.x() && xs[x] < box.x() + box.width();
                if (inX && inY) {
                    used[x][y] = CLOSED;
                }
                if (inY && x + 1 < xs.length && xs[x] < box.x() + box.width() && xs[x + 1] > box.x()) {
                    across[x][y] = true;
                }
                if (inX && y + 1 < ys.length && ys[y] < box.y() + box.height() && ys[y + 1] > box.y()) {
                    along[x][y] = true;
                }
            }
        }
    }

    /** @return empty if every way is closed */
    Optional<Line> route(Joint joint) {
        List<Port> from = ports(joint.from(), joint.kind(), false);
        Map<State, Port> goals = new HashMap<>();
        for (Port port : ports(joint.to(), joint.kind(), true)) {
            goals.put(new State(port.x, port.y, opposite(port.outward)), port);
        }
        Map<State, Double> costs = new HashMap<>();
        Map<State, State> before = new HashMap<>();
        Map<State, Port> starts = new HashMap<>();
        PriorityQueue<Step> queue = new PriorityQueue<>(Comparator.comparingDouble(Step::cost));
        for (Port port : from) {
            State state = new State(port.x, port.y, port.outward);
            if (used[port.x][port.y] == FREE || crossable(port.x, port.y, port.outward)) {
                costs.put(state, port.cost);
                starts.put(state, port);
                queue.add(new Step(state, port.cost));
            }
        }
        Step best = null;
        while (!queue.isEmpty()) {
            Step step = queue.poll();
            State at = step.state;
            if (step.cost > costs.get(at)) {
                continue;
            }
            if (at.direction < 0) {
                best = step;
                break;
            }
            Port goal = goals.get(at);
            boolean joins = mayJoin(joint) && leadsTo[at.x][at.y] == joint.to() && crossable(at.x, at.y, at.direction);
            if (goal != null || joins) {
                double cost = goal == null ? JOINING * grid.unit() : goal.cost;
                relax(new State(at.x, at.y, -1 - at.direction), step.cost + cost, at, costs, before, queue);
            }
            for (int turn = 0; turn < 4; turn++) {
                if (turn == opposite(at.direction) || turn != at.direction && used[at.x][at.y] != FREE) {
                    continue;
                }
                int x = at.x + DX[turn];
                int y = at.y + DY[turn];
                if (x < 0 || y < 0 || x >= xs.length || y >= ys.length || closed(at.x, at.y, turn)) {
                    continue;
                }
                if (used[x][y] != FREE && !crossable(x, y, turn)) {
                    continue;
                }
                double cost = Math.abs(xs[x] - xs[at.x]) + Math.abs(ys[y] - ys[at.y]);
                cost += turn == at.direction ? 0 : CORNER * grid.unit();
                cost += used[x][y] == FREE ? 0 : CROSSING * grid.unit();
                relax(new State(x, y, turn), step.cost + cost, at, costs, before, queue);
            }
        }
        return best == null ? Optional.empty() : Optional.of(line(joint, best.state, before, starts, goals));
    }

    private static boolean mayJoin(Joint joint) {
        return joint.kind() == Kind.NO || joint.kind() == Kind.AGAIN;
    }

    private static void relax(
            State state, double cost, State at, Map<State, Double> costs, Map<State, State> before, PriorityQueue<Step> queue) {
        if (cost < costs.getOrDefault(state, Double.MAX_VALUE)) {
            costs.put(state, cost);
            before.put(state, at);
            queue.add(new Step(state, cost));
        }
    }

    private Line line(Joint joint, State end, Map<State, State> before, Map<State, Port> starts, Map<State, Port> goals) {
        List<State> way = new ArrayList<>();
        for (State at = before.get(end); at != null; at = before.get(at)) {
            way.addFirst(at);
        }
        List<Point> points = new ArrayList<>();
        Port start = starts.get(way.getFirst());
        points.add(start.edge);
        portsTaken.add(start.edge);
        way.forEach(s -> points.add(new Point(xs[s.x], ys[s.y])));
        Port goal = goals.get(way.getLast());
        boolean joins = leadsTo[way.getLast().x][way.getLast().y] == joint.to() && used[way.getLast().x][way.getLast().y] != FREE;
        if (!joins) {
            points.add(goal.edge);
            portsTaken.add(goal.edge);
        }
        for (int i = 0; i < way.size(); i++) {
            State s = way.get(i);
            boolean corner = i + 1 < way.size() && way.get(i + 1).direction != s.direction || joins && i + 1 == way.size();
            used[s.x][s.y] = corner ? CLOSED : used[s.x][s.y] | (s.direction % 2 == 0 ? HORIZONTAL : VERTICAL);
            leadsTo[s.x][s.y] = used[s.x][s.y] == HORIZONTAL || used[s.x][s.y] == VERTICAL ? joint.to() : null;
            if (i > 0) {
                take(way.get(i - 1), s);
            }
        }
        return new Line(joint.kind(), joint.from(), joint.to(), straightened(points));
    }

    private void take(State a, State b) {
        if (a.y == b.y) {
            across[Math.min(a.x, b.x)][a.y] = true;
        } else {
            along[a.x][Math.min(a.y, b.y)] = true;
        }
    }

    private boolean closed(int x, int y, int direction) {
        return switch (direction) {
            case RIGHT -> across[x][y];
            case LEFT -> across[x - 1][y];
            case DOWN -> along[x][y];
            default -> along[x][y - 1];
        };
    }

    private boolean crossable(int x, int y, int direction) {
        return used[x][y] == (direction % 2 == 0 ? VERTICAL : HORIZONTAL);
    }

    private static int opposite(int direction) {
        return (direction + 2) % 4;
    }

    /** Where a line of a kind may leave or reach a symbol, the usual places cheapest. */
    private List<Port> ports(Symbol s, Kind kind, boolean arriving) {
        List<Port> ports = new ArrayList<>();
        boolean middleIsForward = kind == Kind.NEXT || kind == Kind.YES;
        double aside = 2 * grid.unit();
        if (arriving) {
            add(ports, s, UP, 0, middleIsForward ? 0 : 3 * aside);
            add(ports, s, LEFT, 0, aside);
            add(ports, s, RIGHT, 0, aside);
            add(ports, s, DOWN, 0, 3 * aside);
        } else {
            add(ports, s, LEFT, 0, 0);
            add(ports, s, RIGHT, 0, 0);
            add(ports, s, DOWN, 0, 0);
            if (!middleIsForward) {
                add(ports, s, UP, 0, aside);
            }
        }
        if (!middleIsForward && s.shape() != Shape.PENTAGON) {
            // what a decision says yes or no to leaves at its tips
            double slanted = !arriving && s.shape() == Shape.DIAMOND ? 10 * aside : 0;
            for (int side : new int[] {-1, 1}) {
                add(ports, s, UP, side, aside + slanted);
                add(ports, s, DOWN, side, 2 * aside + slanted);
            }
        }
        return ports;
    }

    private void add(List<Port> ports, Symbol s, int outward, int side, double cost) {
        Box box = s.box();
        double dx = side * grid.symbolWidth() / 4;
        Point edge = switch (outward) {
            case LEFT -> new Point(box.x(), box.centreY());
            case RIGHT -> new Point(box.x() + box.width(), box.centreY());
            case UP -> new Point(box.centreX() + dx, box.y() + slant(s, side));
            default -> new Point(box.centreX() + dx, box.y() + box.height() - slant(s, side));
        };
        if (s.shape() == Shape.PENTAGON && outward % 2 == 0) {
            // beside the tip the sides are straight down to two thirds only
            edge = new Point(edge.x(), box.centreY());
        }
        int x = index(xs, outward % 2 == 0 ? box.centreX() : edge.x());
        int y = index(ys, box.centreY());
        while (x >= 0 && y >= 0 && x < xs.length && y < ys.length && inside(box, xs[x], ys[y])) {
            x += DX[outward];
            y += DY[outward];
        }
        if (x < 0 || y < 0 || x >= xs.length || y >= ys.length || portsTaken.contains(edge)) {
            return;
        }
        ports.add(new Port(s, edge, x, y, outward, cost));
    }

    /** How far below the upper edge of the box the edge of a diamond is, halfway between its tip and its side. */
    private static double slant(Symbol s, int side) {
        return s.shape() == Shape.DIAMOND && side != 0 ? s.box().height() / 4 : 0;
    }

    private static boolean inside(Box box, double x, double y) {
        return x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height();
    }

    private static int index(double[] tracks, double value) {
        int best = 0;
        for (int i = 1; i < tracks.length; i++) {
            if (Math.abs(tracks[i] - value) < Math.abs(tracks[best] - value)) {
                best = i;
            }
        }
        return best;
    }

    /** Corners only. */
    private static List<Point> straightened(List<Point> points) {
        List<Point> corners = new ArrayList<>();
        for (Point p : points) {
            int n = corners.size();
            if (n > 1 && onOneLine(corners.get(n - 2), corners.get(n - 1), p)) {
                corners.removeLast();
            }
            if (corners.isEmpty() || !corners.getLast().equals(p)) {
                corners.add(p);
            }
        }
        return List.copyOf(corners);
    }

    private static boolean onOneLine(Point a, Point b, Point c) {
        return close(a.x(), b.x()) && close(b.x(), c.x()) || close(a.y(), b.y()) && close(b.y(), c.y());
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) < 1e-6;
    }
}
