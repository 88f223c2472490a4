package id.loket.casefile;

import java.time.LocalDate;

/**
 * Who asks for the permit.
 *
 * @param nik         the national number, 16 digits
 * @param nikDoubtful the birth date in the number can't be; it was let through with a warning
 * @param phone       in E.164 form, {@code +628…}
 * @param email       empty if none
 */
public record Applicant(
        String nik,
        boolean nikDoubtful,
        String name,
        String birthPlace,
        LocalDate birthDate,
        Sex sex,
        String address,
        String phone,
        String email) {

    public enum Sex {
        FEMALE,
        MALE
    }

    /** The last four digits of the telephone: the second factor of the tracking page. */
    public String phoneEnding() {
        return phone.substring(phone.length() - 4);
    }
}
