package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit.Ending;
import id.loket.inspection.Report.Recommendation;
import id.loket.payment.Payments;
import id.loket.permit.Permit;
import id.loket.permit.Permits;
import id.loket.standard.ApplicationKind;
import id.loket.standard.ServiceDefinition;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service with a technical team, a fee and a letter of refusal, from the counter to the applicant's hand. */
@LoketTest
class PremisesJourneyTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Permits permits;

    @Autowired
    private Payments payments;

    @Autowired
    private CaseFileReader reader;

    @Autowired
    private CardsVerify cards;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ServiceDefinition premises;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 08:30");
        premises = office.publish("PREMISES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREMISES", "INSPECTED"})
    void inspected_paid_and_signed_it_comes_into_the_applicants_hand(String service) {
        String file = office.register(office.publish(service), ApplicationKind.NEW);
        office.play(file);

        assertThat(office.seen(file).state().status()).isEqualTo(Status.DELIVERED);
        assertThat(permit(file).status()).isEqualTo(Permit.Status.ISSUED);
        assertThat(office.seen(file).papers().stream().map(FilePapers.Paper::key))
                .contains("inspection.paper", "payment.bill", "payment.receipt", "permit.letter", "permit.collection");
        assertThat(cards.verify().faults()).isEmpty();
    }

    @Test
    @Tag("MFG-4b")
    void the_clock_stands_still_exactly_between_bill_and_payment() {
        String file = office.register(premises, ApplicationKind.NEW);
        office.play(file, 3);
        office.move(file, Order.of(Action.RECEIVE));
        Instant promised = office.seen(file).clock().dueAt();
        clock.set("2026-11-24 10:00");
        assertThat(office.seen(file).clock().pausedAt()).isNull();

        payments.bill(office.person("bendahara"), file, office.version(file));
        assertThat(office.seen(file).state().status()).isEqualTo(Status.AWAITING_PAYMENT);
        assertThat(office.seen(file).clock().pausedAt()).isEqualTo(clock.instant());

        clock.set("2026-11-26 11:00");
        office.pay(file);

        CaseFileView paid = office.seen(file);
        assertThat(paid.clock().pausedAt()).isNull();
        assertThat(promised).isEqualTo("2026-12-02T09:00:00Z");
        // 15 working hours were the applicant's: 5 on Tuesday, 7 on Wednesday, 3 on Thursday.
        assertThat(paid.clock().dueAt()).isEqualTo("2026-12-07T02:00:00Z");
        CardRow billed = paid.rows().get(paid.rows().size() - 2);
        assertThat(billed.visit().ending()).isEqualTo(Ending.BILLED);
        assertThat(paid.currentRow().inWork()).as("the waiting is nobody's work").isEqualTo(Duration.ZERO);
        assertThat(cards.verify().faults()).isEmpty();
    }

    @Test
    void the_applicant_is_told_at_the_counter_what_it_costs() throws IOException {
        String file = office.register(premises, ApplicationKind.NEW);
        String free = office.register(premises, ApplicationKind.REVOCATION);
        Visitor loket = Visitor.signedIn(port, "loket");
        assertThat(text(loket.download("/berkas/" + file + "/tanda-terima.pdf").body())).contains("Rp50.000");
        assertThat(text(loket.download("/berkas/" + free + "/tanda-terima.pdf").body())).contains("Tidak dipungut biaya");
    }

    @Test
    void who_has_nothing_to_pay_passes_without_a_bill() {
        String file = office.register(premises, ApplicationKind.REVOCATION);
        office.play(file, 3);
        office.move(file, Order.of(Action.RECEIVE));
        assertThat(office.seen(file).work()).hasSize(1);
        assertThat(reader.file(office.person("bendahara"), file).possible())
                .contains(Action.HAND_OVER)
                .doesNotContain(Action.BILL);
        office.play(file);
        assertThat(office.seen(file).state().status()).isEqualTo(Status.DELIVERED);
        assertThat(office.seen(file).papers().stream().map(FilePapers.Paper::key)).doesNotContain("payment.bill");
    }

    @Test
    void a_letter_of_refusal_goes_the_way_of_a_letter_and_no_permit_comes_of_it() {
        String file = office.register(premises, ApplicationKind.NEW);
        office.play(file, 4);
        office.refuse(file, "Denah tidak sesuai rencana kota\nPintu keluar terhalang");
        assertThat(office.seen(file).state().refusal()).isTrue();
        assertThat(office.seen(file).papers().stream().map(FilePapers.Paper::key))
                .contains("permit.rejection")
                .doesNotContain("permit.letter");

        office.play(file, 8);
        Permit refusal = permit(file);
        assertThat(refusal.status()).isEqualTo(Permit.Status.REFUSED);
        assertThat(refusal.number()).isNotNull();
        assertThat(refusal.validUntil()).isNull();
        assertThat(permits.verify(1, refusal.verificationCode())).get().extracting(Permit::status).isEqualTo(Permit.Status.REFUSED);
        assertThat(permits.revoke(office.person("kadis"), file, "salah")).as("there is nothing to revoke").isFalse();

        office.move(file, Order.of(Action.RECEIVE));
        assertThat(reader.file(office.person("loket"), file).possible())
                .contains(Action.DELIVER_REFUSAL)
                .doesNotContain(Action.DELIVER);
        office.play(file);
        assertThat(office.seen(file).state().status()).isEqualTo(Status.REJECTED);
        assertThat(office.seen(file).currentRow().visit().ending()).isEqualTo(Ending.REFUSAL_DELIVERED);
        assertThat(cards.verify().faults()).isEmpty();
    }

    @Test
    void back_at_the_preparation_the_choice_is_made_anew() {
        String file = office.register(premises, ApplicationKind.NEW);
        office.play(file, 4);
        office.refuse(file, "Denah tidak sesuai");
        office.move(file, Order.of(Action.RECEIVE));
        office.move(file, Order.returnTo(5, "denahnya sesuai"));
        office.play(file);
        assertThat(office.seen(file).state().status()).isEqualTo(Status.DELIVERED);
        assertThat(permit(file).status()).isEqualTo(Permit.Status.ISSUED);
        assertThat(office.seen(file).papers().stream().map(FilePapers.Paper::key)).doesNotContain("permit.rejection");
    }

    @Test
    void what_the_inspection_does_not_recommend_can_only_be_refused() {
        String file = office.register(premises, ApplicationKind.NEW);
        office.play(file, 2);
        office.move(file, Order.of(Action.RECEIVE));
        office.inspect(file, Recommendation.NOT_RECOMMENDED);
        office.move(file, Order.of(Action.HAND_OVER));
        office.play(file, 4);
        office.move(file, Order.of(Action.RECEIVE));

        CaseFileView seen = reader.file(office.person("kasi"), file);
        assertThat(seen.possible()).contains(Action.PREPARE_REFUSAL).doesNotContain(Action.HAND_OVER);
        assertThat(seen.proposedReason()).isEqualTo("Bebaskan pintu keluar.");
        refused(Reason.NOT_RECOMMENDED, () -> office.move(file, Order.of(Action.HAND_OVER)));
        office.move(file, Order.of(Action.PREPARE_REFUSAL, seen.proposedReason()));
        office.play(file);
        assertThat(office.seen(file).state().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void a_service_without_letters_of_refusal_prepares_none() {
        String file = office.fileSentTo(3);
        office.does("cetak", file, Action.RECEIVE);
        refused(Reason.MAY_NOT_REFUSE, () -> office.does("cetak", file, Order.of(Action.PREPARE_REFUSAL, "alasan")));
    }

    private static void refused(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(reason));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Permit permit(String file) {
        return permits.of(office.person("kadis"), file).orElseThrow();
    }
}
