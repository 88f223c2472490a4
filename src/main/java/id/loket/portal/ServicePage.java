package id.loket.portal;

import id.loket.casefile.RequirementWords;
import id.loket.casefile.ServiceWords;
import id.loket.casefile.StepLine;
import id.loket.document.Channel;
import id.loket.document.Printing;
import id.loket.document.ServiceSheet;
import id.loket.document.StepShape;
import id.loket.platform.web.Ui;
import id.loket.standard.Complaints;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page and the sheet about a service say, from its definition. */
public final class ServicePage {

    private ServicePage() {}

    /** What the page shows. */
    static Map<String, Object> model(Ui ui, ServiceDefinition service, List<String> hours) {
        return Map.of(
                "service", service,
                "hours", hours,
                "flow", new SopFlow(ui, service),
                "inner", new StandardPapers(ui).internal(service.internal()));
    }

    static ServiceSheet sheet(Ui ui, ServiceDefinition service, List<String> hours, String url, Printing printing) {
        Locale locale = ui.locale();
        return new ServiceSheet(
                service.name().in(locale),
                service.summary().in(locale),
                service.requirementsOn(ui.now().atZone(ui.zone()).toLocalDate()).stream()
                        .map(r -> new ServiceSheet.Requirement(
                                r.name().in(locale),
                                r.note() == null
                                        ? RequirementWords.form(ui, r)
                                        : RequirementWords.form(ui, r) + ", " + r.note().in(locale),
                                RequirementWords.hint(r, locale)))
                        .toList(),
                ServiceWords.duration(ui, service.promise()),
                service.fee().isFree() ? null : ServiceWords.fee(ui, service.fee()),
                service.product().in(locale),
                null,
                service.sop().steps().stream()
                        .map(s -> new ServiceSheet.Step(
                                s.no(),
                                StepShape.valueOf(StepLine.shape(service.sop(), s.no()).name()),
                                s.publicName().in(locale),
                                who(service, s, locale),
                                ServiceWords.duration(ui, s.time())))
                        .toList(),
                service.legalBasis().stream().map(l -> l.citation().in(locale)).toList(),
                service.delivery().complaints().channels().stream()
                        .map(c -> new Channel(ui.t("medium." + c.medium().name()), address(ui, c)))
                        .toList(),
                hours,
                url,
                ui.t("page.standard", String.valueOf(service.version()), ui.date(service.effectiveFrom())),
                printing);
    }

    /** Who takes part in a step, the officer whose step it is first. */
    public static String who(ServiceDefinition service, SopStep step, Locale locale) {
        return Stream.concat(Stream.of(step.actor()), step.present().stream())
                .map(role -> service.actor(role).name().in(locale))
                .collect(Collectors.joining(", "));
    }

    /** The standard times of all steps added up, unit by unit: "70 menit dan 1 hari kerja" (SOP-total). */
    public static String total(Ui ui, ServiceDefinition service) {
        List<String> parts = service.sop().total().stream().map(d -> ServiceWords.duration(ui, d)).toList();
        String comma = parts.size() > 2 ? ", " : " ";
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + comma + ui.t("and") + " " + parts.getLast();
    }

    /** Where a complaint by this medium goes: the office's own address or number, with what the definition says of it. */
    public static String address(Ui ui, Complaints.Channel channel) {
        String where = switch (channel.medium()) {
            case IN_PERSON, LETTER -> ui.office().address();
            case EMAIL -> ui.office().email();
            case PHONE -> ui.office().phone();
            case INTERNET -> "";
        };
        String note = channel.note().in(ui.locale());
        return where.isEmpty() ? note : where + ". " + note;
    }
}
