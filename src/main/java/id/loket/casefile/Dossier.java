package id.loket.casefile;

import id.loket.casefile.card.CardState;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Visit;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a letter or a notice says of a file, as of {@code now}: who wants what, and where it has been. What only its page shows is
 * {@link CaseFileView}.
 *
 * @param card gives the control card, a visit per time at a step
 */
public record Dossier(
        int officeId,
        long fileId,
        String registration,
        ServiceDefinition service,
        Application application,
        CardState state,
        FileClock clock,
        Supplier<List<Visit>> card,
        Instant now) {

    /** The control card, a visit per time at a step; read once, by whoever asks first. */
    public List<Visit> visits() {
        return card.get();
    }

    /** The step where the file is. */
    public SopStep step() {
        return service.sop().step(state.step());
    }
}
