package id.loket.complaint.imports;

import id.loket.complaint.handling.Medium;
import id.loket.complaint.imports.Upload.State;
import id.loket.complaint.imports.Upload.WithMade;
import id.loket.office.WorkingCalendars;
import id.loket.platform.Csv;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
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

/** Complaints out of LAPOR and social networks: upload, preview, import; and the answers on their way back. */
@Controller
@RequestMapping("/pengaduan/impor")
@PreAuthorize("hasRole('COMPLAINT_DESK')")
class ImportPages {

    /** Days of answers that a table holds unless others are asked for. */
    private static final int ANSWERS_OF_DAYS = 30;

    private final ComplaintImports imports;
    private final OutsideAnswers answers;
    private final WorkingCalendars calendars;
    private final MessageSource messages;
    private final OfficeDirectory offices;
    private final Clock clock;

    ImportPages(
            ComplaintImports imports,
            OutsideAnswers answers,
            WorkingCalendars calendars,
            MessageSource messages,
            OfficeDirectory offices,
            Clock clock) {
        this.imports = imports;
        this.answers = answers;
        this.calendars = calendars;
        this.messages = messages;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        return start(officer, locale, Medium.LAPOR, null);
    }

    @PostMapping
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(required = false) Medium medium,
            @RequestParam(required = false) MultipartFile berkas,
            Locale locale) {
        try {
            byte[] content = berkas == null ? new byte[0] : berkas.getBytes();
            String name = berkas == null ? "" : berkas.getOriginalFilename();
            return new ModelAndView("redirect:/pengaduan/impor/" + imports.upload(officer, medium, name, content));
        } catch (ImportRefused refused) {
            ModelAndView page = start(officer, locale, medium, refused);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView start(SignedIn officer, Locale locale, Medium medium, ImportRefused refused) {
        Map<String, Object> model = new HashMap<>();
        model.put("uploads", imports.newest(officer));
        model.put("medium", medium);
        model.put("error", refused == null ? null : words(ui(officer, locale), refused));
        model.put("since", today(officer).minusDays(ANSWERS_OF_DAYS));
        return new ModelAndView("complaint/imports/start", model);
    }

    /** @param kolom there where the columns were chosen in the form */
    @GetMapping("/{id}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable long id,
            @RequestParam(required = false) String kolom,
            @RequestParam Map<String, String> typed) {
        return show(officer, id, kolom == null ? Optional.empty() : Optional.of(typed), null);
    }

    /** @param yangBaik there where lines are to be left out that have something to mend */
    @PostMapping("/{id}")
    ModelAndView carryOut(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable long id,
            @RequestParam(required = false) String yangBaik,
            @RequestParam Map<String, String> typed,
            Locale locale) {
        try {
            imports.carryOut(officer, id, typed, yangBaik != null);
            return new ModelAndView("redirect:/pengaduan/impor/" + id);
        } catch (ImportRefused refused) {
            ModelAndView page = show(officer, id, Optional.of(typed), words(ui(officer, locale), refused));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    @PostMapping("/{id}/buang")
    ModelAndView discard(@AuthenticationPrincipal SignedIn officer, @PathVariable long id, Locale locale) {
        try {
            imports.discard(officer, id);
            return new ModelAndView("redirect:/pengaduan/impor");
        } catch (ImportRefused refused) {
            ModelAndView page = show(officer, id, Optional.empty(), words(ui(officer, locale), refused));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView show(SignedIn officer, long id, Optional<Map<String, String>> typed, String error) {
        WithMade found = imports.find(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("upload", found.upload());
        model.put("error", error);
        if (found.upload().state() == State.WAITING) {
            model.put("preview", imports.preview(officer, id, typed));
            return new ModelAndView("complaint/imports/preview", model);
        }
        model.put("made", found.made());
        return new ModelAndView("complaint/imports/done", model);
    }

    /** An empty table whose columns are known, with a line that shows how they are filled in. */
    @GetMapping("/contoh.csv")
    ResponseEntity<byte[]> example(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        Ui ui = ui(officer, locale);
        List<Column> columns = List.of(Column.values());
        List<String> head = columns.stream().map(column -> ui.t("complaintimport.column." + column)).toList();
        List<String> line = columns.stream().map(column -> ui.t("complaintimport.example." + column)).toList();
        return csv("contoh-impor-pengaduan.csv", List.of(head, line));
    }

    /** @param dari since when answers are listed that stand there already */
    @GetMapping("/jawaban.csv")
    ResponseEntity<byte[]> answers(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam Medium medium,
            @RequestParam(required = false) String dari,
            Locale locale) {
        Ui ui = ui(officer, locale);
        LocalDate since = Optional.ofNullable(dari).flatMap(Days::read).orElseGet(() -> today(officer).minusDays(ANSWERS_OF_DAYS));
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("outside", "number", "state", "at", "text").map(head -> ui.t("complaintimport.answer." + head)).toList());
        answers.of(officer, medium, since.atStartOfDay(ui.zone()).toInstant()).forEach(answer -> rows.add(List.of(
                answer.outsideNumber(),
                answer.number(),
                ui.t(answer.answeredAt() == null ? "complaintimport.answer.todo" : "complaintimport.answer.done"),
                answer.answeredAt() == null ? "" : ui.datePrint(answer.answeredAt().atZone(ui.zone()).toLocalDate()),
                answer.text())));
        return csv("jawaban-" + medium.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv", rows);
    }

    private static ResponseEntity<byte[]> csv(String name, List<List<String>> rows) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(Csv.write(rows));
    }

    private static String words(Ui ui, ImportRefused refused) {
        return ui.t("complaintimport.refused." + refused.reason(), refused.args().toArray());
    }

    private LocalDate today(SignedIn officer) {
        return clock.instant().atZone(calendars.of(officer.officeId()).zone()).toLocalDate();
    }

    private Ui ui(SignedIn officer, Locale locale) {
        return Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
    }
}
