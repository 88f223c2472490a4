package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Rules.Order;
import id.loket.document.UploadCheck;
import id.loket.platform.security.SignedIn;
import id.loket.standard.Standards;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over JSON: the same service as the pages. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasRole('OFFICER')")
class CaseFileApi {

    /** A file in short. */
    record FileSummary(
            String registration,
            String service,
            String status,
            int step,
            int version,
            Instant since,
            Instant completeAt,
            Instant dueAt,
            List<Action> possible,
            String trackingCode) {}

    /** A movement to make. {@code to} counts for RETURN only. */
    record MoveRequest(Action action, Integer to, String remark, int version) {}

    /** What was found of the papers, for some or all lines of the check list. */
    record ChecksRequest(int version, List<Check> checks) {}

    /** Where the file is after a movement. */
    record Moved(String registration, String status, int step, int version) {}

    /** A service in force in the office. */
    record ServiceSummary(String code, String name) {}

    private final CaseFiles caseFiles;
    private final CaseFileReader reader;
    private final WorkLists workLists;
    private final Attachments attachments;
    private final Standards standards;
    private final IntakeForms intakes;
    private final Clock clock;

    CaseFileApi(
            CaseFiles caseFiles,
            CaseFileReader reader,
            WorkLists workLists,
            Attachments attachments,
            Standards standards,
            IntakeForms intakes,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.reader = reader;
        this.workLists = workLists;
        this.attachments = attachments;
        this.standards = standards;
        this.intakes = intakes;
        this.clock = clock;
    }

    @GetMapping("/services")
    List<ServiceSummary> services(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        return standards.inForce(officer.officeId()).stream()
                .map(s -> new ServiceSummary(s.code(), s.name().in(locale)))
                .toList();
    }

    @PostMapping("/services/{code}/files")
    @ResponseStatus(HttpStatus.CREATED)
    FileSummary register(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Map<String, String> form) {
        IntakeRules.Reading reading = intakes.read(
                officer, code, form, key == null ? UUID.randomUUID().toString() : key, clock.instant());
        String registration = caseFiles.register(
                officer, reading.intake().orElseThrow(() -> new IntakeRefused(reading.problems())));
        return summary(reader.file(officer, registration));
    }

    @GetMapping("/files/{registration}")
    FileSummary file(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return summary(reader.file(officer, registration));
    }

    @PostMapping("/files/{registration}/moves")
    Moved move(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody MoveRequest request) {
        CardState state = caseFiles.move(
                officer,
                registration,
                new Order(request.action(), request.to() == null ? 0 : request.to(), request.remark()),
                request.version());
        return new Moved(registration, state.status().name(), state.step(), state.version());
    }

    @PostMapping("/files/{registration}/checks")
    FileSummary check(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody ChecksRequest request) {
        List<Check> checks = request.checks() == null ? List.of() : request.checks();
        caseFiles.check(officer, registration, checks.stream().filter(Objects::nonNull).toList(), request.version());
        return summary(reader.file(officer, registration));
    }

    @PostMapping("/files/{registration}/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> attach(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam String code,
            @RequestParam MultipartFile file)
            throws IOException {
        return switch (attachments.add(officer, registration, code, file.getOriginalFilename(), file.getInputStream())) {
            case UploadCheck.Accepted accepted ->
                Map.of("name", accepted.safeName(), "mediaType", accepted.mediaType());
            case UploadCheck.Refused refused -> throw new UploadRefused(refused);
        };
    }

    @GetMapping("/work-list")
    List<WorkLists.Row> workList(@AuthenticationPrincipal SignedIn officer, @RequestParam WorkLists.Queue queue) {
        return workLists.list(officer, queue, "");
    }

    private static FileSummary summary(CaseFileView file) {
        return new FileSummary(
                file.registration(),
                file.service().code(),
                file.state().status().name(),
                file.state().step(),
                file.state().version(),
                file.state().since(),
                file.clock().completeAt(),
                file.clock().dueAt(),
                file.possible(),
                file.application().trackingCode());
    }
}
