package id.loket.office;

import id.loket.platform.security.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Settings: the officers of the administrator's office, their roles and passwords. */
@Controller
@RequestMapping("/pengaturan")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OfficerPages {

    private final Officers officers;

    OfficerPages(Officers officers) {
        this.officers = officers;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn administrator) {
        return list(administrator, new OfficerForm("", "", "", "", "", Set.of()), List.of());
    }

    @PostMapping("/petugas")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn administrator,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "roles", defaultValue = "") Set<String> roles) {
        OfficerForm form = OfficerForm.of(typed, roles);
        List<Problem> problems = form.problems(known(administrator));
        if (!problems.isEmpty()) {
            return refused(list(administrator, form, problems));
        }
        return officers.add(administrator, form)
                .map(password -> password(form.name(), form.username(), password))
                .orElseGet(() -> refused(
                        list(administrator, form, List.of(new Problem("username", "officer.username.taken", form.username())))));
    }

    @GetMapping("/petugas/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn administrator, @PathVariable long id) {
        OfficerProfile officer = find(administrator, id);
        return form(administrator, officer, OfficerForm.of(officer), officer.active(), List.of());
    }

    /** Who is signed in with this account must sign in again, the administrator's own included. */
    @PostMapping("/petugas/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(name = "roles", defaultValue = "") Set<String> roles) {
        OfficerProfile officer = find(administrator, id);
        typed.put("username", officer.username());
        OfficerForm form = OfficerForm.of(typed, roles);
        List<Problem> problems = form.problems(known(administrator));
        boolean locksOneselfOut =
                id == administrator.officerId() && !(active && roles.contains(Officers.ADMINISTRATOR));
        if (problems.isEmpty() && locksOneselfOut) {
            problems = List.of(new Problem("roles", "officer.self"));
        }
        if (!problems.isEmpty()) {
            return refused(form(administrator, officer, form, active, problems));
        }
        officers.change(administrator, id, form, active);
        return new ModelAndView("redirect:/pengaturan");
    }

    /** The new password is shown on the answer to this request and never again. */
    @PostMapping("/petugas/{id}/sandi")
    ModelAndView resetPassword(@AuthenticationPrincipal SignedIn administrator, @PathVariable long id) {
        OfficerProfile officer = find(administrator, id);
        return password(officer.name(), officer.username(), officers.resetPassword(administrator, id));
    }

    private ModelAndView list(SignedIn administrator, OfficerForm form, List<Problem> problems) {
        return new ModelAndView(
                "office/officers",
                Map.of(
                        "officers", officers.all(administrator),
                        "roles", officers.roles(administrator.officeId()),
                        "form", form,
                        "problems", problems));
    }

    private ModelAndView form(
            SignedIn administrator, OfficerProfile officer, OfficerForm form, boolean active, List<Problem> problems) {
        return new ModelAndView(
                "office/officer",
                Map.of(
                        "officer", officer,
                        "roles", officers.roles(administrator.officeId()),
                        "form", form,
                        "active", active,
                        "problems", problems));
    }

    private static ModelAndView password(String name, String username, String password) {
        return new ModelAndView("office/passwordonce", Map.of("name", name, "username", username, "password", password));
    }

    private Set<String> known(SignedIn administrator) {
        return officers.roles(administrator.officeId()).stream().map(Officers.Role::code).collect(Collectors.toSet());
    }

    private OfficerProfile find(SignedIn administrator, long id) {
        return officers.one(administrator, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
