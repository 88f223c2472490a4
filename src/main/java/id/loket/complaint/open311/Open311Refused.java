package id.loket.complaint.open311;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What a client asked can't be done; the descriptions say why. */
final class Open311Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient List<String> descriptions;

    Open311Refused(HttpStatus status, List<String> descriptions) {
        super(status + " " + descriptions);
        this.status = status;
        this.descriptions = List.copyOf(descriptions);
    }

    HttpStatus status() {
        return status;
    }

    List<String> descriptions() {
        return descriptions;
    }
}
