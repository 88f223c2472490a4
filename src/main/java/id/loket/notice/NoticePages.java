package id.loket.notice;

import id.loket.document.FaxCover;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Choice;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What people have to do for notices: calls and faxes, the mailing list, what went wrong, and who wants none. */
@Controller
@RequestMapping("/pemberitahuan")
@PreAuthorize("hasAnyRole('FRONT_OFFICE', 'BACK_OFFICE', 'COMPLAINT_DESK', 'ADMINISTRATOR')")
class NoticePages {

    private final Notices notices;
    private final CallTasks calls;
    private final MailingList mailing;
    private final OptOuts optOuts;
    private final MessageSource messages;
    private final Papers papers;
    private final OfficeLetterheads letterheads;
    private final OfficeDirectory offices;
    private final Clock clock;

    NoticePages(
            Notices notices,
            CallTasks calls,
            MailingList mailing,
            OptOuts optOuts,
            MessageSource messages,
            Papers papers,
            OfficeLetterheads letterheads,
            OfficeDirectory offices,
            Clock clock) {
        this.notices = notices;
        this.calls = calls;
        this.mailing = mailing;
        this.optOuts = optOuts;
        this.messages = messages;
        this.papers = papers;
        this.letterheads = letterheads;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('FRONT_OFFICE', 'ADMINISTRATOR')")
    ModelAndView calls(@AuthenticationPrincipal SignedIn officer, @RequestParam(defaultValue = "") String selesai) {
        return callPage(officer, selesai, "");
    }

    @PostMapping("/{id}/hasil")
    @PreAuthorize("hasAnyRole('FRONT_OFFICE', 'ADMINISTRATOR')")
    ModelAndView outcome(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable long id,
            @RequestParam int kali,
            @RequestParam CallTasks.Outcome hasil) {
        try {
            calls.enter(officer, id, kali, hasil);
        } catch (NoticeRefused refused) {
            ModelAndView page = callPage(officer, "", refused.reason().name());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return new ModelAndView("redirect:/pemberitahuan?selesai=" + hasil);
    }

    @GetMapping("/{id}/faks.pdf")
    @PreAuthorize("hasAnyRole('FRONT_OFFICE', 'ADMINISTRATOR')")
    ResponseEntity<byte[]> faxCover(@AuthenticationPrincipal SignedIn officer, @PathVariable long id, Locale locale) {
        CallTasks.CallTask task = calls.open(officer).stream()
                .filter(t -> t.noticeId() == id && t.channel() == Channel.FAX)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FaxCover cover = new FaxCover(
                task.recipient(),
                task.number(),
                messages.getMessage("notice.event." + task.event(), null, locale),
                task.subject().key(),
                task.say().lines().toList(),
                1,
                new Printing(clock.instant(), officer.name(), 1));
        return pdf(papers.faxCover(cover, letterheads.of(officer.officeId()), locale));
    }

    @GetMapping("/surat")
    ModelAndView letters(@AuthenticationPrincipal SignedIn officer, @RequestParam(defaultValue = "") String selesai) {
        return letterPage(officer, selesai, "");
    }

    @GetMapping("/surat/daftar.pdf")
    ResponseEntity<byte[]> sheet(@AuthenticationPrincipal SignedIn officer, Locale locale) {
        return pdf(mailing.sheet(officer, locale));
    }

    @GetMapping("/surat/{id}.pdf")
    ResponseEntity<byte[]> letter(@AuthenticationPrincipal SignedIn officer, @PathVariable long id) {
        return pdf(mailing.pdf(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping("/surat/kirim")
    ModelAndView dispatch(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(name = "surat", defaultValue = "") List<Long> chosen,
            @RequestParam Map<String, String> typed) {
        Optional<LocalDate> on = day(typed.getOrDefault("tanggal", ""));
        List<String> tracking = chosen.stream().map(id -> typed.getOrDefault("resi." + id, "")).toList();
        String carrier = typed.getOrDefault("kurir", "");
        int out = on.isEmpty() ? 0 : mailing.dispatch(officer, chosen, on.get(), carrier, tracking);
        if (out == 0) {
            return refused(officer, chosen.isEmpty() ? "NONE_CHOSEN" : carrier.isBlank() ? "NO_CARRIER" : "DAY");
        }
        return new ModelAndView("redirect:/pemberitahuan/surat?selesai=" + out);
    }

    @PostMapping("/surat/{id}/kembali")
    ModelAndView returned(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String tanggal,
            @RequestParam(defaultValue = "") String alasan) {
        Optional<LocalDate> on = day(tanggal);
        boolean recorded = on.isPresent() && mailing.returned(officer, id, on.get(), alasan);
        return recorded
                ? new ModelAndView("redirect:/pemberitahuan/surat?selesai=kembali")
                : refused(officer, alasan.isBlank() ? "NO_REASON" : "DAY");
    }

    @GetMapping("/berhenti")
    @PreAuthorize("hasAnyRole('FRONT_OFFICE', 'ADMINISTRATOR')")
    ModelAndView optOuts(@AuthenticationPrincipal SignedIn officer, @RequestParam(defaultValue = "") String selesai, Locale locale) {
        return optOutPage(officer, Channel.SMS, "", selesai, "", locale);
    }

    /** Notes that somebody wants no more notices by this way, or that he or she wants them again. */
    @PostMapping("/berhenti")
    @PreAuthorize("hasAnyRole('FRONT_OFFICE', 'ADMINISTRATOR')")
    ModelAndView optOut(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam Channel saluran,
            @RequestParam(defaultValue = "") String alamat,
            @RequestParam String tindakan,
            Locale locale) {
        boolean back = tindakan.equals("cabut");
        try {
            if (back) {
                optOuts.remove(officer, saluran, alamat);
            } else {
                optOuts.add(officer, saluran, alamat);
            }
        } catch (NoticeRefused refused) {
            ModelAndView page = optOutPage(officer, saluran, alamat, "", refused.reason().name(), locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView("redirect:/pemberitahuan/berhenti?selesai=" + (back ? "cabut" : "catat"));
    }

    @GetMapping("/masalah")
    ModelAndView troubles(@AuthenticationPrincipal SignedIn officer) {
        return new ModelAndView("notice/troubles", Map.of("troubles", notices.troubles(officer), "refused", ""));
    }

    @PostMapping("/{id}/ulang")
    ModelAndView resend(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String berkas,
            @RequestParam(defaultValue = "") String pengaduan) {
        try {
            notices.resend(officer, id);
        } catch (NoticeRefused refused) {
            ModelAndView page = new ModelAndView(
                    "notice/troubles", Map.of("troubles", notices.troubles(officer), "refused", refused.reason().name()));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        if (pengaduan.matches("PGD-[0-9]{4}-[0-9]+")) {
            return new ModelAndView("redirect:/pengaduan/" + pengaduan + "#kiriman");
        }
        return new ModelAndView(
                berkas.matches("[A-Z][A-Z0-9_]*-[0-9]{4}-[0-9]+")
                        ? "redirect:/berkas/" + berkas + "#pemberitahuan"
                        : "redirect:/pemberitahuan/masalah");
    }

    private ModelAndView optOutPage(SignedIn officer, Channel channel, String address, String done, String refused, Locale locale) {
        List<Choice> channels = OptOuts.CHANNELS.stream()
                .map(c -> new Choice(c.name(), messages.getMessage("notice.channel." + c, null, locale)))
                .toList();
        return new ModelAndView(
                "notice/optouts",
                Map.of(
                        "channels", channels,
                        "optOuts", optOuts.all(officer),
                        "channel", channel.name(),
                        "address", address,
                        "done", done,
                        "refused", refused));
    }

    private ModelAndView callPage(SignedIn officer, String done, String refused) {
        return new ModelAndView("notice/calls", Map.of("tasks", calls.open(officer), "done", done, "refused", refused));
    }

    private ModelAndView refused(SignedIn officer, String why) {
        ModelAndView page = letterPage(officer, "", why);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView letterPage(SignedIn officer, String done, String refused) {
        LocalDate today = clock.instant().atZone(offices.byId(officer.officeId()).zone()).toLocalDate();
        return new ModelAndView(
                "notice/letters",
                Map.of(
                        "listed", mailing.all(officer, MailingList.State.LISTED),
                        "dispatched", mailing.all(officer, MailingList.State.DISPATCHED),
                        "returned", mailing.all(officer, MailingList.State.RETURNED),
                        "today", today,
                        "done", done,
                        "refused", refused));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(bytes);
    }
}
