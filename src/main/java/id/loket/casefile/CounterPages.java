package id.loket.casefile;

import id.loket.casefile.IntakeRules.Problem;
import id.loket.document.UploadCheck;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Texts;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The counter (<i>loket</i>): information on services, and the intake of applications (SOP-1, SOP-2). */
@Controller
@RequestMapping("/loket")
@PreAuthorize("hasRole('FRONT_OFFICE')")
class CounterPages {

    /** The forms that a clerk has open, by token, with the time at which each was given out. */
    private static final String OPEN_FORMS = "intake.open";
    private static final int MOST_OPEN_FORMS = 20;

    private final CaseFiles caseFiles;
    private final Standards standards;
    private final IntakeForms forms;
    private final WorkingCalendars calendars;
    private final UploadCheck uploads;
    private final Clock clock;

    CounterPages(
            CaseFiles caseFiles,
            Standards standards,
            IntakeForms forms,
            WorkingCalendars calendars,
            UploadCheck uploads,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.standards = standards;
        this.forms = forms;
        this.calendars = calendars;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** The services to choose from. Where the words that were typed mean only one, its form opens at once. */
    @GetMapping
    ModelAndView services(@AuthenticationPrincipal SignedIn officer, @RequestParam(defaultValue = "") String cari) {
        List<ServiceDefinition> meant =
                standards.inForce(officer.officeId()).stream().filter(s -> s.isMeantBy(cari)).toList();
        if (meant.size() == 1 && !cari.isBlank()) {
            return new ModelAndView("redirect:/loket/" + meant.getFirst().code());
        }
        return new ModelAndView("casefile/counter", Map.of("services", meant, "search", cari.strip()));
    }

    @GetMapping("/{code}")
    ModelAndView form(@AuthenticationPrincipal SignedIn officer, @PathVariable String code, HttpSession session) {
        ServiceDefinition service = forms.service(officer, code);
        String token = UUID.randomUUID().toString();
        Map<String, Instant> open = openForms(session);
        open.put(token, clock.instant());
        session.setAttribute(OPEN_FORMS, open);
        return page(officer, service, Map.of(), token, List.of(), List.of());
    }

    /** Registers the application with the scans that came along. Where a scan is refused nothing is registered, for the clerk has it at hand. */
    @PostMapping("/{code}")
    ModelAndView register(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> scans,
            HttpSession session)
            throws IOException {
        ServiceDefinition service = forms.service(officer, code);
        String token = typed.getOrDefault("formToken", "");
        Instant opened = openForms(session).getOrDefault(token, clock.instant());
        IntakeRules.Reading reading = forms.read(officer, code, typed, token, opened);
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<Intake.Scan> good = new ArrayList<>();
        for (var requirement : service.requirements()) {
            for (MultipartFile file : scans.getOrDefault("scans." + requirement.code(), List.of())) {
                if (file.isEmpty()) {
                    continue;
                }
                String label = requirement.name().in(Texts.INDONESIAN);
                switch (uploads.check(file.getInputStream(), file.getOriginalFilename(), label, requirement.maxBytes())) {
                    case UploadCheck.Accepted accepted -> good.add(new Intake.Scan(requirement.code(), accepted));
                    case UploadCheck.Refused refused ->
                        problems.add(new Problem(
                                "scans." + requirement.code(), refused.messageKey(), List.copyOf(refused.args())));
                }
            }
        }
        if (!problems.isEmpty()) {
            Map<String, String> shown = new HashMap<>(typed);
            boolean chosen = scans.values().stream().flatMap(List::stream).anyMatch(file -> !file.isEmpty());
            shown.put(IntakePage.SCANS_CHOSEN, chosen ? "yes" : "");
            ModelAndView page = page(officer, service, shown, token, problems, reading.warnings());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        String registration = caseFiles.register(officer, reading.intake().orElseThrow().with(good));
        return new ModelAndView("redirect:/berkas/" + registration + "?baru");
    }

    private ModelAndView page(
            SignedIn officer,
            ServiceDefinition service,
            Map<String, String> typed,
            String token,
            List<Problem> problems,
            List<Problem> warnings) {
        var calendar = calendars.of(officer.officeId());
        Instant now = clock.instant();
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return new ModelAndView(
                "casefile/intake",
                Map.of(
                        "page",
                        new IntakePage(
                                service,
                                new HashMap<>(typed),
                                token,
                                problems,
                                warnings,
                                calendar.add(now, service.promise()),
                                today)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Instant> openForms(HttpSession session) {
        Map<String, Instant> open = (Map<String, Instant>) session.getAttribute(OPEN_FORMS);
        Map<String, Instant> kept = new LinkedHashMap<>();
        if (open != null) {
            open.entrySet().stream()
                    .skip(Math.max(0, open.size() - MOST_OPEN_FORMS + 1))
                    .forEach(e -> kept.put(e.getKey(), e.getValue()));
        }
        return kept;
    }
}
