package id.loket.standard;

import java.util.List;
import java.util.function.Function;

/**
 * What the service costs (component 4, <i>biaya/tarif</i>).
 *
 * @param rates what is paid in which case; the first whose condition holds counts, and where none holds nothing is paid
 */
public record Fee(List<Rate> rates) {

    public static final Fee FREE = new Fee(List.of());

    /**
     * One amount.
     *
     * @param amount whole rupiah, 0 for free of charge
     * @param when   in which case; may name the kind of application and whatever requirements may name
     * @param note   the same in words; null exactly where it is always paid
     */
    public record Rate(long amount, Condition when, Text note) {
        public Rate {
            when = when == null ? Condition.ALWAYS : when;
            new Faults()
                    .expect(amount >= 0 && amount < 1_000_000_000_000L, "amount", "amount")
                    .comparing("when", "note")
                    .expect(when.isAlways() == (note == null), "note", "note-and-when")
                    .raise();
        }
    }

    public Fee {
        rates = Faults.copy(rates);
    }

    /** The same amount for everybody; 0 for free of charge. */
    public static Fee of(long rupiah) {
        return rupiah == 0 ? FREE : new Fee(List.of(new Rate(rupiah, Condition.ALWAYS, null)));
    }

    /** Whether nobody pays anything. */
    public boolean isFree() {
        return rates.stream().allMatch(r -> r.amount() == 0);
    }

    /**
     * What is paid in a case.
     *
     * @param facts value by name; null or "" where it isn't known
     * @return whole rupiah, 0 for nothing
     */
    public long amount(Function<String, String> facts) {
        return rates.stream().filter(r -> r.when().holds(facts)).mapToLong(Rate::amount).findFirst().orElse(0);
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
            throw new IllegalArgumentException("a fee is FREE or an amount in whole rupiah such as 50000, not " + text);
        }
        return of(Long.parseLong(text));
    }
}
