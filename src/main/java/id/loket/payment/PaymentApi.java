package id.loket.payment;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.NoSuchFile;
import id.loket.payment.Payment.Way;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Bills and payments over JSON. */
@RestController
@RequestMapping("/api/files/{registration}")
@PreAuthorize("hasRole('OFFICER')")
class PaymentApi {

    /** A bill with what was recorded for it. */
    record BillSummary(String number, long amount, LocalDate dueOn, List<Payment> payments) {}

    /** A bill to make. */
    record BillRequest(int version) {}

    /** A payment to record. */
    record PaymentRequest(int version, LocalDate paidOn, Long amount, Way way, String reference) {}

    /** A payment to take back. */
    record CancelRequest(int version, String reason) {}

    private final Payments payments;
    private final CaseFileReader files;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final Clock clock;

    PaymentApi(Payments payments, CaseFileReader files, OfficeDirectory offices, MessageSource messages, Clock clock) {
        this.payments = payments;
        this.files = files;
        this.offices = offices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/bill")
    BillSummary bill(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        CaseFileView file = files.file(officer, registration);
        Bill bill = payments.bill(file).orElseThrow(() -> new NoSuchFile(registration));
        return new BillSummary(bill.number(), bill.amount(), bill.dueOn(), payments.of(file));
    }

    @PostMapping("/bill")
    @ResponseStatus(HttpStatus.CREATED)
    Bill make(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody BillRequest request) {
        return payments.bill(officer, registration, request.version());
    }

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.CREATED)
    Payment pay(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody PaymentRequest request) {
        return payments.record(
                officer,
                registration,
                request.version(),
                new Payments.Entry(request.paidOn(), request.amount(), request.way(), request.reference()));
    }

    @PostMapping("/payments/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestBody CancelRequest request) {
        payments.cancel(officer, registration, request.version(), request.reason());
    }

    @ExceptionHandler
    ProblemDetail refused(PaymentRefused refused, @AuthenticationPrincipal SignedIn officer, Locale locale) {
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
}
