package id.loket.office;

import id.loket.platform.security.RateLimit;
import id.loket.platform.security.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An officer's own password: the only page for somebody who signed in with a password to be used once. */
@Controller
@RequestMapping("/kata-sandi")
@PreAuthorize("hasAnyRole('OFFICER', 'NEW_PASSWORD')")
class PasswordPages {

    private static final int TRIES = 5;
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final Officers officers;
    /** So that an unattended screen isn't enough to find the password out. */
    private final RateLimit tries;

    PasswordPages(Officers officers, Clock clock) {
        this.officers = officers;
        this.tries = new RateLimit(TRIES, PERIOD, clock);
    }

    @GetMapping
    ModelAndView form() {
        return page(List.of());
    }

    /** All sessions end, this one too: the new password is tried at once. */
    @PostMapping
    ModelAndView choose(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(name = "new", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request)
            throws ServletException {
        List<Problem> problems = NewPassword.problems(officer.username(), chosen, repeated);
        if (problems.isEmpty() && chosen.equals(current)) {
            problems = List.of(new Problem("new", "password.same"));
        }
        if (problems.isEmpty()) {
            if (!tries.take(officer.getName()).allowed()) {
                throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            }
            if (officers.choosePassword(officer, current, chosen)) {
                tries.forget(officer.getName());
                request.logout();
                return new ModelAndView("redirect:/masuk?sandi");
            }
            problems = List.of(new Problem("current", "password.wrong"));
        }
        ModelAndView page = page(problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(List<Problem> problems) {
        return new ModelAndView("office/password", Map.of("problems", problems, "shortest", NewPassword.SHORTEST));
    }
}
