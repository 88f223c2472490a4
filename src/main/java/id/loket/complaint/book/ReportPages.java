package id.loket.complaint.book;

import id.loket.complaint.handling.Rules;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Choice;
import id.loket.platform.web.FieldError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** The monthly reports: the list, a report with what is the reader's to do, and two rounds side by side. */
@Controller
@RequestMapping("/pengaduan/laporan")
@PreAuthorize("hasRole('OFFICER')")
class ReportPages {

    private final MonthlyReports reports;
    private final ComplaintBook book;
    private final ReportPapers papers;
    private final BookWords.Of words;
    private final Clock clock;

    ReportPages(MonthlyReports reports, ComplaintBook book, ReportPapers papers, BookWords.Of words, Clock clock) {
        this.reports = reports;
        this.book = book;
        this.papers = papers;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        return new ModelAndView("complaint/book/reports", Map.of("lines", reports.list(officer), "say", say(officer, locale)));
    }

    @GetMapping("/{month}")
    ModelAndView report(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String selesai,
            Locale locale) {
        String done = Arrays.stream(ReportAction.values()).map(Enum::name).filter(selesai::equals).findFirst().orElse("");
        return show(officer, month(month), done, null, Map.of(), locale);
    }

    private ModelAndView show(
            SignedIn officer, YearMonth month, String done, ReportRules.Refusal refusal, Map<String, String> typed, Locale locale) {
        MonthlyReports.View view =
                reports.view(officer, month).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ReportWords say = say(officer, locale);
        List<Officers.Role> sections = book.sections(officer.officeId());
        List<Choice> mine = sections.stream()
                .filter(role -> officer.roles().contains(role.code()))
                .map(role -> new Choice(role.code(), role.name(locale)))
                .toList();
        List<Choice> all = new ArrayList<>(sections.stream().map(role -> new Choice(role.code(), role.name(locale))).toList());
        all.add(new Choice(Rules.DESK, words.office(officer.officeId(), locale, clock.instant()).ui().t("report.desk")));
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("say", say);
        model.put("mine", mine);
        model.put("sections", all);
        model.put("done", done);
        model.put("typed", typed);
        model.put("errors", refusal == null
                ? List.of()
                : List.of(new FieldError("teks", words.office(officer.officeId(), locale, clock.instant()).ui().t("report.refused." + refusal))));
        return new ModelAndView("complaint/book/report", model);
    }

    @PostMapping("/{month}/{what:catatan|bidang|kirim|kembalikan|setujui|ketahui}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String month,
            @PathVariable String what,
            @RequestParam(defaultValue = "") String bidang,
            @RequestParam(defaultValue = "") String teks,
            @RequestParam(defaultValue = "0") int versi,
            Locale locale) {
        ReportAction action = switch (what) {
            case "catatan" -> ReportAction.REMARK;
            case "bidang" -> ReportAction.CONTRIBUTE;
            case "kirim" -> ReportAction.SEND;
            case "kembalikan" -> ReportAction.RETURN;
            case "setujui" -> ReportAction.APPROVE;
            default -> ReportAction.ACKNOWLEDGE;
        };
        try {
            reports.order(officer, month(month), action, bidang, teks, versi);
        } catch (MonthlyReports.NoSuchReport e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        } catch (ReportRefused refused) {
            ModelAndView page = show(
                    officer, month(month), "", refused.reason(), Map.of("what", what, "bidang", bidang, "teks", teks), locale);
            page.setStatus(refused.reason() == ReportRules.Refusal.NOT_YOUR_ROLE ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT);
            return page;
        }
        return new ModelAndView("redirect:/pengaduan/laporan/" + month(month) + "?selesai=" + action);
    }

    @GetMapping("/{month}/banding")
    ModelAndView compare(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String month,
            @RequestParam(defaultValue = "0") int a,
            @RequestParam(defaultValue = "0") int b,
            Locale locale) {
        MonthlyReports.View view =
                reports.view(officer, month(month)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int last = view.rounds().size();
        if (a < 1 || b < 1 || a > last || b > last) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ReportWords say = say(officer, locale);
        return new ModelAndView(
                "complaint/book/compare",
                Map.of(
                        "view", view,
                        "say", say,
                        "a", view.report().rounds().get(a - 1),
                        "b", view.report().rounds().get(b - 1),
                        "lines", say.differences(view.rounds().get(a - 1), view.rounds().get(b - 1))));
    }

    @GetMapping("/{month}/laporan-pengaduan.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn officer, @PathVariable String month) {
        MonthlyReports.View view =
                reports.view(officer, month(month)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"laporan-pengaduan-" + view.report().month() + ".pdf\"")
                .body(papers.pdf(officer, view));
    }

    private static YearMonth month(String typed) {
        try {
            return Optional.of(typed).filter(t -> t.matches("20\\d\\d-\\d\\d")).map(YearMonth::parse).orElseThrow();
        } catch (DateTimeException | java.util.NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private ReportWords say(SignedIn officer, Locale locale) {
        return new ReportWords(words.office(officer.officeId(), locale, clock.instant()));
    }
}
