package id.loket.portal;

import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The SOP of a service as the official sheet with its flow chart (PermenPANRB 35/2012), in force or still a draft. */
@Component
class SopPapers {

    private final OfficeLetterheads letterheads;
    private final Papers papers;
    private final MessageSource messages;
    private final Clock clock;

    SopPapers(OfficeLetterheads letterheads, Papers papers, MessageSource messages, Clock clock) {
        this.letterheads = letterheads;
        this.papers = papers;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] sheet(OfficeInfo office, ServiceDefinition service, Locale locale) {
        SopFlow flow = new SopFlow(Ui.of(messages, locale, clock.instant(), office), service);
        var sheet = flow.sheet(letterheads.head(office.officeId(), locale), new Printing(clock.instant(), office.shortName(), 1));
        return papers.sopSheet(sheet, flow.plotter(), letterheads.of(office.officeId()), locale);
    }
}
