package id.loket.casefile;

import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads intake forms for the services that are in force in the officer's office. */
@Component
class IntakeForms {

    private final Standards standards;
    private final WorkingCalendars calendars;
    private final Clock clock;

    IntakeForms(Standards standards, WorkingCalendars calendars, Clock clock) {
        this.standards = standards;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws NoSuchService if the office has no such service in force */
    ServiceDefinition service(SignedIn officer, String code) {
        return standards.inForce(officer.officeId(), code).orElseThrow(() -> new NoSuchService(code));
    }

    IntakeRules.Reading read(
            SignedIn officer, String code, Map<String, String> form, String formToken, Instant openedAt) {
        var zone = calendars.of(officer.officeId()).zone();
        return IntakeRules.read(
                service(officer, code), form, clock.instant().atZone(zone).toLocalDate(), formToken, openedAt);
    }
}
