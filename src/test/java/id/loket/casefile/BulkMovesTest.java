package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same with many files at once: what can be done is done whole, what can't is named with its reason. */
@LoketTest
class BulkMovesTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private BulkMoves bulk;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    @Tag("SOP-4")
    @Tag("MFG-4c")
    void of_200_selected_3_are_not_possible_and_197_are_done() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String file = office.fileSentTo(4);
            files.add(file);
        }
        BulkMoves.Result received = bulk.move(office.person("muda"), files, Order.of(Action.RECEIVE));
        assertThat(received.done()).hasSize(200);
        String withdrawn = files.get(17);
        office.does("loket", withdrawn, Order.of(Action.WITHDRAW, "pindah kota"));
        String ahead = files.get(99);
        office.does("muda", ahead, Action.HAND_OVER);
        String returned = files.get(150);
        office.does("muda", returned, Order.returnTo(3, "salah ketik"));

        BulkMoves.Result result = bulk.move(office.person("muda"), files, Order.of(Action.HAND_OVER));

        assertThat(result.done()).hasSize(197);
        assertThat(result.refused()).extracting(MoveRefused::registration).containsExactly(withdrawn, ahead, returned);
        assertThat(result.refused()).extracting(r -> r.refusal().reason())
                .containsExactly(Reason.CLOSED, Reason.NOT_YOUR_ROLE, Reason.NOT_YOUR_ROLE);
        for (String done : result.done()) {
            CaseFileView file = office.look(done);
            assertThat(file.state().step()).isEqualTo(5);
            assertThat(file.state().status()).isEqualTo(Status.IN_TRANSIT);
            assertThat(file.rows().get(3).visit().leftBy().name()).isEqualTo("Contoh Muda");
        }
    }

    @Test
    void a_number_that_is_not_the_offices_is_named_and_holds_up_nothing() {
        String file = office.fileSentTo(4);
        BulkMoves.Result result =
                bulk.move(office.person("muda"), List.of("SIKRO-1999-00001", file, file), Order.of(Action.RECEIVE));
        assertThat(result.unknown()).containsExactly("SIKRO-1999-00001");
        assertThat(result.done()).as("once, though selected twice").containsExactly(file);
    }
}
