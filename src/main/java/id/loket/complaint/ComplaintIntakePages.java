package id.loket.complaint;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.NoSuchFile;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The complaint counter: who comes in person, calls or writes is written down, and answered at once where that is possible (PGD-a, PGD-j1). */
@Controller
@RequestMapping("/pengaduan/baru")
@PreAuthorize("hasRole('COMPLAINT_DESK')")
class ComplaintIntakePages {

    private final ComplaintWork work;
    private final ComplaintKinds kinds;
    private final ComplaintSettings settings;
    private final CaseFileReader files;
    private final WorkingCalendars calendars;
    private final ComplaintWords.Of words;
    private final Clock clock;

    ComplaintIntakePages(
            ComplaintWork work,
            ComplaintKinds kinds,
            ComplaintSettings settings,
            CaseFileReader files,
            WorkingCalendars calendars,
            ComplaintWords.Of words,
            Clock clock) {
        this.work = work;
        this.kinds = kinds;
        this.settings = settings;
        this.files = files;
        this.calendars = calendars;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@AuthenticationPrincipal SignedIn officer) {
        return page(officer, Map.of(), UUID.randomUUID().toString(), List.of());
    }

    /**
     * Writes it down. Where something is to be mended nothing is.
     *
     * @param cariBerkas looks the file up and shows it, with all that was typed, instead
     */
    @PostMapping
    ModelAndView record(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam Map<String, String> typed,
            @RequestParam String formToken,
            @RequestParam(required = false) String cariBerkas,
            @RequestParam(required = false) List<MultipartFile> scan,
            Locale locale) {
        if (cariBerkas != null) {
            return page(officer, typed, formToken, List.of());
        }
        Ui ui = words.ui(officer, locale);
        List<FieldError> errors;
        try {
            LocalDate today = clock.instant().atZone(calendars.of(officer.officeId()).zone()).toLocalDate();
            var form = ComplaintIntakeForm.read(typed, formToken, r -> file(officer, r).isPresent(), today);
            List<ComplaintPages.Uploaded> scans = (scan == null ? List.<MultipartFile>of() : scan).stream().filter(f -> !f.isEmpty()).map(ComplaintPages.Uploaded::new).toList();
            return new ModelAndView("redirect:/pengaduan/" + work.record(officer, form.complaint(), form.atOnce(), scans) + "?baru");
        } catch (ComplaintRefused refused) {
            errors = refused.refusal() != null
                    ? List.of(new FieldError("answer", ui.t("complaint.refusal." + refused.refusal().reason().name())))
                    : refused.problems().stream().map(p -> new FieldError(p.field(), ui.t(p.key()))).toList();
        } catch (UnfitAttachment unfit) {
            errors = List.of(new FieldError("scan", ui.t(unfit.why().messageKey(), unfit.why().args().toArray())));
        }
        ModelAndView page = page(officer, typed, formToken, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(SignedIn officer, Map<String, String> typed, String token, List<FieldError> errors) {
        String registration = typed.getOrDefault("registration", "").strip().toUpperCase(Locale.ROOT);
        return new ModelAndView(
                "complaint/intake",
                Map.of(
                        "page",
                        new ComplaintIntakePage(
                                typed,
                                token,
                                errors,
                                file(officer, registration).orElse(null),
                                kinds.current(officer.officeId()),
                                settings.sections(officer.officeId()))));
    }

    private Optional<CaseFileView> file(SignedIn officer, String registration) {
        try {
            return registration.isEmpty() ? Optional.empty() : Optional.of(files.of(officer.officeId(), registration));
        } catch (NoSuchFile none) {
            return Optional.empty();
        }
    }
}
