package id.loket.complaint;

import id.loket.complaint.handling.Rules;
import java.util.Set;

/** Who of the office may see what of a complaint: on screen, on paper, in files, when searching. */
public final class MaySee {

    private static final Set<String> EVERY_SECTION = Set.of(Rules.DESK, Rules.HEAD_OF_OFFICE, "SECRETARY");

    private MaySee() {}

    /** Complaints of every section; the others see those of their own. */
    public static boolean everySection(Set<String> roles) {
        return roles.stream().anyMatch(EVERY_SECTION::contains);
    }

    /** That there is this complaint, and what it is about; what is confidential is the desk's and the deciders' only. */
    public static boolean complaint(Set<String> roles, boolean confidential, String section) {
        return confidential ? content(roles, true, section) : everySection(roles) || own(roles, section);
    }

    /** What it is about, where that there is one is known. */
    public static boolean content(Set<String> roles, boolean confidential, String section) {
        return !confidential || everyContent(roles) || own(roles, section);
    }

    /** What it is about, whatever its section. */
    public static boolean everyContent(Set<String> roles) {
        return roles.contains(Rules.DESK) || roles.contains(Rules.HEAD_OF_OFFICE);
    }

    /** Who made it. */
    public static boolean complainant(Set<String> roles, boolean anonymous) {
        return !anonymous || roles.contains(Rules.DESK);
    }

    /** @param section null before it was sorted */
    private static boolean own(Set<String> roles, String section) {
        return section != null && roles.contains(section);
    }
}
