package id.loket.complaint;

import id.loket.office.Officers;
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
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as programs read them: a code that stays, and the sentence that an officer would read on the page. */
@RestControllerAdvice(assignableTypes = ComplaintApi.class)
class ComplaintProblems {

    private final Officers officers;
    private final MessageSource messages;
    private final OfficeDirectory offices;
    private final Clock clock;

    ComplaintProblems(Officers officers, MessageSource messages, OfficeDirectory offices, Clock clock) {
        this.officers = officers;
        this.messages = messages;
        this.offices = offices;
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail refused(ComplaintRefused refused, Locale locale) {
        SignedIn officer = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        Ui ui = Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
        if (refused.refusal() != null) {
            return rule(refused, ui, new ComplaintWords.Names(List.of(), officers.roles(officer.officeId())));
        }
        boolean stale = refused.problems().stream().anyMatch(p -> p.key().equals("complaint.refusal.STALE"));
        List<Map<String, String>> fields = refused.problems().stream()
                .map(p -> Map.of("field", p.field(), "message", ui.t(p.key())))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                stale ? fields.getFirst().get("message") : ui.t("form.errors", fields.size()));
        problem.setProperty("code", stale ? "STALE" : "FORM");
        problem.setProperty("fields", fields);
        return problem;
    }

    private static ProblemDetail rule(ComplaintRefused refused, Ui ui, ComplaintWords.Names names) {
        var missing = refused.refusal().missing();
        String whose = names.deciders(ui, missing, null);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                ui.t(
                        "complaint.refusal." + refused.refusal().reason().name(),
                        whose,
                        missing.isEmpty() ? "" : names.decider(ui, missing.getFirst(), null)));
        problem.setProperty("code", refused.refusal().reason().name());
        problem.setProperty("missing", missing);
        return problem;
    }
}
