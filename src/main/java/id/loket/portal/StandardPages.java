package id.loket.portal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.Open;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What the home office publishes about its services besides the pages: standards and charter as papers, and all of it for SIPPN. */
@Controller
@Open
class StandardPages {

    private final Standards standards;
    private final SopPapers sopPapers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final Papers papers;
    private final TemplateEngine templates;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    StandardPages(
            Standards standards,
            SopPapers sopPapers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            Papers papers,
            TemplateEngine templates,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.standards = standards;
        this.sopPapers = sopPapers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.papers = papers;
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/layanan/{code}/standar.pdf")
    ResponseEntity<byte[]> standard(@PathVariable String code, Locale locale) {
        OfficeInfo office = offices.home();
        ServiceDefinition service = inForce(office, code);
        var sheet = words(office, locale).standard(service, letterheads.head(office.officeId(), locale), printing(office));
        return pdf(papers.standardSheet(sheet, letterheads.of(office.officeId()), locale));
    }

    /** The SOP as the official sheet with its flow chart (PermenPANRB 35/2012). */
    @GetMapping("/layanan/{code}/sop.pdf")
    ResponseEntity<byte[]> sop(@PathVariable String code, Locale locale) {
        OfficeInfo office = offices.home();
        return pdf(sopPapers.sheet(office, inForce(office, code), locale));
    }

    /** The flow chart alone, as a picture that stands for itself. */
    @GetMapping(value = "/layanan/{code}/sop.svg", produces = "image/svg+xml; charset=UTF-8")
    @ResponseBody
    String sopPicture(@PathVariable String code, Locale locale) {
        OfficeInfo office = offices.home();
        ServiceDefinition service = inForce(office, code);
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        var svg = new StringOutput();
        templates.render(
                "portal/sop.jte",
                Map.of("ui", ui, "picture", new SopFlow(ui, service).picture(), "title", service.name().in(locale), "alone", true),
                svg);
        return svg.toString().strip();
    }

    @GetMapping("/maklumat.pdf")
    ResponseEntity<byte[]> charter(Locale locale) {
        OfficeInfo office = offices.home();
        Instant now = clock.instant();
        var charter = words(office, locale)
                .charter(
                        standards.inForce(office.officeId()),
                        now.atZone(office.zone()).toLocalDate(),
                        letterheads.head(office.officeId(), locale),
                        settings.publicUrl() + "/layanan",
                        printing(office));
        return pdf(papers.charter(charter, letterheads.of(office.officeId()), locale));
    }

    @GetMapping("/layanan/{code}/sippn.json")
    @ResponseBody
    SippnService sippn(@PathVariable String code) {
        OfficeInfo office = offices.home();
        return sippn(office, inForce(office, code));
    }

    @GetMapping("/layanan/sippn.json")
    @ResponseBody
    List<SippnService> sippn() {
        OfficeInfo office = offices.home();
        return standards.inForce(office.officeId()).stream().map(s -> sippn(office, s)).toList();
    }

    @GetMapping(value = "/layanan/sippn.csv", produces = "text/csv; charset=UTF-8")
    @ResponseBody
    String sippnTable() {
        return Stream.concat(Stream.of(SippnService.heads()), sippn().stream().map(SippnService::cells))
                .map(row -> row.stream().map(StandardPages::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    /** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private SippnService sippn(OfficeInfo office, ServiceDefinition service) {
        var sheet = words(office, Texts.INDONESIAN).standard(service, letterheads.head(office.officeId(), Texts.INDONESIAN), printing(office));
        return SippnService.of(service.code(), service.fee().isFree(), sheet);
    }

    private StandardPapers words(OfficeInfo office, Locale locale) {
        return new StandardPapers(Ui.of(messages, locale, clock.instant(), office));
    }

    private Printing printing(OfficeInfo office) {
        return new Printing(clock.instant(), office.shortName(), 1);
    }

    private ServiceDefinition inForce(OfficeInfo office, String code) {
        return standards.inForce(office.officeId(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
