package id.loket.complaint.mail;

import id.loket.platform.security.SignedIn;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The mails that came in, and those that wait for the desk. */
@Controller
@RequestMapping("/pengaduan/surel")
@PreAuthorize("hasRole('COMPLAINT_DESK')")
class MailPages {

    private final MailDesk desk;

    MailPages(MailDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView all(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(defaultValue = "") String selesai,
            @RequestParam(defaultValue = "") String nomor) {
        return page(officer, selesai, nomor.matches("PGD-\\d{4}-\\d{5,9}") ? nomor : "", "");
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn officer, @PathVariable long id) {
        ReceivedMail mail = desk.mail(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("complaintmail/mail", Map.of("mail", mail, "acts", desk.acts(officer, id)));
    }

    @PostMapping("/{id}/terima")
    ModelAndView takeIn(@AuthenticationPrincipal SignedIn officer, @PathVariable long id) {
        return done(officer, "terima", () -> desk.takeIn(officer, id));
    }

    @PostMapping("/{id}/buang")
    ModelAndView discard(
            @AuthenticationPrincipal SignedIn officer, @PathVariable long id, @RequestParam(defaultValue = "") String alasan) {
        return done(officer, "buang", () -> {
            desk.discard(officer, id, alasan);
            return "";
        });
    }

    @PostMapping("/{id}/belum-selesai")
    ModelAndView reopen(@AuthenticationPrincipal SignedIn officer, @PathVariable long id) {
        return done(officer, "buka", () -> desk.reopen(officer, id));
    }

    @PostMapping("/{id}/catatan")
    ModelAndView leaveAsNote(@AuthenticationPrincipal SignedIn officer, @PathVariable long id) {
        return done(officer, "catatan", () -> desk.leaveAsNote(officer, id));
    }

    private ModelAndView done(SignedIn officer, String what, Supplier<String> act) {
        try {
            return new ModelAndView("redirect:/pengaduan/surel?selesai=" + what + "&nomor=" + act.get());
        } catch (MailRefused refused) {
            ModelAndView page = page(officer, "", "", refused.reason().name());
            page.setStatus(
                    refused.reason() == MailRefused.Reason.REASON_MISSING ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView page(SignedIn officer, String done, String number, String refused) {
        return new ModelAndView(
                "complaintmail/mails",
                Map.of("page", desk.overview(officer), "done", done, "number", number, "refused", refused));
    }
}
