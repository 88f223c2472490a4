package id.loket.document;

import id.loket.document.UploadCheck.Objection;
import id.loket.document.UploadCheck.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Looks at a picture without unpacking its pixels: whole from first to last byte, and of a size that scanners make. */
final class PictureScan {

    /** A3 at 600 dpi is 7016 by 9921 pixels. */
    static final int LARGEST_SIDE = 12_000;

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_FRAME = 12; // length, type and check sum around a chunk's data
    private static final int PNG_END = 0x49454e44; // IEND

    private PictureScan() {
    }

    static Objection objection(byte[] bytes, String mediaType) {
        boolean png = mediaType.equals("image/png");
        int end = png ? pngEnd(bytes) : jpegEnd(bytes);
        if (end < 0) {
            return new Objection(Reason.DAMAGED);
        }
        // telephones append data of their own to a JPEG; to a PNG nobody does
        if (Hidden.endsAsZip(bytes) || Hidden.beginsAsPdf(bytes) || png && end < bytes.length) {
            return new Objection(Reason.ACTIVE_CONTENT);
        }
        var reader = ImageIO.getImageReadersByMIMEType(mediaType).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return width <= LARGEST_SIDE && height <= LARGEST_SIDE ? null
                    : new Objection(Reason.DIMENSIONS, List.of(width, height, LARGEST_SIDE));
        } catch (IOException | RuntimeException e) { // the reader throws what it likes on a broken header
            return new Objection(Reason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    /** @return offset behind the last chunk, -1 if a chunk is broken or the last is missing */
    private static int pngEnd(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        for (int at = PNG_SIGNATURE; bytes.length - at >= PNG_FRAME;) {
            int length = in.getInt(at);
            if (length < 0 || length > bytes.length - at - PNG_FRAME) {
                return -1;
            }
            var sum = new CRC32();
            sum.update(bytes, at + 4, 4 + length);
            if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
                return -1;
            }
            int type = in.getInt(at + 4);
            at += PNG_FRAME + length;
            if (type == PNG_END) {
                return at;
            }
        }
        return -1;
    }

    /** @return offset behind the end marker, -1 if it never comes */
    private static int jpegEnd(byte[] bytes) {
        int at = 2;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || marker == 0xff || marker <= 1 || marker >= 0xd0 && marker <= 0xd7) {
                at++; // coded pixels, fill bytes, and markers without content among them
            } else if (marker == 0xd9) {
                return at + 2;
            } else if (at + 3 < bytes.length) {
                at += 2 + ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
            } else {
                return -1;
            }
        }
        return -1;
    }
}
