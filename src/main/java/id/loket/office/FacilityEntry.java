package id.loket.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the office has to work with, as its register says (MFG-2).
 *
 * @param name      what it is
 * @param place     where it stands; may be empty
 * @param count     how many, 1 or more
 * @param checkedOn when somebody looked at it last
 * @param remark    about its condition; may be empty
 * @param retired   no longer there
 */
public record FacilityEntry(
        FacilityKind kind, String name, String place, int count, Condition condition, LocalDate checkedOn, String remark, boolean retired) {

    /** In which order it is. */
    public enum Condition {
        GOOD,
        /** Works, but should be repaired. */
        NEEDS_REPAIR,
        /** Doesn't work. */
        BROKEN
    }

    static final int LONGEST = 200;
    static final int MOST = 9999;

    /** What is to be mended; empty for an entry that can be kept. */
    List<Problem> problems(LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (name.isBlank() || name.length() > LONGEST) {
            problems.add(new Problem("name", "facility.name.wrong"));
        }
        if (place.length() > LONGEST) {
            problems.add(new Problem("place", "facility.place.wrong"));
        }
        if (count < 1 || count > MOST) {
            problems.add(new Problem("count", "facility.count.wrong"));
        }
        if (checkedOn == null || checkedOn.isAfter(today)) {
            problems.add(new Problem("checkedOn", "facility.checkedOn.wrong"));
        }
        if (remark.length() > LONGEST) {
            problems.add(new Problem("remark", "facility.remark.wrong"));
        }
        return problems;
    }
}
