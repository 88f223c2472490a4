package id.loket.document;

/** Whole numbers in Indonesian words, as they stand beside the figures on a bill. */
public final class Spelled {

    private static final String[] DIGITS = {
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"
    };
    private static final String[] THOUSANDS = {"", " ribu", " juta", " miliar", " triliun"};

    private Spelled() {}

    /**
     * A number in words, e.g. "seratus dua puluh lima ribu".
     *
     * @param number 0 to 999 999 999 999 999, both inclusive
     * @throws IllegalArgumentException if it is out of bounds
     */
    public static String out(long number) {
        if (number < 0 || number > 999_999_999_999_999L) {
            throw new IllegalArgumentException("can't spell " + number);
        }
        if (number == 0) {
            return DIGITS[0];
        }
        StringBuilder words = new StringBuilder();
        long factor = 1_000_000_000_000L;
        for (int power = THOUSANDS.length - 1; power >= 0; power--, factor /= 1000) {
            int group = (int) (number / factor % 1000);
            if (group > 0) {
                String spelled = power == 1 && group == 1 ? "seribu" : hundreds(group) + THOUSANDS[power];
                words.append(words.isEmpty() ? "" : " ").append(spelled);
            }
        }
        return words.toString();
    }

    /** 1 to 999. */
    private static String hundreds(int number) {
        if (number < 100) {
            return tens(number);
        }
        String hundred = number < 200 ? "seratus" : DIGITS[number / 100] + " ratus";
        return number % 100 == 0 ? hundred : hundred + " " + tens(number % 100);
    }

    /** 1 to 99. */
    private static String tens(int number) {
        if (number < 12) {
            return DIGITS[number];
        }
        if (number < 20) {
            return DIGITS[number - 10] + " belas";
        }
        String ten = DIGITS[number / 10] + " puluh";
        return number % 10 == 0 ? ten : ten + " " + DIGITS[number % 10];
    }
}
