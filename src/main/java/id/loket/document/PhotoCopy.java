package id.loket.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Copies a photo for the file: upright, no larger than a page needs, and its pixels only. What a camera writes besides, such as the place
 * and the device, is not kept: it says more about people than the inspection asks for.
 */
public final class PhotoCopy {

    /** Pixels of the longer side, inclusive. */
    static final int LARGEST_SIDE = 1600;

    private static final float QUALITY = 0.85f;

    private PhotoCopy() {}

    /**
     * The copy, as JPEG.
     *
     * @param picture a JPEG or PNG that {@link UploadCheck} accepted
     * @return empty if its pixels can't be read
     */
    public static Optional<byte[]> of(byte[] picture) {
        try {
            return Optional.of(jpeg(upright(pixels(picture), orientation(picture))));
        } catch (IOException | RuntimeException e) { // the reader throws what it likes on broken pixels
            return Optional.empty();
        }
    }

    /** Reads only as many pixels as are needed: a large photo unpacked whole would take hundreds of megabytes. */
    private static BufferedImage pixels(byte[] picture) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            var reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                var param = reader.getDefaultReadParam();
                int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LARGEST_SIDE);
                param.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    /** @param orientation 1 to 8, as cameras write it: mirrored where even, turned from 5 on */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) LARGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation >= 5;
        var copy = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        AffineTransform place = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        place.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        Graphics2D pen = copy.createGraphics();
        pen.setColor(Color.WHITE); // behind what a PNG leaves clear
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, place, null);
        pen.dispose();
        return copy;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** How the camera was held, by tag 0x0112 of the first directory of the Exif segment; 1 where it doesn't say. */
    static int orientation(byte[] jpeg) {
        var in = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 10 < jpeg.length && in.getShort(at) != (short) 0xffda && (jpeg[at] & 0xff) == 0xff) {
            int length = in.getShort(at + 2) & 0xffff;
            if (in.getShort(at) == (short) 0xffe1 && in.getInt(at + 4) == 0x45786966) { // Exif
                return orientation(in, at + 10, Math.min(jpeg.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int orientation(ByteBuffer in, int tiff, int end) {
        if (tiff + 8 > end) {
            return 1;
        }
        in.order(in.getShort(tiff) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff + (in.getInt(tiff + 4) & 0xffffffffL);
        if (directory + 2 > end) {
            return 1;
        }
        int entries = in.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries && directory + 2 + 12L * (i + 1) <= end; i++) {
            int entry = (int) directory + 2 + 12 * i;
            if (in.getShort(entry) == 0x0112) {
                int value = in.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
