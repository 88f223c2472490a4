package id.loket.notice;

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

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two septets each, the first of which is the escape. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public static SmsText of(String text) {
        boolean gsm = text.codePoints().allMatch(c -> septets(c) > 0);
        Encoding encoding = gsm ? Encoding.GSM7 : Encoding.UCS2;
        int units = text.codePoints().map(c -> width(encoding, c)).sum();
        return new SmsText(encoding, units, units == 0 ? 0 : units <= encoding.single ? 1 : split(text, encoding));
    }

    /** The text with the typographic signs of word processors in their plain form, which costs less than half. */
    public static String plain(String text) {
        return text.replaceAll("[‘’‚′]", "'")
                .replaceAll("[“”„″]", "\"")
                .replaceAll("[‐‑‒–—−]", "-")
                .replace("…", "...")
                .replaceAll("[\\u00a0\\u2007\\u2009\\u202f\\t]", " ");
    }

    private static int split(String text, Encoding encoding) {
        int parts = 1;
        int filled = 0;
        for (int c : text.codePoints().toArray()) {
            int width = width(encoding, c);
            if (filled + width > encoding.each) {
                parts++;
                filled = 0;
            }
            filled += width;
        }
        return parts;
    }

    private static int width(Encoding encoding, int sign) {
        return encoding == Encoding.GSM7 ? septets(sign) : Character.charCount(sign);
    }

    /** 0: not in the alphabet. */
    private static int septets(int sign) {
        return BASIC.indexOf(sign) >= 0 ? 1 : EXTENSION.indexOf(sign) >= 0 ? 2 : 0;
    }
}
