package id.loket.permit;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.RefusalWords;
import id.loket.document.CollectionReceipt;
import id.loket.document.Papers;
import id.loket.document.PdfPreview;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.permit.Delivery.Recipient;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.springframework.web.servlet.ModelAndView;

/** Letters, delivery and revocation of a file's permit. */
@Controller
@RequestMapping("/berkas/{registration}")
@PreAuthorize("hasRole('OFFICER')")
class PermitPages {

    private static final String PNG_DATA = "data:image/png;base64,";

    private final Permits permits;
    private final PermitStore store;
    private final Deliveries deliveries;
    private final CaseFileReader files;
    private final Papers papers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;
    private final Clock clock;

    PermitPages(
            Permits permits,
            PermitStore store,
            Deliveries deliveries,
            CaseFileReader files,
            Papers papers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages,
            Clock clock) {
        this.permits = permits;
        this.store = store;
        this.deliveries = deliveries;
        this.files = files;
        this.papers = papers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
        this.clock = clock;
    }

    /** The newest letter of the file, as it was kept when it was prepared, signed or numbered. */
    @GetMapping("/surat.pdf")
    ResponseEntity<byte[]> letter(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return kept(officer, registration, PermitStore.PERMIT);
    }

    @GetMapping("/penolakan.pdf")
    ResponseEntity<byte[]> rejection(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return kept(officer, registration, PermitStore.REJECTION);
    }

    /** Its first page, for the eyes of those who initial and sign. */
    @GetMapping("/surat.png")
    ResponseEntity<byte[]> letterPicture(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return picture(officer, registration, PermitStore.PERMIT);
    }

    @GetMapping("/penolakan.png")
    ResponseEntity<byte[]> rejectionPicture(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return picture(officer, registration, PermitStore.REJECTION);
    }

    @GetMapping("/serahkan")
    ModelAndView form(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return page(officer, registration, Map.of(), List.of());
    }

    @PostMapping("/serahkan")
    ModelAndView deliver(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Map<String, String> typed) {
        Ui ui = Ui.of(messages, LocaleContextHolder.getLocale(), clock.instant(), offices.byId(officer.officeId()));
        Recipient recipient = typed.getOrDefault("recipient", "").equals(Recipient.REPRESENTATIVE.name())
                ? Recipient.REPRESENTATIVE
                : Recipient.APPLICANT;
        String version = typed.getOrDefault("versi", "");
        try {
            deliveries.deliver(
                    officer,
                    registration,
                    version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0,
                    new Delivery(
                            recipient,
                            typed.get("name"),
                            typed.get("identity"),
                            typed.get("relation"),
                            signature(typed.getOrDefault("signature", "")),
                            clock.instant()));
        } catch (DeliveryRefused refused) {
            List<FieldError> errors = refused.problems().stream()
                    .map(p -> new FieldError(p.field(), ui.t(p.key())))
                    .toList();
            ModelAndView page = page(officer, registration, typed, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (MoveRefused refused) {
            ModelAndView page = page(
                    officer, registration, typed, List.of(new FieldError("isi", RefusalWords.reason(ui, refused))));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return new ModelAndView("redirect:/berkas/" + registration + "?selesai=" + (files.file(officer, registration).state().refusal() ? "DELIVER_REFUSAL" : "DELIVER"));
    }

    @GetMapping("/bukti-pengambilan.pdf")
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        CaseFileView file = files.file(officer, registration);
        Delivery delivery = deliveries.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration));
        Permit permit = permits.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration));
        Ui ui = Ui.of(messages, Texts.INDONESIAN, clock.instant(), offices.byId(officer.officeId()));
        CollectionReceipt receipt = new CollectionReceipt(
                file.registration(),
                file.service().name().in(ui.locale()),
                file.application().applicant().name(),
                permit.refusal() ? ui.t("permit.rejection") : file.service().product().in(ui.locale()),
                permit.number(),
                new CollectionReceipt.Recipient(
                        delivery.name(),
                        ui.t("delivery.identity.of", delivery.identity()),
                        delivery.recipient() == Recipient.APPLICANT ? ui.t("delivery.self") : delivery.relation(),
                        null),
                delivery.deliveredAt(),
                file.currentRow().visit().leftBy().name(),
                delivery.signature(),
                new Printing(clock.instant(), officer.name(), 1));
        return pdf(papers.collectionReceipt(receipt, letterheads.of(officer.officeId()), ui.locale()));
    }

    @GetMapping("/cabut")
    @PreAuthorize("hasRole('HEAD_OF_OFFICE')")
    ModelAndView revokeForm(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return revokePage(officer, registration, List.of());
    }

    /** The head of the office takes a permit back; its verification page says so from then on. */
    @PostMapping("/cabut")
    @PreAuthorize("hasRole('HEAD_OF_OFFICE')")
    ModelAndView revoke(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam(defaultValue = "") String alasan) {
        if (alasan.isBlank()) {
            Ui ui = Ui.of(messages, LocaleContextHolder.getLocale(), clock.instant(), offices.byId(officer.officeId()));
            ModelAndView page = revokePage(
                    officer, registration, List.of(new FieldError("alasan", ui.t("refusal.REASON_MISSING"))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        files.file(officer, registration);
        permits.revoke(officer, registration, alasan);
        return new ModelAndView("redirect:/berkas/" + registration);
    }

    private ModelAndView revokePage(SignedIn officer, String registration, List<FieldError> errors) {
        return new ModelAndView(
                "permit/revoke",
                Map.of(
                        "file", files.file(officer, registration),
                        "permit", permits.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration)),
                        "errors", errors));
    }

    private ModelAndView page(
            SignedIn officer, String registration, Map<String, String> typed, List<FieldError> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put("file", files.file(officer, registration));
        model.put("permit", permits.of(officer, registration).orElseThrow(() -> new NoSuchFile(registration)));
        model.put("typed", typed);
        model.put("errors", errors);
        return new ModelAndView("permit/deliver", model);
    }

    private ResponseEntity<byte[]> kept(SignedIn officer, String registration, String kind) {
        return pdf(letter(officer, registration, kind));
    }

    private ResponseEntity<byte[]> picture(SignedIn officer, String registration, String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(PdfPreview.png(letter(officer, registration, kind), 1));
    }

    private byte[] letter(SignedIn officer, String registration, String kind) {
        files.file(officer, registration);
        return store.letter(officer.officeId(), registration, kind).orElseThrow(() -> new NoSuchFile(registration));
    }

    /** The picture that the signature field carries, whatever it is; null if the recipient signs on paper. */
    private static byte[] signature(String data) {
        if (data.isEmpty()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(data.startsWith(PNG_DATA) ? data.substring(PNG_DATA.length()) : data);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
