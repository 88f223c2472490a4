package id.loket.complaint.imports;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.complaint.ComplaintPart;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.handling.Rules;
import id.loket.platform.web.Ui;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a complaint's page, for the desk: out of which line of which table it came. */
@Component
@Order(4)
class ImportOfComplaint implements ComplaintPart {

    private final ImportStore store;
    private final TemplateEngine templates;

    ImportOfComplaint(ImportStore store, TemplateEngine templates) {
        this.store = store;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, ComplaintView complaint) {
        return ui.is(Rules.DESK)
                ? store.of(ui.officer().officeId(), complaint.id())
                        .map(origin -> output -> templates.render("complaint/imports/of.jte", Map.of("ui", ui, "origin", origin), output))
                : Optional.empty();
    }
}
