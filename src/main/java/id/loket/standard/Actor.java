package id.loket.standard;

/**
 * One column of the SOP table: who takes part.
 *
 * @param role code of the office's role, e.g. {@code FRONT_OFFICE}, or {@link #APPLICANT}
 * @param name as the column is headed
 */
public record Actor(String role, Text name) {

    /** The applicant, who takes part but holds no role of the office. */
    public static final String APPLICANT = "APPLICANT";

    public Actor {
        new Faults().code(role, "role").given(name, "name").raise();
    }

    public boolean isApplicant() {
        return role.equals(APPLICANT);
    }
}
