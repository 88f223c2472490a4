package id.loket.payment;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.NoSuchFile;
import id.loket.document.BillSheet;
import id.loket.document.Papers;
import id.loket.document.PaymentReceipt;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The papers of a payment, in Indonesian like all that goes to applicants and auditors. */
@Component
class PaymentPrints {

    private final Payments payments;
    private final Papers papers;
    private final Officers officers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;

    PaymentPrints(
            Payments payments,
            Papers papers,
            Officers officers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages) {
        this.payments = payments;
        this.papers = papers;
        this.officers = officers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
    }

    byte[] bill(SignedIn officer, CaseFileView file) {
        Bill bill = payments.bill(file).orElseThrow(() -> new NoSuchFile(file.registration()));
        BillSheet sheet = new BillSheet(
                bill.number(),
                day(bill.billedAt(), file),
                bill.dueOn(),
                file.application().applicant().name(),
                file.application().applicant().address(),
                file.registration(),
                file.service().name().in(Texts.INDONESIAN),
                bill.amount(),
                officers.profile(file.officeId(), bill.billedBy()).name(),
                new Printing(file.now(), officer.name(), 1));
        return papers.bill(sheet, letterheads.of(file.officeId()));
    }

    byte[] receipt(SignedIn officer, CaseFileView file) {
        Bill bill = payments.bill(file).orElseThrow(() -> new NoSuchFile(file.registration()));
        Payment payment = payments.of(file).stream()
                .filter(Payment::counts)
                .findFirst()
                .orElseThrow(() -> new NoSuchFile(file.registration()));
        Ui ui = Ui.of(messages, Texts.INDONESIAN, file.now(), offices.byId(file.officeId()));
        PaymentReceipt receipt = new PaymentReceipt(
                payment.receipt(),
                bill.number(),
                file.application().applicant().name(),
                file.registration(),
                file.service().name().in(Texts.INDONESIAN),
                payment.amount(),
                payment.paidOn(),
                ui.t("payment.way." + payment.way()),
                payment.reference(),
                officers.profile(file.officeId(), payment.recordedBy()).name(),
                new Printing(file.now(), officer.name(), 1));
        return papers.paymentReceipt(receipt, letterheads.of(file.officeId()));
    }

    private LocalDate day(Instant at, CaseFileView file) {
        ZoneId zone = offices.byId(file.officeId()).zone();
        return at.atZone(zone).toLocalDate();
    }
}
