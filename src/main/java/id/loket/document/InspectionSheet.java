package id.loket.document;

import java.time.Instant;
import java.util.List;

/**
 * What an inspection found (<i>berita acara pemeriksaan</i>), always in Indonesian.
 *
 * @param number             1 for the first inspection of the file
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param applicant          name of the applicant
 * @param place              where
 * @param heldAt             when
 * @param applicantSide      who was there from the applicant's side
 * @param findings           per technical requirement
 * @param remarks            what was found besides; empty for nothing
 * @param recommendation     in words
 * @param conclusion         why; empty for nothing
 * @param photos             as JPEG
 * @param team               who was there for the office
 * @param printing           when and by whom
 */
public record InspectionSheet(int number, String registrationNumber, String service, String applicant, String place,
        Instant heldAt, String applicantSide, List<Finding> findings, String remarks, String recommendation,
        String conclusion, List<Photo> photos, List<Member> team, Printing printing) {

    /**
     * What was found of one requirement.
     *
     * @param remark empty for none
     */
    public record Finding(String requirement, boolean fits, String remark) {
    }

    /**
     * One picture.
     *
     * @param caption empty for none
     */
    public record Photo(String caption, byte[] jpeg) {
    }

    /**
     * One of the team.
     *
     * @param initials empty until given
     */
    public record Member(String name, String initials) {
    }
}
