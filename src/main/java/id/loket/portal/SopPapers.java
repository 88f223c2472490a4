package id.loket.portal;

import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.Signatory;
import id.loket.office.OfficeLetterheads;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The SOP of a service as the official sheet with its flow chart (PermenPANRB 35/2012), in force or still a draft. */
@Component
class SopPapers {

    private final Officers officers;
    private final OfficeLetterheads letterheads;
    private final Papers papers;
    private final MessageSource messages;
    private final Clock clock;

    SopPapers(Officers officers, OfficeLetterheads letterheads, Papers papers, MessageSource messages, Clock clock) {
        this.officers = officers;
        this.letterheads = letterheads;
        this.papers = papers;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] sheet(OfficeInfo office, ServiceDefinition service, Locale locale) {
        SopFlow flow = new SopFlow(Ui.of(messages, locale, clock.instant(), office), service);
        var sheet = flow.sheet(head(office, locale), new Printing(clock.instant(), office.shortName(), 1));
        return papers.sopSheet(sheet, flow.plotter(), letterheads.of(office.officeId()), locale);
    }

    /** Who sets the office's standards. */
    Signatory head(OfficeInfo office, Locale locale) {
        Optional<OfficerProfile> head = officers.inRole(office.officeId(), "HEAD_OF_OFFICE").stream().findFirst();
        String post = officers.roles(office.officeId()).stream()
                .filter(role -> role.code().equals("HEAD_OF_OFFICE"))
                .map(role -> role.name(locale))
                .findFirst()
                .orElse("");
        return new Signatory(
                post,
                head.map(OfficerProfile::name).orElse(""),
                null,
                head.map(OfficerProfile::nip).filter(nip -> !nip.isEmpty()).orElse(null));
    }
}
