package id.loket.inspection;

import id.loket.casefile.CaseFileView;
import id.loket.office.OfficerProfile;
import id.loket.standard.Requirement;
import java.util.List;
import java.util.Map;

/**
 * The inspection of a file as shown.
 *
 * @param inHand     whether the reader has the file in hand, at an inspection
 * @param names      of all officers who are named
 * @param candidates who can be in the team
 * @param place      where it will most likely be
 */
public record InspectionPage(
        CaseFileView file,
        boolean inHand,
        List<Appointment> appointments,
        List<Report> reports,
        Map<Long, String> names,
        List<OfficerProfile> candidates,
        String place) {

    /** The one that holds; null if there is none. */
    public Appointment appointment() {
        return appointments.isEmpty() ? null : appointments.getLast();
    }

    public List<Requirement> judged() {
        return Inspections.judged(file);
    }

    public String base() {
        return "/berkas/" + file.registration() + "/pemeriksaan";
    }
}
