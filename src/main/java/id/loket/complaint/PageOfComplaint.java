package id.loket.complaint;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.NoSuchFile;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one complaint together: as it is, after something was done, or with what is to be mended and all that was typed. */
@Component
class PageOfComplaint {

    private final Complaints complaints;
    private final ComplaintQueues queues;
    private final ComplaintAttachments attachments;
    private final ComplaintTasks tasks;
    private final ComplaintKinds kinds;
    private final ComplaintSettings settings;
    private final ComplaintFiles delays;
    private final Officers officers;
    private final CaseFileReader files;
    private final List<ComplaintPart> parts;
    private final ComplaintWords.Of words;

    PageOfComplaint(
            Complaints complaints,
            ComplaintQueues queues,
            ComplaintAttachments attachments,
            ComplaintTasks tasks,
            ComplaintKinds kinds,
            ComplaintSettings settings,
            ComplaintFiles delays,
            Officers officers,
            CaseFileReader files,
            List<ComplaintPart> parts,
            ComplaintWords.Of words) {
        this.complaints = complaints;
        this.queues = queues;
        this.attachments = attachments;
        this.tasks = tasks;
        this.kinds = kinds;
        this.settings = settings;
        this.delays = delays;
        this.officers = officers;
        this.files = files;
        this.parts = parts;
        this.words = words;
    }

    /**
     * @param done  what was just done; null for nothing
     * @param isNew whether it was just written down
     */
    ModelAndView show(SignedIn officer, String number, ComplaintAction done, boolean isNew) {
        return page(officer, number, Map.of(), List.of(), null, done, isNew);
    }

    /** The complaint as it is now, with the reason why something wasn't done on top. */
    ModelAndView refused(
            SignedIn officer, String number, ComplaintAction action, Map<String, String> typed, Locale locale, ComplaintRefused refused) {
        Ui ui = words.ui(officer, locale);
        ComplaintView now = complaints.view(officer, number);
        if (refused.refusal() != null) {
            String reason = ComplaintWords.refusal(ui, refused.refusal(), now, words.names(officer));
            FieldError error = new FieldError(action.fieldOf(refused.refusal()), reason);
            boolean form = !error.field().equals("isi");
            return again(officer, number, action, typed, List.of(error), form ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        }
        boolean stale = refused.problems().stream().anyMatch(p -> p.key().equals("complaint.refusal.STALE"));
        List<FieldError> errors = refused.problems().stream()
                .map(p -> new FieldError(
                        p.field().equals("isi") || p.field().contains("-") ? p.field() : action.field(p.field()),
                        ComplaintWords.problem(ui, p, now, words.names(officer))))
                .toList();
        return again(officer, number, action, typed, errors, stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same for an attachment that isn't kept. */
    ModelAndView refused(
            SignedIn officer, String number, ComplaintAction action, Map<String, String> typed, Locale locale, UnfitAttachment unfit) {
        String message = words.ui(officer, locale).t(unfit.why().messageKey(), unfit.why().args().toArray());
        return again(officer, number, action, typed, List.of(new FieldError(action.field("file"), message)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView again(
            SignedIn officer, String number, ComplaintAction action, Map<String, String> typed, List<FieldError> errors, HttpStatus status) {
        ModelAndView page = page(officer, number, typed, errors, action, null, false);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            SignedIn officer,
            String number,
            Map<String, String> typed,
            List<FieldError> errors,
            ComplaintAction tried,
            ComplaintAction done,
            boolean isNew) {
        ComplaintView view = complaints.view(officer, number);
        long holder = view.state().holder();
        OfficerProfile profile = holder == 0 ? null : officers.profile(officer.officeId(), holder);
        CaseFileView file = file(officer, view.registration());
        ComplaintPage page = new ComplaintPage(
                view,
                officer,
                profile == null ? "" : profile.name(),
                kinds.current(officer.officeId()),
                settings.sections(officer.officeId()),
                words.names(officer),
                attachments.of(officer, number),
                tasks.of(officer, number),
                file,
                file == null ? List.of() : delays.addresses(file),
                queues.similar(officer, view),
                typed,
                errors,
                tried,
                done,
                isNew);
        return new ModelAndView("complaint/complaint", Map.of("page", page, "parts", parts));
    }

    /** A number that came in from outside may be none of the office's. */
    private CaseFileView file(SignedIn officer, String registration) {
        try {
            return registration.isEmpty() ? null : files.of(officer.officeId(), registration);
        } catch (NoSuchFile none) {
            return null;
        }
    }
}
