package id.loket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Amounts in words, as every clerk in Indonesia writes them. */
class SpelledTest {

    private static final List<String> DIGITS =
            List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan");
    private static final Map<String, Long> GROUPS =
            Map.of("ribu", 1_000L, "juta", 1_000_000L, "miliar", 1_000_000_000L, "triliun", 1_000_000_000_000L);

    @Example
    void the_words_that_are_formed_in_their_own_way() {
        Map.of(
                        0L, "nol",
                        11L, "sebelas",
                        15L, "lima belas",
                        100L, "seratus",
                        1_000L, "seribu",
                        1_111L, "seribu seratus sebelas",
                        101_000L, "seratus satu ribu",
                        1_000_000L, "satu juta",
                        50_000L, "lima puluh ribu",
                        2_001_250L, "dua juta seribu dua ratus lima puluh")
                .forEach((number, words) -> assertThat(Spelled.out(number)).isEqualTo(words));
        assertThatThrownBy(() -> Spelled.out(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spelled.out(1_000_000_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 2000)
    void read_back_it_is_the_same_number(@ForAll("numbers") long number) {
        assertThat(read(Spelled.out(number))).isEqualTo(number);
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 9_999), Arbitraries.longs().between(0, 999_999_999_999_999L));
    }

    /** Reads words by what they mean, and not the way they are formed. */
    private static long read(String words) {
        long sum = 0;
        long group = 0;
        long last = 0;
        for (String word : words.split(" ")) {
            switch (word) {
                case "sepuluh" -> group += 10;
                case "sebelas" -> group += 11;
                case "seratus" -> group += 100;
                case "seribu" -> sum += 1_000;
                case "belas" -> group += 10;
                case "puluh" -> group += 9 * last;
                case "ratus" -> group += 99 * last;
                default -> {
                    if (GROUPS.containsKey(word)) {
                        sum += group * GROUPS.get(word);
                        group = 0;
                    } else {
                        last = DIGITS.indexOf(word);
                        group += last;
                    }
                }
            }
        }
        return sum + group;
    }
}
