package id.loket.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Decides by content what a scan is. Accepts PDF, JPEG and PNG that open, and nothing that acts by itself.
 *
 * <p>Holds no more than the limit in memory, however long the stream. Thread-safe.
 */
public final class UploadCheck {

    /** Bytes; no definition may allow a larger scan. The servlet container's limit per file, too. */
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    /** Bytes; the servlet container's limit per request: a check list of scans in one go. */
    public static final int LARGEST_REQUEST = 6 * LARGEST_FILE;

    /**
     * @param content   read to its end or to {@link #LARGEST_REQUEST}; not closed
     * @param filename  as the browser names it; not trusted
     * @param label     what the scan is of, for messages, e.g. "Pindaian ijazah"
     * @param limit     bytes, inclusive, 1 to {@link #LARGEST_FILE}
     * @throws IOException if the stream can't be read
     */
    public Result check(InputStream content, String filename, String label, long limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What came of it. */
    public sealed interface Result {
    }

    /**
     * Fit to be kept.
     *
     * @param mediaType one of application/pdf, image/jpeg, image/png
     * @param safeName  name to show and to save under: no path, no control signs, at most 120 characters, the extension
     *                  of the media type
     * @param sha256    of the content, 64 lower case hex digits
     * @param size      bytes
     * @param content   exactly what was checked
     */
    public record Accepted(String mediaType, String safeName, String sha256, long size, byte[] content)
            implements Result {
    }

    /**
     * Not kept. {@link #messageKey()} in the bundle {@code messages/document} with {@code args} is the sentence to show.
     *
     * @param reason why
     * @param args   of the message, already in Indonesian figures
     */
    public record Refused(Reason reason, List<String> args) implements Result {

        /** Key in the bundle {@code messages/document}. */
        public String messageKey() {
            return "upload." + reason.name();
        }
    }

    /** Why a scan is refused. */
    public enum Reason {
        /** Nothing in it. */
        EMPTY,
        /** Over the limit. */
        TOO_LARGE,
        /** Neither PDF nor JPEG nor PNG, whatever its name. */
        WRONG_TYPE,
        /** Begins as what it should be, but doesn't open. */
        DAMAGED,
        /** PDF with a password or restrictions. */
        ENCRYPTED,
        /** PDF with script, launch action, attachment or form program, or a file that is two kinds at once. */
        ACTIVE_CONTENT,
        /** Picture without extent, or of more pixels than any scan. */
        DIMENSIONS
    }
}
