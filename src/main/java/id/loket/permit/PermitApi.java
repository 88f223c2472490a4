package id.loket.permit;

import id.loket.casefile.NoSuchFile;
import id.loket.permit.Delivery.Recipient;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    private final OfficeDirectory offices;
    private final LoketSettings settings;
    private final Clock clock;

    PermitApi(Permits permits, Deliveries deliveries, OfficeDirectory offices, LoketSettings settings, Clock clock) {
        this.permits = permits;
        this.deliveries = deliveries;
        this.offices = offices;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/permit")
    PermitSummary permit(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        Permit permit = permits.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration));
        return new PermitSummary(
                permit.status().name(),
                permit.number(),
                permit.validUntil(),
                permit.issuedAt(),
                permit.verificationCode(),
                Letters.verificationUrl(settings.publicUrl(), offices.byId(officer.officeId()).code(), permit));
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
                        request.relation() == null ? "" : request.relation(),
                        null,
                        clock.instant()));
    }
}
