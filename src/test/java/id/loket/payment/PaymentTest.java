package id.loket.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit.Ending;
import id.loket.payment.Payment.Way;
import id.loket.payment.PaymentRefused.Problem;
import id.loket.payment.Payments.Entry;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ApplicationKind;
import id.loket.standard.ServiceDefinition;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Billed, paid, and what is wrong told and not recorded. */
@LoketTest
class PaymentTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Payments payments;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private SignedIn treasurer;
    private String file;

    @BeforeEach
    void aFileInTheTreasurersHands() {
        clock.set("2026-11-23 09:00");
        ServiceDefinition premises = office.publish("PREMISES");
        treasurer = office.person("bendahara");
        file = office.register(premises, ApplicationKind.NEW);
        office.play(file, 3);
        office.move(file, Order.of(Action.RECEIVE));
    }

    @Test
    void a_bill_has_the_amount_of_the_standard_the_next_number_and_a_month_to_the_next_working_day() throws IOException {
        Bill bill = payments.bill(treasurer, file, version());
        assertThat(bill.amount()).isEqualTo(50_000);
        assertThat(bill.number()).matches("\\d{5}/SKRD/2026");
        assertThat(bill.dueOn()).isEqualTo("2026-12-23");

        clock.set("2026-11-26 09:00");
        String other = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(other, 3);
        office.move(other, Order.of(Action.RECEIVE));
        Bill next = payments.bill(treasurer, other, office.version(other));
        assertThat(seq(next.number())).isEqualTo(seq(bill.number()) + 1);
        assertThat(next.dueOn()).as("the 26th is a Saturday after Christmas").isEqualTo("2026-12-28");

        assertThat(text(visitor().download("/berkas/" + file + "/tagihan.pdf").body()))
                .contains(bill.number(), "Rp50.000", "lima puluh ribu rupiah", "23 Desember 2026", file, "Contoh Pemohon");
    }

    @Test
    void what_was_paid_gets_a_receipt_and_the_file_goes_on() throws IOException {
        payments.bill(treasurer, file, version());
        clock.set("2026-11-25 10:00");
        Payment payment = payments.record(treasurer, file, version(), new Entry(MONDAY, 50_000L, Way.QRIS, "QR-0001"));

        CaseFileView paid = office.seen(file);
        assertThat(paid.state().status()).isEqualTo(Status.IN_WORK);
        assertThat(paid.state().holder()).isEqualTo(treasurer.officerId());
        assertThat(paid.currentRow().visit().remarks().getLast().text()).isEqualTo(payment.receipt());
        assertThat(text(visitor().download("/berkas/" + file + "/bukti-bayar.pdf").body()))
                .contains(payment.receipt(), "lima puluh ribu rupiah", "QRIS, QR-0001", "23 November 2026");
        office.move(file, Order.of(Action.HAND_OVER));
        assertThat(office.seen(file).state().step()).isEqualTo(5);
    }

    @Test
    void nothing_leaves_the_payment_unpaid_and_nothing_is_billed_or_paid_by_a_mere_movement() {
        refused(Reason.NOT_PAID, () -> office.move(file, Order.of(Action.HAND_OVER)));
        refused(Reason.NOT_BY_PAYMENT, () -> office.move(file, Order.of(Action.BILL)));
        payments.bill(treasurer, file, version());
        refused(Reason.NOT_BY_PAYMENT, () -> office.move(file, Order.of(Action.RECORD_PAYMENT)));
        refused(Reason.NOT_NOW, () -> office.move(file, Order.of(Action.HAND_OVER)));
        office.pay(file);
        refused(Reason.NOT_BY_PAYMENT, () -> office.move(file, Order.of(Action.CANCEL_PAYMENT, "salah")));
        refused(Reason.PAID_ALREADY, () -> payments.bill(treasurer, file, version()));
        assertThat(office.seen(file).state().paid()).isTrue();
    }

    @Test
    void a_wrong_payment_is_told_and_not_recorded() {
        payments.bill(treasurer, file, version());
        int version = version();
        wrong("payment.amount.wrong", new Entry(MONDAY, 49_999L, Way.CASH, ""));
        wrong("payment.amount.wrong", new Entry(MONDAY, null, Way.CASH, ""));
        wrong("payment.date.future", new Entry(MONDAY.plusDays(1), 50_000L, Way.CASH, ""));
        wrong("payment.date.early", new Entry(MONDAY.minusDays(1), 50_000L, Way.CASH, ""));
        wrong("payment.date.wrong", new Entry(null, 50_000L, Way.CASH, ""));
        wrong("payment.way.empty", new Entry(MONDAY, 50_000L, null, ""));
        wrong("payment.reference.empty", new Entry(MONDAY, 50_000L, Way.TRANSFER, " "));
        wrong("payment.reference.long", new Entry(MONDAY, 50_000L, Way.TRANSFER, "0".repeat(61)));
        assertThat(version()).isEqualTo(version);
        assertThat(payments.of(office.seen(file))).isEmpty();
    }

    @Test
    void sent_twice_it_is_paid_once() {
        payments.bill(treasurer, file, version());
        int version = version();
        Entry entry = new Entry(MONDAY, 50_000L, Way.CASH, "");
        payments.record(treasurer, file, version, entry);
        refused(Reason.STALE, () -> payments.record(treasurer, file, version, entry));
        assertThat(payments.of(office.seen(file))).hasSize(1);
    }

    @Test
    void of_two_at_the_same_moment_one_is_told_what_the_other_did() throws Exception {
        payments.bill(treasurer, file, version());
        int version = version();
        Callable<Boolean> pay = () -> {
            try {
                payments.record(treasurer, file, version, new Entry(MONDAY, 50_000L, Way.CASH, ""));
                return true;
            } catch (MoveRefused refused) {
                assertThat(refused.refusal().reason()).isEqualTo(Reason.STALE);
                return false;
            }
        };
        try (var clerks = Executors.newFixedThreadPool(2)) {
            var answers = clerks.invokeAll(List.of(pay, pay));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(payments.of(office.seen(file))).hasSize(1);
    }

    @Test
    void a_payment_recorded_wrongly_is_cancelled_with_a_reason_and_stays_to_be_read() {
        payments.bill(treasurer, file, version());
        payments.record(treasurer, file, version(), new Entry(MONDAY, 50_000L, Way.TRANSFER, "TRX-1"));
        refused(Reason.REASON_MISSING, () -> payments.cancel(treasurer, file, version(), " \u0000 "));
        payments.cancel(treasurer, file, version(), "berkas lain yang dibayar");
        assertThat(office.seen(file).state().status()).isEqualTo(Status.AWAITING_PAYMENT);
        assertThat(office.seen(file).clock().pausedAt()).isEqualTo(clock.instant());

        payments.record(treasurer, file, version(), new Entry(MONDAY, 50_000L, Way.TRANSFER, "TRX-2"));
        List<Payment> recorded = payments.of(office.seen(file));
        assertThat(recorded).extracting(Payment::reference).containsExactly("TRX-1", "TRX-2");
        assertThat(recorded).extracting(Payment::counts).containsExactly(false, true);
        assertThat(recorded.getFirst().cancelledWhy()).isEqualTo("berkas lain yang dibayar");
        assertThat(seq(recorded.get(1).receipt())).isEqualTo(seq(recorded.get(0).receipt()) + 1);
        assertThat(office.seen(file).rows().stream().map(CardRow::visit).map(v -> v.ending()))
                .contains(Ending.BILLED, Ending.PAYMENT_CANCELLED);
    }

    @Test
    void before_it_is_paid_the_applicant_may_withdraw() {
        payments.bill(treasurer, file, version());
        office.does("loket", file, Order.of(Action.WITHDRAW, "tidak jadi membuka usaha"));
        assertThat(office.seen(file).state().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void who_is_not_the_treasurer_or_of_another_office_is_refused() {
        payments.bill(treasurer, file, version());
        Entry entry = new Entry(MONDAY, 50_000L, Way.CASH, "");
        refused(Reason.NOT_YOUR_ROLE, () -> payments.record(office.person("loket"), file, version(), entry));
        SignedIn stranger =
                new SignedIn(2, treasurer.officerId(), "bendahara", "Contoh Asing", "As", treasurer.roles(), "");
        assertThatThrownBy(() -> payments.record(stranger, file, version(), entry)).isInstanceOf(NoSuchFile.class);
        assertThatThrownBy(() -> payments.record(office.person("cetak"), file, version(), entry)).isInstanceOf(NoSuchFile.class);
    }

    @Test
    void the_page_leads_from_bill_to_receipt_and_keeps_what_was_typed() {
        Visitor visitor = visitor();
        assertThat(visitor.get("/berkas/" + file).body()).contains("Terbitkan tagihan", "/pembayaran");
        visitor.get("/berkas/" + file + "/pembayaran");
        visitor.post("/berkas/" + file + "/pembayaran/tagihan", Map.of("versi", String.valueOf(version())));
        assertThat(visitor.get("/berkas/" + file).body()).contains("Menunggu pembayaran Rp50.000", "waktu berhenti", "Catat pembayaran");

        Map<String, String> typed = Map.of(
                "versi", String.valueOf(version()),
                "tanggal", "24-11-2026",
                "jumlah", "Rp 40.000",
                "cara", "TRANSFER",
                "acuan", "<script>alert(1)</script>");
        var answer = visitor.post("/berkas/" + file + "/pembayaran", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Tanggal bayar tidak boleh sesudah hari ini", "Jumlahnya harus sama dengan tagihan", "Rp 40.000")
                .contains("&lt;script")
                .doesNotContain("<script>alert(1)");

        Map<String, String> right = Map.of(
                "versi", String.valueOf(version()), "tanggal", "23-11-2026", "jumlah", "Rp 50.000,00", "cara", "CASH", "acuan", "");
        assertThat(visitor.post("/berkas/" + file + "/pembayaran", right).statusCode()).isEqualTo(302);
        var again = visitor.post("/berkas/" + file + "/pembayaran", right);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("dicatat lunas oleh Contoh Bendahara");
        assertThat(visitor.get("/berkas/" + file).body()).contains("sudah dibayar", "bukti-bayar.pdf");
    }

    @Test
    void the_applicant_reads_what_to_pay_and_the_work_list_who_is_late() {
        Bill bill = payments.bill(treasurer, file, version());
        String tracked = new Visitor(port).get("/lacak/1471-" + office.seen(file).application().trackingCode()).body();
        assertThat(tracked).contains("menunggu pembayaran", "Bayar retribusi Rp50.000", bill.number(), "23 Desember 2026");
        assertThat(visitor().get("/meja-kerja?antrean=WITH_APPLICANT").body()).contains(file, "Menunggu pembayaran, waktu berhenti");
        clock.set("2026-12-23 15:00");
        assertThat(visitor().get("/meja-kerja?cari=" + file).body()).doesNotContain("Belum dibayar");
        clock.set("2026-12-28 09:00");
        assertThat(visitor().get("/meja-kerja?cari=" + file).body()).contains("Belum dibayar, batasnya 23 Desember 2026");
    }

    @Test
    void programs_bill_and_pay_with_the_same_rules() {
        Visitor program = new Visitor(port);
        String path = "/api/files/" + file;
        assertThat(program.api("POST", path + "/bill", "bendahara", "{\"version\": %d}".formatted(version())).statusCode())
                .isEqualTo(201);
        var wrong = program.api(
                "POST", path + "/payments", "bendahara", "{\"version\": %d, \"amount\": 1, \"way\": \"CASH\"}".formatted(version()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("jumlah", "tanggal");
        String right = "{\"version\": %d, \"paidOn\": \"2026-11-23\", \"amount\": 50000, \"way\": \"CASH\"}".formatted(version());
        assertThat(program.api("POST", path + "/payments", "loket", right).statusCode()).isEqualTo(409);
        assertThat(program.api("POST", path + "/payments", "bendahara", right).statusCode()).isEqualTo(201);
        assertThat(program.api("GET", path + "/bill", "bendahara", null).body()).contains("\"amount\":50000", "\"receipt\":");
    }

    private void wrong(String key, Entry entry) {
        assertThatThrownBy(() -> payments.record(treasurer, file, version(), entry))
                .isInstanceOfSatisfying(
                        PaymentRefused.class, e -> assertThat(e.problems()).extracting(Problem::key).containsExactly(key));
    }

    private static void refused(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(reason));
    }

    private int version() {
        return office.version(file);
    }

    private Visitor visitor() {
        return Visitor.signedIn(port, "bendahara");
    }

    private static int seq(String number) {
        return Integer.parseInt(number.substring(0, 5));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
