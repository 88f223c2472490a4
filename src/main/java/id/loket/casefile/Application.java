package id.loket.casefile;

import id.loket.standard.ApplicationKind;
import id.loket.standard.ServiceDefinition;
import java.time.Instant;
import java.util.Map;

/**
 * What an applicant brought in.
 *
 * @param trackingCode   printed on the receipt; opens the tracking page of this file and no other
 * @param representative null if the applicant came in person
 * @param fields         the service's own form fields by name
 */
public record Application(
        ApplicationKind kind,
        Instant registeredAt,
        String trackingCode,
        Applicant applicant,
        Intake.Representative representative,
        Map<String, String> fields) {

    /** What this application pays for the service: whole rupiah, 0 for nothing. */
    public long amount(ServiceDefinition service) {
        return service.amountFor(kind, representative != null, fields);
    }
}
