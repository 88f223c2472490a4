package id.loket.payment;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFiles;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Remarks;
import id.loket.casefile.card.Rules.Order;
import id.loket.office.Counters;
import id.loket.office.WorkingCalendars;
import id.loket.payment.Payment.Way;
import id.loket.payment.PaymentRefused.Problem;
import id.loket.platform.security.SignedIn;
import id.loket.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills and payments. Each call writes what it is about and moves the file, both or neither; a second officer who comes at the same moment
 * is told what the first has done.
 */
@Service
public class Payments {

    static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_REASON = 500;
    /** An applicant has a month to pay, and then to the next working day. */
    private static final int MONTHS_TO_PAY = 1;

    /**
     * A payment as an officer enters it; what is missing is null.
     *
     * @param reference number of the transfer; may be empty for cash only
     */
    public record Entry(LocalDate paidOn, Long amount, Way way, String reference) {}

    private final PaymentStore payments;
    private final CaseFiles caseFiles;
    private final CaseFileReader files;
    private final Counters counters;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Payments(
            PaymentStore payments,
            CaseFiles caseFiles,
            CaseFileReader files,
            Counters counters,
            WorkingCalendars calendars,
            Clock clock) {
        this.payments = payments;
        this.caseFiles = caseFiles;
        this.files = files;
        this.counters = counters;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Bills the applicant with what the definition of the service says; the file's clock stops.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws MoveRefused if the file isn't at a payment in the officer's hands, moved meanwhile, or has nothing to pay
     */
    @Transactional
    public Bill bill(SignedIn by, String registration, int expectedVersion) {
        CaseFileView file = possible(by, registration, Action.BILL, expectedVersion);
        WorkingCalendar calendar = calendars.of(by.officeId());
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        LocalDate due = today.plusMonths(MONTHS_TO_PAY);
        while (!calendar.isWorkingDay(due)) {
            due = due.plusDays(1);
        }
        long seq = counters.next(by.officeId(), "BILL", today.getYear());
        Bill bill = new Bill(
                "%05d/SKRD/%d".formatted(seq, today.getYear()),
                file.application().amount(file.service()),
                clock.instant(),
                by.officerId(),
                due);
        if (!payments.addBill(by.officeId(), file.fileId(), today.getYear(), seq, bill)) {
            throw new MoveRefused(registration, new Refusal(Reason.STALE, file.state().step()), null);
        }
        caseFiles.move(by, registration, Order.of(Action.BILL, bill.number()), expectedVersion);
        return bill;
    }

    /**
     * Records that the bill was paid; the file's clock goes on, and the file is in the officer's hands.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws PaymentRefused if the payment isn't as it must be: the whole amount, on a day from the bill to today
     * @throws MoveRefused    if no payment is waited for, or the file moved meanwhile
     */
    @Transactional
    public Payment record(SignedIn by, String registration, int expectedVersion, Entry entry) {
        CaseFileView file = possible(by, registration, Action.RECORD_PAYMENT, expectedVersion);
        Bill bill = payments.bill(by.officeId(), file.fileId()).orElseThrow();
        LocalDate today = day(by, clock.instant());
        String reference = Remarks.of(entry.reference(), LONGEST_REFERENCE + 1);
        List<Problem> problems = problems(entry, reference, bill, day(by, bill.billedAt()), today);
        if (!problems.isEmpty()) {
            throw new PaymentRefused(problems);
        }
        // The counter's row makes a second officer wait here, who then finds the file moved.
        long seq = counters.next(by.officeId(), "RECEIPT", today.getYear());
        Payment payment = new Payment(
                payments.payments(by.officeId(), file.fileId()).size() + 1,
                "%05d/TBP/%d".formatted(seq, today.getYear()),
                entry.paidOn(),
                entry.amount(),
                entry.way(),
                reference,
                clock.instant(),
                by.officerId(),
                null,
                "");
        possible(by, registration, Action.RECORD_PAYMENT, expectedVersion);
        payments.addPayment(by.officeId(), file.fileId(), today.getYear(), seq, payment);
        caseFiles.move(by, registration, Order.of(Action.RECORD_PAYMENT, payment.receipt()), expectedVersion);
        return payment;
    }

    /**
     * Takes back a payment that was recorded wrongly, with the reason; the bill is open again. What was recorded stays to be read.
     *
     * @throws MoveRefused if there is none, the file has left the payment, moved meanwhile, or the reason is missing
     */
    @Transactional
    public void cancel(SignedIn by, String registration, int expectedVersion, String why) {
        CaseFileView file = possible(by, registration, Action.CANCEL_PAYMENT, expectedVersion);
        String reason = Remarks.of(why, LONGEST_REASON);
        if (reason.isEmpty()) {
            throw new MoveRefused(registration, new Refusal(Reason.REASON_MISSING, file.state().step()), null);
        }
        Payment wrong = payments.payments(by.officeId(), file.fileId()).getLast();
        payments.cancel(by.officeId(), file.fileId(), wrong.number(), reason, clock.instant(), by.officerId());
        caseFiles.move(by, registration, Order.of(Action.CANCEL_PAYMENT, reason), expectedVersion);
    }

    /** The bill of a file that the officer may see; empty if there is none yet. */
    @Transactional(readOnly = true)
    public Optional<Bill> bill(CaseFileView file) {
        return payments.bill(file.officeId(), file.fileId());
    }

    /** What was recorded for a file, in order, also what was cancelled. */
    @Transactional(readOnly = true)
    public List<Payment> of(CaseFileView file) {
        return payments.payments(file.officeId(), file.fileId());
    }

    /** The file, if the officer can do this with it now; otherwise trying it says why not. */
    private CaseFileView possible(SignedIn by, String registration, Action action, int expectedVersion) {
        CaseFileView file = files.file(by, registration);
        if (file.state().version() != expectedVersion || !file.may(action)) {
            caseFiles.move(by, registration, Order.of(action, "-"), expectedVersion);
            throw new IllegalStateException(action + " was neither possible nor refused with " + registration);
        }
        return file;
    }

    private static List<Problem> problems(Entry entry, String reference, Bill bill, LocalDate billedOn, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (entry.paidOn() == null) {
            problems.add(new Problem("tanggal", "payment.date.wrong"));
        } else if (entry.paidOn().isAfter(today)) {
            problems.add(new Problem("tanggal", "payment.date.future"));
        } else if (entry.paidOn().isBefore(billedOn)) {
            problems.add(new Problem("tanggal", "payment.date.early"));
        }
        if (entry.amount() == null || entry.amount() != bill.amount()) {
            problems.add(new Problem("jumlah", "payment.amount.wrong"));
        }
        if (entry.way() == null) {
            problems.add(new Problem("cara", "payment.way.empty"));
        } else if (entry.way() != Way.CASH && reference.isEmpty()) {
            problems.add(new Problem("acuan", "payment.reference.empty"));
        }
        if (reference.length() > LONGEST_REFERENCE) {
            problems.add(new Problem("acuan", "payment.reference.long"));
        }
        return problems;
    }

    private LocalDate day(SignedIn by, Instant at) {
        return at.atZone(calendars.of(by.officeId()).zone()).toLocalDate();
    }
}
