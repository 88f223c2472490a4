package id.loket.standard.chart;

import id.loket.standard.Actor;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the chart of an SOP connects. Each step has its symbol in the column of its actor; who is present besides has one in the same row. A
 * decision has two ways on: yes to the next step, and no to the applicant, who completes the papers and comes again, or to the nearest
 * earlier step, or to an end where it can only refuse. The other ways back of a step are said in words, in the column of remarks.
 *
 * @param roles the columns, in order
 * @param marks the symbols, row by row
 * @param links what is connected, in order of the steps
 */
public record Flow(List<String> roles, List<Mark> marks, List<Link> links) {

    /**
     * A symbol.
     *
     * @param step   number of the step whose row it stands in
     * @param column 0 for the first
     * @param main   whether it is the step's own, not that of somebody present
     */
    public record Mark(int step, int column, Shape shape, boolean main) {}

    /** A line from one symbol to another. */
    public record Link(Mark from, Mark to, Kind kind) {}

    /** What a line means. */
    public enum Kind {
        /** On to the next. */
        NEXT,
        /** On to the next, after a decision. */
        YES,
        /** Back, or to the end, after a decision. */
        NO,
        /** From the applicant, who has completed the papers, to the decision once more. */
        AGAIN,
        /** They do it together; without an arrow. */
        TOGETHER;

        /** Whether it has an arrow. */
        public boolean hasArrow() {
            return this != TOGETHER;
        }
    }

    /** The flow of an SOP. Where the applicant is needed and has no column, the first column is added for him. */
    public static Flow of(List<Actor> actors, Sop sop) {
        List<String> roles = actors.stream().map(Actor::role).collect(Collectors.toCollection(ArrayList::new));
        boolean needed = sop.steps().stream().anyMatch(s -> s.kind().isDecision() && noIsApplicants(s));
        if (needed && !roles.contains(Actor.APPLICANT)) {
            roles.addFirst(Actor.APPLICANT);
        }
        List<Mark> marks = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<Integer, Mark> mains = new LinkedHashMap<>();
        for (SopStep step : sop.steps()) {
            Row row = new Row(step, roles, sop.steps().size());
            mains.put(step.no(), row.main);
            marks.addAll(row.all());
            row.within(links);
        }
        for (SopStep step : sop.steps()) {
            Mark from = mains.get(step.no());
            sop.next(step.no()).ifPresent(next -> links.add(
                    new Link(from, mains.get(next.no()), step.kind().isDecision() ? Kind.YES : Kind.NEXT)));
            if (step.kind().isDecision() && !noIsApplicants(step)) {
                links.add(new Link(from, mains.get(new TreeSet<>(step.returnTo()).last()), Kind.NO));
            }
        }
        return new Flow(List.copyOf(roles), List.copyOf(marks), List.copyOf(links));
    }

    /** The earlier steps that a step may return to without a line in the chart, in order. */
    public static List<Integer> returnsInWords(SopStep step) {
        TreeSet<Integer> all = new TreeSet<>(step.returnTo());
        if (step.kind().isDecision() && !noIsApplicants(step)) {
            all.pollLast();
        }
        return List.copyOf(all);
    }

    private static boolean noIsApplicants(SopStep step) {
        return step.returnToApplicant() || step.returnTo().isEmpty();
    }

    /** The symbols of one step. */
    private static final class Row {

        private final SopStep step;
        private final boolean first;
        private final boolean last;
        private final Mark main;
        private final List<Mark> others = new ArrayList<>();
        private Mark applicant;

        Row(SopStep step, List<String> roles, int steps) {
            this.step = step;
            this.first = step.no() == 1;
            this.last = step.no() == steps;
            boolean begun = (first || last) && step.withApplicant();
            Shape own = step.kind().isDecision() ? Shape.DIAMOND : (first || last) && !begun ? Shape.CAPSULE : Shape.RECTANGLE;
            this.main = new Mark(step.no(), roles.indexOf(step.actor()), own, true);
            for (String role : roles) {
                boolean asked = role.equals(Actor.APPLICANT) && step.kind().isDecision() && noIsApplicants(step);
                if (step.present().contains(role) || asked) {
                    Mark mark = new Mark(step.no(), roles.indexOf(role), shape(role, begun), false);
                    others.add(mark);
                    applicant = role.equals(Actor.APPLICANT) ? mark : applicant;
                }
            }
        }

        private Shape shape(String role, boolean begun) {
            boolean refused = step.kind().isDecision() && !step.returnToApplicant() && step.returnTo().isEmpty();
            return role.equals(Actor.APPLICANT) && (begun || refused) ? Shape.CAPSULE : Shape.RECTANGLE;
        }

        List<Mark> all() {
            List<Mark> all = new ArrayList<>(others);
            all.add(main);
            all.sort(Comparator.comparingInt(Mark::column));
            return all;
        }

        void within(List<Link> links) {
            if (first && applicant != null) {
                links.add(new Link(applicant, main, Kind.NEXT));
            } else if (last && applicant != null) {
                links.add(new Link(main, applicant, Kind.NEXT));
            } else if (step.kind().isDecision() && noIsApplicants(step)) {
                links.add(new Link(main, applicant, Kind.NO));
                if (step.returnToApplicant()) {
                    links.add(new Link(applicant, main, Kind.AGAIN));
                }
            }
            List<Mark> row = all();
            for (Mark mark : others) {
                boolean joined = links.stream().anyMatch(l -> l.to() == mark || l.from() == mark && l.kind() != Kind.TOGETHER);
                if (!joined) {
                    int towardsMain = mark.column() < main.column() ? 1 : -1;
                    links.add(new Link(row.get(row.indexOf(mark) + towardsMain), mark, Kind.TOGETHER));
                }
            }
        }
    }
}
