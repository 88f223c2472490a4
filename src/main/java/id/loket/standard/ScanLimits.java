package id.loket.standard;

import java.util.Set;

/**
 * What a scan may be.
 *
 * @param maxBytes largest size of a file in bytes, inclusive
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
                .expect(maxBytes > 0, "maxBytes", "say how large a scan may be, in bytes")
                .expect(!accept.isEmpty(), "accept", "name the formats that are taken: PDF, JPEG, PNG")
                .raise();
    }
}
