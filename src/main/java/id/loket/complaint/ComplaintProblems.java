package id.loket.complaint;

import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as programs read them: a code that stays, and the sentence that an officer would read on the page. */
@RestControllerAdvice(assignableTypes = ComplaintApi.class)
class ComplaintProblems {

    private final ComplaintWords.Of words;

    ComplaintProblems(ComplaintWords.Of words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(ComplaintRefused refused, Locale locale) {
        SignedIn officer = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        Ui ui = words.ui(officer, locale);
        if (refused.refusal() != null) {
            return rule(refused, ui, words.names(officer));
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
