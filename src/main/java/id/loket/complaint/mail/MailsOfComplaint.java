package id.loket.complaint.mail;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.complaint.ComplaintPart;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.handling.Rules;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a complaint's page, for the desk: the mails that came for it, and what became of each (PGD-g). */
@Component
@Order(2)
class MailsOfComplaint implements ComplaintPart {

    private final MailStore store;
    private final TemplateEngine templates;

    MailsOfComplaint(MailStore store, TemplateEngine templates) {
        this.store = store;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, ComplaintView complaint) {
        if (!ui.is(Rules.DESK)) {
            return Optional.empty();
        }
        List<ReceivedMail> mails = store.of(ui.officer().officeId(), complaint.number());
        return mails.isEmpty()
                ? Optional.empty()
                : Optional.of(output -> templates.render("complaintmail/of.jte", Map.of("ui", ui, "mails", mails), output));
    }
}
