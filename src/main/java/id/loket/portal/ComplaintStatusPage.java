package id.loket.portal;

import id.loket.complaint.ComplaintAttachments.Attachment;
import id.loket.complaint.ComplaintStatus;
import id.loket.complaint.ComplaintStatus.Happened;
import id.loket.complaint.ComplaintStatus.Step;
import id.loket.complaint.handling.Status;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Optional;

/**
 * A complaint for who made it, in plain words.
 *
 * @param files  that the complainant sent
 * @param desk   the post that is responsible
 * @param fresh  whether it was sent just now
 * @param typed  what was typed when something is to be mended
 * @param errors what is to be mended, in the reader's language
 */
public record ComplaintStatusPage(
        OfficeInfo office,
        String code,
        ComplaintStatus complaint,
        List<Attachment> files,
        String desk,
        boolean fresh,
        String typed,
        List<FieldError> errors) {

    /** Its address within the site. */
    public String path() {
        return "/aduan/" + office.code() + "-" + code;
    }

    /** What is so, in one sentence. */
    public String sentence(Ui ui) {
        return switch (complaint.status()) {
            case NEW, RECEIVED -> ui.t("aduan.is.RECEIVED");
            case IN_HANDLING -> ui.t(complaint.reopened() ? "aduan.is.REOPENED" : "aduan.is.IN_HANDLING");
            case WITH_COMPLAINANT -> ui.t("aduan.is.WITH_COMPLAINANT");
            case ANSWERED -> ui.t("aduan.is.ANSWERED");
            case CLOSED -> ui.t("aduan.is.CLOSED." + complaint.closed().name());
        };
    }

    /** The answer as it was given last; empty before one. */
    public Optional<Step> answer() {
        return complaint.steps().reversed().stream().filter(s -> s.what() == Happened.ANSWERED).findFirst();
    }

    /** Whether the complainant may still take it back. */
    public boolean open() {
        return complaint.status() != Status.CLOSED;
    }

    public String error(String field) {
        return errors.stream().filter(e -> e.field().equals(field)).findFirst().map(FieldError::message).orElse(null);
    }

    public id.loket.platform.web.Status chip() {
        return switch (complaint.status()) {
            case NEW, RECEIVED -> id.loket.platform.web.Status.TRANSIT;
            case IN_HANDLING -> id.loket.platform.web.Status.OK;
            case WITH_COMPLAINANT -> id.loket.platform.web.Status.PAUSE;
            case ANSWERED -> id.loket.platform.web.Status.READY;
            case CLOSED -> id.loket.platform.web.Status.DONE;
        };
    }
}
