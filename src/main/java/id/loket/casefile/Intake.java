package id.loket.casefile;

import id.loket.standard.ApplicationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An application as the clerk brings it in, checked by {@link IntakeRules}.
 *
 * @param formToken names this one form, so that sending it twice makes one file
 * @param openedAt  when the system gave the form out: the clerk's work on the file began then
 * @param fields    the service's own form fields by name
 * @param checks    the check list; what is not in it counts as unchecked
 */
public record Intake(
        String service,
        ApplicationKind kind,
        Applicant applicant,
        Representative representative,
        Map<String, String> fields,
        List<Check> checks,
        String formToken,
        Instant openedAt) {

    /** Who comes with a power of attorney; null in {@link Intake} if the applicant comes in person. */
    public record Representative(String name, String nik) {}
}
