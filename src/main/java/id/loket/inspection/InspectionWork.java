package id.loket.inspection;

import id.loket.casefile.FilePapers;
import id.loket.casefile.StepWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Status;
import id.loket.inspection.Report.Recommendation;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.StepKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a file's page and its applicant's say about the inspection, and the papers. */
@Component
class InspectionWork implements StepWork, FilePapers {

    private final InspectionStore inspections;

    InspectionWork(InspectionStore inspections) {
        this.inspections = inspections;
    }

    @Override
    public Optional<Work> at(Place place) {
        if (place.state().status() != Status.IN_WORK) {
            return Optional.empty();
        }
        return switch (place.step().kind()) {
            case INSPECT -> Optional.of(inspection(place));
            case PREPARE -> place.service().sop().of(StepKind.INSPECT).isEmpty() ? Optional.empty() : letter(place);
            default -> Optional.empty();
        };
    }

    private Work inspection(Place place) {
        String path = path(place.registration());
        Report report = inspections.reports(place.officeId(), place.fileId()).stream()
                .filter(r -> r.step() == place.state().step())
                .reduce((a, b) -> b)
                .orElse(null);
        boolean repaired = report != null
                && report.recommendation() == Recommendation.AFTER_REPAIRS
                && report.madeAt().isBefore(place.state().arrivedAt());
        if (report == null || repaired) {
            return ahead(place, report);
        }
        List<Link> links = List.of(new Link("inspection.open", path));
        if (!report.complete()) {
            boolean asked = report.present().contains(place.officerId()) && !report.initialledBy(place.officerId());
            return work("inspection.work.initials", asked ? new Link("inspection.initial", path) : null, links, Set.of(Action.HAND_OVER), "");
        }
        return switch (report.recommendation()) {
            case RECOMMENDED -> work("inspection.work.RECOMMENDED", null, links, Set.of(), "");
            case AFTER_REPAIRS ->
                work("inspection.work.AFTER_REPAIRS", null, links, Set.of(Action.HAND_OVER), repairs(report, place.service()));
            case NOT_RECOMMENDED -> {
                boolean letter = InspectionDuty.refusalFollows(place.service().sop(), place.state().step());
                yield work(
                        letter ? "inspection.work.NOT_RECOMMENDED.letter" : "inspection.work.NOT_RECOMMENDED",
                        null,
                        links,
                        letter ? Set.of() : Set.of(Action.HAND_OVER),
                        report.conclusion());
            }
        };
    }

    /** Before the inspection, the first one or the one after repairs. */
    private Work ahead(Place place, Report before) {
        String path = path(place.registration());
        Appointment appointment = inspections.appointments(place.officeId(), place.fileId()).stream()
                .reduce((a, b) -> b)
                .filter(a -> before == null || a.at().isAfter(before.madeAt()))
                .orElse(null);
        if (appointment == null) {
            return work(
                    before == null ? "inspection.work.schedule" : "inspection.work.again",
                    place.mine() ? new Link("inspection.schedule", path) : null,
                    List.of(),
                    Set.of(Action.HAND_OVER),
                    "");
        }
        Function<Ui, String> when =
                ui -> ui.t("inspection.work.planned", ui.dateTimeLong(appointment.at()), appointment.place());
        return new Work(
                when,
                ui -> ui.t("inspection.applicant", ui.dateTimeLong(appointment.at()), appointment.place(), appointment.note())
                        .strip(),
                place.mine() ? new Link("inspection.report", path + "/berita-acara") : null,
                List.of(new Link("inspection.open", path)),
                Set.of(Action.HAND_OVER),
                "");
    }

    private Optional<Work> letter(Place place) {
        List<Report> reports = inspections.reports(place.officeId(), place.fileId());
        return InspectionDuty.refused(reports)
                ? Optional.of(work(
                        "inspection.work.refuse",
                        null,
                        List.of(new Link("inspection.open", path(place.registration()))),
                        Set.of(Action.HAND_OVER),
                        reports.getLast().conclusion()))
                : Optional.empty();
    }

    /** What the applicant has to put right, a line each, as the reason on the card. */
    private static String repairs(Report report, ServiceDefinition service) {
        String list = report.findings().stream()
                .filter(f -> !f.fits())
                .map(f -> service.requirement(f.code()).map(r -> r.name().in(Texts.INDONESIAN)).orElse(f.code()) + ": " + f.remark())
                .collect(Collectors.joining("\n"));
        return (list + "\n" + report.conclusion()).strip();
    }

    private static Work work(String key, Link main, List<Link> links, Set<Action> withheld, String reason) {
        return new Work(ui -> ui.t(key), null, main, links, withheld, reason);
    }

    @Override
    public Held of(int officeId, long fileId, String registration) {
        return new Held(
                inspections.hasReport(officeId, fileId)
                        ? List.of(new Paper("inspection.paper", path(registration) + "/berita-acara.pdf", null))
                        : List.of(),
                List.of());
    }

    private static String path(String registration) {
        return "/berkas/" + registration + "/pemeriksaan";
    }
}
