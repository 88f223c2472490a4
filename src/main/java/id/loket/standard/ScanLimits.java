package id.loket.standard;

import id.loket.document.UploadCheck;
import java.util.Set;

/**
 * What a scan may be.
 *
 * @param maxBytes largest size of a file in bytes, inclusive, at most {@link UploadCheck#LARGEST_FILE}
 * @param accept   formats that are taken, judged by content
 */
public record ScanLimits(int maxBytes, Set<Format> accept) {

    /** Format of a scan. */
    public enum Format {
        PDF("application/pdf"),
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public ScanLimits {
        accept = Faults.copy(accept);
        new Faults()
                .expect(maxBytes > 0, "maxBytes", "scan-size", UploadCheck.LARGEST_FILE)
                .expect(maxBytes <= UploadCheck.LARGEST_FILE, "maxBytes", "scan-too-large", UploadCheck.LARGEST_FILE)
                .expect(!accept.isEmpty(), "accept", "scan-formats")
                .raise();
    }
}
