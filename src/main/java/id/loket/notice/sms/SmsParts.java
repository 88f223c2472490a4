package id.loket.notice.sms;

import id.loket.notice.SmsText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the messages in which it goes ({@link SmsText}), in octets: one, or several after a header that says which part of which text
 * each one is.
 *
 * @param dataCoding 0: GSM 7-bit default alphabet, one septet an octet; 8: UCS-2 (UTF-16, big endian)
 * @param bodies     the octets of each message, with the header where there are several
 */
record SmsParts(byte dataCoding, List<byte[]> bodies) {

    static final byte GSM7 = 0;
    static final byte UCS2 = 8;

    /** More than handsets put together, and more than an office has to say. */
    static final int MOST_PARTS = 10;

    /** Of the signs of {@link SmsText#EXTENSION}, after the escape. */
    private static final byte[] EXTENSION_VALUES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    boolean several() {
        return bodies.size() > 1;
    }

    /**
     * @param number the same for all parts of a text, and another for the next text to the same recipient: 0 to 255
     * @throws IllegalArgumentException if the text is empty or takes more than {@link #MOST_PARTS}
     */
    static SmsParts of(String text, int number) {
        boolean gsm = SmsText.of(text).encoding() == SmsText.Encoding.GSM7;
        List<byte[]> bodies =
                SmsText.split(text).stream().map(t -> gsm ? gsm7(t) : t.getBytes(StandardCharsets.UTF_16BE)).toList();
        if (bodies.isEmpty() || bodies.size() > MOST_PARTS) {
            throw new IllegalArgumentException("A text takes 1 to " + MOST_PARTS + " parts, not " + bodies.size());
        }
        return new SmsParts(gsm ? GSM7 : UCS2, bodies.size() == 1 ? bodies : withHeader(bodies, number));
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

    private static byte[] gsm7(String text) {
        var octets = new ByteArrayOutputStream();
        text.chars().forEach(sign -> {
            int value = SmsText.ALPHABET.indexOf(sign);
            if (value < 0) {
                octets.write(SmsText.ESCAPE);
                value = EXTENSION_VALUES[SmsText.EXTENSION.indexOf(sign)];
            }
            octets.write(value);
        });
        return octets.toByteArray();
    }
}
