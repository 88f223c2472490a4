package id.loket.inspection;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.inspection.Inspections.Answer;
import id.loket.inspection.Inspections.Findings;
import id.loket.inspection.Inspections.Plan;
import id.loket.inspection.Inspections.Shot;
import id.loket.inspection.Report.Recommendation;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Inspections over JSON. */
@RestController
@RequestMapping("/api/files/{registration}/inspection")
@PreAuthorize("hasRole('OFFICER')")
class InspectionApi {

    /** What there is of a file. */
    record InspectionSummary(List<Appointment> appointments, List<Report> reports) {}

    /** An appointment to make; {@code number} is one more than there are. */
    record AppointmentRequest(
            int version, int number, LocalDateTime at, String place, Set<Long> team, String note, String why) {}

    /** A report to make; {@code number} is one more than there are. */
    record ReportRequest(
            int version,
            int number,
            LocalDateTime heldAt,
            String place,
            Set<Long> present,
            String applicantSide,
            Map<String, Answer> findings,
            String remarks,
            Recommendation recommendation,
            String conclusion) {}

    private final Inspections inspections;
    private final CaseFileReader files;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final Clock clock;

    InspectionApi(
            Inspections inspections, CaseFileReader files, OfficeDirectory offices, MessageSource messages, Clock clock) {
        this.inspections = inspections;
        this.files = files;
        this.offices = offices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    InspectionSummary inspection(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        CaseFileView file = files.file(officer, registration);
        return new InspectionSummary(inspections.appointments(file), inspections.reports(file));
    }

    @PostMapping("/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Appointment schedule(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody AppointmentRequest asked) {
        Set<Long> team = asked.team() == null ? Set.of() : asked.team();
        return inspections.schedule(
                officer,
                registration,
                asked.version(),
                asked.number(),
                new Plan(asked.at(), asked.place(), team, asked.note(), asked.why()));
    }

    /** The report as one part of JSON, the photos as parts beside it. */
    @PostMapping(path = "/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Report report(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestPart ReportRequest report,
            @RequestPart(required = false) List<MultipartFile> photos)
            throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos) {
            shots.add(new Shot(photo.getOriginalFilename(), "", photo.getBytes()));
        }
        return inspections.report(
                officer,
                registration,
                report.version(),
                report.number(),
                new Findings(
                        report.heldAt(),
                        report.place(),
                        report.present() == null ? Set.of() : report.present(),
                        report.applicantSide(),
                        report.findings() == null ? Map.of() : report.findings(),
                        report.remarks(),
                        report.recommendation(),
                        report.conclusion(),
                        shots));
    }

    @PostMapping("/reports/{number}/initials")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void initial(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String registration, @PathVariable int number) {
        inspections.initial(officer, registration, number);
    }

    @ExceptionHandler
    ProblemDetail refused(InspectionRefused refused, @AuthenticationPrincipal SignedIn officer, Locale locale) {
        Ui ui = Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, ui.t("form.errors", refused.problems().size()));
        problem.setProperty("code", "FORM");
        problem.setProperty(
                "fields",
                refused.problems().stream()
                        .map(p -> Map.of("field", p.field(), "message", ui.t(p.key(), p.args().toArray())))
                        .toList());
        return problem;
    }
}
