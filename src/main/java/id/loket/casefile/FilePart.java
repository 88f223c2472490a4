package id.loket.casefile;

import gg.jte.Content;
import id.loket.platform.web.Ui;
import java.util.Optional;

/** A part that a module above has on a file's page, beside the card. */
public interface FilePart {

    /** @return empty where there is nothing to show of this file */
    Optional<Content> of(Ui ui, CaseFileView file);
}
