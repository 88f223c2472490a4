package id.loket.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Decides by content what a scan is. Accepts PDF, JPEG and PNG that open, and nothing that acts by itself.
 *
 * <p>Holds no more than the limit in memory, however long the stream. Thread-safe.
 */
@Component
public final class UploadCheck {

    /** Bytes; no definition may allow a larger scan. The servlet container's limit per file, too. */
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    /** Bytes; the servlet container's limit per request: a check list of scans in one go. */
    public static final int LARGEST_REQUEST = 6 * LARGEST_FILE;

    private static final int MEGABYTE = 1024 * 1024;

    /** From the first upload on: the table of signatures takes a moment to read. */
    private static final class Signatures {
        private static final Tika TIKA = new Tika();
    }

    /**
     * @param content  read to its end, or to {@link #LARGEST_REQUEST}; not closed
     * @param filename as the browser names it; not trusted; may be null
     * @param label    what the scan is of, for messages, e.g. "Pindaian ijazah"
     * @param limit    bytes, inclusive, 1 to {@link #LARGEST_FILE}
     * @throws IllegalArgumentException if the limit is out of bounds
     * @throws IOException              if the stream can't be read
     */
    public Result check(InputStream content, String filename, String label, int limit) throws IOException {
        if (limit < 1 || limit > LARGEST_FILE) {
            throw new IllegalArgumentException("limit of " + limit + " bytes, largest is " + LARGEST_FILE);
        }
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            long size = bytes.length + rest(content, LARGEST_REQUEST - bytes.length);
            return new Refused(Reason.TOO_LARGE, List.of(label, megabytes(size, RoundingMode.CEILING),
                    megabytes(limit, RoundingMode.FLOOR)));
        }
        if (bytes.length == 0) {
            return new Refused(Reason.EMPTY, List.of(label));
        }
        String type = Signatures.TIKA.detect(bytes);
        var objection = switch (type) {
            case "application/pdf" -> PdfScan.objection(bytes);
            case "image/png", "image/jpeg" -> PictureScan.objection(bytes, type);
            default -> null;
        };
        if (objection != null) {
            var args = new ArrayList<Object>(objection.figures);
            args.addFirst(label);
            return new Refused(objection.reason, args);
        }
        return switch (type) {
            case "application/pdf", "image/png", "image/jpeg" ->
                    new Accepted(type, SafeName.of(filename, type), sha256(bytes), bytes.length, bytes);
            default -> SafeName.claimedExtension(filename)
                    .map(extension -> new Refused(Reason.DISGUISED, List.of(extension)))
                    .orElseGet(() -> new Refused(Reason.WRONG_TYPE, List.of()));
        };
    }

    /** Why a scan of the right type is not kept, and the figures that the message needs after the label. */
    record Objection(Reason reason, List<Object> figures) {
        Objection(Reason reason) {
            this(reason, List.of());
        }
    }

    private static long rest(InputStream content, long most) throws IOException {
        byte[] sink = new byte[64 * 1024];
        long count = 0;
        for (int n; count < most && (n = content.read(sink)) >= 0;) {
            count += n;
        }
        return count;
    }

    private static BigDecimal megabytes(long bytes, RoundingMode rounding) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE), 1, rounding);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
     * @param args   of the message; numbers are left to the message's own format
     */
    public record Refused(Reason reason, List<Object> args) implements Result {

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
        /** Neither PDF nor JPEG nor PNG. */
        WRONG_TYPE,
        /** Neither PDF nor JPEG nor PNG, although its name says so. */
        DISGUISED,
        /** Begins as what it should be, but doesn't open or breaks off. */
        DAMAGED,
        /** PDF with a password or restrictions. */
        ENCRYPTED,
        /** PDF with script, launch action, attachment or form program, or a file that is two kinds at once. */
        ACTIVE_CONTENT,
        /** Picture of more pixels than any scan. */
        DIMENSIONS
    }
}
