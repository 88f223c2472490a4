package id.loket.portal;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.ServiceSheet;
import id.loket.office.OfficeLetterheads;
import id.loket.office.WorkingCalendars;
import id.loket.permit.Permit;
import id.loket.permit.Permits;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.Open;
import id.loket.platform.security.PublicCode;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The public pages of the home office, and those behind the codes on any office's papers. */
@Controller
@Open
class PublicPages {

    private static final Pattern SHORT_NUMBER = Pattern.compile("([A-Z][A-Z0-9_]{0,30}-[0-9]{4}-)([0-9]{1,5})");

    private final Standards standards;
    private final CaseFileReader files;
    private final Permits permits;
    private final PublicLookups lookups;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final WorkingCalendars calendars;
    private final Papers papers;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    PublicPages(
            Standards standards,
            CaseFileReader files,
            Permits permits,
            PublicLookups lookups,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            WorkingCalendars calendars,
            Papers papers,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.standards = standards;
        this.files = files;
        this.permits = permits;
        this.lookups = lookups;
        this.offices = offices;
        this.letterheads = letterheads;
        this.calendars = calendars;
        this.papers = papers;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(Locale locale) {
        int office = offices.home().officeId();
        var calendar = calendars.of(office);
        Instant now = clock.instant();
        Map<String, Object> model = new HashMap<>();
        model.put("services", standards.inForce(office));
        model.put("hours", letterheads.openingHours(office, locale));
        model.put("open", calendar.isOpen(now));
        model.put("closesAt", calendar.closing(now.atZone(calendar.zone()).toLocalDate()).orElse(null));
        model.put("opensAt", calendar.nextOpening(now));
        return new ModelAndView("portal/home", model);
    }

    @GetMapping("/layanan")
    ModelAndView services(@RequestParam(defaultValue = "") String cari, Locale locale) {
        List<String> wanted = List.of(cari.strip().toLowerCase(locale).split("\\s+"));
        List<ServiceDefinition> found = standards.inForce(offices.home().officeId()).stream()
                .filter(s -> wanted.stream().allMatch(words(s, locale)::contains))
                .toList();
        return new ModelAndView("portal/services", Map.of("services", found, "search", cari.strip()));
    }

    @GetMapping("/layanan/{code}")
    ModelAndView service(@PathVariable String code, Locale locale) {
        OfficeInfo office = offices.home();
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        return new ModelAndView("portal/service", ServicePage.model(ui, inForce(office, code), letterheads.openingHours(office.officeId(), locale)));
    }

    /** What to hand out at the counter: the same as the page, on paper. */
    @GetMapping("/layanan/{code}/lembar.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String code, Locale locale) {
        OfficeInfo office = offices.home();
        ServiceDefinition service = inForce(office, code);
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        ServiceSheet sheet = ServicePage.sheet(
                ui,
                service,
                letterheads.openingHours(office.officeId(), locale),
                settings.publicUrl() + "/layanan/" + service.code(),
                new Printing(clock.instant(), office.shortName(), 1));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(papers.serviceSheet(sheet, letterheads.of(office.officeId()), locale));
    }

    @GetMapping("/lacak")
    ModelAndView trackForm() {
        return new ModelAndView("portal/track", Map.of("number", "", "failed", false, "left", 0L));
    }

    /** By number and second factor. What is wrong of the two isn't said, and tries are counted for each number and each address. */
    @PostMapping("/lacak")
    ModelAndView track(
            @RequestParam(defaultValue = "") String nomor,
            @RequestParam(defaultValue = "") String telepon,
            HttpServletRequest request) {
        OfficeInfo office = offices.home();
        String number = number(nomor);
        long left = lookups.track(office.officeId(), number, request.getRemoteAddr());
        Optional<CaseFileView> file =
                files.byNumberAndPhone(office.officeId(), number, telepon.strip());
        if (file.isPresent()) {
            lookups.found(office.officeId(), number);
            return new ModelAndView("redirect:/lacak/" + office.code() + "-" + file.get().application().trackingCode());
        }
        ModelAndView page = new ModelAndView(
                "portal/track", Map.of("number", nomor.strip(), "failed", true, "left", left));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** The address on the receipt. */
    @GetMapping("/lacak/{office:[0-9A-Za-z]+}-{code}")
    ModelAndView tracked(@PathVariable("office") String officeCode, @PathVariable String code, HttpServletRequest request) {
        lookups.code(request.getRemoteAddr());
        OfficeInfo office = offices.byCode(officeCode).orElseThrow(PublicPages::notFound);
        CaseFileView file = files.byTrackingCode(office.officeId(), PublicCode.typed(code)).orElseThrow(PublicPages::notFound);
        return new ModelAndView(
                "portal/tracked",
                Map.of(
                        "office", office,
                        "file", file,
                        "hours", letterheads.openingHours(office.officeId(), Locale.of("id"))));
    }

    @GetMapping("/verifikasi")
    String verifyForm(@RequestParam(defaultValue = "") String kode) {
        String typed = PublicCode.typed(kode);
        String office = offices.home().code();
        if (typed.isEmpty()) {
            return "portal/verify";
        }
        String code = typed.length() > PublicCode.LENGTH ? typed.substring(typed.length() - PublicCode.LENGTH) : typed;
        return "redirect:/v/" + office + "-" + code.replaceAll("[^0-9A-Z]", "");
    }

    /** What the QR on a permit opens: valid, revoked, ended or unknown, and nothing more about the person than the name. */
    @GetMapping("/v/{office:[0-9A-Za-z]+}-{code}")
    ModelAndView verify(@PathVariable("office") String officeCode, @PathVariable String code, HttpServletRequest request) {
        lookups.code(request.getRemoteAddr());
        Optional<OfficeInfo> office = offices.byCode(officeCode);
        Optional<Permit> permit = office.flatMap(o -> permits.verify(o.officeId(), code));
        Map<String, Object> model = new HashMap<>();
        office.ifPresent(o -> model.put("office", o));
        model.put("permit", permit.orElse(null));
        model.put("service", permit.map(p -> standards.of(p.officeId(), p.service(), p.serviceVersion())).orElse(null));
        model.put("ended", permit.map(p -> ended(p)).orElse(false));
        ModelAndView page = new ModelAndView("portal/verified", model);
        page.setStatus(permit.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        return page;
    }

    /** A registration number as it is written on the receipt, also where the zeros in it were left out. */
    private static String number(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        Matcher parts = SHORT_NUMBER.matcher(number);
        return parts.matches() ? parts.group(1) + "%05d".formatted(Integer.parseInt(parts.group(2))) : number;
    }

    private boolean ended(Permit permit) {
        OfficeInfo office = offices.byId(permit.officeId());
        return permit.validUntil() != null
                && permit.validUntil().isBefore(clock.instant().atZone(office.zone()).toLocalDate());
    }

    private ServiceDefinition inForce(OfficeInfo office, String code) {
        return standards.inForce(office.officeId(), code).orElseThrow(PublicPages::notFound);
    }

    private static String words(ServiceDefinition service, Locale locale) {
        return (service.code() + " " + service.name().in(locale) + " " + service.summary().in(locale) + " "
                        + String.join(" ", service.aliases()))
                .toLowerCase(locale);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
