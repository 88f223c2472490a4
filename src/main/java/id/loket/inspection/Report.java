package id.loket.inspection;

import java.time.Instant;
import java.util.List;

/**
 * What an inspection found (<i>berita acara pemeriksaan</i>). Never changed; another inspection is another report.
 *
 * @param number        1 for the first of the file
 * @param step          number of the SOP step at which it was made
 * @param present       officers who were there
 * @param applicantSide who was there for the applicant
 * @param remarks       what was found besides; empty for nothing
 * @param conclusion    what follows; empty only where it is recommended
 * @param captions      of the photos, in order
 */
public record Report(
        int number,
        int step,
        Instant heldAt,
        String place,
        List<Long> present,
        String applicantSide,
        List<Finding> findings,
        String remarks,
        Recommendation recommendation,
        String conclusion,
        Instant madeAt,
        List<String> captions,
        List<Initial> initials) {

    /** What the team recommends. */
    public enum Recommendation {
        RECOMMENDED,
        /** Once what doesn't fit has been put right; then there is another inspection. */
        AFTER_REPAIRS,
        NOT_RECOMMENDED
    }

    /**
     * What was found of one technical requirement.
     *
     * @param code   of the requirement
     * @param remark not empty where it doesn't fit
     */
    public record Finding(String code, boolean fits, String remark) {}

    /** An officer who was there has read it. */
    public record Initial(long officerId, String name, String initials) {}

    /** Whether everybody who was there for the office has initialled it. */
    public boolean complete() {
        return present.stream().allMatch(this::initialledBy);
    }

    public boolean initialledBy(long officerId) {
        return initials.stream().anyMatch(i -> i.officerId() == officerId);
    }
}
