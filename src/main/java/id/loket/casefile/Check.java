package id.loket.casefile;

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
        INELIGIBLE
    }

    public Check {
        remark = remark == null ? "" : remark.strip();
    }
}
