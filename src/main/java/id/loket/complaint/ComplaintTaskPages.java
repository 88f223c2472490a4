package id.loket.complaint;

import id.loket.complaint.ComplaintTasks.Outcome;
import id.loket.complaint.handling.ReplyWay;
import id.loket.platform.security.SignedIn;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Answers that the desk gives by hand: calls, faxes, entries in outside systems (PGD-f, PGD-h). */
@Controller
@RequestMapping("/pengaduan")
@PreAuthorize("hasRole('COMPLAINT_DESK')")
class ComplaintTaskPages {

    private final ComplaintTasks tasks;
    private final PageOfComplaint page;

    ComplaintTaskPages(ComplaintTasks tasks, PageOfComplaint page) {
        this.tasks = tasks;
        this.page = page;
    }

    @GetMapping("/tugas")
    ModelAndView open(@AuthenticationPrincipal SignedIn officer) {
        return new ModelAndView("complaint/tasks", Map.of("tasks", tasks.open(officer)));
    }

    /** Plans an answer, out of the form of the answer. */
    @PostMapping("/{number}/tugas")
    ModelAndView plan(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String number,
            @RequestParam int versi,
            @RequestParam Map<String, String> typed,
            Locale locale) {
        try {
            Typed form = new Typed(typed);
            ReplyWay way = form.choice(ComplaintAction.ANSWER.field("way"), ReplyWay.class);
            form.requireGood();
            tasks.plan(officer, number, way, form.text(ComplaintAction.ANSWER.field("text")), versi);
        } catch (ComplaintRefused refused) {
            return page.refused(officer, number, ComplaintAction.ANSWER, typed, locale, refused);
        }
        return done(number, ComplaintAction.PLAN);
    }

    @PostMapping("/{number}/tugas/{id}")
    ModelAndView tried(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam int versi,
            @RequestParam Map<String, String> typed,
            Locale locale) {
        try {
            Typed form = new Typed(typed);
            Outcome outcome = form.choice(ComplaintAction.TRIED.field("outcome"), Outcome.class);
            form.requireGood();
            tasks.tried(officer, number, id, outcome, form.text(ComplaintAction.TRIED.field("reaction")), versi);
        } catch (ComplaintRefused refused) {
            return page.refused(officer, number, ComplaintAction.TRIED, typed, locale, refused);
        }
        return done(number, ComplaintAction.TRIED);
    }

    @GetMapping("/{number}/tugas/{id}/faks.pdf")
    ResponseEntity<byte[]> fax(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String number, @PathVariable long id, Locale locale) {
        byte[] pdf = tasks.faxCover(officer, number, id, locale).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    private static ModelAndView done(String number, ComplaintAction what) {
        return new ModelAndView("redirect:/pengaduan/" + number + "?selesai=" + what + "#tugas");
    }
}
