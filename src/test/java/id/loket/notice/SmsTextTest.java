package id.loket.notice;

import static id.loket.notice.SmsText.Encoding.GSM7;
import static id.loket.notice.SmsText.Encoding.UCS2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a text costs as SMS. */
class SmsTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", GSM7, 0, 0),
                Arguments.of("a", GSM7, 1, 1),
                Arguments.of("a".repeat(160), GSM7, 160, 1),
                Arguments.of("a".repeat(161), GSM7, 161, 2),
                Arguments.of("a".repeat(306), GSM7, 306, 2),
                Arguments.of("a".repeat(307), GSM7, 307, 3),
                Arguments.of("a".repeat(459), GSM7, 459, 3),
                Arguments.of("a".repeat(460), GSM7, 460, 4),
                // of the GSM alphabet, though not of ASCII
                Arguments.of("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà", GSM7, 44, 1),
                // the extension table: two septets each
                Arguments.of("€", GSM7, 2, 1),
                Arguments.of("^{}\\[~]|€\f", GSM7, 20, 1),
                Arguments.of("[".repeat(80), GSM7, 160, 1),
                Arguments.of("[".repeat(80) + "a", GSM7, 161, 2),
                // an escape is not parted from its sign: the first part ends with 152
                Arguments.of("a".repeat(152) + "€" + "a".repeat(152), GSM7, 306, 3),
                Arguments.of("a".repeat(151) + "€" + "a".repeat(153), GSM7, 306, 2),
                // one sign outside makes all of it UCS-2
                Arguments.of("’", UCS2, 1, 1),
                Arguments.of("ç", UCS2, 1, 1),
                Arguments.of("`", UCS2, 1, 1),
                Arguments.of("\t", UCS2, 1, 1),
                Arguments.of("б".repeat(70), UCS2, 70, 1),
                Arguments.of("б".repeat(71), UCS2, 71, 2),
                Arguments.of("a".repeat(133) + "’", UCS2, 134, 2),
                Arguments.of("a".repeat(134) + "’", UCS2, 135, 3),
                Arguments.of("€".repeat(69) + "’", UCS2, 70, 1),
                // nor are the two units of an emoji
                Arguments.of("😀".repeat(35), UCS2, 70, 1),
                Arguments.of("a".repeat(66) + "😀" + "a".repeat(66), UCS2, 134, 3),
                Arguments.of("a".repeat(65) + "😀" + "a".repeat(67), UCS2, 134, 2));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_is_counted_as_the_network_counts(String text, SmsText.Encoding encoding, int units, int parts) {
        assertThat(SmsText.of(text)).isEqualTo(new SmsText(encoding, units, parts));
    }

    @Test
    void signs_of_word_processors_are_made_plain() {
        String plain = SmsText.plain("“Berkas” – siap… ‘ambil’\u00a0di loket");

        assertThat(plain).isEqualTo("\"Berkas\" - siap... 'ambil' di loket");
        assertThat(SmsText.of(plain).encoding()).isEqualTo(GSM7);
    }
}
