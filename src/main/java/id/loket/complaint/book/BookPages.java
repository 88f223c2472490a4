package id.loket.complaint.book;

import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The complaint book on screen, on paper and as a file. Whose business it is, {@link ComplaintBook} says. */
@Controller
@RequestMapping("/pengaduan/buku")
@PreAuthorize("hasRole('OFFICER')")
class BookPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ComplaintBook book;
    private final BookWords.Of words;
    private final BookFiles files;
    private final OfficeDirectory offices;
    private final Clock clock;

    BookPages(ComplaintBook book, BookWords.Of words, BookFiles files, OfficeDirectory offices, Clock clock) {
        this.book = book;
        this.words = words;
        this.files = files;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn officer, @RequestParam Map<String, String> query, Locale locale) {
        LocalDate today = today(officer);
        BookWords say = words(officer, locale);
        try {
            return show(officer, say, BookFilter.of(query, today), number(query.get("halaman")), query, List.of());
        } catch (Period.Wrong wrong) {
            return wrong(officer, say, query, new FieldError(wrong.field(), say.ui().t("book.period." + wrong.fault())));
        }
    }

    private ModelAndView wrong(SignedIn officer, BookWords say, Map<String, String> query, FieldError error) {
        Map<String, String> rest = new HashMap<>(query);
        rest.remove("dari");
        rest.remove("sampai");
        ModelAndView page = show(officer, say, BookFilter.of(rest, today(officer)), 1, query, List.of(error));
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView show(
            SignedIn officer, BookWords say, BookFilter filter, int number, Map<String, String> typed, List<FieldError> errors) {
        ComplaintBook.Page page = book.page(officer, filter, number);
        Map<String, String> sections = new java.util.LinkedHashMap<>();
        for (Officers.Role role : book.sections(officer.officeId())) {
            sections.put(role.code(), role.name(say.ui().locale()));
        }
        return new ModelAndView(
                "complaint/book/book",
                Map.of(
                        "page", page,
                        "filter", filter,
                        "words", say,
                        "sections", sections,
                        "from", errors.isEmpty() ? filter.period().from().toString() : typed.getOrDefault("dari", ""),
                        "to", errors.isEmpty() ? filter.period().to().toString() : typed.getOrDefault("sampai", ""),
                        "today", today(officer),
                        "errors", errors));
    }

    @GetMapping("/buku-pengaduan.{kind:pdf|xlsx|csv}")
    Object file(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String kind,
            @RequestParam Map<String, String> query,
            Locale locale) {
        BookWords say = words(officer, locale);
        BookFilter filter;
        List<BookRow> rows;
        try {
            filter = BookFilter.of(query, today(officer));
            rows = book.all(officer, filter, kind.equals("pdf") ? ComplaintBook.LONGEST_PAPER : ComplaintBook.LONGEST_FILE);
        } catch (Period.Wrong wrong) {
            return wrong(officer, say, query, new FieldError(wrong.field(), say.ui().t("book.period." + wrong.fault())));
        } catch (ComplaintBook.TooLong tooLong) {
            ModelAndView page = show(
                    officer,
                    say,
                    BookFilter.of(query, today(officer)),
                    1,
                    query,
                    List.of(new FieldError("dari", say.ui().t("book.long", tooLong.total(), tooLong.most()))));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        String name = "buku-pengaduan-" + filter.period().from() + "-" + filter.period().to() + "." + kind;
        return switch (kind) {
            case "pdf" -> answer(MediaType.APPLICATION_PDF, "inline", name, files.pdf(officer, say, filter, rows));
            case "xlsx" -> answer(MediaType.parseMediaType(XLSX), "attachment", name, files.xlsx(say, rows, filter.full()));
            default -> answer(MediaType.parseMediaType("text/csv;charset=UTF-8"), "attachment", name, files.csv(say, rows, filter.full()));
        };
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String how, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", how + "; filename=\"" + name + "\"")
                .body(content);
    }

    private BookWords words(SignedIn officer, Locale locale) {
        return words.office(officer.officeId(), locale, clock.instant());
    }

    private static int number(String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }

    private LocalDate today(SignedIn officer) {
        Instant now = clock.instant();
        return now.atZone(offices.byId(officer.officeId()).zone()).toLocalDate();
    }
}
