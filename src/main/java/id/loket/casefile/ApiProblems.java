package id.loket.casefile;

import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as programs read them: a code that stays, and the sentence that an officer would read on the page. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems {

    private final MessageSource messages;
    private final OfficeDirectory offices;
    private final Clock clock;

    ApiProblems(MessageSource messages, OfficeDirectory offices, Clock clock) {
        this.messages = messages;
        this.offices = offices;
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail refused(MoveRefused refused, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, RefusalWords.reason(ui(locale), refused));
        problem.setProperty("code", refused.refusal().reason().name());
        problem.setProperty("step", refused.refusal().step());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(IntakeRefused refused, Locale locale) {
        Ui ui = ui(locale);
        List<Map<String, String>> fields = refused.problems().stream()
                .map(p -> Map.of("field", p.field(), "message", IntakePage.text(ui, p)))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, ui.t("form.errors", fields.size()));
        problem.setProperty("code", "FORM");
        problem.setProperty("fields", fields);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(UploadRefused refused, Locale locale) {
        String detail = ui(locale).t(refused.refusal().messageKey(), refused.refusal().args().toArray());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("code", "UPLOAD_" + refused.refusal().reason().name());
        return problem;
    }

    private Ui ui(Locale locale) {
        SignedIn officer = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        return Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
    }
}
