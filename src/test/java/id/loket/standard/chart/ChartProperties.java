package id.loket.standard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.standard.Actor;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import id.loket.standard.Text;
import id.loket.standard.chart.Chart.Box;
import id.loket.standard.chart.Chart.Line;
import id.loket.standard.chart.Chart.Point;
import id.loket.standard.chart.Chart.Symbol;
import id.loket.standard.chart.Flow.Kind;
import id.loket.standard.chart.Flow.Link;
import id.loket.standard.chart.Flow.Mark;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an office puts into its SOP, of up to 30 steps and 9 actors, its chart can be read. */
class ChartProperties {

    /** An SOP as it is drawn: on pages of 170 mm, with rows as high as their text. */
    record Drawn(Flow flow, List<Paging.Page> pages, List<Chart> charts) {

        List<Line> lines() {
            return charts.stream().flatMap(c -> c.lines().stream()).toList();
        }

        List<Symbol> symbols() {
            return charts.stream().flatMap(c -> c.symbols().stream()).toList();
        }
    }

    @Property(tries = 250)
    void every_step_has_its_symbol_in_the_column_of_its_actor(@ForAll("drawn") Drawn drawn) {
        for (Mark mark : drawn.flow.marks()) {
            if (mark.main() || mark.shape() == Shape.CAPSULE) {
                assertThat(drawn.symbols())
                        .filteredOn(s -> s.step() == mark.step() && s.column() == mark.column() && s.shape() == mark.shape())
                        .hasSize(1);
            }
        }
    }

    @Property(tries = 250)
    void every_transition_is_a_line_or_leads_over_a_pair_of_connectors(@ForAll("drawn") Drawn drawn) {
        for (Link link : drawn.flow.links()) {
            if (link.kind() == Kind.TOGETHER) {
                continue;
            }
            List<Line> leaving = drawn.lines().stream()
                    .filter(l -> is(l.from(), link.from()) && l.kind() == link.kind())
                    .toList();
            boolean straight = leaving.stream().anyMatch(l -> is(l.to(), link.to()));
            boolean overConnectors = leaving.stream()
                    .filter(l -> l.to().letter() != null)
                    .anyMatch(l -> drawn.lines().stream()
                            .anyMatch(m -> l.to().letter().equals(m.from().letter()) && is(m.to(), link.to())));
            assertThat(straight || overConnectors).as(link.toString()).isTrue();
        }
    }

    @Property(tries = 250)
    void a_line_begins_and_ends_at_the_edges_of_its_symbols_and_runs_at_right_angles(@ForAll("drawn") Drawn drawn) {
        for (Chart chart : drawn.charts) {
            for (Line line : chart.lines()) {
                assertThat(onEdge(line.points().getFirst(), line.from().box())).as("%s leaves its symbol", line).isTrue();
                Point end = line.points().getLast();
                boolean merged = chart.lines().stream()
                        .anyMatch(o -> o != line && o.to() == line.to() && liesOn(end, o));
                assertThat(onEdge(end, line.to().box()) || merged).as("%s reaches its symbol", line).isTrue();
                for (int i = 1; i < line.points().size(); i++) {
                    Point a = line.points().get(i - 1);
                    Point b = line.points().get(i);
                    assertThat(Math.abs(a.x() - b.x()) < 1e-6 ^ Math.abs(a.y() - b.y()) < 1e-6).as("%s", line).isTrue();
                }
            }
        }
    }

    @Property(tries = 250)
    void no_line_runs_through_a_symbol_or_a_word(@ForAll("drawn") Drawn drawn) {
        for (Chart chart : drawn.charts) {
            for (Line line : chart.lines()) {
                assertThat(chart.words()).noneMatch(w -> Words.crosses(line, w.box()));
                for (Symbol symbol : chart.symbols()) {
                    boolean own = symbol == line.from() || symbol == line.to();
                    assertThat(Words.crosses(line, own ? core(symbol) : symbol.box())).as("%s and %s", line, symbol).isFalse();
                }
            }
        }
    }

    @Property(tries = 250)
    void no_two_lines_run_on_top_of_one_another(@ForAll("drawn") Drawn drawn) {
        for (Chart chart : drawn.charts) {
            for (Line a : chart.lines()) {
                for (Line b : chart.lines()) {
                    assertThat(a != b && overlap(a, b)).as("%s and %s", a, b).isFalse();
                }
            }
        }
    }

    @Property(tries = 250)
    void nothing_stands_outside_the_chart_and_symbols_and_words_stand_apart(@ForAll("drawn") Drawn drawn) {
        for (Chart chart : drawn.charts) {
            List<Box> boxes = new ArrayList<>();
            chart.symbols().forEach(s -> boxes.add(s.box()));
            chart.words().forEach(w -> boxes.add(w.box()));
            for (Box a : boxes) {
                assertThat(a.x() >= 0 && a.y() >= 0 && a.x() + a.width() <= chart.width() && a.y() + a.height() <= chart.height()).isTrue();
                assertThat(boxes.stream().noneMatch(b -> b != a && b.overlaps(a))).isTrue();
            }
            for (Line line : chart.lines()) {
                assertThat(line.points()).allMatch(p -> p.x() > 0 && p.y() > 0 && p.x() < chart.width() && p.y() < chart.height());
            }
        }
    }

    @Property(tries = 250)
    void each_decision_says_yes_and_no(@ForAll("drawn") Drawn drawn) {
        long decisions = drawn.flow.marks().stream().filter(m -> m.shape() == Shape.DIAMOND).count();
        for (boolean yes : new boolean[] {true, false}) {
            assertThat(drawn.charts.stream().flatMap(c -> c.words().stream()).filter(w -> w.yes() == yes)).hasSize((int) decisions);
        }
    }

    @Property(tries = 250)
    void what_leaves_a_page_comes_in_on_another(@ForAll("drawn") Drawn drawn) {
        Set<String> out = new HashSet<>();
        Set<String> in = new HashSet<>();
        for (Chart chart : drawn.charts) {
            Set<String> here = new HashSet<>();
            for (Line line : chart.lines()) {
                if (line.to().letter() != null) {
                    out.add(line.to().letter());
                    here.add(line.to().letter());
                }
            }
            for (Line line : chart.lines()) {
                if (line.from().letter() != null) {
                    assertThat(in.add(line.from().letter())).as("comes in once").isTrue();
                    assertThat(here).as("not on the page it left").doesNotContain(line.from().letter());
                }
            }
        }
        assertThat(out).isEqualTo(in);
    }

    @Property(tries = 250)
    void the_pages_hold_every_row_once_and_no_more_than_there_is_room(@ForAll("drawn") Drawn drawn) {
        int at = 0;
        for (Paging.Page page : drawn.pages) {
            assertThat(page.first()).isEqualTo(at);
            at += page.heights().size();
        }
        assertThat(at).isEqualTo(drawn.flow.marks().getLast().step());
        assertThat(drawn.charts).allMatch(c -> c.height() <= 170);
    }

    private static boolean is(Symbol symbol, Mark mark) {
        return symbol.letter() == null && symbol.step() == mark.step() && symbol.column() == mark.column();
    }

    /** What is in a symbol of any shape: its lines touch the edge and no more. */
    private static Box core(Symbol s) {
        Box b = s.box();
        return new Box(b.x() + b.width() * .3, b.y() + b.height() * .3, b.width() * .4, b.height() * .4);
    }

    private static boolean onEdge(Point p, Box b) {
        boolean within = p.x() >= b.x() - 1e-6 && p.x() <= b.x() + b.width() + 1e-6 && p.y() >= b.y() - 1e-6 && p.y() <= b.y() + b.height() + 1e-6;
        return within && !core(new Symbol(Shape.RECTANGLE, b, 0, 0, null)).overlaps(new Box(p.x() - 1e-6, p.y() - 1e-6, 2e-6, 2e-6));
    }

    private static boolean liesOn(Point p, Line line) {
        return Words.crosses(line, new Box(p.x() - 1e-6, p.y() - 1e-6, 2e-6, 2e-6));
    }

    private static boolean overlap(Line a, Line b) {
        for (int i = 1; i < a.points().size(); i++) {
            for (int j = 1; j < b.points().size(); j++) {
                if (overlap(a.points().get(i - 1), a.points().get(i), b.points().get(j - 1), b.points().get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlap(Point a, Point b, Point c, Point d) {
        boolean level = Math.abs(a.y() - b.y()) < 1e-6 && Math.abs(c.y() - d.y()) < 1e-6 && Math.abs(a.y() - c.y()) < 1e-6;
        boolean upright = Math.abs(a.x() - b.x()) < 1e-6 && Math.abs(c.x() - d.x()) < 1e-6 && Math.abs(a.x() - c.x()) < 1e-6;
        double from = level ? Math.max(Math.min(a.x(), b.x()), Math.min(c.x(), d.x())) : Math.max(Math.min(a.y(), b.y()), Math.min(c.y(), d.y()));
        double to = level ? Math.min(Math.max(a.x(), b.x()), Math.max(c.x(), d.x())) : Math.min(Math.max(a.y(), b.y()), Math.max(c.y(), d.y()));
        return (level || upright) && to - from > 1e-6;
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Arbitraries.longs().map(seed -> drawn(new Random(seed)));
    }

    static Drawn drawn(Random random) {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            actors.add(new Actor(i == 0 && random.nextInt(10) > 0 ? Actor.APPLICANT : "ROLE_" + i, Text.of("Pelaksana " + i)));
        }
        Flow flow = Flow.of(actors, new Sop(steps(random, actors)));
        Grid grid = Grid.paper(flow.roles().size());
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < flow.marks().getLast().step(); i++) {
            heights.add(grid.rowHeight() + random.nextInt(3) * random.nextInt(12));
        }
        List<Paging.Page> pages = Paging.of(heights, random.nextInt(170), 170, grid.connectorHeight(), 8);
        return new Drawn(flow, pages, Chart.of(flow, grid, pages));
    }

    private static List<SopStep> steps(Random random, List<Actor> actors) {
        List<StepKind> kinds = new ArrayList<>(List.of(StepKind.INTAKE, StepKind.CHECK));
        StepKind[] before = {StepKind.CHECK, StepKind.INSPECT, StepKind.PAY};
        for (int i = random.nextInt(13); i > 0; i--) {
            kinds.add(before[random.nextInt(3)]);
        }
        kinds.add(StepKind.PREPARE);
        for (int i = random.nextInt(12); i > 0; i--) {
            kinds.add(random.nextInt(4) == 0 ? StepKind.CHECK : StepKind.INITIAL);
        }
        kinds.addAll(List.of(StepKind.SIGN, StepKind.NUMBER, StepKind.DELIVER));
        List<SopStep> steps = new ArrayList<>();
        Text words = Text.of("kegiatan");
        for (StepKind kind : kinds) {
            int no = steps.size() + 1;
            String actor = actors.get(1 + random.nextInt(actors.size() - 1)).role();
            Set<String> present = new HashSet<>();
            for (Actor other : actors) {
                if (!other.role().equals(actor) && random.nextInt(4) == 0) {
                    present.add(other.role());
                }
            }
            boolean check = kind == StepKind.CHECK;
            Set<Integer> back = new HashSet<>();
            for (int i = 1; check && i < no; i++) {
                if (random.nextInt(4) == 0) {
                    back.add(i);
                }
            }
            boolean toApplicant = check && random.nextInt(3) == 0;
            steps.add(new SopStep(
                    no, words, words, kind, actor, present, List.of(words), new WorkDuration.Minutes(5), words, back, toApplicant,
                    check && !toApplicant && back.isEmpty(), false, null, words, null));
        }
        return steps;
    }
}
