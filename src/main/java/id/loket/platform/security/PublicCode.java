package id.loket.platform.security;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that give access to something by being known: printed on paper, put in QR codes, sometimes typed. */
public final class PublicCode {

    /** Without vowels, so that no words come out, and without look-alikes. */
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

    /** 27 to the 16th: some 76 bits. */
    public static final int LENGTH = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicCode() {}

    /** A new code that can't be guessed. */
    public static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A code as typed, in capitals and without blanks and dashes. */
    public static String typed(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-]", "");
    }
}
