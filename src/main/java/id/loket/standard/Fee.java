package id.loket.standard;

/**
 * What the service costs (component 4, <i>biaya/tarif</i>).
 *
 * @param rupiah 0 for free of charge
 */
public record Fee(long rupiah) {

    public static final Fee FREE = new Fee(0);

    public Fee {
        new Faults().expect(rupiah >= 0, "", "a fee isn't negative").raise();
    }

    public boolean isFree() {
        return rupiah == 0;
    }

    /**
     * @param text {@code FREE} or an amount in whole rupiah, e.g. {@code 50000}
     * @throws IllegalArgumentException if it is neither
     */
    public static Fee parse(String text) {
        if (text.equals("FREE")) {
            return FREE;
        }
        if (!text.matches("[1-9][0-9]{0,11}")) {
            throw new IllegalArgumentException("a fee is FREE or an amount in whole rupiah such as 50000, not '" + text + "'");
        }
        return new Fee(Long.parseLong(text));
    }
}
