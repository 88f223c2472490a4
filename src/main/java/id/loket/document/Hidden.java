package id.loket.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A second nature of a file: what another program would take it for. */
final class Hidden {

    private static final int ZIP_END_RECORD = 22;
    private static final int LONGEST_ZIP_COMMENT = 0xffff;
    private static final int PDF_READERS_LOOK_AT = 1024;

    private Hidden() {
    }

    /** Zip and jar readers begin at the end: its last record may hide behind any other file. */
    static boolean endsAsZip(byte[] bytes) {
        int last = bytes.length - ZIP_END_RECORD;
        for (int at = last; at >= Math.max(0, last - LONGEST_ZIP_COMMENT); at--) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                int comment = (bytes[at + 20] & 0xff) | (bytes[at + 21] & 0xff) << 8;
                if (at + ZIP_END_RECORD + comment == bytes.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** PDF readers accept anything in front of the header. */
    static boolean beginsAsPdf(byte[] bytes) {
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, PDF_READERS_LOOK_AT)),
                StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
