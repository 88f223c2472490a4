package id.loket.complaint.book;

import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.ReportSheet;
import id.loket.document.Signatory;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A monthly report on paper, with bars and tables. What was approved is always printed from what was frozen. */
@Component
class ReportPapers {

    private static final int SHORT_HASH = 16;

    private final Papers papers;
    private final OfficeLetterheads letterheads;
    private final BookWords.Of words;
    private final Clock clock;

    ReportPapers(Papers papers, OfficeLetterheads letterheads, BookWords.Of words, Clock clock) {
        this.papers = papers;
        this.letterheads = letterheads;
        this.words = words;
        this.clock = clock;
    }

    byte[] pdf(SignedIn officer, MonthlyReports.View view) {
        Report report = view.report();
        boolean draft = !report.state().frozen();
        BookWords book = words.office(officer.officeId(), Texts.INDONESIAN, clock.instant());
        Ui ui = book.ui();
        ReportWords say = new ReportWords(book);
        ReportContent content = view.content();
        Figures figures = content.figures();
        Tally total = figures.total();
        List<String> sentences = new ArrayList<>(say.sentences(figures));
        sentences.addAll(say.apart(figures));
        List<ReportSheet.Chart> charts = new ArrayList<>();
        List<ReportSheet.Table> tables = new ArrayList<>();
        for (ReportWords.Breakdown breakdown : say.breakdowns(content)) {
            charts.add(new ReportSheet.Chart(
                    ui.t("report.by." + breakdown.key()),
                    ui.t("report.legend"),
                    breakdown.rows().stream()
                            .map(r -> new ReportSheet.Bar(
                                    r.label(),
                                    r.tally().answered() + r.tally().closed(),
                                    r.tally().open(),
                                    breakdown.most(),
                                    ui.t("report.bar", r.tally().answered() + r.tally().closed(), r.tally().open())))
                            .toList()));
            tables.add(table(ui, say, breakdown, total));
        }
        return papers.reportSheet(
                new ReportSheet(
                        ui.t("report.title.paper"),
                        say.month(report.month()),
                        view.number(),
                        draft,
                        sentences,
                        List.of(
                                new ReportSheet.Fact(ui.t("report.column.received"), ui.number(total.received())),
                                new ReportSheet.Fact(ui.t("report.column.onTime"), ui.number(total.onTime())),
                                new ReportSheet.Fact(ui.t("report.column.late"), ui.number(total.late())),
                                new ReportSheet.Fact(ui.t("report.column.open"), ui.number(total.open()))),
                        total.isEmpty() ? List.of() : charts,
                        total.isEmpty() ? List.of() : tables,
                        texts(ui, say, content),
                        draft ? null : signatory(report),
                        draft ? "" : ui.date(report.approval().at().atZone(ui.zone()).toLocalDate()),
                        report.acknowledged() == null ? "" : ui.dateTimeLong(report.acknowledged().at()),
                        head(officer, report),
                        draft ? "" : report.approval().hash().substring(0, SHORT_HASH),
                        printing(officer, report)),
                letterheads.of(officer.officeId()));
    }

    /** What is frozen is the same bytes whoever asks for it and whenever. */
    private Printing printing(SignedIn officer, Report report) {
        if (report.acknowledged() != null) {
            return new Printing(report.acknowledged().at(), report.acknowledged().name(), 1);
        }
        return report.approval() == null
                ? new Printing(clock.instant(), officer.name(), 1)
                : new Printing(report.approval().at(), report.approval().name(), 1);
    }

    private static ReportSheet.Table table(Ui ui, ReportWords say, ReportWords.Breakdown breakdown, Tally total) {
        List<String> head = new ArrayList<>(List.of(ui.t("book.column." + breakdown.key())));
        ReportWords.COLUMNS.forEach(column -> head.add(ui.t("report.column." + column)));
        List<List<String>> rows = new ArrayList<>();
        breakdown.rows().forEach(r -> rows.add(row(ui, say, r.label(), r.tally())));
        rows.add(row(ui, say, ui.t("report.total"), total));
        return new ReportSheet.Table(ui.t("report.table", ui.t("report.by." + breakdown.key())), head, rows, true);
    }

    private static List<String> row(Ui ui, ReportWords say, String label, Tally tally) {
        List<String> row = new ArrayList<>(List.of(label));
        say.figures(tally).forEach(figure -> row.add(ui.number(figure)));
        return row;
    }

    private static List<ReportSheet.Text> texts(Ui ui, ReportWords say, ReportContent content) {
        List<ReportSheet.Text> texts = new ArrayList<>();
        if (!content.remarks().isEmpty()) {
            texts.add(new ReportSheet.Text(ui.t("report.remarks"), "", lines(content.remarks())));
        }
        content.contributions().forEach(c -> texts.add(new ReportSheet.Text(say.section(content, c.section()), c.name(), lines(c.text()))));
        if (!content.corrections().isEmpty()) {
            texts.add(new ReportSheet.Text(
                    ui.t("report.corrections"), ui.t("report.corrections.lead"), content.corrections().stream().map(say::correction).toList()));
        }
        return texts;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Signatory signatory(Report report) {
        ReportEvent approval = report.approval();
        return new Signatory("Sekretaris", approval.name(), null, approval.nip().isEmpty() ? null : approval.nip());
    }

    private Signatory head(SignedIn officer, Report report) {
        Signatory head = letterheads.head(officer.officeId(), Texts.INDONESIAN);
        if (report.acknowledged() != null) {
            return new Signatory(head.capacity(), report.acknowledged().name(), null, null);
        }
        return new Signatory(head.capacity(), report.state().frozen() ? "" : head.name(), null, null);
    }
}
