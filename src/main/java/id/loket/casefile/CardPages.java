package id.loket.casefile;

import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.Standards;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Control cards are collected at any time, by any filter, to be looked at and printed many at once (MFG-4d). */
@Controller
@RequestMapping("/kartu-kendali")
@PreAuthorize("hasRole('OFFICER')")
class CardPages {

    private final WorkLists workLists;
    private final CaseFileReader reader;
    private final FilePrints prints;
    private final Standards standards;
    private final WorkingCalendars calendars;

    CardPages(
            WorkLists workLists, CaseFileReader reader, FilePrints prints, Standards standards, WorkingCalendars calendars) {
        this.workLists = workLists;
        this.reader = reader;
        this.prints = prints;
        this.standards = standards;
        this.calendars = calendars;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(defaultValue = "") String cari,
            @RequestParam(defaultValue = "") String layanan,
            @RequestParam(defaultValue = "") String langkah,
            @RequestParam(defaultValue = "OPEN") CardFilter.State keadaan,
            @RequestParam(defaultValue = "false") boolean terlambat,
            @RequestParam(defaultValue = "") String dari,
            @RequestParam(defaultValue = "") String sampai) {
        CardFilter filter = new CardFilter(
                cari.strip(), layanan, langkah.matches("[0-9]{1,2}") ? Integer.parseInt(langkah) : 0, keadaan, terlambat, day(dari), day(sampai));
        Locale locale = LocaleContextHolder.getLocale();
        List<CardLine> lines = workLists.cards(officer, filter, calendars.of(officer.officeId()).zone()).stream()
                .map(row -> line(officer, row, locale))
                .toList();
        return new ModelAndView(
                "casefile/cards",
                Map.of("lines", lines, "services", standards.newest(officer.officeId()), "filter", filter, "most", FilePrints.MOST_CARDS));
    }

    private CardLine line(SignedIn officer, WorkLists.Row row, Locale locale) {
        var service = standards.of(officer.officeId(), row.service(), row.serviceVersion());
        return new CardLine(
                row,
                service.name().in(locale),
                service.sop().step(row.step()).shortName().in(locale),
                workLists.late(row));
    }

    /** The chosen cards in one paper, each on pages of its own. */
    @PostMapping("/cetak")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(name = "berkas", defaultValue = "") List<String> registrations,
            Locale locale) {
        List<String> chosen = registrations.stream().distinct().toList();
        if (chosen.isEmpty() || chosen.size() > FilePrints.MOST_CARDS) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<CaseFileView> files = chosen.stream().map(number -> reader.file(officer, number)).toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(prints.controlCards(officer, files, locale));
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
