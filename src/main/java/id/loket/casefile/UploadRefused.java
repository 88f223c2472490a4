package id.loket.casefile;

import id.loket.document.UploadCheck;

/** A scan was not accepted; nothing was kept. */
final class UploadRefused extends RuntimeException {

    private final transient UploadCheck.Refused refusal;

    UploadRefused(UploadCheck.Refused refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    UploadCheck.Refused refusal() {
        return refusal;
    }
}
