package id.loket.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Refusal.Reason;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints through the office's own service, on the real database. */
@LoketTest
class ComplaintsTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintQueues queues;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @ParameterizedTest
    @EnumSource(Medium.class)
    @Tag("PGD-j1")
    void whatever_the_medium_it_is_written_down_under_a_number_of_the_book(Medium medium) {
        String number = complaints.record(desk(), complaint(medium));
        assertThat(number).matches("PGD-2026-\\d{5}");
        ComplaintView seen = complaints.view(desk(), number);
        assertThat(seen.state().status()).isEqualTo(Status.RECEIVED);
        assertThat(seen.state().medium()).isEqualTo(medium);
        assertThat(seen.complainant().name()).isEqualTo("Contoh Pengadu");
        assertThat(queues.open(desk())).extracting(ComplaintLine::number).contains(number);
    }

    @Test
    @Tag("PGD-a")
    @Tag("PGD-c")
    @Tag("PGD-i")
    void who_comes_to_the_counter_is_written_down_and_answered_on_the_spot() {
        String number = sorted(complaint(Medium.COUNTER), Weight.LIGHT);
        does("pengaduan", number, new Order.Answer(ReplyWay.IN_PERSON, "Berkas siap besok", "Menerima penjelasan"));
        assertThat(complaints.view(desk(), number).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("PGD-d")
    void a_medium_complaint_is_answered_only_after_the_section_and_the_head() {
        String number = sorted(complaint(Medium.EMAIL), Weight.MEDIUM);
        Order answer = new Order.Answer(ReplyWay.EMAIL, "Sudah diperbaiki", "");
        assertRefused(() -> does("pengaduan", number, answer), Reason.NOT_DECIDED);
        assertThat(complaints.view(desk(), number).missing()).containsExactly(Decider.SECTION_HEAD, Decider.HEAD_OF_OFFICE);

        does("kabid", number, decision(Decider.SECTION_HEAD));
        does("kadis", number, decision(Decider.HEAD_OF_OFFICE));
        does("pengaduan", number, answer);

        assertThat(complaints.view(desk(), number).entries())
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("Received", "Classified", "Taken", "Decided", "Decided", "Answered");
    }

    @Test
    @Tag("PGD-b")
    void sorting_anew_sends_it_to_the_other_section_and_keeps_the_trace() {
        String number = sorted(complaint(Medium.EMAIL), Weight.MEDIUM);
        assertThat(queues.open(office.person("kabid"))).extracting(ComplaintLine::number).contains(number);

        Classification other = new Classification(Matter.COMPLAINT, "FEE", Weight.MEDIUM, ResponseClass.NON_SUPERVISORY, "SECTION_HEAD");
        does("pengaduan", number, new Order.Classify(other, "Menyangkut retribusi"));

        assertThat(queues.open(office.person("kabid"))).extracting(ComplaintLine::number).doesNotContain(number);
        assertThat(queues.open(office.person("kasi"))).extracting(ComplaintLine::number).contains(number);
        assertThatThrownBy(() -> complaints.view(office.person("kabid"), number)).isInstanceOf(NoSuchComplaint.class);
        assertThat(complaints.view(office.person("kasi"), number).entries())
                .filteredOn(Entry.Classified.class::isInstance)
                .extracting(e -> ((Entry.Classified) e).reason())
                .containsExactly("", "Menyangkut retribusi");
    }

    @Test
    void an_anonymous_complainant_is_known_to_the_desk_only() {
        String number = sorted(complaint(Medium.LETTER, true, false), Weight.MEDIUM);
        assertThat(complaints.view(desk(), number).complainant().name()).isEqualTo("Contoh Pengadu");
        for (String who : List.of("kabid", "kadis", "sekretaris")) {
            ComplaintView seen = complaints.view(office.person(who), number);
            assertThat(seen.complainant()).as(who).isEqualTo(Complainant.hidden(false));
            assertThat(queues.open(office.person(who)))
                    .filteredOn(line -> line.number().equals(number))
                    .extracting(ComplaintLine::name)
                    .containsExactly("");
        }
        assertThat(complaints.view(office.person("kadis"), number).ways())
                .as("by which ways it may be answered doesn't change")
                .containsExactlyInAnyOrder(ReplyWay.LETTER, ReplyWay.CALL);
    }

    @Test
    void a_confidential_complaint_is_for_the_desk_and_those_who_decide() {
        String number = sorted(complaint(Medium.LETTER, false, true), Weight.MEDIUM);
        assertThat(complaints.view(office.person("kabid"), number).story()).isNotEmpty();
        assertThatThrownBy(() -> complaints.view(office.person("sekretaris"), number)).isInstanceOf(NoSuchComplaint.class);
        assertThat(queues.open(office.person("sekretaris")))
                .filteredOn(line -> line.number().equals(number))
                .extracting(ComplaintLine::subject)
                .containsExactly("");
    }

    @Test
    void the_complaint_does_not_exist_for_another_office_nor_for_who_has_no_part_in_it() {
        String number = complaints.record(desk(), complaint(Medium.PHONE));
        SignedIn stranger = new SignedIn(2, 1, "asing", "Contoh Asing", "As", Set.of("COMPLAINT_DESK", "HEAD_OF_OFFICE"), "");
        assertThatThrownBy(() -> complaints.view(stranger, number)).isInstanceOf(NoSuchComplaint.class);
        assertThatThrownBy(() -> complaints.order(stranger, number, new Order.Take(), 1)).isInstanceOf(NoSuchComplaint.class);
        assertThatThrownBy(() -> complaints.view(office.person("cetak"), number)).isInstanceOf(NoSuchComplaint.class);
        assertThat(queues.open(office.person("cetak"))).isEmpty();
        assertThatThrownBy(() -> complaints.record(office.person("cetak"), complaint(Medium.PHONE)))
                .isInstanceOf(ComplaintRefused.class);
    }

    @Test
    void the_same_form_sent_twice_makes_one_complaint() {
        NewComplaint form = complaint(Medium.WEB);
        String number = complaints.receive(1, form);
        assertThat(complaints.receive(1, form)).isEqualTo(number);
    }

    @Test
    @Tag("PGD-j2")
    void numbers_have_no_gaps_and_no_doubles_however_many_come_at_once() throws Exception {
        long before = last();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> calls = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(i -> () -> i % 4 == 3 ? refused() : complaints.receive(1, complaint(Medium.WEB)))
                    .toList();
            List<String> numbers = threads.invokeAll(calls).stream().map(ComplaintsTest::get).filter(n -> !n.isEmpty()).toList();
            assertThat(numbers).doesNotHaveDuplicates().hasSize(30);
        }
        assertThat(last()).isEqualTo(before + 30);
    }

    @Test
    void of_two_who_answer_at_once_one_is_told_that_it_changed() {
        String number = sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        int version = complaints.view(desk(), number).state().version();
        Order answer = new Order.Answer(ReplyWay.EMAIL, "Sudah selesai", "");
        complaints.order(desk(), number, answer, version);
        assertThatThrownBy(() -> complaints.order(desk(), number, answer, version))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("isi", "complaint.refusal.STALE")));
    }

    @Test
    void of_two_officers_who_answer_at_the_same_moment_exactly_one_does() throws Exception {
        String number = sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        int version = complaints.view(desk(), number).state().version();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> calls = IntStream.range(0, 4)
                    .<Callable<String>>mapToObj(i -> () -> {
                        try {
                            complaints.order(desk(), number, new Order.Answer(ReplyWay.EMAIL, "Jawaban " + i, ""), version);
                            return "answered";
                        } catch (ComplaintRefused told) {
                            return told.problems().getFirst().key();
                        }
                    })
                    .toList();
            assertThat(threads.invokeAll(calls).stream().map(ComplaintsTest::get))
                    .containsExactlyInAnyOrder("answered", "complaint.refusal.STALE", "complaint.refusal.STALE", "complaint.refusal.STALE");
        }
        assertThat(complaints.view(desk(), number).entries()).filteredOn(Entry.Answered.class::isInstance).hasSize(1);
    }

    @Test
    void who_is_not_content_says_so_with_the_code_and_it_is_reopened() {
        String number = sorted(complaint(Medium.WEB), Weight.LIGHT);
        does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sudah selesai", ""));
        String code = complaints.view(desk(), number).statusCode();
        clock.set("2026-11-25 10:00");
        complaints.orderByComplainant(1, code, new Order.SayNotSolved("Belum ada kabar"));
        assertThat(complaints.view(desk(), number).state().reopened()).isTrue();
        assertThatThrownBy(() -> complaints.orderByComplainant(2, code, new Order.SayNotSolved("x")))
                .isInstanceOf(NoSuchComplaint.class);
    }

    @Test
    void the_list_has_the_most_urgent_first_with_the_clock_that_runs_out() {
        String number = complaints.record(desk(), complaint(Medium.PHONE));
        assertThat(queues.open(desk()))
                .isSortedAccordingTo((a, b) -> a.dueAt() == null || b.dueAt() == null ? 0 : a.dueAt().compareTo(b.dueAt()))
                .filteredOn(line -> line.number().equals(number))
                .singleElement()
                .satisfies(line -> assertThat(line.dueClock()).isEqualTo(Clock.Kind.SORTING))
                .satisfies(line -> assertThat(line.dueAt()).isEqualTo("2026-11-26T09:00:00Z"));
    }

    @Test
    void what_a_complaint_lacks_is_told_all_at_once_and_nothing_is_written() {
        long before = last();
        NewComplaint empty = new NewComplaint(
                Medium.LETTER,
                new Complainant("", "", "", "", "bukan surel", false, false),
                "",
                "",
                LocalDate.parse("2026-11-24"),
                " ",
                "a".repeat(50_000),
                "",
                token());
        assertThatThrownBy(() -> complaints.record(desk(), empty))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactlyInAnyOrder(
                                new Problem("story", "complaint.text.long"),
                                new Problem("subject", "complaint.subject.empty"),
                                new Problem("email", "complaint.email.wrong"),
                                new Problem("happenedOn", "complaint.happenedOn.future"),
                                new Problem("address", "complaint.address.needed")));
        assertThat(last()).isEqualTo(before);
    }

    @Test
    @Tag("PGD-h")
    void who_calls_must_leave_a_number_to_be_called_back() {
        NewComplaint call = new NewComplaint(
                Medium.PHONE, new Complainant("Contoh", "", "", "", "", false, false), "", "", null, "Lama", "Lama sekali", "", token());
        assertThatThrownBy(() -> complaints.record(desk(), call))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("phone", "complaint.phone.needed")));
    }

    @Test
    void emoji_scripts_and_lines_are_kept_as_they_were_written() {
        String story = "Baris satu 😡\n<script>alert('x')</script>\n\tbaris tiga";
        NewComplaint typed = complaint(Medium.WEB);
        String number = complaints.receive(
                1,
                new NewComplaint(
                        Medium.WEB, typed.complainant(), "", "", null, "Antrean", story + "\u0000\u0007", "", token()));
        assertThat(complaints.view(desk(), number).story()).isEqualTo("Baris satu 😡\n<script>alert('x')</script>\n baris tiga");
    }

    private String refused() {
        try {
            return complaints.receive(1, new NewComplaint(
                    Medium.WEB, Complainant.hidden(false), "", "", null, "", "", "", token()));
        } catch (ComplaintRefused e) {
            return "";
        }
    }

    private long last() {
        return db.sql("select coalesce(max(last), 0) from counter where office_id = 1 and series = 'COMPLAINT' and year = 2026")
                .query(Long.class)
                .single();
    }

    private String sorted(NewComplaint complaint, Weight weight) {
        String number = complaints.record(desk(), complaint);
        Classification as = new Classification(Matter.COMPLAINT, "DELAY", weight, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
        does("pengaduan", number, new Order.Classify(as, ""));
        does("pengaduan", number, new Order.Take());
        return number;
    }

    private void does(String who, String number, Order order) {
        complaints.order(office.person(who), number, order, complaints.view(desk(), number).state().version());
    }

    private SignedIn desk() {
        return office.person("pengaduan");
    }

    private static Order decision(Decider decider) {
        return new Order.Decide(decider, "Didahulukan", "", LocalDate.parse("2026-11-23"), 0);
    }

    private static NewComplaint complaint(Medium medium) {
        return complaint(medium, false, false);
    }

    private static NewComplaint complaint(Medium medium, boolean anonymous, boolean confidential) {
        return new NewComplaint(
                medium,
                new Complainant(
                        "Contoh Pengadu", "Jalan Misal Nomor 5", "+6281200000184", "", "pengadu@contoh.id", anonymous, confidential),
                "",
                "",
                LocalDate.parse("2026-11-20"),
                "Izin belum selesai",
                "Sudah lewat dua hari kerja, belum ada kabar.",
                "Diberi kepastian",
                token());
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(reason));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
