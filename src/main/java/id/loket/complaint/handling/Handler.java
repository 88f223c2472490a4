package id.loket.complaint.handling;

/**
 * Who made an entry, as he or she was at that moment.
 *
 * @param id   number of the officer within the office; 0 for the complainant and for the system
 * @param name full name; empty for the complainant and for the system
 * @param role code of the role in which the officer acts; {@link #COMPLAINANT} or {@link #SYSTEM}
 */
public record Handler(long id, String name, String role) {

    public static final String COMPLAINANT = "COMPLAINANT";
    public static final String SYSTEM = "SYSTEM";

    public static Handler complainant() {
        return new Handler(0, "", COMPLAINANT);
    }

    public static Handler system() {
        return new Handler(0, "", SYSTEM);
    }
}
