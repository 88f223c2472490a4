package id.loket.complaint;

import id.loket.complaint.handling.Medium;
import java.time.LocalDate;

/**
 * A complaint as it comes in. Texts are as typed; what isn't given is empty or null.
 *
 * @param registration  the file that it is about; empty for none
 * @param outsideNumber its number in an outside system, e.g. LAPOR; empty for none
 * @param happenedOn    day on which it happened; null where it isn't said
 * @param subject       in a few words
 * @param story         what happened
 * @param wanted        the solution that the complainant asks for
 * @param formToken     names the form, so that the same form sent twice makes one complaint
 */
public record NewComplaint(
        Medium medium,
        Complainant complainant,
        String registration,
        String outsideNumber,
        LocalDate happenedOn,
        String subject,
        String story,
        String wanted,
        String formToken) {}
