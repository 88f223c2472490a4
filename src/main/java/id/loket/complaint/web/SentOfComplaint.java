package id.loket.complaint.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.complaint.ComplaintKinds;
import id.loket.complaint.ComplaintPart;
import id.loket.complaint.ComplaintView;
import id.loket.platform.web.Ui;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a complaint's page: what its sender chose on the public form or in an outside application, and how the address was confirmed. */
@Component
@Order(3)
class SentOfComplaint implements ComplaintPart {

    private final HeldStore store;
    private final ComplaintKinds kinds;
    private final TemplateEngine templates;

    SentOfComplaint(HeldStore store, ComplaintKinds kinds, TemplateEngine templates) {
        this.store = store;
        this.kinds = kinds;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, ComplaintView complaint) {
        int office = ui.officer().officeId();
        return store.sent(office, complaint.id()).map(sent -> {
            String kind = kinds.find(office, sent.kind()).map(each -> each.name(ui.locale())).orElse("");
            return output -> templates.render("complaint/assent.jte", Map.of("ui", ui, "sent", sent, "kind", kind), output);
        });
    }
}
