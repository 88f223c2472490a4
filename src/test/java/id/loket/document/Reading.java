package id.loket.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.MultiFormatReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a person with eyes and a telephone gets out of a paper. */
final class Reading {

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
        return of(pdf, document -> {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        });
    }

    static String textOfPage(byte[] pdf, int page) {
        return of(pdf, document -> {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document).replaceAll("\\s+", " ");
        });
    }

    static int pages(byte[] pdf) {
        return of(pdf, PDDocument::getNumberOfPages);
    }

    /** Every font of every page with whether it is embedded as a subset. */
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
        return of(pdf, document -> decode(new PDFRenderer(document).renderImageWithDPI(0, 150)));
    }

    static String decode(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new MultiFormatReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code found", e);
        }
    }
}
