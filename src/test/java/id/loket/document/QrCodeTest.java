package id.loket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class QrCodeTest {

    private static final String ADDRESS = "https://loket.example/v/K7QM-2XTA-9RWD";

    @Test
    void png_is_read_back() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(4)));
        assertThat(image.getWidth()).isEqualTo(QrCode.of(ADDRESS).size() * 4);
        assertThat(Reading.decode(image)).isEqualTo(ADDRESS);
    }

    @Test
    void outline_is_read_back() {
        var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 300);
        pen.setColor(Color.BLACK);
        double scale = 300.0 / QrCode.of(ADDRESS).size();
        pen.fill(AffineTransform.getScaleInstance(scale, scale).createTransformedShape(QrCode.of(ADDRESS).outline()));
        assertThat(Reading.decode(image)).isEqualTo(ADDRESS);
    }

    @Test
    void has_error_correction_M_and_a_quiet_zone_of_four_modules() throws Exception {
        int modules = Encoder.encode(ADDRESS, ErrorCorrectionLevel.M).getMatrix().getWidth();
        assertThat(QrCode.of(ADDRESS).size()).isEqualTo(modules + 2 * 4);
        assertThat(QrCode.of(ADDRESS).outline().getBounds()).satisfies(dark -> {
            assertThat(dark.x).isEqualTo(4);
            assertThat(dark.y).isEqualTo(4);
            assertThat(dark.width).isEqualTo(modules);
        });
    }

    @Test
    void svg_is_well_formed_named_and_free_of_style_that_a_strict_page_forbids() throws Exception {
        String svg = QrCode.of(ADDRESS).svg("Periksa \"izin\" & <lain>");
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg))).getDocumentElement();
        assertThat(root.getAttribute("aria-label")).isEqualTo("Periksa \"izin\" & <lain>");
        assertThat(svg).doesNotContain("style").hasSizeLessThan(20_000);
    }

    @Test
    void refuses_nothing_too_much_and_what_scanners_misread() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(2_332)));
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("https://loket.example/lacak/é"));
        assertThat(QrCode.of("x".repeat(2_331)).size()).isEqualTo(177 + 8);
    }
}
