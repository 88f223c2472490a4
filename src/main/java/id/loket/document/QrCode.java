package id.loket.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code with error correction M and a quiet zone of 4 modules, for paper and screen. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /**
     * @param text what the code says, an address: 1 to 2331 signs of ASCII. Others would need a switch of character set
     *             that many hand scanners print instead of following it.
     * @throws IllegalArgumentException if the text is empty, too long or not ASCII
     */
    public static QrCode of(String text) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("not ASCII: " + text);
        }
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " signs", e);
        }
    }

    /** Modules per side, quiet zone included. */
    public int size() {
        return modules.getWidth();
    }

    /**
     * The code as one SVG element, black on white, without width and height: its place on the page decides.
     *
     * @param title what the code opens, for screen readers
     */
    public String svg(String title) {
        var path = new StringBuilder();
        runs((x, y, length) -> path.append("M%d %dh%dv1h-%dz".formatted(x, y, length, length)));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%3$s"/></svg>"""
                .formatted(size(), escape(title), path);
    }

    /**
     * @param pixelsPerModule 1 or more
     * @return PNG of {@code size() * pixelsPerModule} pixels per side, one bit deep
     */
    public byte[] png(int pixelsPerModule) {
        int side = size() * pixelsPerModule;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / pixelsPerModule, y / pixelsPerModule) ? 0 : 0xffffff);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The dark modules, one unit each, quiet zone included. */
    Path2D outline() {
        var path = new Path2D.Double();
        runs((x, y, length) -> path.append(new Rectangle(x, y, length, 1), false));
        return path;
    }

    private interface Run {
        void accept(int x, int y, int length);
    }

    private void runs(Run run) {
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int start = x;
                while (x < size() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    run.accept(start, y, x - start);
                }
            }
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
