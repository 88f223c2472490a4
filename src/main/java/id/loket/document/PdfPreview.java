package id.loket.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of one of the office's own papers as a picture, for browsers that show no PDF within a page. */
public final class PdfPreview {

    /** An A4 page becomes 794 pixels wide, 96 to the inch. */
    private static final float RESOLUTION = 96;

    private PdfPreview() {}

    /**
     * @param pdf  a paper that the system made itself; not for files that came from outside
     * @param page from 1
     */
    public static byte[] png(byte[] pdf, int page) {
        try (var document = Loader.loadPDF(pdf)) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, RESOLUTION, ImageType.RGB);
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
