package id.loket.standard;

import id.loket.document.UploadCheck;
import id.loket.office.Problem;
import id.loket.platform.security.SignedIn;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Settings: the draft of a service, from its first text until a decree sets it. */
@Controller
@RequestMapping("/pengaturan/layanan/{code}/rancangan")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DraftPages {

    private static final int LARGEST_MINUTES = 5 * 1024 * 1024;
    private static final int LONGEST = 4000;

    private final ServiceVersions services;
    private final OfficeReadiness readiness;
    private final Standards standards;
    private final UploadCheck uploads;

    DraftPages(ServiceVersions services, OfficeReadiness readiness, Standards standards, UploadCheck uploads) {
        this.services = services;
        this.readiness = readiness;
        this.standards = standards;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView text(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        Draft draft = find(administrator, code);
        return textPage(draft, draft.yaml(), null, List.of());
    }

    /**
     * Keeps the text; with {@code aksi=periksa} only tells what is to be said of it.
     *
     * @param revision as it was when the page was opened
     */
    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String yaml,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String aksi) {
        Draft draft = find(administrator, code);
        if (yaml.length() > Draft.LONGEST) {
            return refused(textPage(draft, draft.yaml(), null, List.of(ServiceVersions.problem("yaml", "version.text.long"))));
        }
        if (aksi.equals("periksa")) {
            return textPage(new Draft(code, draft.id(), draft.yaml(), revision, draft.changedAt(), draft.changedBy()), yaml, null, List.of());
        }
        if (!services.save(administrator, code, revision, yaml)) {
            return conflict(textPage(draft, yaml, draft, List.of()));
        }
        return new ModelAndView("redirect:/pengaturan/layanan/" + code + "/rancangan");
    }

    /** What is to be said of a text while it is typed: a part of the page. */
    @PostMapping("/periksa")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @RequestParam(defaultValue = "") String yaml) {
        find(administrator, code);
        if (yaml.length() > Draft.LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return new ModelAndView("standard/findings", Map.of("check", DraftCheck.of(yaml)));
    }

    @GetMapping("/formulir")
    ModelAndView form(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        Draft draft = find(administrator, code);
        Optional<DraftForm> form = DraftForm.of(draft.yaml());
        return form.isEmpty()
                ? new ModelAndView("redirect:/pengaturan/layanan/" + code + "/rancangan")
                : formPage(draft, form.get(), null, List.of());
    }

    @PostMapping("/formulir")
    ModelAndView saveForm(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int revision) {
        Draft draft = find(administrator, code);
        DraftForm form = DraftForm.of(draft.yaml()).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        if (draft.revision() != revision) {
            return conflict(formPage(draft, form.typed(typed), draft, List.of()));
        }
        List<Problem> problems = new ArrayList<>();
        String yaml = form.written(typed, problems);
        if (!problems.isEmpty()) {
            return refused(formPage(draft, form.typed(typed), null, problems));
        }
        if (!services.save(administrator, code, revision, yaml)) {
            Draft now = find(administrator, code);
            return conflict(formPage(now, DraftForm.of(now.yaml()).orElse(form).typed(typed), now, List.of()));
        }
        return new ModelAndView("redirect:/pengaturan/layanan/" + code + "/rancangan/formulir");
    }

    @GetMapping("/hapus")
    ModelAndView discardForm(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        return new ModelAndView("standard/discard", Map.of("draft", find(administrator, code)));
    }

    @PostMapping("/hapus")
    ModelAndView discard(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        services.discard(administrator, code);
        return new ModelAndView("redirect:/pengaturan/layanan");
    }

    @GetMapping("/konsultasi")
    ModelAndView consultForm(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        return consultPage(administrator, find(administrator, code), Map.of(), List.of());
    }

    @PostMapping("/konsultasi")
    ModelAndView consult(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) MultipartFile minutes)
            throws IOException {
        Draft draft = find(administrator, code);
        List<Problem> problems = new ArrayList<>();
        Optional<LocalDate> heldOn = FormField.date(typed.getOrDefault("heldOn", ""))
                .filter(d -> !d.isAfter(standards.today(administrator.officeId())));
        if (heldOn.isEmpty()) {
            problems.add(ServiceVersions.problem("heldOn", "consultation.heldOn.wrong"));
        }
        String participants = text(typed, "participants", problems);
        Optional<Consultation.Medium> medium = Arrays.stream(Consultation.Medium.values())
                .filter(m -> m.name().equals(typed.get("medium")))
                .findFirst();
        if (medium.isEmpty()) {
            problems.add(ServiceVersions.problem("medium", "consultation.medium.wrong"));
        }
        String summary = text(typed, "summary", problems);
        Optional<UploadCheck.Accepted> accepted = accepted(minutes, problems);
        if (!problems.isEmpty()) {
            return refused(consultPage(administrator, draft, typed, problems));
        }
        services.consult(
                administrator,
                code,
                new Consultation(
                        0,
                        draft.id(),
                        heldOn.orElseThrow(),
                        participants,
                        medium.orElseThrow(),
                        summary,
                        accepted.map(UploadCheck.Accepted::safeName).orElse(""),
                        null,
                        null),
                accepted.map(UploadCheck.Accepted::content).orElse(null));
        return new ModelAndView("redirect:/pengaturan/layanan/" + code);
    }

    /** The minutes of a consultation, of this draft or of one that became a version. */
    @GetMapping("/konsultasi/{id:[0-9]{1,18}}.pdf")
    ResponseEntity<byte[]> minutes(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @PathVariable long id) {
        return services.minutes(administrator, code, id)
                .map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/tetapkan")
    ModelAndView setForm(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        return setPage(administrator, find(administrator, code), Map.of(), List.of());
    }

    @PostMapping("/tetapkan")
    ModelAndView set(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") int revision) {
        Draft draft = find(administrator, code);
        Optional<LocalDate> from = FormField.date(typed.getOrDefault("from", ""));
        List<Problem> problems = from.isEmpty()
                ? List.of(ServiceVersions.problem("from", "calendar.date.wrong"))
                : services.set(administrator, code, revision, typed.getOrDefault("decree", ""), from.get());
        return problems.isEmpty()
                ? new ModelAndView("redirect:/pengaturan/layanan/" + code)
                : refused(setPage(administrator, draft, typed, problems));
    }

    private static ModelAndView textPage(Draft draft, String yaml, Draft other, List<Problem> problems) {
        Map<String, Object> model = new HashMap<>();
        model.put("draft", draft);
        model.put("yaml", yaml);
        model.put("check", DraftCheck.of(yaml));
        model.put("other", other == null ? null : LineDifferences.between(other.yaml(), yaml.replace("\r\n", "\n")));
        model.put("problems", problems);
        return new ModelAndView("standard/text", model);
    }

    private static ModelAndView formPage(Draft draft, DraftForm form, Draft other, List<Problem> problems) {
        Map<String, Object> model = new HashMap<>();
        model.put("draft", draft);
        model.put("form", form);
        model.put("check", draft.check());
        model.put("conflict", other != null);
        model.put("problems", problems);
        return new ModelAndView("standard/form", model);
    }

    private ModelAndView consultPage(SignedIn administrator, Draft draft, Map<String, String> typed, List<Problem> problems) {
        return new ModelAndView(
                "standard/consult",
                Map.of(
                        "draft", draft,
                        "consultations", services.consultations(administrator, draft.code(), draft.id()),
                        "typed", typed,
                        "problems", problems));
    }

    private ModelAndView setPage(SignedIn administrator, Draft draft, Map<String, String> typed, List<Problem> problems) {
        KeptService service = services.one(administrator, draft.code()).orElseThrow();
        DraftCheck check = draft.check();
        Map<String, Object> model = new HashMap<>();
        model.put("service", service);
        model.put("draft", draft);
        model.put("check", check);
        model.put("consulted", !services.consultations(administrator, draft.code(), draft.id()).isEmpty());
        model.put(
                "differences",
                service.newest()
                        .flatMap(newest -> check.service().map(s -> Differences.between(newest, s)))
                        .orElse(null));
        model.put(
                "gaps",
                check.service()
                        .map(s -> Completeness.of(s, readiness.of(administrator.officeId())))
                        .orElse(List.of()));
        model.put("typed", typed);
        model.put("problems", problems);
        return new ModelAndView("standard/set", model);
    }

    private Optional<UploadCheck.Accepted> accepted(MultipartFile minutes, List<Problem> problems) throws IOException {
        if (minutes == null || minutes.isEmpty()) {
            return Optional.empty();
        }
        UploadCheck.Result result = uploads.check(minutes.getInputStream(), minutes.getOriginalFilename(), "Berita acara", LARGEST_MINUTES);
        return switch (result) {
            case UploadCheck.Refused refused -> {
                problems.add(new Problem("minutes", refused.messageKey(), refused.args()));
                yield Optional.empty();
            }
            case UploadCheck.Accepted accepted when accepted.mediaType().equals(MediaType.APPLICATION_PDF_VALUE) -> Optional.of(accepted);
            case UploadCheck.Accepted picture -> {
                problems.add(ServiceVersions.problem("minutes", "consultation.minutes.wrong"));
                yield Optional.empty();
            }
        };
    }

    private static String text(Map<String, String> typed, String field, List<Problem> problems) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            problems.add(ServiceVersions.problem(field, "consultation." + field + ".wrong"));
        }
        return text;
    }

    private Draft find(SignedIn administrator, String code) {
        return services.draft(administrator, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
