package id.loket.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text costs as SMS (3GPP TS 23.038, 23.040): 160 septets in one message or 153 in each of several; as soon as one sign isn't of
 * the GSM alphabet, 70 or 67 UTF-16 units.
 *
 * @param units septets or UTF-16 units of the whole text
 * @param parts messages it takes; 0 for an empty text. A sign is never cut in two, so parts may end before they are full
 */
public record SmsText(Encoding encoding, int units, int parts) {

    /** @param single units of a message that stands alone; @param each of one of several, which carry a header of six bytes */
    public enum Encoding {
        GSM7(160, 153),
        UCS2(70, 67);

        private final int single;
        private final int each;

        Encoding(int single, int each) {
            this.single = single;
            this.each = each;
        }
    }

    /** The GSM 7-bit default alphabet: the place of a sign is its value. At 0x1B is the escape, which is no sign. */
    public static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Two septets each, the first of which is the escape. */
    public static final String EXTENSION = "\f^{}\\[~]|€";

    public static final char ESCAPE = 0x1b;

    public static SmsText of(String text) {
        Encoding encoding = encoding(text);
        return new SmsText(encoding, units(encoding, text), split(text).size());
    }

    /** The text in the pieces in which it goes; none for an empty text. */
    public static List<String> split(String text) {
        Encoding encoding = encoding(text);
        int room = units(encoding, text) <= encoding.single ? encoding.single : encoding.each;
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int filled = 0;
        for (int sign : text.codePoints().toArray()) {
            int width = width(encoding, sign);
            if (filled + width > room) {
                pieces.add(piece.toString());
                piece.setLength(0);
                filled = 0;
            }
            piece.appendCodePoint(sign);
            filled += width;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /** The text with the typographic signs of word processors in their plain form, which costs less than half. */
    public static String plain(String text) {
        return text.replaceAll("[‘’‚′]", "'")
                .replaceAll("[“”„″]", "\"")
                .replaceAll("[‐‑‒–—−]", "-")
                .replace("…", "...")
                .replaceAll("[\\u00a0\\u2007\\u2009\\u202f\\t]", " ");
    }

    private static Encoding encoding(String text) {
        return text.codePoints().allMatch(c -> septets(c) > 0) ? Encoding.GSM7 : Encoding.UCS2;
    }

    private static int units(Encoding encoding, String text) {
        return text.codePoints().map(c -> width(encoding, c)).sum();
    }

    private static int width(Encoding encoding, int sign) {
        return encoding == Encoding.GSM7 ? septets(sign) : Character.charCount(sign);
    }

    /** 0: not in the alphabet. */
    private static int septets(int sign) {
        return sign == ESCAPE ? 0 : ALPHABET.indexOf(sign) >= 0 ? 1 : EXTENSION.indexOf(sign) >= 0 ? 2 : 0;
    }
}
