package id.loket.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A refusal in writing, always in Indonesian: why, and where the applicant may turn.
 *
 * @param number             null leaves a blank
 * @param date               date of the letter; null leaves a blank
 * @param applicant          name of the applicant
 * @param address            address of the applicant, one line
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param appliedOn          date of the application
 * @param reasons            at least one
 * @param remedy             what the applicant can do to be served after all; null for nothing
 * @param channels           where to object or complain
 * @param signatory          who signs
 * @param checks             of a letter that goes the way of a permit; null for one that is signed on paper only
 * @param renderedAt         date of the PDF
 */
public record RejectionLetter(String number, LocalDate date, String applicant, String address,
        String registrationNumber, String service, LocalDate appliedOn, List<Reason> reasons, String remedy,
        List<Channel> channels, Signatory signatory, Checks checks,
        Instant renderedAt) {

    /**
     * By what it was seen and can be checked.
     *
     * @param initials         the cells for the initials
     * @param verificationCode in groups, as it is typed
     * @param verificationUrl  what the QR code opens
     */
    public record Checks(List<PermitLetter.Initial> initials, String verificationCode, String verificationUrl) {
    }

    /**
     * Why.
     *
     * @param text  the requirement that is not met and what was found
     * @param basis the rule that asks for it; null for none
     */
    public record Reason(String text, String basis) {
    }
}
