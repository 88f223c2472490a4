package id.loket.casefile;

import id.loket.casefile.CaseFileStore.Linked;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.ControlCard;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Visit;
import id.loket.standard.ServiceDefinition;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Reads of a file what letters and notices say: the application and the card. */
@Component
class Dossiers {

    private final CaseFileStore files;
    private final ApplicationStore applications;
    private final Clock clock;

    Dossiers(CaseFileStore files, ApplicationStore applications, Clock clock) {
        this.files = files;
        this.applications = applications;
        this.clock = clock;
    }

    Dossier of(int officeId, long fileId, String registration, ServiceDefinition service, CardState state, FileClock promise) {
        return new Dossier(
                officeId,
                fileId,
                registration,
                service,
                applications.find(officeId, fileId).orElseThrow(),
                state,
                promise,
                SingletonSupplier.of(() -> visits(officeId, fileId, service)),
                clock.instant());
    }

    List<Visit> visits(int officeId, long fileId, ServiceDefinition service) {
        return new ControlCard(service.sop(), files.card(officeId, fileId).stream().map(Linked::entry).toList()).visits();
    }
}
