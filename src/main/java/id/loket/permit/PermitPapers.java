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
    public List<Paper> of(int officeId, long fileId, String registration) {
        String path = "/berkas/" + registration;
        List<Paper> papers = new ArrayList<>();
        Permit permit = permits.find(officeId, fileId)
                .filter(p -> p.status() != Permit.Status.CANCELLED)
                .orElse(null);
        if (permit != null && !permit.refusal()) {
            papers.add(new Paper("permit.letter", path + "/surat.pdf", path + "/surat.png"));
        } else if (permits.hasLetter(officeId, fileId, PermitStore.REJECTION)) {
            papers.add(new Paper("permit.rejection", path + "/penolakan.pdf", path + "/penolakan.png"));
        }
        if (permits.delivered(officeId, fileId)) {
            papers.add(new Paper("permit.collection", path + "/bukti-pengambilan.pdf", null));
        }
        return papers;
    }

    @Override
    public List<Deed> deeds(int officeId, long fileId, String registration) {
        return permits.find(officeId, fileId)
                .filter(p -> p.status() == Permit.Status.ISSUED)
                .map(p -> new Deed("permit.revoke", "/berkas/" + registration + "/cabut", Permits.REVOKER))
                .stream()
                .toList();
    }
}
