package id.loket.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.util.DateConverter;

/**
 * XHTML to PDF/A-2a and PDF/UA-1 with embedded subsets of the house's fonts. The same page with the same date gives the
 * same bytes. Holds the fonts and their metrics from the first page on; thread-safe.
 */
final class Pdf {

    private static final PdfAConformance CONFORMANCE = PdfAConformance.PDFA_2_A;

    private static final double MM_PER_POINT = 25.4 / 72;

    /** Offsets and sizes in bytes of a TrueType file's table of tables; an entry begins with the table's name. */
    private static final int TABLE_COUNT = 4;
    private static final int TABLES = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int GSUB = 'G' << 24 | 'S' << 16 | 'U' << 8 | 'B';
    private static final int HIDDEN = 'G' << 24 | 'S' << 16 | 'U' << 8 | '_';

    /** In em. */
    private static final double WIDER_SPACE = 0.06;

    private record Font(String family, int weight, FontStyle style, byte[] bytes) {
    }

    private final List<Font> fonts = new ArrayList<>();
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Pdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        font("Jakarta", 400, FontStyle.NORMAL, "PlusJakartaSans_400Regular");
        font("Jakarta", 500, FontStyle.NORMAL, "PlusJakartaSans_500Medium");
        font("Jakarta", 700, FontStyle.NORMAL, "PlusJakartaSans_700Bold");
        font("Jakarta", 800, FontStyle.NORMAL, "PlusJakartaSans_800ExtraBold");
        font("Jakarta", 700, FontStyle.ITALIC, "PlusJakartaSans_700Bold_Italic");
        font("Noto", 400, FontStyle.NORMAL, "NotoSans_400Regular");
        font("Noto", 700, FontStyle.NORMAL, "NotoSans_700Bold");
    }

    private void font(String family, int weight, FontStyle style, String file) {
        byte[] bytes = Resources.bytes("/fonts/" + file + ".ttf");
        withoutLigatures(bytes);
        if (family.equals("Jakarta")) {
            widenSpace(bytes);
        }
        fonts.add(new Font(family, weight, style, bytes));
    }

    /**
     * Hides the table of substitutions from the writer of the page, by another name for it: of all that it could do only ligatures come out, and to
     * look for those took two fifths of the time of a letter.
     */
    private static void withoutLigatures(byte[] ttf) {
        var buffer = ByteBuffer.wrap(ttf);
        int tables = buffer.getShort(TABLE_COUNT);
        for (int i = 0; i < tables; i++) {
            int entry = TABLES + i * TABLE_ENTRY;
            if (buffer.getInt(entry) == GSUB) {
                buffer.putInt(entry, HIDDEN);
            }
        }
    }

    /** Plus Jakarta Sans has a narrow space, and the renderer knows no word-spacing: the space itself gets wider. */
    private static void widenSpace(byte[] ttf) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(ttf))) {
            int space = font.getUnicodeCmapLookup().getGlyphId(' ');
            int advance = (int) font.getTableMap().get(HorizontalMetricsTable.TAG).getOffset() + 4 * space;
            var buffer = ByteBuffer.wrap(ttf);
            buffer.putShort(advance, (short) (buffer.getShort(advance) + WIDER_SPACE * font.getUnitsPerEm()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param xhtml well-formed, with {@code lang}, a title and a {@code meta} named subject
     * @param at    date of the document
     */
    byte[] render(String xhtml, ZonedDateTime at) {
        var out = new ByteArrayOutputStream(64 * 1024);
        try (PdfBoxRenderer renderer = renderer(xhtml)) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document, at);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Heights in mm of elements, by their ids, as they come out on the page. */
    Map<String, Double> heights(String xhtml, Collection<String> ids) {
        try (PdfBoxRenderer renderer = renderer(xhtml)) {
            renderer.layout();
            double dotsPerMm = renderer.getDotsPerPoint() / MM_PER_POINT;
            return ids.stream().collect(Collectors.toMap(
                    id -> id, id -> renderer.getSharedContext().getBoxById(id).getHeight() / dotsPerMm));
        }
    }

    private PdfBoxRenderer renderer(String xhtml) {
        var builder = new PdfRendererBuilder()
                .usePdfAConformance(CONFORMANCE)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useObjectDrawerFactory(new Drawings())
                .withProducer("Loket")
                .useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withHtmlContent(xhtml, null);
        for (Font font : fonts) {
            builder.useFont(() -> new ByteArrayInputStream(font.bytes), font.family, font.weight, font.style, true);
        }
        return builder.buildPdfRenderer();
    }

    /** The renderer takes the wall clock, and PDF/A wants the same date in both places. */
    private static void date(PDDocument document, ZonedDateTime at) throws IOException {
        var calendar = GregorianCalendar.from(at);
        document.getDocumentInformation().setCreationDate(calendar);
        document.setDocumentId(at.toInstant().toEpochMilli());
        var metadata = document.getDocumentCatalog().getMetadata();
        var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(xmp
                .replaceFirst("(<xmp:CreateDate>)[^<]*", "$1" + DateConverter.toISO8601(calendar))
                .getBytes(StandardCharsets.UTF_8));
    }
}
