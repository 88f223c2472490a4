package id.loket.complaint;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.notice.MailingList;
import id.loket.notice.Notice;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a complaint's page: what was sent because of it, by which way, and whether it arrived (PGD-f, PGD-g). */
@Component
@Order(1)
class NoticesOfComplaint implements ComplaintPart {

    private final Notices notices;
    private final MailingList mailing;
    private final TemplateEngine templates;

    NoticesOfComplaint(Notices notices, MailingList mailing, TemplateEngine templates) {
        this.notices = notices;
        this.mailing = mailing;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, ComplaintView complaint) {
        Subject subject = Subject.complaint(complaint.number());
        List<Notice> sent = notices.of(ui.officer(), subject);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of(
                "ui", ui, "number", complaint.number(), "notices", sent, "letters", mailing.of(ui.officer(), subject));
        return Optional.of(output -> templates.render("complaint/notices.jte", model, output));
    }
}
