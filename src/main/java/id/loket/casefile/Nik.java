package id.loket.casefile;

import java.time.LocalDate;

/**
 * The national identity number: 16 digits, six for the place of first registration, six for the birth date (40 added to the day for women),
 * four in series. It has no check digit, and old numbers with impossible dates are real: only the length is a reason to refuse.
 */
final class Nik {

    static final int LENGTH = 16;
    private static final int ADDED_TO_DAY_FOR_WOMEN = 40;

    private Nik() {}

    /** The digits of what was typed, without spaces, dots and dashes; anything else stays, so that it is found wrong. */
    static String typed(String text) {
        return text.replaceAll("[\\s.\\-]", "");
    }

    static boolean wellFormed(String nik) {
        return nik.matches("[0-9]{" + LENGTH + "}");
    }

    /** Whether the birth date inside a well-formed number is in the calendar, in this century or the last. */
    static boolean datePossible(String nik) {
        int day = Integer.parseInt(nik.substring(6, 8));
        int dayOfMonth = day > ADDED_TO_DAY_FOR_WOMEN ? day - ADDED_TO_DAY_FOR_WOMEN : day;
        int month = Integer.parseInt(nik.substring(8, 10));
        int year = Integer.parseInt(nik.substring(10, 12));
        return exists(1900 + year, month, dayOfMonth) || exists(2000 + year, month, dayOfMonth);
    }

    private static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }
}
