package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintSettings.Content;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Term;
import id.loket.complaint.handling.Terms;
import id.loket.complaint.handling.Weight;
import id.loket.notice.Notice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Deadlines that come near and pass: the next level is told, each once, and what is left undone is closed. */
@LoketTest
class ComplaintClocksTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintClocks clocks;

    @Autowired
    private ComplaintSettings settings;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    private ComplaintDesk desk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
        // those of the demo office; other tests may have taken on further ones
        db.sql("update officer set email = username || '@contoh.go.id' where office_id = 1 and username in ('pengaduan', 'pengaduan2', 'kabid', 'kasi', 'kadis', 'sekretaris')")
                .update();
    }

    @AfterEach
    void nobodyHasAnAddress() {
        db.sql("update officer set email = '' where office_id = 1").update();
        settings.change(desk.person("admin"), Content.SHIPPED);
    }

    @Test
    void a_complaint_that_nobody_sorts_is_told_of_before_and_at_its_deadline_once_each() {
        String number = complaints.receive(1, complaint(Medium.WEB));
        clock.set("2026-11-24 17:00");
        clocks.run();
        assertThat(escalations(number)).isEmpty();

        clock.set("2026-11-25 08:00");
        clocks.run();
        clocks.run();
        assertThat(escalations(number)).containsExactly("SORTING near");
        assertThat(told(number, NoticeEvent.COMPLAINT_DUE)).as("the desk").containsExactlyInAnyOrder("pengaduan", "pengaduan2");
        assertThat(line(number).escalation()).isEqualTo("NEAR");

        clock.set("2026-11-26 16:01");
        clocks.run();
        clocks.run();
        assertThat(escalations(number)).containsExactly("SORTING near", "SORTING passed");
        assertThat(told(number, NoticeEvent.COMPLAINT_LATE))
                .as("and those above it")
                .containsExactlyInAnyOrder("pengaduan", "pengaduan2", "kadis", "sekretaris");
        assertThat(line(number).escalation()).isEqualTo("PASSED");

        desk.sort(number, Weight.LIGHT);
        assertThat(line(number).escalation()).as("it was sorted").isEmpty();
    }

    @Test
    void after_a_week_without_the_job_what_has_passed_is_told_once_and_nothing_of_coming_near() {
        String number = complaints.receive(1, complaint(Medium.WEB));
        clock.set("2026-12-03 10:00");
        clocks.run();
        clocks.run();
        assertThat(escalations(number)).containsExactly("SORTING passed", "FIRST_ACTION passed");
        assertThat(told(number, NoticeEvent.COMPLAINT_DUE)).isEmpty();
    }

    @Test
    void whose_decision_is_missing_is_told_and_of_what_is_confidential_the_secretary_is_not() {
        String number = desk.sorted(complaint(Medium.WEB, complainant(false, true), ""), Weight.MEDIUM);
        desk.does("pengaduan", number, new Order.FindComplete());
        clock.set("2026-12-14 10:00");
        clocks.run();
        assertThat(escalations(number)).containsExactly("RESPONSE passed");
        assertThat(told(number, NoticeEvent.COMPLAINT_LATE)).containsExactlyInAnyOrder("pengaduan", "kabid", "kadis");
        assertThat(texts(number, NoticeEvent.COMPLAINT_LATE)).allMatch(text -> text.contains(number) && !text.contains("Izin belum selesai"));
    }

    @Test
    void who_says_nothing_to_the_answer_is_content_after_the_set_time() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sudah", ""));
        clock.set("2026-12-07 08:59");
        clocks.run();
        assertThat(status(number)).isEqualTo(Status.ANSWERED);
        clock.set("2026-12-20 08:00");
        clocks.run();
        clocks.run();
        assertThat(closed(number)).containsExactly(Closing.NO_REACTION);
    }

    @Test
    void what_is_not_completed_counts_as_withdrawn() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.AskCompletion("Salinan tanda terima"));
        clock.set("2026-12-23 23:00");
        clocks.run();
        assertThat(status(number)).isEqualTo(Status.WITH_COMPLAINANT);
        clock.set("2026-12-24 00:01");
        clocks.run();
        assertThat(closed(number)).containsExactly(Closing.NOT_COMPLETED);
    }

    @Test
    void of_two_nodes_that_run_at_once_one_tells() throws Exception {
        String number = complaints.receive(1, complaint(Medium.WEB));
        clock.set("2026-11-26 16:30");
        Thread other = Thread.ofVirtual().start(clocks::run);
        clocks.run();
        other.join();
        assertThat(escalations(number)).containsExactly("SORTING passed");
    }

    @Test
    void a_changed_term_holds_for_what_comes_in_later_and_moves_no_clock_that_runs() {
        String before = complaints.receive(1, complaint(Medium.WEB));
        var due = complaints.view(desk.desk(), before).strictest().due();
        settings.change(desk.person("admin"), new Content(DecisionTable.DEFAULT, sortedWithin(Term.workingDays(1)), List.of("DIVISION_HEAD")));
        String after = complaints.receive(1, complaint(Medium.WEB));

        assertThat(complaints.view(desk.desk(), before).strictest().due()).isEqualTo(due);
        assertThat(complaints.view(desk.desk(), before).settingsChanged()).as("and it is shown").isTrue();
        assertThat(complaints.view(desk.desk(), after).strictest().due()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(complaints.view(desk.desk(), after).settingsChanged()).isFalse();
        assertThat(complaints.view(desk.desk(), after).settings().by()).isEqualTo("Contoh Admin");
    }

    @Test
    void a_changed_table_asks_others_only_of_what_comes_in_later() {
        String before = desk.sorted(complaint(Medium.WEB), Weight.MEDIUM);
        Map<Weight, List<Decider>> table = Map.of(
                Weight.LIGHT, List.of(),
                Weight.MEDIUM, List.of(Decider.HEAD_OF_OFFICE),
                Weight.HEAVY, List.of(Decider.HEAD_OF_OFFICE, Decider.REGIONAL_GOVERNMENT));
        settings.change(desk.person("admin"), new Content(new DecisionTable(table), Terms.DEFAULT, Content.SHIPPED.sections()));
        String after = desk.sorted(complaint(Medium.WEB), Weight.MEDIUM);
        assertThat(complaints.view(desk.desk(), before).missing()).containsExactly(Decider.SECTION_HEAD, Decider.HEAD_OF_OFFICE);
        assertThat(complaints.view(desk.desk(), after).missing()).containsExactly(Decider.HEAD_OF_OFFICE);
    }

    @Test
    @Tag("PGD-b")
    void a_complaint_goes_to_a_section_and_a_kind_that_the_office_has() {
        String number = complaints.receive(1, complaint(Medium.WEB));
        var as = ComplaintDesk.as(Weight.LIGHT);
        var nowhere = new Classification(as.matter(), "NONSENSE", as.weight(), as.responseClass(), "TREASURER");
        assertThatThrownBy(() -> desk.does("pengaduan", number, new Order.Classify(nowhere, "")))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(
                                new Problem("kind", "complaint.kind.unknown"), new Problem("section", "complaint.section.unknown")));
        assertThat(status(number)).isEqualTo(Status.RECEIVED);
    }

    @Test
    void settings_are_the_administrators_and_name_roles_of_the_office() {
        assertThatThrownBy(() -> settings.change(desk.desk(), Content.SHIPPED)).isInstanceOf(AccessDeniedException.class);
        for (List<String> wrong : List.of(List.<String>of(), List.of("EMPEROR"))) {
            assertThatThrownBy(() -> settings.change(desk.person("admin"), new Content(DecisionTable.DEFAULT, Terms.DEFAULT, wrong)))
                    .isInstanceOf(ComplaintRefused.class);
        }
        assertThat(settings.sections(1)).extracting("code").containsExactly("SECTION_HEAD", "DIVISION_HEAD", "SECRETARY");
    }

    private static Terms sortedWithin(Term term) {
        Terms t = Terms.DEFAULT;
        return new Terms(term, t.firstAction(), t.completeness(), t.completion(), t.decision(), t.notification(), t.reaction(), t.response());
    }

    private List<String> escalations(String number) {
        return complaints.view(desk.desk(), number).entries().stream()
                .filter(Entry.Escalated.class::isInstance)
                .map(Entry.Escalated.class::cast)
                .map(e -> e.clock() + (e.passed() ? " passed" : " near"))
                .toList();
    }

    private List<Closing> closed(String number) {
        return complaints.view(desk.desk(), number).entries().stream()
                .filter(Entry.Closed.class::isInstance)
                .map(e -> ((Entry.Closed) e).how())
                .toList();
    }

    private Status status(String number) {
        return complaints.view(desk.desk(), number).state().status();
    }

    private ComplaintLine line(String number) {
        return complaints.open(desk.desk()).stream().filter(l -> l.number().equals(number)).findFirst().orElseThrow();
    }

    private List<String> told(String number, NoticeEvent event) {
        return notices.of(desk.desk(), Subject.complaint(number)).stream()
                .filter(n -> n.event() == event)
                .map(n -> n.address().replace("@contoh.go.id", ""))
                .toList();
    }

    private List<String> texts(String number, NoticeEvent event) {
        return notices.of(desk.desk(), Subject.complaint(number)).stream()
                .filter(n -> n.event() == event)
                .map(Notice::body)
                .toList();
    }
}
