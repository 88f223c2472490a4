package id.loket.payment;

import id.loket.casefile.FilePapers;
import id.loket.casefile.StepWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Status;
import id.loket.office.WorkingCalendars;
import id.loket.standard.StepKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a file's page says about its fee, and the papers. */
@Component
class PaymentWork implements StepWork, FilePapers {

    private final PaymentStore payments;
    private final WorkingCalendars calendars;
    private final Clock clock;

    PaymentWork(PaymentStore payments, WorkingCalendars calendars, Clock clock) {
        this.payments = payments;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Optional<Work> at(Place place) {
        if (place.step().kind() != StepKind.PAY) {
            return Optional.empty();
        }
        String path = "/berkas/" + place.registration() + "/pembayaran";
        long amount = place.application().amount(place.service());
        if (place.state().paid()) {
            return Optional.of(new Work(
                    ui -> ui.t("payment.work.paid", ui.rupiah(amount)),
                    null,
                    null,
                    List.of(new Link("payment.open", path)),
                    Set.of(),
                    ""));
        }
        if (amount == 0) {
            return Optional.of(
                    new Work(ui -> ui.t("payment.work.nothing"), null, null, List.of(), Set.of(Action.BILL), ""));
        }
        if (place.state().status() != Status.AWAITING_PAYMENT) {
            return Optional.of(new Work(
                    ui -> ui.t("payment.work.bill", ui.rupiah(amount)),
                    null,
                    place.mine() ? new Link("payment.bill.make", path) : null,
                    List.of(),
                    Set.of(Action.HAND_OVER),
                    ""));
        }
        Bill bill = payments.bill(place.officeId(), place.fileId()).orElseThrow();
        return Optional.of(new Work(
                ui -> ui.t("payment.work.waiting", ui.rupiah(bill.amount()), bill.number(), ui.date(bill.dueOn())),
                ui -> ui.t("payment.work.pay", ui.rupiah(bill.amount()), bill.number(), ui.dateLong(bill.dueOn())),
                place.mine() ? new Link("payment.record", path) : null,
                List.of(),
                Set.of(),
                ""));
    }

    @Override
    public Map<String, LocalDate> overdue(int officeId, Collection<String> registrations) {
        LocalDate today = clock.instant().atZone(calendars.of(officeId).zone()).toLocalDate();
        return payments.dueBefore(officeId, registrations, today);
    }

    @Override
    public Held of(int officeId, long fileId, String registration) {
        List<Paper> papers = new ArrayList<>();
        if (payments.bill(officeId, fileId).isEmpty()) {
            return new Held(papers, List.of());
        }
        String path = "/berkas/" + registration;
        papers.add(new Paper("payment.bill", path + "/tagihan.pdf", null));
        if (payments.payments(officeId, fileId).stream().anyMatch(Payment::counts)) {
            papers.add(new Paper("payment.receipt", path + "/bukti-bayar.pdf", null));
        }
        return new Held(papers, List.of());
    }
}
