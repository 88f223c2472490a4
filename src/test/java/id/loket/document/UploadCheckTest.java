package id.loket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.loket.document.UploadCheck.Accepted;
import id.loket.document.UploadCheck.Reason;
import id.loket.document.UploadCheck.Refused;
import id.loket.document.UploadCheck.Result;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class UploadCheckTest {

    private static final int LIMIT = 3 * 512 * 1024; // 1.5 MB

    private final UploadCheck check = new UploadCheck();

    // what a counter scans every day

    @Test
    void accepts_pdf_jpeg_and_png_whatever_they_are_called() throws Exception {
        assertThat(accepted(pdf(document -> { }), "ijazah.pdf").mediaType()).isEqualTo("application/pdf");
        assertThat(accepted(picture("jpg"), "ijazah.pdf")).satisfies(scan -> {
            assertThat(scan.mediaType()).isEqualTo("image/jpeg");
            assertThat(scan.safeName()).isEqualTo("ijazah.jpg");
        });
        assertThat(accepted(picture("png"), "IJAZAH.PNG").safeName()).isEqualTo("IJAZAH.png");
    }

    @Test
    void tells_size_and_fingerprint_of_exactly_what_was_checked() throws Exception {
        byte[] scan = picture("png");
        var accepted = accepted(scan, "a.png");
        assertThat(accepted.size()).isEqualTo(scan.length);
        assertThat(accepted.content()).isEqualTo(scan);
        assertThat(accepted.sha256()).isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(scan)));
    }

    @Test
    void accepts_papers_of_this_office_and_links_to_the_web() throws Exception {
        var papers = new Papers();
        accepted(papers.permitLetter(Samples.permitLetter(PermitLetter.State.ISSUED), Samples.OFFICE), "izin.pdf");
        accepted(pdf(document -> {
            var action = new PDActionURI();
            action.setURI("https://loket.example");
            var link = new PDAnnotationLink();
            link.setAction(action);
            document.getPage(0).getAnnotations().add(link);
        }), "tautan.pdf");
    }

    @Test
    void accepts_a_telephone_picture_with_its_maker_s_data_behind_it() throws Exception {
        accepted(join(picture("jpg"), "SEFT maker's data".getBytes(StandardCharsets.US_ASCII)), "foto.jpg");
    }

    // what is not a scan

    @Test
    void refuses_a_program_named_pdf_in_the_words_of_the_guide() throws Exception {
        byte[] exe = new byte[2048];
        exe[0] = 'M';
        exe[1] = 'Z';
        var refused = refused(exe, "ijazah.PDF", Reason.DISGUISED);
        assertThat(sentence(refused, "id"))
                .isEqualTo("Berkas ini bukan PDF, JPG, atau PNG meskipun namanya .pdf. Pilih berkas lain");
    }

    @Test
    void refuses_a_zip_and_a_page_with_script() throws Exception {
        assertThat(sentence(refused(zip(), "ijazah.zip", Reason.WRONG_TYPE), "id"))
                .isEqualTo("Berkas ini bukan PDF, JPG, atau PNG. Pilih berkas lain");
        refused("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "foto.png", Reason.DISGUISED);
        refused("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "foto.svg", Reason.WRONG_TYPE);
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII), null, Reason.WRONG_TYPE);
    }

    @Test
    void refuses_nothing_at_all() throws Exception {
        assertThat(sentence(refused(new byte[0], "a.pdf", Reason.EMPTY), "id"))
                .isEqualTo("Pindaian ijazah kosong. Pilih berkas lain");
    }

    // too large

    @Test
    void accepts_the_limit_and_refuses_one_byte_more() throws Exception {
        byte[] scan = picture("jpg");
        assertThat(check.check(new ByteArrayInputStream(scan), "a.jpg", "Pindaian", scan.length))
                .isInstanceOf(Accepted.class);
        assertThat(check.check(new ByteArrayInputStream(scan), "a.jpg", "Pindaian", scan.length - 1))
                .isInstanceOf(Refused.class);
        assertThatIllegalArgumentException().isThrownBy(
                () -> check.check(new ByteArrayInputStream(scan), "a.jpg", "Pindaian", UploadCheck.LARGEST_FILE + 1));
    }

    @Test
    void says_both_sizes_in_the_words_of_the_guide() throws Exception {
        var refused = refused(new byte[(int) (4.15 * 1024 * 1024)], "ijazah.pdf", Reason.TOO_LARGE);
        assertThat(sentence(refused, "id"))
                .isEqualTo("Pindaian ijazah 4,2 MB; paling besar 1,5 MB. Perkecil, atau pindai dengan 150 dpi");
        assertThat(sentence(refused, "en")).contains("4.2 MB", "1.5 MB");
    }

    @Test
    void stops_reading_an_endless_upload() throws Exception {
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return length;
            }
        };
        var result = check.check(endless, "a.pdf", "Pindaian", LIMIT);
        assertThat(((Refused) result).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(read.get()).isLessThanOrEqualTo(UploadCheck.LARGEST_REQUEST + 64 * 1024);
    }

    // broken

    @Test
    void refuses_what_breaks_off() throws Exception {
        for (byte[] whole : new byte[][] {pdf(document -> { }), picture("png"), picture("jpg")}) {
            refused(Arrays.copyOf(whole, whole.length / 2), "a.pdf", Reason.DAMAGED);
            refused(Arrays.copyOf(whole, whole.length - 8), "a.pdf", Reason.DAMAGED);
        }
        refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "a.pdf", Reason.DAMAGED);
        refused("%PDF-1.7\nnothing\n%%EOF".getBytes(StandardCharsets.US_ASCII), "a.pdf", Reason.DAMAGED);
    }

    @Test
    void refuses_a_picture_with_a_flipped_bit() throws Exception {
        byte[] png = picture("png");
        png[png.length / 2] ^= 1;
        refused(png, "a.png", Reason.DAMAGED);
    }

    @Test
    void refuses_a_picture_that_unpacks_to_more_than_any_scan() throws Exception {
        assertThat(sentence(refused(bomb(60_000, 60_000), "foto.png", Reason.DIMENSIONS), "id")).isEqualTo(
                "Pindaian ijazah berukuran 60000 × 60000 piksel; paling besar 12000 × 12000. Pindai ulang dengan 150 dpi");
        refused(bomb(-1, 10), "foto.png", Reason.DAMAGED);
    }

    @Test
    void refuses_a_pdf_whose_packed_objects_unpack_without_end() throws Exception {
        refused(packedObjects("/FlateDecode", 40 * 1024 * 1024), "a.pdf", Reason.DAMAGED);
        refused(packedObjects("[/FlateDecode /Fl#61teDecode]", 1024), "a.pdf", Reason.DAMAGED);
    }

    // what acts by itself

    @Test
    void refuses_a_pdf_that_runs_script_on_opening() throws Exception {
        var refused = refused(pdf(document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert(1)"))), "a.pdf", Reason.ACTIVE_CONTENT);
        assertThat(sentence(refused, "id")).startsWith("Pindaian ijazah memuat skrip");
    }

    @Test
    void finds_script_however_deep_it_lies_and_however_its_name_is_written() throws Exception {
        refused("""
                %PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [[<</A <</S /Java#53cript>>>>]]>> endobj
                trailer <</Root 1 0 R>>
                %%EOF""".getBytes(StandardCharsets.US_ASCII), "a.pdf", Reason.ACTIVE_CONTENT);
    }

    @Test
    void refuses_a_pdf_that_starts_a_program_or_carries_a_file_or_a_form_program() throws Exception {
        refused(pdf(document -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            document.getPage(0).getAnnotations().add(link);
        }), "a.pdf", Reason.ACTIVE_CONTENT);
        refused(pdf(UploadCheckTest::attach), "a.pdf", Reason.ACTIVE_CONTENT);
        refused(pdf(document -> {
            var form = new COSDictionary();
            form.setString(COSName.getPDFName("XFA"), "<xdp/>");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        }), "a.pdf", Reason.ACTIVE_CONTENT);
    }

    @Test
    void refuses_a_pdf_with_a_password() throws Exception {
        for (String password : new String[] {"rahasia", ""}) {
            refused(pdf(document -> document.protect(
                    new StandardProtectionPolicy("pemilik", password, new AccessPermission()))), "a.pdf",
                    Reason.ENCRYPTED);
        }
    }

    @Test
    void refuses_a_file_that_is_two_kinds_at_once() throws Exception {
        for (byte[] front : new byte[][] {pdf(document -> { }), picture("png"), picture("jpg")}) {
            refused(join(front, zip()), "a.pdf", null);
        }
        byte[] jpeg = picture("jpg");
        byte[] comment = "\u00ff\u00fe\u0000\u0010%PDF-1.7 obj  ".getBytes(StandardCharsets.ISO_8859_1);
        refused(join(join(Arrays.copyOf(jpeg, 2), comment), Arrays.copyOfRange(jpeg, 2, jpeg.length)), "a.jpg",
                Reason.ACTIVE_CONTENT);
        refused(join("<script>alert(1)</script>\n".getBytes(StandardCharsets.US_ASCII), pdf(document -> { })), "a.pdf", null);
    }

    // names

    @Test
    void keeps_the_name_and_leaves_path_and_tricks_behind() throws Exception {
        assertThat(name("../../etc/passwd")).isEqualTo("passwd.png");
        assertThat(name("C:\\Users\\Contoh\\Pas foto 4×6.jpeg")).isEqualTo("Pas foto 4×6.png");
        assertThat(name("ijazah\u202Egnp.exe")).isEqualTo("ijazahgnp.exe.png");
        assertThat(name("a\r\nSet-Cookie: x\u0000.png")).isEqualTo("aSet-Cookie- x.png");
        assertThat(name("<img src=x onerror=alert(1)>.png")).isEqualTo("-img src=x onerror=alert(1)-.png");
        assertThat(name("surat.pdf.png.PDF")).isEqualTo("surat.png");
        assertThat(name("Ижица 李.png")).isEqualTo("Ижица 李.png");
        for (String nothing : new String[] {null, "", "..", "/", ".png", " . "}) {
            assertThat(name(nothing)).isEqualTo("scan.png");
        }
    }

    @Test
    void cuts_a_name_at_120_characters_and_never_within_a_sign() throws Exception {
        assertThat(name("x".repeat(500) + ".png")).hasSize(120).endsWith("x.png");
        assertThat(name("a" + "😀".repeat(200))).hasSizeLessThanOrEqualTo(120).endsWith("😀.png");
    }

    private String name(String filename) throws IOException {
        return accepted(picture("png"), filename).safeName();
    }

    private Accepted accepted(byte[] bytes, String filename) throws IOException {
        var result = check(bytes, filename);
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    private Refused refused(byte[] bytes, String filename, Reason reason) throws IOException {
        var result = check(bytes, filename);
        assertThat(result).isInstanceOf(Refused.class);
        if (reason != null) {
            assertThat(((Refused) result).reason()).isEqualTo(reason);
        }
        return (Refused) result;
    }

    private Result check(byte[] bytes, String filename) throws IOException {
        return check.check(new ByteArrayInputStream(bytes), filename, "Pindaian ijazah", LIMIT);
    }

    private static String sentence(Refused refused, String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/document");
        messages.setDefaultEncoding("UTF-8");
        return messages.getMessage(refused.messageKey(), refused.args().toArray(), Locale.of(language));
    }

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.on(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void attach(PDDocument document) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile("setup.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("setup.exe", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] packedObjects(String filter, int zeros) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(new byte[zeros]);
        }
        byte[] head = ("%PDF-1.7\n1 0 obj\n<</Type /Obj#53tm /N 1 /First 4 /Filter " + filter + " /Length "
                + packed.size() + ">>\nstream\n").getBytes(StandardCharsets.US_ASCII);
        return join(join(head, packed.toByteArray()), "\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 120; i++) {
            image.setRGB(i, i, 0xffffff - i);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A whole PNG that declares what it doesn't hold. */
    private static byte[] bomb(int width, int height) throws IOException {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
        byte[] signature = Arrays.copyOf(picture("png"), 8);
        return join(join(signature, chunk("IHDR", header)), join(chunk("IDAT", new byte[0]), chunk("IEND", new byte[0])));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), data);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8).putInt(data.length).put(named).putInt((int) sum.getValue()).array();
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("Setup.class"));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] front, byte[] back) {
        byte[] whole = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, whole, front.length, back.length);
        return whole;
    }
}
