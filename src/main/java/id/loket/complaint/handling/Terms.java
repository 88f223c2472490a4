package id.loket.complaint.handling;

import java.util.EnumMap;
import java.util.Map;

/**
 * The terms of an office. Those of UU 25/2009 are written in the law as "days", here calendar days; those of SP4N are working days. Both are
 * the office's to set, since the ministerial regulation changed in 2025.
 *
 * @param sorting      from receipt until it is sorted (SP4N verification)
 * @param firstAction  from receipt until somebody works on it (SP4N first follow-up)
 * @param completeness from receipt until the complainant is told whether it is complete (art. 44)
 * @param completion   from the request until the complainant has completed it (art. 44)
 * @param decision     from complete until decided (art. 50)
 * @param notification from the decision until the answer (art. 50)
 * @param reaction     from the answer until the complainant may no longer say that it isn't solved (SP4N)
 * @param response     from receipt until the answer, by class (SP4N)
 */
public record Terms(
        Term sorting,
        Term firstAction,
        Term completeness,
        Term completion,
        Term decision,
        Term notification,
        Term reaction,
        Map<ResponseClass, Term> response) {

    /** As the law and the published terms under PermenPANRB 62/2018 have it. */
    public static final Terms DEFAULT = new Terms(
            Term.workingDays(3),
            Term.workingDays(5),
            Term.calendarDays(14),
            Term.calendarDays(30),
            Term.calendarDays(60),
            Term.calendarDays(14),
            Term.workingDays(10),
            Map.of(
                    ResponseClass.LIGHT_LOCAL, Term.workingDays(2),
                    ResponseClass.NORMATIVE, Term.workingDays(5),
                    ResponseClass.ASPIRATION, Term.workingDays(5),
                    ResponseClass.NON_SUPERVISORY, Term.workingDays(14),
                    ResponseClass.SUPERVISORY, Term.workingDays(60)));

    /** @throws IllegalArgumentException if a class has no term */
    public Terms {
        for (ResponseClass each : ResponseClass.values()) {
            if (!response.containsKey(each)) {
                throw new IllegalArgumentException("say how long an answer of class " + each + " may take");
            }
        }
        response = Map.copyOf(new EnumMap<>(response));
    }
}
