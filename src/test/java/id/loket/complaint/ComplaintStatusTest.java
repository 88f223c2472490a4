package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintStatus.Happened;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a complainant learns with the code, and what somebody learns who is about to complain of the same. */
@LoketTest
class ComplaintStatusTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintQueues queues;

    @Autowired
    private ComplaintStatuses statuses;

    @Autowired
    private SettableClock clock;

    private ComplaintDesk desk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
    }

    @Test
    @Tag("PGD-j1")
    void the_code_tells_how_far_it_is_without_names_and_without_the_offices_own_remarks() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Remark("Pemohon ini sering datang"));
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Berkas siap besok", ""));
        ComplaintStatus seen = statuses.of(1, code(number));

        assertThat(seen.status()).isEqualTo(Status.ANSWERED);
        assertThat(seen.steps())
                .extracting(ComplaintStatus.Step::what)
                .containsExactly(Happened.RECEIVED, Happened.SORTED, Happened.TAKEN, Happened.ANSWERED);
        assertThat(seen.steps().getLast().text()).isEqualTo("Berkas siap besok");
        assertThat(seen.steps().getLast().by().nameId()).isEqualTo("Petugas Pengaduan");
        assertThat(seen.mayReopen()).isTrue();
        assertThat(seen.toString()).doesNotContain("Contoh Pengaduan", "sering datang", "Contoh Pengadu");
    }

    @Test
    void what_has_to_be_completed_is_asked_with_its_last_day() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.AskCompletion("Salinan tanda terima"));
        ComplaintStatus seen = statuses.of(1, code(number));
        assertThat(seen.asked()).isEqualTo("Salinan tanda terima");
        assertThat(seen.completeBy()).isEqualTo("2026-12-23T16:59:59.999999Z");
        assertThat(seen.due()).as("the office waits").isNull();
    }

    @Test
    void after_the_set_time_it_can_no_longer_be_said_that_it_is_not_solved() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Berkas siap besok", ""));
        clock.set("2026-12-21 09:00");
        assertThat(statuses.of(1, code(number)).mayReopen()).isFalse();
    }

    @Test
    void a_code_is_worth_nothing_in_another_office_and_a_guessed_one_nowhere() {
        String code = code(complaints.record(desk.desk(), complaint(Medium.WEB)));
        assertThat(statuses.of(1, code.toLowerCase()).number()).isNotEmpty();
        assertThatThrownBy(() -> statuses.of(2, code)).isInstanceOf(NoSuchComplaint.class);
        for (String guessed : new String[] {"", "'; drop table complaint; --", "2222222222222222", "x".repeat(50_000), "😡"}) {
            assertThatThrownBy(() -> statuses.of(1, guessed)).isInstanceOf(NoSuchComplaint.class);
        }
    }

    @Test
    void who_complains_of_the_same_sees_that_it_is_known_but_nothing_of_who_said_what() {
        String words = "Mesin antrean di lantai dua rusak sejak pagi zxq";
        complaints.receive(1, complaint(Medium.WEB, complainant(false, false), "", words, "Contoh Rahasia menunggu lama"));
        complaints.receive(1, complaint(Medium.WEB, complainant(false, true), "", words, "Hal yang dirahasiakan"));

        assertThat(queues.similar(1, "mesin antrean lantai dua rusak zxq"))
                .as("the confidential one doesn’t count")
                .singleElement()
                .satisfies(like -> assertThat(like.receivedOn()).isEqualTo("2026-11-23"))
                .satisfies(like -> assertThat(like.toString()).doesNotContain("Contoh", "Mesin"));
        assertThat(queues.similar(1, "Parkir sepeda motor penuh qqq www")).isEmpty();
        assertThat(queues.similar(2, words)).isEmpty();
    }

    @Test
    void the_desk_sees_which_open_ones_are_alike() {
        String words = "Lampu ruang tunggu padam tiga hari yyk";
        String first = complaints.receive(1, complaint(Medium.WEB, complainant(false, false), "", words, words));
        String second = complaints.receive(1, complaint(Medium.WEB, complainant(false, false), "", words, words));
        assertThat(queues.similar(desk.desk(), complaints.view(desk.desk(), second))).extracting(ComplaintLine::number).containsExactly(first);
    }

    @Test
    void nobody_stumbles_over_empty_long_or_strange_words() {
        for (String strange : new String[] {null, "", "a", "x".repeat(50_000), "😡😡😡😡😡😡😡😡", "\u0000\u0007 % _ ' \\ {}"}) {
            assertThat(queues.similar(1, strange)).isEmpty();
        }
    }

    private String code(String number) {
        return complaints.view(desk.desk(), number).statusCode();
    }
}
