package id.loket.notice.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a text becomes messages (3GPP TS 23.038, 23.040). */
class SmsPartsTest {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà\f^{}\\[~]|€";

    @ParameterizedTest
    @CsvSource({"1,1", "160,1", "161,2", "306,2", "307,3"})
    void plain_text_takes_160_signs_or_153_a_part(int length, int parts) {
        SmsParts text = SmsParts.of("x".repeat(length), 7);

        assertThat(text.dataCoding()).isZero();
        assertThat(text.bodies()).hasSize(parts);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3"})
    void text_outside_the_alphabet_takes_70_signs_or_67_a_part(int length, int parts) {
        SmsParts text = SmsParts.of("ж".repeat(length), 7);

        assertThat(text.dataCoding()).isEqualTo((byte) 8);
        assertThat(text.bodies()).hasSize(parts);
    }

    @Test
    void signs_have_the_values_of_the_standard() {
        assertThat(hex("@$_ Aa")).isEqualTo("000211204161");
        assertThat(hex("€{}[]~|^\\")).isEqualTo("1b651b281b291b3c1b3e1b3d1b401b141b2f");
        assertThat(hex("Ñà")).isEqualTo("5d7f");
    }

    @Test
    void a_sign_of_two_septets_is_not_cut_in_two() {
        assertThat(SmsParts.of("x".repeat(158) + "€", 7).bodies()).hasSize(1);
        List<byte[]> parts = SmsParts.of("x".repeat(152) + "€" + "x".repeat(20), 7).bodies();

        assertThat(parts).extracting(p -> p.length).containsExactly(6 + 152, 6 + 22);
        assertThat(HexFormat.of().formatHex(parts.get(1))).startsWith("050003070202" + "1b65");
    }

    @Test
    void an_emoji_is_not_cut_in_two() {
        List<byte[]> parts = SmsParts.of("ж".repeat(66) + "😀" + "ж".repeat(10), 7).bodies();

        assertThat(parts).extracting(p -> p.length).containsExactly(6 + 132, 6 + 24);
        assertThat(new String(parts.get(1), 6, 4, StandardCharsets.UTF_16BE)).isEqualTo("😀");
    }

    @Test
    void each_part_says_which_text_it_belongs_to_and_its_place() {
        List<byte[]> parts = SmsParts.of("x".repeat(400), 0xab).bodies();

        assertThat(parts).extracting(p -> HexFormat.of().formatHex(p, 0, 6)).containsExactly("050003ab0301", "050003ab0302", "050003ab0303");
    }

    @Test
    void nothing_and_too_much_are_no_message() {
        assertThatThrownBy(() -> SmsParts.of("", 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SmsParts.of("x".repeat(1530), 7).bodies()).hasSize(10);
        assertThatThrownBy(() -> SmsParts.of("x".repeat(1531), 7)).hasMessageContaining("11");
    }

    @Property(tries = 300)
    void parts_put_together_are_the_text(@ForAll("texts") String text) {
        SmsParts parts = SmsParts.of(text, 7);
        StringBuilder read = new StringBuilder();
        for (byte[] body : parts.bodies()) {
            assertThat(body.length).isLessThanOrEqualTo(parts.dataCoding() == 0 ? 160 : 140);
            byte[] bare = parts.several() ? Arrays.copyOfRange(body, 6, body.length) : body;
            String part = parts.dataCoding() == 0 ? decode(bare) : new String(bare, StandardCharsets.UTF_16BE);
            assertThat(part).as("no half sign").doesNotContain("\ufffd");
            read.append(part);
        }
        assertThat(read).hasToString(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm = Arbitraries.strings().withChars(GSM.toCharArray()).ofMinLength(1).ofMaxLength(700);
        Arbitrary<String> any = Arbitraries.of("a", "€", "ж", "😀", "👩‍⚕️", "–").list().ofMinSize(1).ofMaxSize(150).map(l -> String.join("", l));
        return Arbitraries.oneOf(gsm, any);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(SmsParts.of(text, 7).bodies().getFirst());
    }

    private static String decode(byte[] septets) {
        Map<String, String> signs = new HashMap<>();
        GSM.chars().mapToObj(Character::toString).forEach(s -> signs.put(hex(s), s));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < septets.length; i++) {
            String value = HexFormat.of().toHexDigits(septets[i]);
            text.append(signs.getOrDefault(septets[i] == 0x1b ? value + HexFormat.of().toHexDigits(septets[++i]) : value, "\ufffd"));
        }
        return text.toString();
    }
}
