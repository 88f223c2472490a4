package id.loket.complaint;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import java.time.LocalDate;
import java.util.UUID;

/** The complaint desk of the demo office, which makes complaints in any state. */
class ComplaintDesk {

    private final OfficeAtWork office;
    private final Complaints complaints;

    ComplaintDesk(OfficeAtWork office, Complaints complaints) {
        this.office = office;
        this.complaints = complaints;
    }

    SignedIn desk() {
        return office.person("pengaduan");
    }

    SignedIn person(String username) {
        return office.person(username);
    }

    /** A complaint that is sorted and in the desk's hands. */
    String sorted(NewComplaint complaint, Weight weight) {
        String number = complaints.record(desk(), complaint);
        sort(number, weight);
        does("pengaduan", number, new Order.Take());
        return number;
    }

    void sort(String number, Weight weight) {
        does("pengaduan", number, new Order.Classify(as(weight), ""));
    }

    static Classification as(Weight weight) {
        return new Classification(Matter.COMPLAINT, "DELAY", weight, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
    }

    State does(String who, String number, Order order) {
        return complaints.order(office.person(who), number, order, version(number));
    }

    int version(String number) {
        return complaints.view(desk(), number).state().version();
    }

    static Order decision(Decider decider, LocalDate on) {
        return new Order.Decide(decider, "Didahulukan", "", on, 0);
    }

    static Complainant complainant(boolean anonymous, boolean confidential) {
        return new Complainant(
                "Contoh Pengadu", "Jalan Misal Nomor 5, Pekanbaru", "+6281200000184", "+62761000001", "pengadu@contoh.id", anonymous,
                confidential);
    }

    static NewComplaint complaint(Medium medium) {
        return complaint(medium, complainant(false, false), "");
    }

    static NewComplaint complaint(Medium medium, Complainant who, String registration) {
        return complaint(medium, who, registration, "Izin belum selesai", "Sudah lewat dua hari kerja, belum ada kabar.");
    }

    static NewComplaint complaint(Medium medium, Complainant who, String registration, String subject, String story) {
        return new NewComplaint(medium, who, registration, "", null, subject, story, "Diberi kepastian", UUID.randomUUID().toString());
    }
}
