package id.loket.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a person with eyes and a telephone gets out of a paper. */
final class Reading {

    private static final int DPI = 150;

    private Reading() {
    }

    interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    static <T> T of(byte[] pdf, Look<T> look) {
        try (var document = Loader.loadPDF(pdf)) {
            return look.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with every run of white space as one space. */
    static String text(byte[] pdf) {
        return text(pdf, 1, Integer.MAX_VALUE);
    }

    static String textOfPage(byte[] pdf, int page) {
        return text(pdf, page, page);
    }

    private static String text(byte[] pdf, int first, int last) {
        return of(pdf, document -> {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return stripper.getText(document).replaceAll("\\s+", " ");
        });
    }

    /** A place on paper: millimetres from the left and the upper edge. */
    record Place(float x, float y) {
    }

    /** Where on the first page a text begins. */
    static Place place(byte[] pdf, String wanted) {
        return of(pdf, document -> {
            var places = new ArrayList<Place>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.contains(wanted)) {
                        var first = positions.get(text.indexOf(wanted));
                        places.add(new Place(first.getXDirAdj() / 72 * 25.4f, first.getYDirAdj() / 72 * 25.4f));
                    }
                }
            };
            stripper.setEndPage(1);
            stripper.getText(document);
            return places.getFirst();
        });
    }

    static int pages(byte[] pdf) {
        return of(pdf, PDDocument::getNumberOfPages);
    }

    /** Fonts of any page that are not in the file as a subset. */
    static Set<String> fontsNotEmbedded(byte[] pdf) {
        return of(pdf, document -> {
            var missing = new HashSet<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    if (!font.isEmbedded() || !font.getName().matches("[A-Z]{6}\\+.*")) {
                        missing.add(font.getName());
                    }
                }
            }
            return missing;
        });
    }

    /** What the QR code on the first page says, photographed at 150 dpi. */
    static String qr(byte[] pdf) {
        return code(photograph(pdf)).getText();
    }

    /** Side of that code without its quiet zone. */
    static double qrMillimetres(byte[] pdf) {
        var code = code(photograph(pdf));
        int modules = QrCode.of(code.getText()).size() - 8;
        var corners = code.getResultPoints(); // centres of the finder patterns, 3.5 modules from the edges
        return ResultPoint.distance(corners[0], corners[1]) / (modules - 7) * modules / DPI * 25.4;
    }

    static String decode(BufferedImage image) {
        return code(image).getText();
    }

    private static BufferedImage photograph(byte[] pdf) {
        return of(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, DPI));
    }

    private static Result code(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new MultiFormatReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
        } catch (NotFoundException e) {
            throw new AssertionError("no code found", e);
        }
    }
}
