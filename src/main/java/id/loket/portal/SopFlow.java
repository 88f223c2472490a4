package id.loket.portal;

import id.loket.casefile.ServiceWords;
import id.loket.document.Printing;
import id.loket.document.Signatory;
import id.loket.document.SopSheet;
import id.loket.platform.web.Ui;
import id.loket.standard.Actor;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopHead;
import id.loket.standard.SopStep;
import id.loket.standard.Text;
import id.loket.standard.chart.Chart;
import id.loket.standard.chart.Flow;
import id.loket.standard.chart.Grid;
import id.loket.standard.chart.Outlines;
import id.loket.standard.chart.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SOP of a service with its flow, as the sheet on paper (PermenPANRB 35/2012) and as a picture on the page. */
public final class SopFlow {

    private final Ui ui;
    private final Locale locale;
    private final ServiceDefinition service;
    private final Flow flow;

    SopFlow(Ui ui, ServiceDefinition service) {
        this.ui = ui;
        this.locale = ui.locale();
        this.service = service;
        this.flow = Flow.of(service.actors(), service.sop());
    }

    SopSheet sheet(Signatory head, Printing printing) {
        SopHead sop = service.sopHead();
        Grid grid = Grid.paper(flow.roles().size());
        return new SopSheet(
                sop.number(),
                sop.createdOn() == null ? null : ui.date(sop.createdOn()),
                sop.revisedOn() == null ? null : ui.date(sop.revisedOn()),
                ui.date(service.effectiveFrom()),
                head,
                service.name().in(locale) + " (" + service.code() + ")",
                ui.t("page.standard", String.valueOf(service.version()), ui.date(service.effectiveFrom())),
                service.legalBasis().stream().map(l -> l.citation().in(locale)).toList(),
                sop.qualifications().isEmpty() ? qualifications() : lines(sop.qualifications()),
                lines(sop.relatedSops()),
                sop.equipment().isEmpty() ? List.of(equipment()) : lines(sop.equipment()),
                lines(sop.warnings()),
                lines(sop.records()),
                actors(),
                grid.columnWidth(),
                grid.rowHeight(),
                grid.connectorHeight(),
                service.sop().steps().stream().map(this::row).toList(),
                ServicePage.total(ui, service),
                ServiceWords.duration(ui, service.promise()),
                service.toFillIn().isEmpty() ? null : ui.t("sop.examples"),
                printing);
    }

    /** Draws the flow onto pages whose rows are as high as their texts. */
    SopSheet.Plotter plotter() {
        Grid grid = Grid.paper(flow.roles().size());
        return (heights, first, next, total) -> {
            List<Paging.Page> pages = Paging.of(heights, first, next, grid.connectorHeight(), total);
            List<Chart> charts = Chart.of(flow, grid, pages);
            List<SopSheet.Page> drawn = new ArrayList<>();
            for (int i = 0; i < pages.size(); i++) {
                Paging.Page page = pages.get(i);
                Chart chart = charts.get(i);
                drawn.add(new SopSheet.Page(
                        page.first(), page.heights(), page.fromBefore(), page.goesOn(), outlines(chart, grid), arrows(chart, grid),
                        words(chart), inWords(page.first(), page.heights().size())));
            }
            return drawn;
        };
    }

    /** The whole flow as one picture. */
    public SopPicture picture() {
        Grid grid = Grid.screen(flow.roles().size());
        List<List<String>> names = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (SopStep step : service.sop().steps()) {
            List<String> name = SopPicture.wrapped(step.shortName().in(locale), SopPicture.NAME_CHARACTERS);
            names.add(name);
            heights.add(Math.max(grid.rowHeight(), name.size() * SopPicture.LINE + 2 * SopPicture.LINE));
        }
        var page = new Paging.Page(0, heights, false, false);
        Chart chart = Chart.of(flow, grid, List.of(page)).getFirst();
        List<SopPicture.Row> rows = new ArrayList<>();
        double y = 0;
        for (SopStep step : service.sop().steps()) {
            int i = step.no() - 1;
            rows.add(new SopPicture.Row(step.no(), names.get(i), ServiceWords.duration(ui, step.time()), y, heights.get(i)));
            y += heights.get(i);
        }
        return new SopPicture(
                actors().stream().map(a -> SopPicture.wrapped(a, SopPicture.headCharacters(grid))).toList(),
                grid.columnWidth(),
                rows,
                chart.height(),
                outlines(chart, grid),
                arrows(chart, grid),
                words(chart),
                inWords(0, heights.size()));
    }

    private static String outlines(Chart chart, Grid grid) {
        return Stream.concat(
                        chart.symbols().stream().map(Outlines::of), chart.lines().stream().map(l -> Outlines.of(l, grid)))
                .collect(Collectors.joining(" "));
    }

    private static String arrows(Chart chart, Grid grid) {
        return chart.lines().stream().map(l -> Outlines.arrow(l, grid)).filter(a -> !a.isEmpty()).collect(Collectors.joining(" "));
    }

    private List<SopSheet.Word> words(Chart chart) {
        List<SopSheet.Word> words = new ArrayList<>();
        for (Chart.Word word : chart.words()) {
            Chart.Box b = word.box();
            words.add(new SopSheet.Word(b.x(), b.y(), b.width(), b.height(), ui.t(word.yes() ? "sop.yes" : "sop.no"), true));
        }
        for (Chart.Symbol symbol : chart.symbols()) {
            if (symbol.letter() != null) {
                Chart.Box b = symbol.box();
                words.add(new SopSheet.Word(b.x(), b.y(), b.width(), b.height() * .7, symbol.letter(), false));
            }
        }
        return words;
    }

    /** The flow for who can't see it: who does what, and where a decision leads. */
    private String inWords(int first, int count) {
        return service.sop().steps().subList(first, first + count).stream()
                .map(step -> {
                    String who = ServicePage.who(service, step, locale);
                    String what = ui.t("sop.step", String.valueOf(step.no()), who, step.shortName().in(locale));
                    return step.kind().isDecision() ? what + " " + decision(step) : what;
                })
                .collect(Collectors.joining(" "));
    }

    private String decision(SopStep step) {
        String yes = ui.t("sop.step.yes", String.valueOf(step.no() + 1));
        String no = step.returnToApplicant()
                ? ui.t("sop.step.no.applicant")
                : step.returnTo().isEmpty()
                        ? ui.t("sop.step.no.end")
                        : ui.t("sop.step.no", String.valueOf(step.returnTo().stream().mapToInt(n -> n).max().orElseThrow()));
        return yes + " " + no;
    }

    private SopSheet.Row row(SopStep step) {
        List<String> remarks = new ArrayList<>();
        if (step.remark() != null) {
            remarks.add(step.remark().in(locale));
        }
        List<Integer> back = Flow.returnsInWords(step);
        if (!back.isEmpty()) {
            remarks.add(ui.t("sop.remark.back", numbers(back)));
        }
        if (step.returnToApplicant() && !step.kind().isDecision()) {
            remarks.add(ui.t("sop.remark.applicant"));
        }
        if (step.mayReject() || step.mayRefuse()) {
            remarks.add(ui.t("sop.remark.reject"));
        }
        return new SopSheet.Row(
                step.no(),
                List.of(step.activity().in(locale).split("\n")),
                step.inputs().stream().map(t -> t.in(locale)).toList(),
                ServiceWords.duration(ui, step.time()),
                step.output().in(locale),
                remarks);
    }

    /** "2 sampai 6", or "2, 4" where there are gaps. */
    private String numbers(List<Integer> steps) {
        boolean run = steps.size() > 2 && steps.getLast() - steps.getFirst() == steps.size() - 1;
        return run
                ? ui.t("sop.range", String.valueOf(steps.getFirst()), String.valueOf(steps.getLast()))
                : steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private List<String> actors() {
        return flow.roles().stream()
                .map(role -> service.actors().stream()
                        .filter(a -> a.role().equals(role))
                        .findFirst()
                        .map(Actor::name)
                        .map(name -> name.in(locale))
                        .orElseGet(() -> ui.t("sop.applicant")))
                .toList();
    }

    /** What the standard says of the competence of those who act, where the head of the SOP says nothing of its own. */
    private List<String> qualifications() {
        return service.internal().competences().stream()
                .map(c -> c.who().in(locale) + ": "
                        + (c.education() == null ? c.general().getFirst().in(locale) : c.education().in(locale)))
                .toList();
    }

    private String equipment() {
        return service.internal().facilities().stream().map(f -> f.text().in(locale)).collect(Collectors.joining(", "));
    }

    private List<String> lines(List<Text> texts) {
        return texts.stream().map(t -> t.in(locale)).toList();
    }
}
