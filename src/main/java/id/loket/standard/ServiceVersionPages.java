package id.loket.standard;

import id.loket.office.Problem;
import id.loket.platform.security.SignedIn;
import id.loket.standard.Completeness.Gap;
import id.loket.standard.Completeness.OfficeFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Settings: the services of the administrator's office, their versions, and what is incomplete. */
@Controller
@RequestMapping("/pengaturan/layanan")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ServiceVersionPages {

    private final ServiceVersions services;
    private final OfficeReadiness readiness;
    private final Standards standards;

    ServiceVersionPages(ServiceVersions services, OfficeReadiness readiness, Standards standards) {
        this.services = services;
        this.readiness = readiness;
        this.standards = standards;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn administrator) {
        List<KeptService> all = services.all(administrator);
        OfficeFacts facts = readiness.of(administrator.officeId());
        Map<String, List<Gap>> gaps = all.stream()
                .filter(s -> s.newest().isPresent())
                .collect(Collectors.toMap(KeptService::code, s -> Completeness.of(s.newest().get(), facts)));
        return new ModelAndView("standard/services", Map.of("services", all, "gaps", gaps));
    }

    @GetMapping("/impor")
    ModelAndView importForm(@AuthenticationPrincipal SignedIn administrator) {
        return importPage(administrator, "", List.of());
    }

    /** A file goes before what was pasted. */
    @PostMapping("/impor")
    ModelAndView take(
            @AuthenticationPrincipal SignedIn administrator,
            @RequestParam(defaultValue = "") String yaml,
            @RequestParam(required = false) MultipartFile file)
            throws IOException {
        boolean uploaded = file != null && !file.isEmpty();
        // what can only be too long isn't read
        String text = !uploaded ? yaml : file.getSize() > Draft.LONGEST * 4L ? " ".repeat(Draft.LONGEST) + "x" : text(file.getBytes());
        List<Problem> problems = new ArrayList<>();
        Optional<String> code = services.begin(administrator, text, problems);
        return code.map(ServiceVersionPages::toDraft)
                .orElseGet(() -> refused(importPage(administrator, text.length() > Draft.LONGEST ? "" : text, problems)));
    }

    @PostMapping("/bawaan")
    ModelAndView takeShipped(@AuthenticationPrincipal SignedIn administrator, @RequestParam String code) {
        String yaml = ShippedServices.codes().contains(code) ? ShippedServices.read(code).orElse("") : "";
        List<Problem> problems = new ArrayList<>();
        return services.begin(administrator, yaml, problems)
                .map(ServiceVersionPages::toDraft)
                .orElseGet(() -> refused(importPage(administrator, "", problems)));
    }

    @GetMapping("/{code}")
    ModelAndView one(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        return page(administrator, find(administrator, code), List.of());
    }

    /** @param dari the version whose text the draft begins with */
    @PostMapping("/{code}/rancangan/mulai")
    ModelAndView begin(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @RequestParam int dari) {
        KeptService service = find(administrator, code);
        List<Problem> problems = new ArrayList<>();
        return services.begin(administrator, version(administrator, code, dari), problems)
                .map(ServiceVersionPages::toDraft)
                .orElseGet(() -> refused(page(administrator, service, problems)));
    }

    @GetMapping("/{code}/versi/{version:[0-9]{1,6}}.yaml")
    ResponseEntity<byte[]> text(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @PathVariable int version) {
        String name = code + "-" + version + ".yaml";
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(version(administrator, code, version).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{code}/versi/{version:[0-9]{1,6}}/cabut")
    ModelAndView withdrawForm(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable String code, @PathVariable int version) {
        return withdrawPage(administrator, code, version, Map.of("day", today(administrator)), List.of());
    }

    @PostMapping("/{code}/versi/{version:[0-9]{1,6}}/cabut")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam Map<String, String> typed) {
        Optional<LocalDate> day = FormField.date(typed.getOrDefault("day", ""));
        List<Problem> problems = day.isEmpty()
                ? List.of(ServiceVersions.problem("day", "calendar.date.wrong"))
                : services.withdraw(
                        administrator, code, version, typed.getOrDefault("decree", ""), day.get(), typed.getOrDefault("reason", ""));
        return problems.isEmpty()
                ? new ModelAndView("redirect:/pengaturan/layanan/" + code)
                : refused(withdrawPage(administrator, code, version, typed, problems));
    }

    /**
     * Two versions side by side.
     *
     * @param ke another version; without it the draft
     */
    @GetMapping("/{code}/banding")
    ModelAndView compare(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable String code,
            @RequestParam int dari,
            @RequestParam Optional<Integer> ke) {
        KeptService service = find(administrator, code);
        String before = version(administrator, code, dari);
        String after = ke.isPresent()
                ? version(administrator, code, ke.get())
                : service.draft().map(Draft::yaml).orElseThrow(ServiceVersionPages::notFound);
        DraftCheck check = DraftCheck.of(after);
        Map<String, Object> model = new HashMap<>();
        model.put("service", service);
        model.put("from", dari);
        model.put("to", ke.orElse(0));
        model.put(
                "differences",
                check.service()
                        .map(s -> Differences.between(standards.of(administrator.officeId(), code, dari), s))
                        .orElse(null));
        model.put("lines", LineDifferences.between(before, after));
        return new ModelAndView("standard/compare", model);
    }

    /** What the office lacks to work the service. */
    @GetMapping("/{code}/kelengkapan")
    ModelAndView completeness(@AuthenticationPrincipal SignedIn administrator, @PathVariable String code) {
        KeptService service = find(administrator, code);
        ServiceDefinition definition = service.newest()
                .or(() -> service.draft().flatMap(d -> d.check().service()))
                .orElseThrow(ServiceVersionPages::notFound);
        return new ModelAndView(
                "standard/completeness",
                Map.of(
                        "service", definition,
                        "gaps", Completeness.of(definition, readiness.of(administrator.officeId()))));
    }

    private ModelAndView page(SignedIn administrator, KeptService service, List<Problem> problems) {
        return new ModelAndView(
                "standard/service",
                Map.of(
                        "service", service,
                        "history", services.history(administrator, service.code()),
                        "consultations", service.draft()
                                .map(d -> services.consultations(administrator, service.code(), d.id()))
                                .orElse(List.of()),
                        "problems", problems));
    }

    private ModelAndView importPage(SignedIn administrator, String yaml, List<Problem> problems) {
        List<String> known = services.all(administrator).stream().map(KeptService::code).toList();
        DraftCheck check = yaml.isBlank() ? null : DraftCheck.of(yaml);
        Map<String, Object> model = new HashMap<>();
        model.put("yaml", yaml);
        model.put("shipped", ShippedServices.codes().stream().filter(c -> !known.contains(c)).toList());
        model.put("findings", check == null ? List.of() : check.findings());
        model.put("problems", problems);
        return new ModelAndView("standard/import", model);
    }

    private ModelAndView withdrawPage(
            SignedIn administrator, String code, int version, Map<String, String> typed, List<Problem> problems) {
        ServiceVersion found = find(administrator, code).versions().stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(ServiceVersionPages::notFound);
        return new ModelAndView(
                "standard/withdraw",
                Map.of(
                        "service", standards.of(administrator.officeId(), code, version),
                        "version", found,
                        "typed", typed,
                        "problems", problems));
    }

    private String today(SignedIn administrator) {
        return DraftForm.DATE.format(standards.today(administrator.officeId()));
    }

    private String version(SignedIn administrator, String code, int version) {
        return services.text(administrator, code, version).orElseThrow(ServiceVersionPages::notFound);
    }

    private KeptService find(SignedIn administrator, String code) {
        return services.one(administrator, code).orElseThrow(ServiceVersionPages::notFound);
    }

    /** A file that isn't text in UTF-8 is shown with signs in the place of what can't be read. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static ModelAndView toDraft(String code) {
        return new ModelAndView("redirect:/pengaturan/layanan/" + code + "/rancangan");
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
