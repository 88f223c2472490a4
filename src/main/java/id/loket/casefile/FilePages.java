package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.document.UploadCheck;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.servlet.ModelAndView;

/** The page of a file, and everything that officers do there. */
@Controller
@RequestMapping("/berkas/{registration}")
@PreAuthorize("hasRole('OFFICER')")
class FilePages {

    private final CaseFiles caseFiles;
    private final CaseFileReader reader;
    private final Attachments attachments;
    private final FilePrints prints;
    private final WorkingCalendars calendars;
    private final List<FilePart> parts;

    FilePages(
            CaseFiles caseFiles,
            CaseFileReader reader,
            Attachments attachments,
            FilePrints prints,
            WorkingCalendars calendars,
            List<FilePart> parts) {
        this.parts = parts;
        this.caseFiles = caseFiles;
        this.reader = reader;
        this.attachments = attachments;
        this.prints = prints;
        this.calendars = calendars;
    }

    @GetMapping
    ModelAndView file(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam(required = false) String baru,
            @RequestParam(required = false) Action selesai) {
        ModelAndView page = page(officer, registration, baru != null, null, null);
        page.addObject("done", selesai);
        return page;
    }

    /** One movement. A refusal shows the file as it is now, with the reason on top. */
    @PostMapping("/tindakan")
    ModelAndView move(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Action tindakan,
            @RequestParam(defaultValue = "0") int langkah,
            @RequestParam(defaultValue = "") String catatan,
            @RequestParam int versi) {
        try {
            caseFiles.move(officer, registration, new Order(tindakan, langkah, catatan), versi);
        } catch (MoveRefused refused) {
            return refused(officer, registration, refused, tindakan, catatan);
        }
        return new ModelAndView("redirect:/berkas/" + registration + "?selesai=" + tindakan);
    }

    /** Notes the answers of the check list and, if asked, concludes the check with them. */
    @PostMapping("/periksa")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) Action tindakan,
            @RequestParam int versi) {
        List<Check> checks = new ArrayList<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("checks.")) {
                String code = name.substring("checks.".length());
                Check.Result result = Check.Result.read(value);
                checks.add(new Check(code, result, typed.getOrDefault("remarks." + code, "")));
            }
        });
        try {
            if (tindakan == null) {
                caseFiles.check(officer, registration, checks, versi);
            } else {
                caseFiles.checkAndMove(officer, registration, checks, Order.of(tindakan), versi);
            }
        } catch (MoveRefused refused) {
            return refused(officer, registration, refused, tindakan, "");
        }
        return new ModelAndView("redirect:/berkas/" + registration + (tindakan == null ? "#persyaratan" : "?selesai=" + tindakan));
    }

    @PostMapping("/lampiran")
    ModelAndView attach(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam String kode,
            @RequestParam MultipartFile pindaian)
            throws IOException {
        UploadCheck.Result result =
                attachments.add(officer, registration, kode, pindaian.getOriginalFilename(), pindaian.getInputStream());
        if (result instanceof UploadCheck.Refused refused) {
            ModelAndView page = page(officer, registration, false, null, refused);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView("redirect:/berkas/" + registration + "#lampiran");
    }

    @GetMapping("/lampiran/{id}")
    ResponseEntity<byte[]> attachment(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String registration, @PathVariable long id) {
        reader.file(officer, registration);
        Attachments.Content content =
                attachments.content(officer, registration, id).orElseThrow(() -> new NoSuchFile(registration));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(content.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }

    @GetMapping("/kartu.pdf")
    ResponseEntity<byte[]> card(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration, Locale locale) {
        return pdf(prints.controlCard(officer, reader.file(officer, registration), locale));
    }

    @GetMapping("/tanda-terima.pdf")
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration, Locale locale) {
        return pdf(prints.receipt(officer, reader.file(officer, registration), locale));
    }

    @GetMapping("/kekurangan.pdf")
    ResponseEntity<byte[]> missing(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration, Locale locale) {
        return pdf(prints.missing(officer, reader.file(officer, registration), locale));
    }

    private ModelAndView refused(
            SignedIn officer, String registration, MoveRefused refused, Action action, String typed) {
        ModelAndView page = page(officer, registration, false, refused, null);
        page.addObject("typed", typed);
        page.addObject("tried", action == null ? "" : action.name());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            SignedIn officer, String registration, boolean registeredNow, MoveRefused refused, UploadCheck.Refused upload) {
        CaseFileView file = reader.file(officer, registration);
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("chart", new CardChart(file, calendars.of(file.officeId())));
        model.put("parts", parts);
        model.put("registeredNow", registeredNow);
        model.put("refused", refused);
        model.put("upload", upload);
        return new ModelAndView("casefile/file", model);
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
