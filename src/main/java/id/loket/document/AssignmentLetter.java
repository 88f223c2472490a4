package id.loket.document;

import java.time.Instant;
import java.util.List;

/**
 * The order to inspect (<i>surat tugas</i>), always in Indonesian.
 *
 * @param registrationNumber number of the file
 * @param service            name of the service
 * @param applicant          name of the applicant
 * @param place              where
 * @param at                 when
 * @param team               who goes, at least one
 * @param note               what the applicant was told; empty for nothing
 * @param signatory          who sends them
 * @param printing           when and by whom
 */
public record AssignmentLetter(String registrationNumber, String service, String applicant, String place, Instant at,
        List<Member> team, String note, Signatory signatory, Printing printing) {

    /**
     * One of the team.
     *
     * @param nip empty for none
     */
    public record Member(String name, String nip) {
    }
}
