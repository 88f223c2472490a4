package id.loket.inspection;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.RefusalWords;
import id.loket.casefile.card.Status;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import id.loket.standard.StepKind;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** The inspection of a file: when, what was found, by whom initialled. */
@Controller
@RequestMapping("/berkas/{registration}/pemeriksaan")
@PreAuthorize("hasRole('OFFICER')")
class InspectionPages {

    private final Inspections inspections;
    private final InspectionStore store;
    private final InspectionPrints prints;
    private final CaseFileReader files;
    private final Officers officers;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final Clock clock;

    InspectionPages(
            Inspections inspections,
            InspectionStore store,
            InspectionPrints prints,
            CaseFileReader files,
            Officers officers,
            OfficeDirectory offices,
            MessageSource messages,
            Clock clock) {
        this.inspections = inspections;
        this.store = store;
        this.prints = prints;
        this.files = files;
        this.officers = officers;
        this.offices = offices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return page("inspection/inspection", officer, registration, Map.of(), null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/jadwal")
    ModelAndView schedule(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) List<String> tim,
            @RequestParam int versi,
            @RequestParam int nomor) {
        List<String> team = tim == null ? List.of() : tim;
        return answered("inspection/inspection", officer, registration, typed, team, () -> {
            inspections.schedule(officer, registration, versi, nomor, InspectionForms.plan(typed, team));
            return "redirect:/berkas/" + registration + "/pemeriksaan";
        });
    }

    @GetMapping("/berita-acara")
    ModelAndView form(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return page("inspection/report", officer, registration, Map.of(), null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/berita-acara")
    ModelAndView report(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            @RequestParam(required = false) List<String> hadir,
            @RequestParam int versi,
            @RequestParam int nomor)
            throws IOException {
        List<Inspections.Shot> shots = new ArrayList<>();
        for (int i = 1; i <= Inspections.MOST_PHOTOS; i++) {
            for (MultipartFile photo : sent.getOrDefault("foto" + i, List.of())) {
                if (!photo.isEmpty()) {
                    shots.add(new Inspections.Shot(
                            photo.getOriginalFilename(), typed.getOrDefault("keterangan" + i, ""), photo.getBytes()));
                }
            }
        }
        List<String> present = hadir == null ? List.of() : hadir;
        Map<String, String> shown = new HashMap<>(typed);
        shown.put("photosChosen", shots.isEmpty() ? "" : "yes");
        return answered("inspection/report", officer, registration, shown, present, () -> {
            inspections.report(officer, registration, versi, nomor, InspectionForms.findings(typed, present, shots));
            return "redirect:/berkas/" + registration;
        });
    }

    @PostMapping("/{number:[0-9]{1,4}}/paraf")
    ModelAndView initial(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String registration, @PathVariable int number) {
        return answered("inspection/inspection", officer, registration, Map.of(), null, () -> {
            inspections.initial(officer, registration, number);
            return "redirect:/berkas/" + registration;
        });
    }

    @GetMapping("/surat-tugas.pdf")
    ResponseEntity<byte[]> assignment(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return pdf(prints.assignment(officer, files.file(officer, registration)));
    }

    /** The newest report, or the one of a number. */
    @GetMapping("/berita-acara.pdf")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam(defaultValue = "0") int nomor) {
        CaseFileView file = files.file(officer, registration);
        Report report = inspections.reports(file).stream()
                .filter(r -> nomor == 0 || r.number() == nomor)
                .reduce((a, b) -> b)
                .orElseThrow(() -> new NoSuchFile(registration));
        return pdf(prints.report(officer, file, report));
    }

    @GetMapping("/{number:[0-9]{1,4}}/foto/{photo:[0-9]{1,4}}")
    ResponseEntity<byte[]> photo(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @PathVariable int number,
            @PathVariable int photo) {
        CaseFileView file = files.file(officer, registration);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(store.photo(file.officeId(), file.fileId(), number, photo).orElseThrow(() -> new NoSuchFile(registration)));
    }

    /** Where to go when it is done; where it isn't, the page once more with what was typed and what is wrong. */
    private ModelAndView answered(
            String view, SignedIn officer, String registration, Map<String, String> typed, List<String> team, Doing doing) {
        Ui ui = Ui.of(messages, LocaleContextHolder.getLocale(), clock.instant(), offices.byId(officer.officeId()));
        try {
            return new ModelAndView(doing.where());
        } catch (InspectionRefused refused) {
            List<FieldError> errors = refused.problems().stream()
                    .map(p -> new FieldError(p.field(), ui.t(p.key(), p.args().toArray())))
                    .toList();
            return page(view, officer, registration, typed, team, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (MoveRefused refused) {
            List<FieldError> errors = List.of(new FieldError("isi", RefusalWords.reason(ui, refused)));
            return page(view, officer, registration, typed, team, errors, HttpStatus.CONFLICT);
        }
    }

    /** Does something and says where to go then. */
    private interface Doing {
        String where();
    }

    private ModelAndView page(
            String view,
            SignedIn officer,
            String registration,
            Map<String, String> typed,
            List<String> chosen,
            List<FieldError> errors,
            HttpStatus status) {
        CaseFileView file = files.file(officer, registration);
        boolean inspects = file.step().kind() == StepKind.INSPECT;
        boolean inHand =
                inspects && file.state().status() == Status.IN_WORK && file.state().holder() == officer.officerId();
        List<Appointment> appointments = inspections.appointments(file);
        List<Report> reports = inspections.reports(file);
        List<OfficerProfile> candidates = inspects ? inspections.candidates(file) : List.of();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                new InspectionPage(
                        file,
                        inHand,
                        appointments,
                        reports,
                        names(file, appointments, reports, candidates),
                        candidates,
                        Inspections.likelyPlace(file)));
        model.put("typed", typed);
        model.put("chosen", chosen == null ? null : Set.copyOf(chosen));
        model.put("errors", errors);
        ModelAndView page = new ModelAndView(view, model);
        page.setStatus(status);
        return page;
    }

    private Map<Long, String> names(
            CaseFileView file, List<Appointment> appointments, List<Report> reports, List<OfficerProfile> candidates) {
        Map<Long, String> names = new HashMap<>();
        candidates.forEach(c -> names.put(c.id(), c.name()));
        Set<Long> named = new LinkedHashSet<>();
        appointments.forEach(a -> named.addAll(a.team()));
        reports.forEach(r -> named.addAll(r.present()));
        named.forEach(id -> names.computeIfAbsent(id, n -> officers.profile(file.officeId(), n).name()));
        return names;
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
