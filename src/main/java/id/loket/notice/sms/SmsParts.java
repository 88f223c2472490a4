package id.loket.notice.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A text as the messages in which it goes (3GPP TS 23.038 and 23.040): one of up to 160 septets or 70 UTF-16 units, or several of up to
 * 153 or 67 after a header that says which part of which text each one is. A sign (code point) is never cut in two.
 *
 * @param dataCoding 0: GSM 7-bit default alphabet, one septet an octet; 8: UCS-2 (UTF-16, big endian)
 * @param bodies     the octets of each message, with the header where there are several
 */
record SmsParts(byte dataCoding, List<byte[]> bodies) {

    static final byte GSM7 = 0;
    static final byte UCS2 = 8;

    /** More than handsets put together, and more than an office has to say. */
    static final int MOST_PARTS = 10;

    /** Position is the value; 0x1B leads to the extension. */
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_VALUES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};
    private static final byte ESCAPE = 0x1b;

    boolean several() {
        return bodies.size() > 1;
    }

    /**
     * @param number the same for all parts of a text, and another for the next text to the same recipient: 0 to 255
     * @throws IllegalArgumentException if the text is empty or takes more than {@link #MOST_PARTS}
     */
    static SmsParts of(String text, int number) {
        boolean gsm = text.codePoints().allMatch(c -> septets(c) > 0);
        List<byte[]> bodies = gsm
                ? split(text, 160, 153, SmsParts::septets, SmsParts::gsm7)
                : split(text, 70, 67, Character::charCount, t -> t.getBytes(StandardCharsets.UTF_16BE));
        if (bodies.isEmpty() || bodies.size() > MOST_PARTS) {
            throw new IllegalArgumentException("A text takes 1 to " + MOST_PARTS + " parts, not " + bodies.size());
        }
        return new SmsParts(gsm ? GSM7 : UCS2, bodies.size() == 1 ? bodies : withHeader(bodies, number));
    }

    private interface Encoder {
        byte[] encode(String text);
    }

    private static List<byte[]> split(String text, int single, int each, ToIntFunction<Integer> width, Encoder encoder) {
        int whole = text.codePoints().map(width::applyAsInt).sum();
        int room = whole <= single ? single : each;
        List<byte[]> bodies = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int filled = 0;
        for (int sign : text.codePoints().toArray()) {
            int wide = width.applyAsInt(sign);
            if (filled + wide > room) {
                bodies.add(encoder.encode(part.toString()));
                part.setLength(0);
                filled = 0;
            }
            part.appendCodePoint(sign);
            filled += wide;
        }
        if (!part.isEmpty()) {
            bodies.add(encoder.encode(part.toString()));
        }
        return bodies;
    }

    /** Length of the header; concatenation, 8 bit; its length; number of the text, count of the parts, which one. */
    private static List<byte[]> withHeader(List<byte[]> bodies, int number) {
        List<byte[]> parts = new ArrayList<>();
        for (byte[] body : bodies) {
            var part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, (byte) number, (byte) bodies.size(), (byte) (parts.size() + 1)});
            part.writeBytes(body);
            parts.add(part.toByteArray());
        }
        return parts;
    }

    /** 0: not in the alphabet. */
    private static int septets(int sign) {
        return sign == ESCAPE ? 0 : ALPHABET.indexOf(sign) >= 0 ? 1 : EXTENSION.indexOf(sign) >= 0 ? 2 : 0;
    }

    private static byte[] gsm7(String text) {
        var octets = new ByteArrayOutputStream();
        text.chars().forEach(sign -> {
            int value = ALPHABET.indexOf(sign);
            if (value < 0) {
                octets.write(ESCAPE);
                value = EXTENSION_VALUES[EXTENSION.indexOf(sign)];
            }
            octets.write(value);
        });
        return octets.toByteArray();
    }
}
