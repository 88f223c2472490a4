package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint about a file pulls up its control card (MFG-4d). */
@LoketTest
@Tag("MFG-4d")
class ComplaintFilesTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintStatuses statuses;

    @Autowired
    private ComplaintFiles files;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ComplaintDesk desk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
    }

    @Test
    void the_card_is_collected_and_shows_where_the_delay_is() {
        String file = office.fileSentTo(4);
        clock.set("2026-11-26 09:00");
        String number = complaints.record(desk.desk(), complaint(Medium.COUNTER, complainant(false, false), " " + file.toLowerCase() + " "));

        assertThat(complaints.view(desk.desk(), number).entries())
                .filteredOn(Entry.CardFollowedUp.class::isInstance)
                .singleElement()
                .satisfies(entry -> assertThat(((Entry.CardFollowedUp) entry).registration()).isEqualTo(file));
        ComplaintFiles.Address longest = files.addresses(office.seen(file)).getFirst();
        assertThat(longest.step()).isEqualTo(4);
        assertThat(longest.officer()).as("nobody took it").isEmpty();
        assertThat(longest.waited()).isGreaterThan(longest.standard());

        Visitor clerk = Visitor.signedIn(port, "pengaduan");
        assertThat(clerk.get("/pengaduan/" + number).body())
                .contains(file, "Waktu habis di", "menunggu diterima ", "/pengaduan/" + number + "/kartu.pdf")
                .as("which isn't the desk's to open").doesNotContain("/berkas/" + file);
        assertThat(clerk.download("/pengaduan/" + number + "/kartu.pdf").statusCode()).isEqualTo(200);
        Visitor head = Visitor.signedIn(port, "kadis");
        assertThat(head.get("/pengaduan/" + number).body()).contains("/berkas/" + file);
        assertThat(head.get("/berkas/" + file).body()).as("and back").contains("/pengaduan/" + number);
    }

    @Test
    void what_was_found_stands_with_the_complaint_and_with_the_file() {
        String file = office.completeFile();
        String number = desk.sorted(complaint(Medium.COUNTER, complainant(false, false), file), Weight.MEDIUM);
        desk.does("kabid", number, new Order.FollowUpCard(file, "Petugas cuti tanpa pengganti"));

        assertThat(complaints.view(desk.desk(), number).entries().getLast()).isInstanceOfSatisfying(
                Entry.CardFollowedUp.class, entry -> assertThat(entry.finding()).isEqualTo("Petugas cuti tanpa pengganti"));
        assertThat(files.of(desk.desk(), file)).hasSize(2).last().satisfies(collection -> {
            assertThat(collection.number()).isEqualTo(number);
            assertThat(collection.finding()).isEqualTo("Petugas cuti tanpa pengganti");
            assertThat(collection.by()).isEqualTo("Contoh Kabid");
        });
        assertThat(files.of(office.person("loket"), file))
                .as("who may not see the complaint isn't told its number")
                .extracting(ComplaintFiles.Collection::number)
                .containsOnly("");
    }

    @Test
    void a_confidential_complaint_leaves_no_trace_on_the_file_for_who_may_not_see_it() {
        String file = office.completeFile();
        complaints.record(desk.desk(), complaint(Medium.COUNTER, complainant(false, true), file));
        assertThat(files.of(office.person("loket"), file)).isEmpty();
        assertThat(files.of(desk.desk(), file)).hasSize(1);
    }

    @Test
    void the_desk_mends_an_unknown_number_and_the_public_never_learns_whether_there_is_one() {
        NewComplaint wrong = complaint(Medium.COUNTER, complainant(false, false), "SIKRO-2026-999999");
        assertThatThrownBy(() -> complaints.record(desk.desk(), wrong))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("registration", "complaint.registration.unknown")));

        String unknown = complaints.receive(1, complaint(Medium.WEB, complainant(false, false), "SIKRO-2026-999999"));
        String known = complaints.receive(1, complaint(Medium.WEB, complainant(false, false), office.completeFile()));
        assertThat(collectedFor(unknown)).isZero();
        assertThat(collectedFor(known)).isOne();
        assertThat(statuses.of(1, code(unknown)).steps())
                .extracting(ComplaintStatus.Step::what)
                .isEqualTo(statuses.of(1, code(known)).steps().stream().map(ComplaintStatus.Step::what).toList());
    }

    @Test
    void a_card_that_is_not_there_is_not_followed_up() {
        String number = desk.sorted(complaint(Medium.COUNTER), Weight.LIGHT);
        assertThatThrownBy(() -> desk.does("pengaduan", number, new Order.FollowUpCard("SIKRO-2026-999999", "Salah")))
                .isInstanceOf(ComplaintRefused.class);
    }

    private long collectedFor(String number) {
        return complaints.view(desk.desk(), number).entries().stream().filter(Entry.CardFollowedUp.class::isInstance).count();
    }

    private String code(String number) {
        return complaints.view(desk.desk(), number).statusCode();
    }
}
