package id.loket.portal;

import id.loket.complaint.ComplaintAttachments;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.ComplaintStatus;
import id.loket.complaint.ComplaintStatuses;
import id.loket.complaint.Complaints;
import id.loket.complaint.NoSuchComplaint;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Refusal.Reason;
import id.loket.complaint.web.Completions;
import id.loket.complaint.web.HeldComplaints;
import id.loket.document.UploadCheck;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Where a complaint is, for who made it, and what he or she may still do: complete it, say whether it is solved, take it back. */
@Controller
@Open
@RequestMapping("/aduan")
class ComplaintStatusPages {

    private static final int LONGEST_TEXT = 10_000;
    private static final String KEY = "/{office:[0-9A-Za-z]+}-{code:[0-9A-Za-z]+}";
    private static final Pattern SHORT_NUMBER = Pattern.compile("(PGD-[0-9]{4}-)([0-9]{1,5})");
    /** Reasons that have a sentence of their own; for all others the page as it is now says enough. */
    private static final Set<Reason> TOLD = Set.of(Reason.TEXT_MISSING, Reason.TOO_LATE, Reason.ONLY_ONCE);

    private final Complaints complaints;
    private final ComplaintStatuses statuses;
    private final ComplaintAttachments attachments;
    private final Completions completions;
    private final HeldComplaints held;
    private final ComplaintChannels channels;
    private final PublicLookups lookups;
    private final ComplaintUploads uploads;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintStatusPages(
            Complaints complaints,
            ComplaintStatuses statuses,
            ComplaintAttachments attachments,
            Completions completions,
            HeldComplaints held,
            ComplaintChannels channels,
            PublicLookups lookups,
            ComplaintUploads uploads,
            OfficeDirectory offices,
            MessageSource messages,
            Clock clock) {
        this.complaints = complaints;
        this.statuses = statuses;
        this.attachments = attachments;
        this.completions = completions;
        this.held = held;
        this.channels = channels;
        this.lookups = lookups;
        this.uploads = uploads;
        this.offices = offices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/status")
    ModelAndView find() {
        return new ModelAndView("portal/complaintfind", Map.of("number", "", "failed", false, "left", 0L));
    }

    /** By number and second factor, as a file is found: what of the two is wrong isn't said, and tries are counted. */
    @PostMapping("/status")
    ModelAndView find(
            @RequestParam(defaultValue = "") String nomor,
            @RequestParam(defaultValue = "") String kontak,
            HttpServletRequest request) {
        OfficeInfo office = offices.home();
        String number = number(nomor);
        long left = lookups.track(office.officeId(), number, request.getRemoteAddr());
        Optional<String> code = held.statusCode(office.officeId(), number, kontak);
        if (code.isPresent()) {
            lookups.found(office.officeId(), number);
            return redirect(office, code.get(), "");
        }
        ModelAndView page = new ModelAndView("portal/complaintfind", Map.of("number", nomor.strip(), "failed", true, "left", left));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** @param baru present right after sending, when the page is the confirmation */
    @GetMapping(KEY)
    ModelAndView status(
            @PathVariable("office") String officeCode,
            @PathVariable String code,
            @RequestParam(required = false) String baru,
            HttpServletRequest request,
            Locale locale) {
        return page(office(officeCode, request), code, baru != null, "", List.of(), locale);
    }

    /** What was asked for, in words and files. The desk looks at it; its clock stands still until then. */
    @PostMapping(KEY + "/lengkapi")
    ModelAndView complete(
            @PathVariable("office") String officeCode,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String lengkap,
            @RequestParam(name = "lampiran", required = false) List<MultipartFile> chosen,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        OfficeInfo office = office(officeCode, request);
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        String text = text(lengkap);
        List<FieldError> errors = new ArrayList<>();
        List<UploadCheck.Accepted> files = uploads.good(ui, chosen, errors);
        if (files.size() > HeldComplaints.MOST_FILES) {
            errors.add(new FieldError("lampiran", ui.t("aduan.files.many", HeldComplaints.MOST_FILES)));
        }
        if (text.length() > LONGEST_TEXT) {
            errors.add(new FieldError("lengkap", ui.t("aduan.complaint.text.long")));
        }
        if (text.isEmpty() && files.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("lengkap", ui.t("aduan.complete.empty")));
        }
        if (!errors.isEmpty()) {
            return page(office, code, false, lengkap, errors, locale);
        }
        return act(office, code, lengkap, locale, () -> completions.add(office.officeId(), code, text, files));
    }

    @PostMapping(KEY + "/belum-selesai")
    ModelAndView notSolved(
            @PathVariable("office") String officeCode,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String alasan,
            HttpServletRequest request,
            Locale locale) {
        OfficeInfo office = office(officeCode, request);
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        String why = text(alasan);
        if (why.length() > LONGEST_TEXT) {
            return page(office, code, false, alasan, List.of(new FieldError("alasan", ui.t("aduan.complaint.text.long"))), locale);
        }
        return order(office, code, alasan, locale, new Order.SayNotSolved(why));
    }

    @PostMapping(KEY + "/selesai")
    ModelAndView solved(
            @PathVariable("office") String officeCode, @PathVariable String code, HttpServletRequest request, Locale locale) {
        return order(office(officeCode, request), code, "", locale, new Order.Close(Closing.SOLVED, ""));
    }

    @PostMapping(KEY + "/tarik")
    ModelAndView withdraw(
            @PathVariable("office") String officeCode, @PathVariable String code, HttpServletRequest request, Locale locale) {
        return order(office(officeCode, request), code, "", locale, new Order.Close(Closing.WITHDRAWN, ""));
    }

    private ModelAndView order(OfficeInfo office, String code, String typed, Locale locale, Order order) {
        return act(
                office,
                code,
                typed,
                locale,
                () -> complaints.orderByComplainant(office.officeId(), PublicCode.typed(code), order));
    }

    private ModelAndView act(OfficeInfo office, String code, String typed, Locale locale, Runnable step) {
        try {
            step.run();
            return redirect(office, PublicCode.typed(code), "");
        } catch (ComplaintRefused refused) {
            Ui ui = Ui.of(messages, locale, clock.instant(), office);
            boolean told = refused.refusal() != null && TOLD.contains(refused.refusal().reason());
            String key = refused.refusal() == null ? "FILES" : told ? refused.refusal().reason().name() : "NOT_NOW";
            return page(office, code, false, typed, List.of(new FieldError(key.equals("TEXT_MISSING") ? "alasan" : "isi", ui.t("aduan.refused." + key))), locale);
        } catch (NoSuchComplaint none) {
            throw notFound();
        }
    }

    private ModelAndView page(
            OfficeInfo office, String code, boolean fresh, String typed, List<FieldError> errors, Locale locale) {
        ComplaintStatus status;
        try {
            status = statuses.of(office.officeId(), code);
        } catch (NoSuchComplaint none) {
            throw notFound();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("office", office);
        model.put("page", new ComplaintStatusPage(
                office,
                PublicCode.typed(code),
                status,
                attachments.ofComplainant(office.officeId(), PublicCode.typed(code)),
                channels.desk(office.officeId(), locale),
                fresh,
                typed,
                errors));
        ModelAndView page = new ModelAndView("portal/complaint", model);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private OfficeInfo office(String code, HttpServletRequest request) {
        lookups.code(request.getRemoteAddr());
        return offices.byCode(code).orElseThrow(ComplaintStatusPages::notFound);
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
    }

    /** A number as it is written on the receipt, also where the zeros in it were left out. */
    private static String number(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        Matcher parts = SHORT_NUMBER.matcher(number);
        return parts.matches() ? parts.group(1) + "%05d".formatted(Integer.parseInt(parts.group(2))) : number;
    }

    private static ModelAndView redirect(OfficeInfo office, String code, String query) {
        return new ModelAndView("redirect:/aduan/" + office.code() + "-" + code + query);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
