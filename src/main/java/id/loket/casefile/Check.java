package id.loket.casefile;

import id.loket.casefile.card.Remarks;
import java.util.Arrays;

/**
 * One line of the check list of a file (SOP-2).
 *
 * @param code   the requirement of the service definition
 * @param remark what is wrong with it; may be empty
 */
public record Check(String code, Result result, String remark) {

    public enum Result {
        UNCHECKED,
        PRESENT,
        MISSING,
        INELIGIBLE;

        /** The result of that name; what is none counts as unchecked. */
        static Result read(String name) {
            return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst().orElse(UNCHECKED);
        }
    }

    static final int LONGEST_REMARK = 500;

    public Check {
        code = code == null ? "" : code;
        result = result == null ? Result.UNCHECKED : result;
        remark = Remarks.of(remark, LONGEST_REMARK);
    }
}
