package id.loket.portal;

import id.loket.complaint.web.HeldComplaints;
import id.loket.document.UploadCheck;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that citizens send with a complaint, or to complete it. */
@Component
class ComplaintUploads {

    private final UploadCheck uploads;

    ComplaintUploads(UploadCheck uploads) {
        this.uploads = uploads;
    }

    /**
     * Those that can be kept.
     *
     * @param chosen null where the form has none
     * @param errors to which is added why one can't be
     */
    List<UploadCheck.Accepted> good(Ui ui, List<MultipartFile> chosen, List<FieldError> errors) throws IOException {
        List<UploadCheck.Accepted> good = new ArrayList<>();
        for (MultipartFile file : chosen == null ? List.<MultipartFile>of() : chosen) {
            if (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
                continue;
            }
            switch (uploads.check(file.getInputStream(), file.getOriginalFilename(), ui.t("aduan.file"), HeldComplaints.LARGEST_FILE)) {
                case UploadCheck.Accepted accepted -> good.add(accepted);
                case UploadCheck.Refused refused ->
                    errors.add(new FieldError("lampiran", ui.t(refused.messageKey(), refused.args().toArray())));
            }
        }
        return good;
    }
}
