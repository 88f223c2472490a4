package id.loket.permit;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.NoSuchFile;
import id.loket.permit.Delivery.Recipient;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Permits over JSON. */
@RestController
@RequestMapping("/api/files/{registration}")
@PreAuthorize("hasRole('OFFICER')")
class PermitApi {

    /** A permit as clients see it. */
    record PermitSummary(
            String status, String number, LocalDate validUntil, Instant issuedAt, String verificationCode, String verificationUrl) {}

    /** A delivery to record; {@code relation} only for a representative. */
    record DeliveryRequest(int version, Recipient recipient, String name, String identity, String relation) {}

    private final Permits permits;
    private final Deliveries deliveries;
    private final CaseFileReader files;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    PermitApi(
            Permits permits,
            Deliveries deliveries,
            CaseFileReader files,
            OfficeDirectory offices,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.permits = permits;
        this.deliveries = deliveries;
        this.files = files;
        this.offices = offices;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/permit")
    PermitSummary permit(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        files.file(officer, registration);
        Permit permit = permits.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration));
        return new PermitSummary(
                permit.status().name(),
                permit.number(),
                permit.validUntil(),
                permit.issuedAt(),
                permit.verificationCode(),
                Letters.verificationUrl(settings.publicUrl(), offices.byId(officer.officeId()).code(), permit));
    }

    @ExceptionHandler
    ProblemDetail refused(DeliveryRefused refused, @AuthenticationPrincipal SignedIn officer, Locale locale) {
        Ui ui = Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, ui.t("form.errors", refused.problems().size()));
        problem.setProperty("code", "FORM");
        problem.setProperty(
                "fields",
                refused.problems().stream()
                        .map(p -> Map.of("field", p.field(), "message", ui.t(p.key())))
                        .toList());
        return problem;
    }

    @PostMapping("/delivery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deliver(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody DeliveryRequest request) {
        deliveries.deliver(
                officer,
                registration,
                request.version(),
                new Delivery(
                        request.recipient(),
                        request.name(),
                        request.identity(),
                        request.relation(),
                        null,
                        clock.instant()));
    }
}
