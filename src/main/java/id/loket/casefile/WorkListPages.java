package id.loket.casefile;

import id.loket.casefile.WorkLists.Queue;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.Standards;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list of an officer: the six queues, the search, the scan field, and what can be done with many files at once. */
@Controller
@RequestMapping("/meja-kerja")
@PreAuthorize("hasRole('OFFICER')")
class WorkListPages {

    private final WorkLists workLists;
    private final BulkMoves bulk;
    private final Standards standards;
    private final WorkingCalendars calendars;
    private final List<StepWork> works;
    private final Clock clock;

    WorkListPages(
            WorkLists workLists,
            BulkMoves bulk,
            Standards standards,
            WorkingCalendars calendars,
            List<StepWork> works,
            Clock clock) {
        this.workLists = workLists;
        this.bulk = bulk;
        this.standards = standards;
        this.calendars = calendars;
        this.works = works;
        this.clock = clock;
    }

    /**
     * @param antrean the queue to show; without it the first one in the order of work that has something in it
     * @param cari    part of a number, part of a name or a NIK, within the queue; without a queue, among all files
     */
    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(required = false) Queue antrean,
            @RequestParam(defaultValue = "") String cari) {
        Map<Queue, Integer> counts = workLists.counts(officer);
        Queue queue = antrean != null ? antrean : firstWithWork(counts);
        boolean everywhere = antrean == null && !cari.isBlank();
        List<WorkLists.Row> rows = everywhere ? workLists.search(officer, cari) : workLists.list(officer, queue, cari);
        var calendar = calendars.of(officer.officeId());
        WorkListPage page = WorkListPage.of(
                officer,
                counts,
                queue,
                cari.strip(),
                everywhere,
                rows,
                overdue(officer, rows),
                standards,
                calendar,
                clock.instant(),
                LocaleContextHolder.getLocale());
        return new ModelAndView("casefile/worklist", Map.of("page", page));
    }

    /** Since when applicants are late with what they are waited for; asked only where a payment is waited for. */
    private Map<String, LocalDate> overdue(SignedIn officer, List<WorkLists.Row> rows) {
        List<String> waiting = rows.stream()
                .filter(r -> r.status() == Status.AWAITING_PAYMENT)
                .map(WorkLists.Row::registration)
                .toList();
        Map<String, LocalDate> overdue = new HashMap<>();
        if (!waiting.isEmpty()) {
            works.forEach(w -> overdue.putAll(w.overdue(officer.officeId(), waiting)));
        }
        return overdue;
    }

    /** What a scanner typed or the camera read: the address in the card's QR code, or the number itself. */
    @GetMapping("/pindai")
    String scan(@RequestParam String kode) {
        String text = kode.strip();
        String number = text.substring(text.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return number.matches("[A-Z0-9_-]{1,40}") ? "redirect:/berkas/" + number : "redirect:/meja-kerja";
    }

    /** Does the same with every selected file; the result names those with which it wasn't possible. */
    @PostMapping("/massal")
    ModelAndView bulk(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(name = "berkas", defaultValue = "") List<String> registrations,
            @RequestParam Action tindakan,
            @RequestParam Queue antrean) {
        BulkMoves.Result result = bulk.move(officer, registrations, Order.of(tindakan));
        return new ModelAndView("casefile/bulk", Map.of("result", result, "action", tindakan, "queue", antrean));
    }

    private static Queue firstWithWork(Map<Queue, Integer> counts) {
        for (Queue queue : List.of(Queue.TO_RECEIVE, Queue.IN_HAND, Queue.READY)) {
            if (counts.get(queue) > 0) {
                return queue;
            }
        }
        return Queue.TO_RECEIVE;
    }
}
