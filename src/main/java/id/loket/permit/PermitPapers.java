package id.loket.permit;

import id.loket.casefile.FilePapers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The letters of a file, for its page. */
@Component
class PermitPapers implements FilePapers {

    private final PermitStore permits;

    PermitPapers(PermitStore permits) {
        this.permits = permits;
    }

    @Override
    public Held of(int officeId, long fileId, String registration) {
        String path = "/berkas/" + registration;
        List<Paper> papers = new ArrayList<>();
        Permit permit = permits.find(officeId, fileId).orElse(null);
        PermitStore.Kept kept = permits.kept(officeId, fileId);
        if (permit != null && permit.status() != Permit.Status.CANCELLED && !permit.refusal()) {
            papers.add(new Paper("permit.letter", path + "/surat.pdf", path + "/surat.png"));
        } else if (kept.rejection()) {
            papers.add(new Paper("permit.rejection", path + "/penolakan.pdf", path + "/penolakan.png"));
        }
        if (kept.delivery()) {
            papers.add(new Paper("permit.collection", path + "/bukti-pengambilan.pdf", null));
        }
        return new Held(
                papers,
                permit != null && permit.status() == Permit.Status.ISSUED
                        ? List.of(new Deed("permit.revoke", path + "/cabut", Permits.REVOKER))
                        : List.of());
    }
}
