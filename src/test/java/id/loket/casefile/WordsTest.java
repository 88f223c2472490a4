package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit;
import id.loket.platform.web.Texts;
import id.loket.standard.ApplicationKind;
import id.loket.standard.Requirement;
import id.loket.standard.StepKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** Every state, action and reason that the code knows has its words, so that no page shows a key. */
class WordsTest {

    private static final MessageSource MESSAGES = Texts.bundles();

    static Stream<String> keys() {
        return Stream.of(
                        names("refusal.", Reason.values()),
                        names("status.", Status.values()),
                        names("fact.where.", Status.values()),
                        names("queue.", WorkLists.Queue.values()),
                        names("work.since.", WorkLists.Queue.values()),
                        names("kind.", ApplicationKind.values()),
                        names("check.", Check.Result.values()),
                        names("requirement.form.", Requirement.Form.values()),
                        names("card.ending.", Visit.Ending.values()).filter(k -> !k.endsWith(".HANDED_OVER")),
                        Arrays.stream(StepKind.values()).filter(k -> k != StepKind.DELIVER).map(k -> "do.HAND_OVER." + k),
                        Arrays.stream(Action.values()).filter(Action::needsReason).filter(a -> a != Action.CANCEL_PAYMENT).map(a -> "do." + a + ".send"),
                        Arrays.stream(Action.values()).filter(a -> a != Action.REGISTER).map(a -> "done." + a))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void it_has_words_in_both_languages(String key) {
        assertThat(MESSAGES.getMessage(key, new Object[] {"1", "2", "3"}, "", Texts.INDONESIAN)).isNotBlank();
        assertThat(MESSAGES.getMessage(key, new Object[] {"1", "2", "3"}, "", Locale.ENGLISH)).isNotBlank();
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> prefix + v.name());
    }
}
