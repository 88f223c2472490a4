package id.loket.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.permit.Delivery.Recipient;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One licence, from the counter to the applicant's hand. */
@LoketTest
class MainJobTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Permits permits;

    @Autowired
    private PermitStore store;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 08:30");
    }

    @Test
    @Tag("SOP-1")
    @Tag("SOP-2")
    @Tag("DLV-3")
    void at_the_counter_a_complete_application_gets_a_number_and_a_promise() {
        String file = office.completeFile();

        CaseFileView seen = office.look(file);
        assertThat(file).matches("SIKRO-2026-\\d{5}");
        assertThat(seen.state().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(seen.state().step()).isEqualTo(3);
        assertThat(seen.clock().dueAt()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(seen.checkList().complete()).isTrue();
    }

    @Test
    @Tag("SOP-2")
    void an_incomplete_application_goes_back_with_the_list_and_continues_on_the_same_card() {
        String file = office.incompleteFile();
        CaseFileView returned = office.look(file);
        assertThat(returned.state().status()).isEqualTo(Status.WITH_APPLICANT);
        assertThat(returned.clock().dueAt()).as("nothing is promised yet").isNull();
        assertThat(returned.rows().getLast().visit().remarks().getFirst().text())
                .isEqualTo("STR refraksionis optisien (nomor tidak terbaca); Pas foto 4x6");

        clock.set("2026-11-24 10:00");
        office.does("loket2", file, Action.RESUBMIT);
        assertThatThrownBy(() -> office.does("loket2", file, Action.HAND_OVER))
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason().name()).isEqualTo("CHECK_INCOMPLETE"));
        office.check("loket2", file, "STR", "PHOTO");
        office.does("loket2", file, Action.HAND_OVER);

        CaseFileView complete = office.look(file);
        assertThat(complete.checkList().round()).isEqualTo(2);
        assertThat(complete.clock().dueAt()).isEqualTo("2026-11-26T09:00:00Z");
    }

    @Test
    @Tag("SOP-3")
    @Tag("DLV-5")
    @Tag("MFG-1")
    void the_back_office_makes_the_letter_from_the_application_and_the_legal_basis() throws IOException {
        String file = office.fileSentTo(4);

        String letter = text(letter(file));
        assertThat(letter).contains("IZIN KERJA REFRAKSIONIS OPTISIEN", "Contoh Pemohon", "Optik Contoh", "1 Januari 1995");
        assertThat(letter).contains("Peraturan Wali", "Nomor 90 Tahun 2022");
        assertThat(letter).doesNotContain("503/");
    }

    @Test
    @Tag("SOP-4")
    @Tag("SOP-5")
    @Tag("SOP-6")
    @Tag("SOP-7")
    @Tag("SOP-8")
    void initialled_signed_and_then_numbered_it_is_issued_and_can_be_verified() throws IOException {
        String file = office.fileSentTo(7);
        assertThat(permit(file).signedAt()).isNull();
        office.through(file, 7);
        Permit signed = permit(file);
        assertThat(signed.signedAt()).isNotNull();
        assertThat(signed.signatoryName()).isEqualTo("Contoh Kadis, S.H., M.Si.");
        assertThat(signed.number()).as("the number is given after the signature").isNull();
        assertThat(permits.verify(1, signed.verificationCode())).as("not issued yet, so unknown").isEmpty();

        office.through(file, 8);
        Permit issued = permit(file);
        assertThat(issued.status()).isEqualTo(Permit.Status.ISSUED);
        assertThat(issued.number()).matches("503/\\d+/DPMPTSP-SIKRO/XI/2026");
        assertThat(issued.validUntil()).isEqualTo(LocalDate.of(2031, 11, 23));
        assertThat(permits.verify(1, issued.verificationCode())).contains(issued);
        assertThat(text(letter(file))).contains(issued.number(), "23 November 2026", "Contoh Kadis, S.H., M.Si.");
    }

    @Test
    @Tag("SOP-9")
    void the_applicant_takes_it_home_and_the_file_closes() {
        String file = office.fileSentTo(9);
        assertThat(office.look(file).clock().readyAt()).isNotNull();
        office.does("loket", file, Action.RECEIVE);
        int version = office.look(file).state().version();

        deliveries.deliver(office.person("loket"), file, version, delivery(Recipient.APPLICANT));

        assertThat(office.look(file).state().status()).isEqualTo(Status.DELIVERED);
        assertThat(deliveries.of(office.person("loket"), file)).get().extracting(Delivery::name).isEqualTo("Contoh Pemohon");
        assertThatThrownBy(() -> deliveries.deliver(office.person("loket"), file, version, delivery(Recipient.APPLICANT)))
                .isInstanceOf(MoveRefused.class);
        assertThat(db.sql("select count(*) from delivery d join case_file f using (office_id, file_id) where registration = :file")
                        .param("file", file)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Tag("SOP-7")
    void a_letter_that_goes_back_has_to_be_signed_again() {
        String file = office.fileSentTo(8);
        office.does("cetak", file, Action.RECEIVE);
        office.does("cetak", file, Order.returnTo(7, "tanda tangan di tempat yang salah"));
        assertThat(permit(file).signedAt()).isNull();
        office.through(file, 8);
        assertThat(permit(file).status()).isEqualTo(Permit.Status.ISSUED);
    }

    @Test
    void a_refusal_makes_a_letter_with_the_reason() throws IOException {
        String file = office.fileSentTo(7);
        office.does("kadis", file, Action.RECEIVE);
        office.does("kadis", file, Order.of(Action.REJECT, "Tempat kerja berada di luar wilayah kota"));

        byte[] letter = store.letter(1, file, PermitStore.REJECTION).orElseThrow();
        assertThat(text(letter)).contains("Tempat kerja berada di luar wilayah kota", file);
        assertThat(permit(file).status()).isEqualTo(Permit.Status.CANCELLED);
    }

    @Test
    void a_revoked_permit_is_known_as_revoked() {
        String file = office.fileSentTo(9);
        assertThat(permits.revoke(office.person("kadis"), file, "STR dicabut")).isTrue();
        assertThat(permits.revoke(office.person("kadis"), file, "sekali lagi")).as("only once").isFalse();
        assertThat(permits.verify(1, permit(file).verificationCode()))
                .get()
                .extracting(Permit::status)
                .isEqualTo(Permit.Status.REVOKED);
    }

    @Test
    void a_revoked_permit_stays_revoked_and_is_not_handed_out() {
        String file = office.fileSentTo(9);
        office.does("loket", file, Action.RECEIVE);
        permits.revoke(office.person("kadis"), file, "STR dicabut");
        int version = office.look(file).state().version();
        assertThatThrownBy(() -> deliveries.deliver(office.person("loket"), file, version, delivery(Recipient.APPLICANT)))
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason().name()).isEqualTo("NOT_DELIVERED"));
        office.does("loket", file, Order.of(Action.WITHDRAW, "pindah kota"));
        assertThat(permit(file).status()).isEqualTo(Permit.Status.REVOKED);
    }

    @Test
    void a_permit_that_would_have_ended_already_is_not_prepared() {
        var form = OfficeAtWork.form();
        form.put("fields.strValidity", "UNTIL");
        form.put("fields.strValidUntil", "01-11-2026");
        String file = office.register(form);
        office.does("cetak", file, Action.RECEIVE);
        assertThatThrownBy(() -> office.does("cetak", file, Action.HAND_OVER))
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason().name()).isEqualTo("WOULD_HAVE_ENDED"));
    }

    @Test
    void a_refused_file_does_not_grow_late_after_it_is_closed() {
        String file = office.fileSentTo(7);
        office.does("kadis", file, Action.RECEIVE);
        office.does("kadis", file, Order.of(Action.REJECT, "tidak berwenang"));
        clock.set("2027-03-01 09:00");
        assertThat(office.look(file).late()).isFalse();
    }

    private Delivery delivery(Recipient recipient) {
        return new Delivery(recipient, "Contoh Pemohon", "1471010101950001", "", null, clock.instant());
    }

    private Permit permit(String file) {
        return permits.of(office.person("kadis"), file).orElseThrow();
    }

    private byte[] letter(String file) {
        return store.letter(1, file, PermitStore.PERMIT).orElseThrow();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
