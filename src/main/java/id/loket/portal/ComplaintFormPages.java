package id.loket.portal;

import id.loket.complaint.ComplaintQueues;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.web.HeldComplaints;
import id.loket.complaint.web.HeldComplaints.Held;
import id.loket.complaint.web.HeldComplaints.Outcome;
import id.loket.complaint.web.WebForm;
import id.loket.document.UploadCheck;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.security.Open;
import id.loket.platform.security.PublicCode;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A citizen complains, proposes or asks without an account: the form, its answers to look through, the confirmation of the address (PGD-j1). */
@Controller
@Open
@RequestMapping("/aduan")
class ComplaintFormPages {

    /** Characters of all fields together; more than that isn't even kept for being mended. */
    private static final int MOST_KEPT = 100_000;

    private static final String KEY = "/{office:[0-9A-Za-z]+}-{token:[0-9A-Za-z]+}";

    private final HeldComplaints held;
    private final ComplaintQueues complaints;
    private final ComplaintTries tries;
    private final ComplaintChannels channels;
    private final ComplaintUploads uploads;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintFormPages(
            HeldComplaints held,
            ComplaintQueues complaints,
            ComplaintTries tries,
            ComplaintChannels channels,
            ComplaintUploads uploads,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages,
            Clock clock) {
        this.held = held;
        this.complaints = complaints;
        this.tries = tries;
        this.channels = channels;
        this.uploads = uploads;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param lanjut token of a form that was looked through and is to be changed */
    @GetMapping
    ModelAndView form(
            @RequestParam(defaultValue = "") String kantor,
            @RequestParam(defaultValue = "") String berkas,
            @RequestParam(defaultValue = "") String lanjut,
            Locale locale) {
        OfficeInfo office = office(kantor);
        if (!lanjut.isEmpty()) {
            Held kept = held.find(office.officeId(), lanjut).orElseThrow(ComplaintFormPages::gone);
            return kept.recorded() != null
                    ? toStatus(office, kept.recorded(), "")
                    : form(new ComplaintFormPage(office, lanjut, kept.form(), kept.files(), List.of(), List.of()), locale, HttpStatus.OK);
        }
        String about = berkas.strip();
        WebForm empty = WebForm.empty(locale.getLanguage()).about(about.length() > 40 ? "" : about);
        return form(
                new ComplaintFormPage(office, PublicCode.next(), empty, List.of(), List.of(), List.of()), locale, HttpStatus.OK);
    }

    /** Keeps what was typed and chosen, and leads to the page on which it is looked through. Nothing is sent yet. */
    @PostMapping
    ModelAndView look(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "lampiran", required = false) List<MultipartFile> chosen,
            @RequestParam(name = "hapus", required = false) List<Long> remove,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        OfficeInfo office = office(typed.getOrDefault("kantor", ""));
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        String token = token(typed.getOrDefault("formulir", ""));
        WebForm form = read(typed, locale);
        if (!tries.form(request.getRemoteAddr())) {
            return again(office, token, form, List.of(new FieldError("pokok", ui.t("aduan.tooMany"))), locale, HttpStatus.TOO_MANY_REQUESTS);
        }
        List<FieldError> errors = new ArrayList<>(ComplaintFormPage.words(ui, held.problems(office.officeId(), form)));
        if (!typed.getOrDefault("situs", "").isBlank()) {
            errors.add(new FieldError("cerita", ui.t("aduan.robot")));
        }
        List<UploadCheck.Accepted> files = uploads.good(ui, chosen, errors);
        if (length(form) > MOST_KEPT) {
            return again(office, token, form, errors, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!held.keep(office.officeId(), token, form, files, remove == null ? List.of() : remove)) {
            errors.add(new FieldError("lampiran", ui.t("aduan.files.many", HeldComplaints.MOST_FILES)));
        }
        return errors.isEmpty()
                ? redirect("/aduan/periksa/" + office.code() + "-" + token)
                : again(office, token, form, errors, locale, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Everything once more, with open complaints like it, before it goes. */
    @GetMapping("/periksa" + KEY)
    ModelAndView check(@PathVariable("office") String officeCode, @PathVariable String token) {
        OfficeInfo office = office(officeCode);
        Held kept = held.find(office.officeId(), token).orElseThrow(ComplaintFormPages::gone);
        if (kept.recorded() != null) {
            return toStatus(office, kept.recorded(), "");
        }
        return new ModelAndView(
                "portal/complaintcheck",
                Map.of(
                        "office",
                        office,
                        "page",
                        new ComplaintFormPage(
                                office,
                                token,
                                kept.form(),
                                kept.files(),
                                List.of(),
                                complaints.similar(office.officeId(), kept.form().subject() + " " + kept.form().story()))));
    }

    @PostMapping("/kirim" + KEY)
    ModelAndView send(
            @PathVariable("office") String officeCode,
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean tanpaKontak,
            HttpServletRequest request,
            Locale locale) {
        OfficeInfo office = office(officeCode);
        if (!tries.send(request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        Outcome outcome = tanpaKontak
                ? held.sendWithoutContact(office.officeId(), token)
                : held.send(office.officeId(), token);
        return after(outcome, office, token, locale);
    }

    /** The sender changed his or her mind: nothing of it is kept. */
    @PostMapping("/hapus" + KEY)
    ModelAndView forget(@PathVariable("office") String officeCode, @PathVariable String token) {
        held.forget(office(officeCode).officeId(), token);
        return redirect("/");
    }

    @GetMapping("/konfirmasi" + KEY)
    ModelAndView confirmForm(@PathVariable("office") String officeCode, @PathVariable String token) {
        return confirmForm(office(officeCode), token, null, HttpStatus.OK);
    }

    @PostMapping("/konfirmasi" + KEY)
    ModelAndView confirm(
            @PathVariable("office") String officeCode,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String kode,
            HttpServletRequest request,
            Locale locale) {
        OfficeInfo office = office(officeCode);
        requireTry(request);
        return after(held.confirm(office.officeId(), token, kode), office, token, locale);
    }

    /** What the link in the mail opens. Programs that look at mails open links too, so it takes a person to press the button. */
    @GetMapping("/tautan" + KEY)
    ModelAndView linked(@PathVariable("office") String officeCode, @PathVariable("token") String link, HttpServletRequest request) {
        OfficeInfo office = office(officeCode);
        requireTry(request);
        Held kept = held.findByLink(office.officeId(), link).orElseThrow(ComplaintFormPages::gone);
        return kept.recorded() != null
                ? toStatus(office, kept.recorded(), "")
                : new ModelAndView("portal/complaintlink", Map.of("office", office, "link", link, "subject", kept.form().subject()));
    }

    @PostMapping("/tautan" + KEY)
    ModelAndView confirmByLink(
            @PathVariable("office") String officeCode, @PathVariable("token") String link, HttpServletRequest request, Locale locale) {
        OfficeInfo office = office(officeCode);
        requireTry(request);
        return after(held.confirmByLink(office.officeId(), link), office, "", locale);
    }

    private ModelAndView after(Outcome outcome, OfficeInfo office, String token, Locale locale) {
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        return switch (outcome) {
            case HeldComplaints.Recorded recorded -> toStatus(office, recorded, "?baru");
            case HeldComplaints.AskedToConfirm asked -> redirect("/aduan/konfirmasi/" + office.code() + "-" + token);
            case HeldComplaints.NotAskedAgain no ->
                confirmForm(office, token, ui.t("aduan.confirm.often"), HttpStatus.TOO_MANY_REQUESTS);
            case HeldComplaints.WrongCode wrong ->
                confirmForm(
                        office,
                        token,
                        wrong.left() > 0 ? ui.t("aduan.confirm.wrong", wrong.left()) : ui.t("aduan.confirm.over"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case HeldComplaints.ToMend mend -> {
                Held kept = held.find(office.officeId(), token).orElseThrow(ComplaintFormPages::gone);
                yield again(office, token, kept.form(), ComplaintFormPage.words(ui, mend.problems()), locale, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case HeldComplaints.Gone gone -> throw gone();
        };
    }

    private ModelAndView confirmForm(OfficeInfo office, String token, String error, HttpStatus status) {
        Held kept = held.find(office.officeId(), token).orElseThrow(ComplaintFormPages::gone);
        if (kept.recorded() != null) {
            return toStatus(office, kept.recorded(), "");
        }
        if (error == null && !kept.asked()) {
            return redirect("/aduan/periksa/" + office.code() + "-" + token);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("office", office);
        model.put("key", office.code() + "-" + token);
        model.put("form", kept.form());
        model.put("error", error);
        ModelAndView page = new ModelAndView("portal/complaintconfirm", model);
        page.setStatus(status);
        return page;
    }

    private ModelAndView again(
            OfficeInfo office, String token, WebForm form, List<FieldError> errors, Locale locale, HttpStatus status) {
        List<HeldComplaints.HeldFile> files =
                held.find(office.officeId(), token).map(Held::files).orElse(List.of());
        return form(new ComplaintFormPage(office, token, form, files, errors, List.of()), locale, status);
    }

    private ModelAndView form(ComplaintFormPage page, Locale locale, HttpStatus status) {
        OfficeInfo office = page.office();
        ModelAndView answer = new ModelAndView(
                "portal/complaintform",
                Map.of(
                        "office", office,
                        "page", page,
                        "desk", channels.desk(office.officeId(), locale),
                        "hours", letterheads.openingHours(office.officeId(), locale)));
        answer.setStatus(status);
        return answer;
    }

    private static WebForm read(Map<String, String> typed, Locale locale) {
        return new WebForm(
                Arrays.stream(Matter.values())
                        .filter(m -> m.name().equals(typed.get("jenis")))
                        .findFirst()
                        .orElse(Matter.COMPLAINT),
                "",
                typed.getOrDefault("pokok", ""),
                typed.getOrDefault("cerita", ""),
                typed.getOrDefault("harapan", ""),
                typed.getOrDefault("berkas", ""),
                typed.getOrDefault("tanggal", ""),
                typed.getOrDefault("nama", ""),
                typed.getOrDefault("alamat", ""),
                typed.getOrDefault("telepon", ""),
                typed.getOrDefault("surel", ""),
                typed.containsKey("anonim"),
                typed.containsKey("rahasia"),
                locale.getLanguage().equals("en") ? "en" : "id",
                0);
    }

    private static int length(WebForm form) {
        return form.subject().length() + form.story().length() + form.wanted().length() + form.registration().length()
                + form.happenedOn().length() + form.name().length() + form.address().length() + form.phone().length()
                + form.email().length();
    }

    /** A token that isn't one of ours is replaced: nobody chooses what can't be guessed. */
    private static String token(String sent) {
        return sent.matches("[0-9A-Z]{" + PublicCode.LENGTH + "}") ? sent : PublicCode.next();
    }

    private OfficeInfo office(String code) {
        return code.isEmpty() ? offices.home() : offices.byCode(code).orElseThrow(ComplaintFormPages::gone);
    }

    private void requireTry(HttpServletRequest request) {
        if (!tries.code(request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static ModelAndView toStatus(OfficeInfo office, HeldComplaints.Recorded recorded, String query) {
        return redirect("/aduan/" + office.code() + "-" + recorded.statusCode() + query);
    }

    private static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
