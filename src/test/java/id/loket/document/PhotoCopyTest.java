package id.loket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a telephone's photo becomes before it goes into a file. */
class PhotoCopyTest {

    /** The red corner is where the camera's first pixel is; where it must be seen is said by how the camera was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 40, left, top", "2, 80, 40, right, top", "3, 80, 40, right, bottom", "4, 80, 40, left, bottom",
        "5, 40, 80, left, top", "6, 40, 80, right, top", "7, 40, 80, right, bottom", "8, 40, 80, left, bottom"
    })
    void a_photo_is_upright_however_the_camera_was_held(int held, int width, int height, String side, String edge)
            throws IOException {
        BufferedImage copy = read(PhotoCopy.of(withExif(photo(80, 40, "jpeg"), held)).orElseThrow());
        assertThat(copy.getWidth()).isEqualTo(width);
        assertThat(copy.getHeight()).isEqualTo(height);
        int x = side.equals("left") ? 4 : width - 5;
        int y = edge.equals("top") ? 4 : height - 5;
        assertThat(new Color(copy.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(copy.getRGB(width - 1 - x, height - 1 - y)).getRed()).isLessThan(60);
    }

    @Test
    void nothing_of_what_the_camera_wrote_is_kept() throws IOException {
        byte[] taken = withExif(photo(80, 40, "jpeg"), 1);
        assertThat(text(taken)).contains("Exif", "GPS 0.5333 101.45");
        assertThat(text(PhotoCopy.of(taken).orElseThrow())).doesNotContain("Exif", "GPS");
    }

    @Test
    void a_large_photo_is_made_as_large_as_a_page_needs() throws IOException {
        BufferedImage copy = read(PhotoCopy.of(photo(4000, 3000, "jpeg")).orElseThrow());
        assertThat(copy.getWidth()).isEqualTo(1600);
        assertThat(copy.getHeight()).isEqualTo(1200);
    }

    @Test
    void a_png_is_copied_too_and_what_has_no_pixels_is_none() throws IOException {
        assertThat(read(PhotoCopy.of(photo(30, 20, "png")).orElseThrow()).getWidth()).isEqualTo(30);
        byte[] photo = photo(80, 40, "png");
        assertThat(PhotoCopy.of(Arrays.copyOf(photo, 40))).isEmpty();
        assertThat(PhotoCopy.of(new byte[0])).isEmpty();
    }

    @Test
    void a_damaged_head_says_nothing_of_how_the_camera_was_held() throws IOException {
        byte[] taken = withExif(photo(80, 40, "jpeg"), 6);
        for (int at = 4; at < 60; at++) {
            byte[] damaged = taken.clone();
            damaged[at] = (byte) 0xff;
            assertThat(PhotoCopy.orientation(damaged)).isBetween(1, 8);
            assertThat(PhotoCopy.orientation(Arrays.copyOf(taken, at))).isBetween(1, 8);
        }
    }

    /** Black, with a red corner at the first pixel. */
    private static byte[] photo(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 16, 16);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** Puts the segment in front that cameras write: how it was held, and where. */
    private static byte[] withExif(byte[] jpeg, int held) {
        byte[] directory = HexFormat.of().parseHex("4d4d002a00000008" + "0001" + "0112000300000001" + "%04x0000".formatted(held) + "00000000");
        byte[] place = "GPS 0.5333 101.45".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + directory.length + place.length;
        return ByteBuffer.allocate(jpeg.length + 2 + length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(directory)
                .put(place)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
