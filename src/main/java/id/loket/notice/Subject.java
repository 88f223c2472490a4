package id.loket.notice;

import java.util.Set;

/**
 * What a notice is about, so that a page finds the notices about it.
 *
 * @param kind in capitals, e.g. {@code FILE}
 * @param key  within the office, e.g. a registration number
 */
public record Subject(String kind, String key) {

    private static final String COMPLAINT = "COMPLAINT";

    public static Subject file(String registration) {
        return new Subject("FILE", registration);
    }

    /** Who complained is the complaint desk's to know, so these notices and letters are for its eyes and hands only. */
    public static Subject complaint(String number) {
        return new Subject(COMPLAINT, number);
    }

    /** An officer's work as a whole. */
    public static Subject workOf(long officerId) {
        return new Subject("OFFICER", Long.toString(officerId));
    }

    public boolean isComplaint() {
        return kind.equals(COMPLAINT);
    }

    /** Whether to whom it was told isn't for somebody in these roles. */
    boolean hidden(Set<String> roles) {
        return isComplaint() && !roles.contains("COMPLAINT_DESK");
    }

    /** Condition of what somebody in these roles may see of the table with {@code subject_kind}. */
    static String visible(Set<String> roles, Set<String> others) {
        boolean desk = roles.contains("COMPLAINT_DESK");
        boolean rest = roles.stream().anyMatch(others::contains);
        return desk && rest ? "true" : desk ? "subject_kind = 'COMPLAINT'" : rest ? "subject_kind <> 'COMPLAINT'" : "false";
    }
}
