package id.loket.complaint;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.FilePart;
import id.loket.complaint.ComplaintFiles.Collection;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a file's page: that its control card was collected because of a complaint, and what was found (MFG-4d). */
@Component
class CollectionsOfFile implements FilePart {

    private final ComplaintFiles files;
    private final TemplateEngine templates;

    CollectionsOfFile(ComplaintFiles files, TemplateEngine templates) {
        this.files = files;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Ui ui, CaseFileView file) {
        List<Collection> collections = files.of(ui.officer(), file.registration());
        return collections.isEmpty()
                ? Optional.empty()
                : Optional.of(output -> templates.render("complaint/collected.jte", Map.of("ui", ui, "collections", collections), output));
    }
}
