package id.loket.payment;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.RefusalWords;
import id.loket.payment.Payment.Way;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import id.loket.standard.FormField;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The fee of a file: bill, payment, receipt. */
@Controller
@RequestMapping("/berkas/{registration}")
@PreAuthorize("hasRole('OFFICER')")
class PaymentPages {

    private final Payments payments;
    private final PaymentPrints prints;
    private final CaseFileReader files;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final Clock clock;

    PaymentPages(
            Payments payments,
            PaymentPrints prints,
            CaseFileReader files,
            OfficeDirectory offices,
            MessageSource messages,
            Clock clock) {
        this.payments = payments;
        this.prints = prints;
        this.files = files;
        this.offices = offices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/pembayaran")
    ModelAndView page(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return page(officer, registration, Map.of(), List.of());
    }

    @PostMapping("/pembayaran/tagihan")
    ModelAndView bill(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String registration, @RequestParam int versi) {
        try {
            payments.bill(officer, registration, versi);
        } catch (MoveRefused refused) {
            return refused(officer, registration, Map.of(), refused);
        }
        return new ModelAndView("redirect:/berkas/" + registration + "?selesai=BILL");
    }

    @PostMapping("/pembayaran")
    ModelAndView pay(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam Map<String, String> typed,
            @RequestParam int versi) {
        try {
            payments.record(officer, registration, versi, entry(typed));
        } catch (PaymentRefused refused) {
            Ui ui = ui(officer);
            List<FieldError> errors = refused.problems().stream()
                    .map(p -> new FieldError(p.field(), ui.t(p.key())))
                    .toList();
            ModelAndView page = page(officer, registration, typed, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (MoveRefused refused) {
            return refused(officer, registration, typed, refused);
        }
        return new ModelAndView("redirect:/berkas/" + registration + "?selesai=RECORD_PAYMENT");
    }

    @PostMapping("/pembayaran/batal")
    ModelAndView cancel(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam(defaultValue = "") String alasan,
            @RequestParam int versi) {
        try {
            payments.cancel(officer, registration, versi, alasan);
        } catch (MoveRefused refused) {
            return refused(officer, registration, Map.of("alasan", alasan), refused);
        }
        return new ModelAndView("redirect:/berkas/" + registration + "?selesai=CANCEL_PAYMENT");
    }

    @GetMapping("/tagihan.pdf")
    ResponseEntity<byte[]> bill(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return pdf(prints.bill(officer, files.file(officer, registration)));
    }

    @GetMapping("/bukti-bayar.pdf")
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal SignedIn officer, @PathVariable String registration) {
        return pdf(prints.receipt(officer, files.file(officer, registration)));
    }

    /** What was typed, as far as it can be read. Amounts may be written with "Rp" and dots. */
    private static Payments.Entry entry(Map<String, String> typed) {
        String amount = typed.getOrDefault("jumlah", "").replaceAll("(?i)rp|[\\s.]|,-?0*$", "");
        return new Payments.Entry(
                FormField.date(typed.getOrDefault("tanggal", "")).orElse(null),
                amount.matches("[0-9]{1,15}") ? Long.valueOf(amount) : null,
                Stream.of(Way.values()).filter(w -> w.name().equals(typed.get("cara"))).findFirst().orElse(null),
                typed.getOrDefault("acuan", ""));
    }

    private ModelAndView refused(
            SignedIn officer, String registration, Map<String, String> typed, MoveRefused refused) {
        ModelAndView page = page(
                officer, registration, typed, List.of(new FieldError("isi", RefusalWords.reason(ui(officer), refused))));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            SignedIn officer, String registration, Map<String, String> typed, List<FieldError> errors) {
        CaseFileView file = files.file(officer, registration);
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("bill", payments.bill(file).orElse(null));
        model.put("payments", payments.of(file));
        model.put("typed", typed);
        model.put("errors", errors);
        return new ModelAndView("payment/payment", model);
    }

    private Ui ui(SignedIn officer) {
        return Ui.of(messages, LocaleContextHolder.getLocale(), clock.instant(), offices.byId(officer.officeId()));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
