package id.loket.portal;

import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import id.loket.standard.DefinitionException;
import id.loket.standard.Draft;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How a draft will look to citizens, from the text as it is typed; nothing is kept. */
@Controller
@RequestMapping("/pengaturan/layanan/{code}/pratinjau")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PreviewPages {

    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final Papers papers;
    private final SopPapers sopPapers;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    PreviewPages(
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            Papers papers,
            SopPapers sopPapers,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.offices = offices;
        this.letterheads = letterheads;
        this.papers = papers;
        this.sopPapers = sopPapers;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn administrator, @RequestParam(defaultValue = "") String yaml, Locale locale) {
        Ui ui = Ui.of(messages, locale, clock.instant(), offices.byId(administrator.officeId()));
        return new ModelAndView("portal/service", ServicePage.model(ui, read(yaml), letterheads.openingHours(administrator.officeId(), locale)));
    }

    @PostMapping("/lembar.pdf")
    ResponseEntity<byte[]> sheet(
            @AuthenticationPrincipal SignedIn administrator, @RequestParam(defaultValue = "") String yaml, Locale locale) {
        ServiceDefinition service = read(yaml);
        OfficeInfo office = offices.byId(administrator.officeId());
        var sheet = ServicePage.sheet(
                Ui.of(messages, locale, clock.instant(), office),
                service,
                letterheads.openingHours(office.officeId(), locale),
                settings.publicUrl() + "/layanan/" + service.code(),
                new Printing(clock.instant(), office.shortName(), 1));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(papers.serviceSheet(sheet, letterheads.of(office.officeId()), locale));
    }

    @PostMapping("/sop.pdf")
    ResponseEntity<byte[]> sop(
            @AuthenticationPrincipal SignedIn administrator, @RequestParam(defaultValue = "") String yaml, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(sopPapers.sheet(offices.byId(administrator.officeId()), read(yaml), locale));
    }

    /** What stands in the way of a look at it. */
    @ExceptionHandler
    ModelAndView unsound(DefinitionException unsound) {
        return new ModelAndView("portal/nopreview", Map.of("findings", unsound.findings()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ServiceDefinition read(String yaml) {
        if (yaml.length() > Draft.LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return ServiceDefinitions.parse(yaml);
    }
}
