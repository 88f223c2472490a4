package id.loket.complaint;

import gg.jte.Content;
import id.loket.platform.web.Ui;
import java.util.Optional;

/** A part of a complaint's page that others than the page itself know of: what was sent, what came by mail, out of which table it came. */
public interface ComplaintPart {

    /**
     * @param complaint as the reader may see it
     * @return empty where there is nothing to show of this complaint to this reader
     */
    Optional<Content> of(Ui ui, ComplaintView complaint);
}
