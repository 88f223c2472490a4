package id.loket.casefile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/control-card.md} is drawn from the transition table; run with {@code -Dloket.write-docs=true} to draw it anew. */
class TransitionDiagramTest {

    private static final Path PAGE = Path.of("docs/control-card.md");

    @Test
    void the_page_shows_the_table_as_it_is() throws IOException {
        String page = page();
        if (Boolean.getBoolean("loket.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        String rows = Transition.TABLE.stream()
                .map(t -> "| %s | %s | %s | %s | %s | %s |"
                        .formatted(t.from(), t.action(), t.at(), t.who(), t.entry().getSimpleName(), t.to()))
                .collect(Collectors.joining("\n"));
        String arrows = Transition.TABLE.stream()
                .filter(t -> t.from() != t.to() || t.action() != Action.REMARK)
                .map(t -> "    %s --> %s: %s"
                        .formatted(t.from() == Status.NEW ? "[*]" : t.from(), t.to(), label(t)))
                .collect(Collectors.joining("\n"));
        String ends = Arrays.stream(Status.values())
                .filter(s -> !s.open())
                .map(s -> "    %s --> [*]".formatted(s))
                .collect(Collectors.joining("\n"));
        return """
                # The control card

                Generated from `id.loket.casefile.card.Transition`; a test holds this page to the table. From a state exactly the listed
                actions are possible. `Rules` narrows them by the definition of the step: where it may return to, whether it may return to
                the applicant, reject, or refuse by a letter, and that who prepared the letter neither initials nor signs it. Nothing is billed that
                was paid, and the letter that was last prepared is the one that is handed out.

                ```mermaid
                stateDiagram-v2
                %s
                %s
                ```

                | from | action | at | who | entry | to |
                |---|---|---|---|---|---|
                %s
                """
                .formatted(arrows, ends, rows);
    }

    private static String label(Transition t) {
        String where = switch (t.at()) {
            case EVERY_STEP -> "";
            case DELIVER_STEP -> " (last step)";
            case WORK_STEP -> " (other steps)";
            case PAY_STEP -> " (payment)";
            case PREPARE_STEP -> " (preparation)";
        };
        return t.action().name().toLowerCase(Locale.ROOT).replace('_', ' ') + where;
    }
}
