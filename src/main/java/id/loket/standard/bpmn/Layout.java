package id.loket.standard.bpmn;

import id.loket.standard.Actor;
import id.loket.standard.bpmn.Chart.Flow;
import id.loket.standard.bpmn.Chart.Kind;
import id.loket.standard.bpmn.Chart.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where everything stands in the drawing, in pixels: a lane for each actor, a column for each step, so that no column holds two steps and
 * lines go straight up and down through empty lanes.
 *
 * <p>The way on turns in the gap before the next step. Ways back go down to one track for each step that is returned to, under the lanes,
 * the first step's uppermost: so a gateway's line down touches the tracks that it leads to, and what leads to the same step comes as one
 * line. Ways to the applicant leave the gateway on the applicant's side.
 */
final class Layout {

    /** A rectangle by its upper left corner. */
    record Box(int x, int y, int width, int height) {

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int midX() {
            return x + width / 2;
        }

        int midY() {
            return y + height / 2;
        }
    }

    record Point(int x, int y) {}

    private static final int POOL_X = 160;
    private static final int POOL_Y = 80;
    private static final int HEAD = 30;
    private static final int LANE_HEIGHT = 130;
    private static final int TASK_WIDTH = 130;
    private static final int TASK_HEIGHT = 80;
    private static final int EVENT = 36;
    private static final int GATEWAY = 50;
    /** Between a task and its gateway; in the applicant's lane the label of the way there stands in it. */
    private static final int TO_GATEWAY = 60;

    private static final int TO_REJECTED = 34;
    private static final int GAP = 116;
    private static final int TURN = 40;
    private static final int SIDE_ENTRY = 20;
    private static final int TRACK = 28;

    final Map<String, Box> lanes = new LinkedHashMap<>();
    final Map<Node, Box> boxes = new LinkedHashMap<>();
    final Map<Flow, List<Point>> lines = new LinkedHashMap<>();
    /** Names that stand beside what they name, by the id of that. */
    final Map<String, Box> labels = new LinkedHashMap<>();

    Box pool;

    private final Chart chart;
    private final List<String> order;
    private final Map<Integer, Integer> tracks = new LinkedHashMap<>();

    private Layout(Chart chart) {
        this.chart = chart;
        this.order = chart.lanes().stream().map(Actor::role).toList();
    }

    static Layout of(Chart chart) {
        Layout layout = new Layout(chart);
        int width = layout.place();
        layout.stretch(width);
        chart.flows().forEach(layout::draw);
        return layout;
    }

    /** Puts every node into its column and lane; returns where the last column ends. */
    private int place() {
        int x = POOL_X + HEAD + HEAD + 20;
        int last = chart.nodes().stream().mapToInt(Node::step).max().orElseThrow();
        for (int step = 0; step <= last; step++) {
            int right = x;
            for (Node node : chart.nodes()) {
                if (node.step() == step) {
                    right = Math.max(right, put(node, x).right());
                }
            }
            x = right + GAP;
        }
        return x - GAP + 50;
    }

    private Box put(Node node, int x) {
        int gateway = x + TASK_WIDTH + TO_GATEWAY;
        Box box = switch (node.kind()) {
            case STEP, COMPLETION -> centred(node, x, TASK_WIDTH, TASK_HEIGHT);
            case GATEWAY -> centred(node, gateway, GATEWAY, GATEWAY);
            case REJECTED -> centred(node, gateway + GATEWAY + TO_REJECTED, EVENT, EVENT);
            case START, END -> centred(node, x + HEAD, EVENT, EVENT);
        };
        boxes.put(node, box);
        switch (node.kind()) {
            case GATEWAY -> labels.put(node.id(), new Box(box.midX() + 8, box.bottom() - 6, 86, 27));
            case START, END, REJECTED -> labels.put(node.id(), new Box(box.midX() - 40, box.bottom() + 5, 80, 27));
            case STEP, COMPLETION -> {
                // these carry their names inside
            }
        }
        return box;
    }

    private Box centred(Node node, int x, int width, int height) {
        return new Box(x, middle(node.role()) - height / 2, width, height);
    }

    private int middle(String role) {
        return POOL_Y + order.indexOf(role) * LANE_HEIGHT + LANE_HEIGHT / 2;
    }

    /** Lanes as wide as the drawing; the last one has room for the tracks. */
    private void stretch(int right) {
        int bottom = POOL_Y + order.size() * LANE_HEIGHT;
        TreeSet<Integer> targets = new TreeSet<>();
        chart.flows().stream().filter(Layout::isReturn).forEach(f -> targets.add(f.to().step()));
        for (int target : targets) {
            tracks.put(target, bottom + (tracks.size() + 1) * TRACK - 8);
        }
        int room = tracks.isEmpty() ? 0 : tracks.size() * TRACK + 12;
        pool = new Box(POOL_X, POOL_Y, right - POOL_X, bottom + room - POOL_Y);
        for (int i = 0; i < order.size(); i++) {
            int height = LANE_HEIGHT + (i == order.size() - 1 ? room : 0);
            lanes.put(order.get(i), new Box(POOL_X + HEAD, POOL_Y + i * LANE_HEIGHT, right - POOL_X - HEAD, height));
        }
    }

    private static boolean isReturn(Flow flow) {
        return flow.from().kind() == Kind.GATEWAY && flow.to().kind() == Kind.STEP && flow.to().step() <= flow.from().step();
    }

    private void draw(Flow flow) {
        Box from = boxes.get(flow.from());
        Box to = boxes.get(flow.to());
        List<Point> line;
        if (isReturn(flow)) {
            line = back(flow, from, to);
        } else if (flow.from().kind() == Kind.COMPLETION) {
            line = upright(from, to);
        } else if (flow.to().kind() == Kind.COMPLETION) {
            line = List.of(leaving(from, to), new Point(from.midX(), to.midY()), new Point(to.right(), to.midY()));
            labels.put(flow.id(), new Box(to.right() + 6, to.midY() - 32, 70, 27));
        } else if (flow.to().kind() == Kind.REJECTED) {
            line = List.of(leaving(from, to), new Point(from.midX(), to.midY()), new Point(to.x(), to.midY()));
            labels.put(flow.id(), new Box(from.midX() + 8, to.midY() - 18, 42, 14));
        } else {
            line = onward(flow, from, to);
        }
        lines.put(flow, line);
    }

    private List<Point> onward(Flow flow, Box from, Box to) {
        if (flow.name() != null) {
            labels.put(flow.id(), new Box(from.right() + 3, from.midY() - 18, 46, 14));
        }
        Point begin = new Point(from.right(), from.midY());
        Point end = new Point(to.x(), to.midY());
        if (begin.y == end.y) {
            return List.of(begin, end);
        }
        int turn = to.x() - TURN;
        return List.of(begin, new Point(turn, begin.y), new Point(turn, end.y), end);
    }

    private static List<Point> upright(Box from, Box to) {
        return from.y() < to.y()
                ? List.of(new Point(from.midX(), from.bottom()), new Point(to.midX(), to.y()))
                : List.of(new Point(from.midX(), from.y()), new Point(to.midX(), to.bottom()));
    }

    private static Point leaving(Box gateway, Box to) {
        return new Point(gateway.midX(), to.midY() < gateway.midY() ? gateway.y() : gateway.bottom());
    }

    /** Down to the track, along it, and up into the step from below, or from the side where the applicant's task stands below. */
    private List<Point> back(Flow flow, Box from, Box to) {
        int track = tracks.get(flow.to().step());
        labels.put(flow.id(), new Box(from.midX() - 74, track - 16, 68, 14));
        List<Point> line = new ArrayList<>();
        line.add(new Point(from.midX(), from.bottom()));
        line.add(new Point(from.midX(), track));
        boolean taskBelow = boxes.entrySet().stream()
                .anyMatch(e -> e.getKey().kind() == Kind.COMPLETION && e.getKey().step() == flow.to().step() && e.getValue().y() > to.y());
        if (taskBelow) {
            int entry = to.midY() + SIDE_ENTRY;
            line.add(new Point(to.x() - SIDE_ENTRY, track));
            line.add(new Point(to.x() - SIDE_ENTRY, entry));
            line.add(new Point(to.x(), entry));
        } else {
            line.add(new Point(to.midX(), track));
            line.add(new Point(to.midX(), to.bottom()));
        }
        return line;
    }
}
