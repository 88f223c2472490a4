package id.loket.casefile.card;

import static id.loket.casefile.card.Sikro.CETAK;
import static id.loket.casefile.card.Sikro.KADIS;
import static id.loket.casefile.card.Sikro.LOKET;
import static id.loket.casefile.card.Sikro.LOKET_DUA;
import static id.loket.casefile.card.Sikro.MADYA;
import static id.loket.casefile.card.Sikro.MUDA;
import static id.loket.casefile.card.Sikro.RANGKAP;
import static id.loket.casefile.card.Sikro.SEKRETARIS;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Order;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done with a file, by whom, and what the card then says. */
class ControlCardTest {

    private static final String AT = "2026-11-23 09:00";

    @Test
    @Tag("SOP-1")
    @Tag("SOP-9")
    @Tag("MFG-4b")
    void a_file_passes_the_nine_steps_in_their_order_and_ends_with_the_applicant() {
        Journey journey = Journey.complete(AT).through(8, AT).does(LOKET, Action.RECEIVE, AT);
        assertThat(journey.state().status()).isEqualTo(Status.READY);
        journey.does(LOKET, Action.DELIVER, AT);

        assertThat(journey.state().status()).isEqualTo(Status.DELIVERED);
        assertThat(journey.card().visits().stream().map(Visit::step)).containsExactlyElementsOf(IntStream.rangeClosed(1, 9).boxed().toList());
        assertThat(new Rules(Sikro.SOP).possible(journey.state(), LOKET.id(), LOKET.roles())).isEmpty();
    }

    @Test
    @Tag("MFG-4c")
    void handing_over_and_receiving_are_two_entries_by_two_people() {
        ControlCard card = Journey.complete(AT).does(CETAK, Action.RECEIVE, "2026-11-23 10:20").card();

        CardEntry handedOver = card.entries().get(3);
        CardEntry received = card.entries().get(4);
        assertThat(handedOver).isInstanceOf(CardEntry.HandedOver.class);
        assertThat(handedOver.by().name()).isEqualTo("Contoh Loket");
        assertThat(received).isInstanceOf(CardEntry.Received.class);
        assertThat(received.by().name()).isEqualTo("Contoh Cetak");
        assertThat(received.at()).isEqualTo(Journey.time("2026-11-23 10:20"));
    }

    @Test
    @Tag("MFG-4b")
    void nothing_can_be_done_with_a_file_before_it_is_received() {
        Journey journey = Journey.complete(AT);
        assertThat(journey.refused(CETAK, Action.HAND_OVER)).isEqualTo(Reason.NOT_RECEIVED);
    }

    @Test
    @Tag("MFG-4c")
    void a_step_belongs_to_its_role_and_a_file_to_who_has_it_in_hand() {
        Journey journey = Journey.complete(AT);
        assertThat(journey.refused(MUDA, Action.RECEIVE)).isEqualTo(Reason.NOT_YOUR_ROLE);
        journey.does(CETAK, Action.RECEIVE, AT);
        assertThat(journey.refused(MUDA, Action.HAND_OVER)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(journey.refused(RANGKAP, Action.HAND_OVER)).isEqualTo(Reason.HELD_BY_ANOTHER);
        assertThat(journey.refused(CETAK, Action.RECEIVE)).isEqualTo(Reason.NOT_NOW);
    }

    @Test
    @Tag("SOP-2")
    void an_incomplete_file_goes_back_to_the_applicant_and_comes_again_on_the_same_card() {
        Journey journey = new Journey()
                .does(LOKET, Action.REGISTER, AT)
                .does(LOKET, Action.HAND_OVER, AT)
                .does(LOKET, Action.RECEIVE, AT)
                .does(LOKET, Order.of(Action.RETURN_TO_APPLICANT, "STR tidak terbaca"), AT);
        assertThat(journey.state().status()).isEqualTo(Status.WITH_APPLICANT);
        journey.does(LOKET_DUA, Action.RESUBMIT, "2026-11-24 08:52").does(LOKET_DUA, Action.HAND_OVER, "2026-11-24 09:14");

        List<Visit> checks = journey.card().visits().stream().filter(v -> v.step() == 2).toList();
        assertThat(checks).extracting(Visit::round).containsExactly(1, 2);
        assertThat(checks.getFirst().ending()).isEqualTo(Visit.Ending.RETURNED_TO_APPLICANT);
        assertThat(checks.getFirst().remarks()).extracting(Visit.Note::text).containsExactly("STR tidak terbaca");
        assertThat(checks.getLast().receivedBy().name()).isEqualTo("Contoh Loket Dua");
    }

    @Test
    @Tag("SOP-4")
    @Tag("SOP-5")
    @Tag("SOP-6")
    void a_reviewer_who_disagrees_sends_the_file_to_an_earlier_step_with_a_reason() {
        Journey journey = Journey.complete(AT).through(4, AT).does(MADYA, Action.RECEIVE, AT);
        assertThat(journey.refused(MADYA, Order.returnTo(3, "  "))).isEqualTo(Reason.REASON_MISSING);
        assertThat(journey.refused(MADYA, Order.returnTo(6, "ke depan"))).isEqualTo(Reason.NO_RETURN_THERE);
        assertThat(journey.refused(MADYA, Order.returnTo(5, "ke sini"))).isEqualTo(Reason.NO_RETURN_THERE);

        journey.does(MADYA, Order.returnTo(3, "nama tempat kerja salah"), AT);

        assertThat(journey.state().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(journey.state().step()).isEqualTo(3);
        journey.through(8, AT);
        assertThat(journey.card().visits().stream().filter(v -> v.step() == 4)).hasSize(2);
    }

    @Test
    @Tag("SOP-7")
    void only_the_head_of_the_office_signs_and_may_refuse_there() {
        Journey journey = Journey.complete(AT).through(6, AT);
        assertThat(journey.refused(SEKRETARIS, Action.RECEIVE)).isEqualTo(Reason.NOT_YOUR_ROLE);
        journey.does(KADIS, Action.RECEIVE, AT).does(KADIS, Order.of(Action.REJECT, "tidak berwenang"), AT);
        assertThat(journey.state().status()).isEqualTo(Status.REJECTED);
        assertThat(journey.refused(CETAK, Action.RECEIVE)).isEqualTo(Reason.CLOSED);
    }

    @Test
    @Tag("SOP-3")
    @Tag("SOP-4")
    void who_prepared_the_letter_does_not_initial_it() {
        Journey journey = Journey.complete(AT).does(RANGKAP, Action.RECEIVE, AT).does(RANGKAP, Action.HAND_OVER, AT);
        assertThat(journey.refused(RANGKAP, Action.RECEIVE)).isEqualTo(Reason.PREPARED_BY_YOU);
        journey.does(MUDA, Action.RECEIVE, AT);
        assertThat(journey.refused(RANGKAP, Action.TAKE_OVER)).isEqualTo(Reason.PREPARED_BY_YOU);
    }

    @Test
    void a_colleague_takes_a_file_over_with_a_reason() {
        Journey journey = new Journey()
                .does(LOKET, Action.REGISTER, AT)
                .does(LOKET_DUA, Order.of(Action.TAKE_OVER, "rekan sakit"), AT);
        assertThat(journey.refused(LOKET, Action.HAND_OVER)).isEqualTo(Reason.HELD_BY_ANOTHER);
        journey.does(LOKET_DUA, Action.HAND_OVER, AT);
    }

    @Test
    void an_applicant_can_withdraw_at_any_time_at_the_counter() {
        Journey journey = Journey.complete(AT).does(CETAK, Action.RECEIVE, AT);
        assertThat(journey.refused(CETAK, Action.WITHDRAW)).isEqualTo(Reason.NOT_YOUR_ROLE);
        journey.does(LOKET, Order.of(Action.WITHDRAW, "pindah kota"), AT);
        assertThat(journey.state().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    @Tag("MFG-4c")
    void an_entry_is_never_dated_before_the_one_it_follows() {
        ControlCard card = Journey.complete("2026-11-23 09:00").does(CETAK, Action.RECEIVE, "2026-11-23 08:00").card();
        assertThat(card.entries().getLast().at()).isEqualTo(Journey.time("2026-11-23 09:00"));
    }

    @Test
    void every_state_that_is_not_final_has_a_way_on_and_final_states_have_none() {
        for (Status status : Status.values()) {
            boolean way = Transition.TABLE.stream().anyMatch(t -> t.from() == status && t.to() != status);
            assertThat(way).as(status.name()).isEqualTo(status.open());
        }
    }

    @Test
    @Tag("MFG-4c")
    void an_entry_hashes_as_it_always_did() {
        Stamp stamp = new Stamp(3, 2, Instant.parse("2026-11-23T01:31:00Z"), new Officer(1, "Contoh Loket", "Lo", "FRONT_OFFICE"));
        byte[] hash = Chain.next(Chain.START, 1, "SIKRO-2026-00001", new CardEntry.HandedOver(stamp, 3, "lengkap"));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo("82bc7dfebe2dab7ca113598a7ad643e68ce320fbd807b09ef0304608f6a5756a");
    }
}
