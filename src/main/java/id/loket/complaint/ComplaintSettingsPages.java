package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintSettings.Content;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: who decides on complaints, by when, which sections and kinds there are. */
@Controller
@RequestMapping("/pengaturan/pengaduan")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ComplaintSettingsPages {

    private static final String PAGE = "redirect:/pengaturan/pengaduan";

    private final ComplaintSettings settings;
    private final ComplaintKinds kinds;
    private final Officers officers;

    ComplaintSettingsPages(ComplaintSettings settings, ComplaintKinds kinds, Officers officers) {
        this.settings = settings;
        this.kinds = kinds;
        this.officers = officers;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn administrator, @RequestParam(defaultValue = "") String selesai) {
        Content content = settings.current(administrator.officeId()).content();
        return page(administrator, ComplaintSettingsForm.typed(content), Map.of(), List.of(), selesai);
    }

    @PostMapping
    ModelAndView change(@AuthenticationPrincipal SignedIn administrator, @RequestParam MultiValueMap<String, String> typed) {
        List<Problem> problems = new ArrayList<>();
        try {
            Content content = ComplaintSettingsForm.read(typed, problems);
            if (problems.isEmpty()) {
                settings.change(administrator, content);
                return new ModelAndView(PAGE + "?selesai=ketentuan");
            }
        } catch (ComplaintRefused refused) {
            problems.addAll(refused.problems());
        }
        return refused(page(administrator, typed, Map.of(), problems, ""));
    }

    @PostMapping("/jenis")
    ModelAndView add(@AuthenticationPrincipal SignedIn administrator, @RequestParam Map<String, String> typed) {
        try {
            kinds.add(
                    administrator,
                    typed.getOrDefault("code", ""),
                    typed.getOrDefault("nameId", ""),
                    typed.getOrDefault("nameEn", ""));
            return new ModelAndView(PAGE + "?selesai=jenis#jenis");
        } catch (ComplaintRefused refused) {
            return refused(page(administrator, current(administrator), typed, refused.problems(), ""));
        }
    }

    @PostMapping("/jenis/{code}")
    ModelAndView changeKind(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @RequestParam Map<String, String> typed) {
        try {
            kinds.change(
                    administrator,
                    code,
                    typed.getOrDefault("nameId", ""),
                    typed.getOrDefault("nameEn", ""),
                    typed.containsKey("retired"));
            return new ModelAndView(PAGE + "?selesai=jenis#jenis");
        } catch (ComplaintRefused refused) {
            List<Problem> atKind = refused.problems().stream().map(p -> new Problem("jenis", p.key())).distinct().toList();
            return refused(page(administrator, current(administrator), Map.of(), atKind, ""));
        }
    }

    private MultiValueMap<String, String> current(SignedIn administrator) {
        return ComplaintSettingsForm.typed(settings.current(administrator.officeId()).content());
    }

    private ModelAndView page(
            SignedIn administrator,
            MultiValueMap<String, String> typed,
            Map<String, String> kind,
            List<Problem> problems,
            String done) {
        int office = administrator.officeId();
        return new ModelAndView(
                "complaint/settings",
                Map.of(
                        "version", settings.current(office),
                        "roles", officers.roles(office),
                        "kinds", kinds.of(office),
                        "typed", new LinkedMultiValueMap<>(typed),
                        "kind", kind,
                        "problems", problems,
                        "done", done));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
