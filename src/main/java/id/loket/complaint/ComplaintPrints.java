package id.loket.complaint;

import id.loket.complaint.handling.Entry;
import id.loket.document.ComplaintReceipt;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Papers of a complaint. */
@Service
class ComplaintPrints {

    private final Papers papers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    ComplaintPrints(
            Papers papers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.papers = papers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the complainant takes home (UU 25/2009 art. 43). */
    byte[] receipt(SignedIn officer, ComplaintView complaint, Locale locale) {
        OfficeInfo office = offices.byId(officer.officeId());
        Ui ui = Ui.of(messages, locale, clock.instant(), office);
        Entry received = complaint.entries().getFirst();
        String by = received.stamp().by().name();
        Complainant who = complaint.complainant();
        ComplaintReceipt receipt = new ComplaintReceipt(
                complaint.number(),
                who.name().isEmpty() ? ui.t("complaint.noName") : ComplaintAction.value(complaint, "name"),
                who.address(),
                who.anonymous(),
                who.confidential(),
                ui.t("complaint.medium." + complaint.state().medium().name()),
                complaint.registration().isEmpty() ? null : complaint.registration(),
                complaint.subject(),
                complaint.story(),
                complaint.wanted(),
                complaint.receivedAt(),
                by.isEmpty() ? officer.name() : by,
                complaint.strictest() == null ? null : complaint.strictest().due(),
                settings.publicUrl() + "/aduan/" + office.code() + "-" + complaint.statusCode(),
                new Printing(clock.instant(), officer.name(), 1));
        return papers.complaintReceipt(receipt, letterheads.of(officer.officeId()), locale);
    }
}
