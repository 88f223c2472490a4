package id.loket.guarantee;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.FilePart;
import id.loket.casefile.card.Status;
import id.loket.notice.MailingList;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.platform.web.Ui;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a file's page: who was told what, when, by which way, and whether it arrived (MFG-6a, MFG-6b). */
@Component
class NoticesOfFile implements FilePart {

    private final Notices notices;
    private final MailingList mailing;
    private final CollectionReminders reminders;
    private final TemplateEngine templates;

    NoticesOfFile(Notices notices, MailingList mailing, CollectionReminders reminders, TemplateEngine templates) {
        this.notices = notices;
        this.mailing = mailing;
        this.reminders = reminders;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, CaseFileView file) {
        Subject subject = Subject.file(file.registration());
        Map<String, Object> model = new HashMap<>();
        model.put("ui", ui);
        model.put("file", file);
        model.put("notices", notices.of(ui.officer(), subject));
        model.put("letters", mailing.of(ui.officer(), subject));
        model.put("reminder", reminders.of(file.officeId(), file.fileId()).orElse(null));
        model.put("mayAgree", file.state().status() == Status.READY && ui.is(file.step().actor()));
        return Optional.of(output -> templates.render("guarantee/notices.jte", model, output));
    }
}
