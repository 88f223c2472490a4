package id.loket.complaint.book;

import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.Weight;
import id.loket.platform.web.Ui;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report says, in words and rows: the same on screen and on paper. */
public final class ReportWords {

    private final Ui ui;
    private final BookWords book;

    public ReportWords(BookWords book) {
        this.ui = book.ui();
        this.book = book;
    }

    /** A breakdown of the figures. */
    public record Breakdown(String key, List<Row> rows) {

        /** The highest load, for the scale of its bars; at least 1. */
        public int most() {
            return Math.max(1, rows.stream().mapToInt(r -> r.tally().load()).max().orElse(1));
        }
    }

    /** A line of a breakdown. */
    public record Row(String code, String label, Tally tally) {}

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", ui.locale()).format(month);
    }

    /** {@code Nov 26}. */
    public String monthShort(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM yy", ui.locale()).format(month);
    }

    public String state(ReportState state) {
        return ui.t("report.state." + state);
    }

    public String section(ReportContent content, String code) {
        return code.equals(Rules.DESK) ? ui.t("report.desk") : content.sections().getOrDefault(code, book.role(code));
    }

    /** What is so, before any figure. */
    public List<String> sentences(Figures figures) {
        Tally all = figures.total();
        List<String> sentences = new ArrayList<>();
        sentences.add(ui.t("report.said.load", all.received(), all.carriedOver(), all.reopened()));
        sentences.add(ui.t("report.said.answered", all.answered(), all.onTime(), all.late(), all.closed()));
        sentences.add(ui.t("report.said.open", all.open(), all.overdue()));
        return sentences;
    }

    /** What is listed apart, and how the figures follow on those of the month before; empty where there is nothing. */
    public List<String> apart(Figures figures) {
        List<String> lines = new ArrayList<>();
        if (figures.suggestions() + figures.information() > 0) {
            lines.add(ui.t("report.apart", figures.suggestions(), figures.information()));
        }
        if (figures.unsorted() > 0) {
            lines.add(ui.t("report.unsorted", figures.unsorted()));
        }
        if (figures.joined() + figures.left() > 0) {
            lines.add(ui.t("report.moved", figures.joined(), figures.left()));
        }
        return lines;
    }

    public String correction(ReportContent.Correction correction) {
        return ui.t(
                "report.correction",
                ui.datePrint(LocalDate.parse(correction.on())),
                correction.number(),
                book.field(correction.field()),
                ui.datePrint(LocalDate.parse(correction.received())));
    }

    /** By channel, kind, weight and section, each adding up to the total. */
    public List<Breakdown> breakdowns(ReportContent content) {
        Figures figures = content.figures();
        List<Row> media = new ArrayList<>();
        for (Medium medium : Medium.values()) {
            add(media, medium.name(), ui.t("book.medium." + medium), figures.byMedium());
        }
        List<Row> weights = new ArrayList<>();
        for (Weight weight : Weight.values()) {
            add(weights, weight.name(), ui.t("book.weight." + weight), figures.byWeight());
        }
        add(weights, Figures.UNSORTED, ui.t("book.unsorted"), figures.byWeight());
        List<Row> kinds = rows(content.kinds(), figures.byKind());
        List<Row> sections = rows(content.sections(), figures.bySection());
        return List.of(
                new Breakdown("medium", media),
                new Breakdown("weight", weights),
                new Breakdown("kind", kinds),
                new Breakdown("section", sections));
    }

    private List<Row> rows(Map<String, String> names, Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(e -> new Row(e.getKey(), e.getKey().equals(Figures.UNSORTED) ? ui.t("book.unsorted") : names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
                .toList();
    }

    private static void add(List<Row> rows, String code, String label, Map<String, Tally> tallies) {
        if (tallies.containsKey(code)) {
            rows.add(new Row(code, label, tallies.get(code)));
        }
    }

    /** The figures of a tally in the order of {@link #COLUMNS}. */
    public List<Integer> figures(Tally tally) {
        return List.of(
                tally.carriedOver(), tally.received(), tally.reopened(), tally.onTime(), tally.late(), tally.closed(), tally.open(), tally.overdue());
    }

    /** Keys of the words above the figures. */
    public static final List<String> COLUMNS =
            List.of("carriedOver", "received", "reopened", "onTime", "late", "closed", "open", "overdue");

    /** A figure or a text in two rounds. */
    public record Difference(String label, String before, String after) {

        public boolean differs() {
            return !before.equals(after);
        }
    }

    /** Two rounds side by side: every figure of the total, each breakdown's lines that differ, and every text. */
    public List<Difference> differences(ReportContent before, ReportContent after) {
        List<Difference> differences = new ArrayList<>();
        List<Integer> first = figures(before.figures().total());
        List<Integer> second = figures(after.figures().total());
        for (int i = 0; i < COLUMNS.size(); i++) {
            differences.add(new Difference(ui.t("report.column." + COLUMNS.get(i)), ui.number(first.get(i)), ui.number(second.get(i))));
        }
        List<Breakdown> old = breakdowns(before);
        List<Breakdown> now = breakdowns(after);
        for (int i = 0; i < old.size(); i++) {
            Map<String, String[]> lines = new TreeMap<>();
            old.get(i).rows().forEach(r -> lines.computeIfAbsent(r.label(), l -> new String[] {"–", "–"})[0] = line(r.tally()));
            now.get(i).rows().forEach(r -> lines.computeIfAbsent(r.label(), l -> new String[] {"–", "–"})[1] = line(r.tally()));
            String heading = ui.t("report.by." + old.get(i).key());
            lines.forEach((label, pair) -> {
                if (!pair[0].equals(pair[1])) {
                    differences.add(new Difference(heading + ": " + label, pair[0], pair[1]));
                }
            });
        }
        differences.add(new Difference(ui.t("report.remarks"), before.remarks(), after.remarks()));
        Map<String, String[]> texts = new TreeMap<>();
        before.contributions().forEach(c -> texts.computeIfAbsent(section(before, c.section()), l -> new String[] {"", ""})[0] = c.text());
        after.contributions().forEach(c -> texts.computeIfAbsent(section(after, c.section()), l -> new String[] {"", ""})[1] = c.text());
        texts.forEach((label, pair) -> differences.add(new Difference(label, pair[0], pair[1])));
        return differences;
    }

    private String line(Tally tally) {
        List<String> parts = new ArrayList<>();
        List<Integer> figures = figures(tally);
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (figures.get(i) > 0) {
                parts.add(ui.t("report.column." + COLUMNS.get(i)) + " " + ui.number(figures.get(i)));
            }
        }
        return String.join(", ", parts);
    }
}
