package id.loket.complaint;

import id.loket.document.UploadCheck;

/** A file that came along with something else isn't kept, and so nothing of it is done. */
final class UnfitAttachment extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient UploadCheck.Refused why;

    UnfitAttachment(UploadCheck.Refused why) {
        super(why.messageKey());
        this.why = why;
    }

    UploadCheck.Refused why() {
        return why;
    }
}
