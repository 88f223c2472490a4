package id.loket.portal;

import id.loket.casefile.RequirementWords;
import id.loket.casefile.ServiceWords;
import id.loket.document.Charter;
import id.loket.document.Printing;
import id.loket.document.Signatory;
import id.loket.document.StandardSheet;
import id.loket.document.StandardSheet.Component;
import id.loket.document.StandardSheet.Line;
import id.loket.platform.web.Ui;
import id.loket.standard.Clause;
import id.loket.standard.Competence;
import id.loket.standard.Internal;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import id.loket.standard.Staffing;
import id.loket.standard.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The standard of a service and the office's charter as papers, from the definitions. */
final class StandardPapers {

    private final Ui ui;

    StandardPapers(Ui ui) {
        this.ui = ui;
    }

    /** @param head who heads the office; empty where nobody does */
    StandardSheet standard(ServiceDefinition service, Signatory head, Printing printing) {
        return new StandardSheet(
                in(service.name()), service.decree(), service.effectiveFrom(), delivery(service), internal(service.internal()), head, printing);
    }

    Charter charter(List<ServiceDefinition> services, LocalDate date, Signatory head, String url, Printing printing) {
        return new Charter(
                services.stream()
                        .map(s -> new Charter.Promise(
                                in(s.name()), ServiceWords.duration(ui, s.promise()), ServiceWords.fee(ui, s.fee())))
                        .toList(),
                date,
                head,
                url,
                printing);
    }

    private List<Component> delivery(ServiceDefinition service) {
        LocalDate today = ui.now().atZone(ui.zone()).toLocalDate();
        return List.of(
                component("requirements", numbered(service.requirementsOn(today).stream().map(this::requirement).toList())),
                component("procedure", steps(service)),
                component("promise", plain(ServiceWords.duration(ui, service.promise()))),
                component("fee", plain(ServiceWords.fee(ui, service.fee()))),
                component("product", plain(in(service.product()))),
                component("complaints", Stream.concat(
                                service.delivery().complaints().channels().stream()
                                        .map(c -> new Line("", ui.t("medium." + c.medium().name()) + ": " + ServicePage.address(ui, c))),
                                clauses(service.delivery().complaints().handling()).stream())
                        .toList()));
    }

    private String requirement(Requirement requirement) {
        String whole = RequirementWords.whole(ui, requirement);
        return requirement.note() == null ? whole : whole + ", " + in(requirement.note());
    }

    private List<Line> steps(ServiceDefinition service) {
        List<Line> lines = new ArrayList<>();
        for (SopStep step : service.sop().steps()) {
            lines.add(new Line(
                    step.no() + ".",
                    String.join(" ", in(step.activity()).lines().map(String::strip).toList()) + " ("
                            + ServicePage.who(service, step, ui.locale()) + ", " + ServiceWords.duration(ui, step.time()) + ")"));
        }
        return lines;
    }

    /** The eight inner components. */
    List<Component> internal(Internal internal) {
        return List.of(
                component("legalBasis", internal.legalBasis().stream().map(l -> new Line(l.code() + ".", in(l.citation()))).toList()),
                component("facilities", internal.facilities().stream().map(f -> new Line(f.code() + ".", in(f.text()))).toList()),
                component("competences", internal.competences().stream().map(this::competence).toList()),
                component("internalControl", clauses(internal.internalControl())),
                component("staffing", staffing(internal.staffing())),
                component("guarantees", clauses(internal.guarantees())),
                component("safety", clauses(internal.safety())),
                component("evaluation", clauses(internal.evaluation())));
    }

    private Line competence(Competence competence) {
        List<String> parts = new ArrayList<>();
        Stream.of(competence.education(), competence.experience()).filter(t -> t != null).map(this::in).forEach(parts::add);
        Stream.of(competence.general(), competence.knowledge(), competence.skills())
                .flatMap(List::stream)
                .map(this::in)
                .forEach(parts::add);
        return new Line(competence.code() + ".", in(competence.who()) + ": " + String.join("; ", parts));
    }

    private List<Line> staffing(Staffing staffing) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", ui.t("component.staffing.total", staffing.total())));
        staffing.groups().forEach(g -> lines.add(new Line("–", ui.t("component.staffing.group", g.count(), in(g.who())))));
        if (staffing.note() != null) {
            lines.add(new Line("", in(staffing.note())));
        }
        return lines;
    }

    private Component component(String key, List<Line> lines) {
        return new Component(ui.t("component." + key), lines);
    }

    private List<Line> clauses(List<Clause> clauses) {
        return clauses.stream().map(c -> new Line(c.code() + ".", in(c.text()))).toList();
    }

    private static List<Line> numbered(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(new Line(lines.size() + 1 + ".", text)));
        return lines;
    }

    private static List<Line> plain(String text) {
        return List.of(new Line("", text));
    }

    private String in(Text text) {
        return text.in(ui.locale());
    }
}
