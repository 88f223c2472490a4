package id.loket.oversight;

import id.loket.complaint.book.BookWords;
import id.loket.complaint.book.MonthlyReports;
import id.loket.complaint.book.ReportWords;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the Kepala Dinas and the Sekretaris: what is so, in one sentence, then the figures with the lists behind them. */
@Controller
@RequestMapping("/pimpinan")
@PreAuthorize("hasAnyRole('HEAD_OF_OFFICE', 'SECRETARY')")
class OversightPages {

    private final MonthlyReports reports;
    private final BookWords.Of words;
    private final Clock clock;

    OversightPages(MonthlyReports reports, BookWords.Of words, Clock clock) {
        this.reports = reports;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView overview(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        BookWords book = words.office(officer.officeId(), locale, clock.instant());
        return new ModelAndView(
                "oversight/overview",
                Map.of(
                        "overview", reports.overview(officer),
                        "reports", reports.list(officer),
                        "words", book,
                        "say", new ReportWords(book)));
    }
}
