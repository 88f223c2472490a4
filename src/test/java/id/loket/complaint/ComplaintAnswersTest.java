package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintTasks.Outcome;
import id.loket.complaint.ComplaintTasks.TaskState;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Refusal.Reason;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.notice.Channel;
import id.loket.notice.MailThreads;
import id.loket.notice.MailingList;
import id.loket.notice.Notice;
import id.loket.notice.NoticeDesk;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.platform.web.Texts;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What an answer causes: it goes out by the way the complaint came in, and what became of it is seen. */
@LoketTest
class ComplaintAnswersTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintStatuses statuses;

    @Autowired
    private ComplaintTasks tasks;

    @Autowired
    private MailThreads threads;

    @Autowired
    private ComplaintAttachments attachments;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeDesk delivery;

    @Autowired
    private MailingList mailing;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    private ComplaintDesk desk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
    }

    @Test
    void who_complains_is_told_at_once_that_it_came_in() {
        String number = complaints.receive(1, complaint(Medium.WEB));
        assertThat(told(number, NoticeEvent.COMPLAINT_RECEIVED)).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(Channel.EMAIL);
            assertThat(notice.body())
                    .contains(number)
                    .contains("https://loket.contoh.go.id/aduan/1471-" + complaints.view(desk.desk(), number).statusCode());
        });
        Complainant unreachable = new Complainant("Contoh Pengadu", "", "", "", "", false, false);
        String silent = complaints.record(desk.desk(), complaint(Medium.COUNTER, unreachable, ""));
        assertThat(told(silent, NoticeEvent.COMPLAINT_RECEIVED)).as("who left no address takes the paper along").isEmpty();
    }

    @Test
    @Tag("PGD-f")
    void a_letter_is_answered_by_a_numbered_letter_that_goes_out_by_the_mailing_list() throws Exception {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.LETTER, "Berkas Anda sudah selesai.\n\nSilakan diambil.", ""));
        delivery.deliverDue(Channel.LETTER);

        MailingList.Letter letter = letter(number);
        assertThat(letter.number()).matches("700/\\d{5}/DPMPTSP/XI/2026");
        assertThat(letter.recipient()).isEqualTo("Contoh Pengadu");
        assertThat(letter.state()).isEqualTo(MailingList.State.LISTED);
        String text = text(mailing.pdf(desk.desk(), letter.noticeId()).orElseThrow());
        assertThat(text).contains(letter.number(), number, "Berkas Anda sudah selesai.", "Silakan diambil.", "Pekanbaru");

        mailing.dispatch(desk.desk(), List.of(letter.noticeId()), LocalDate.parse("2026-11-23"), "Pos", List.of("P123"));
        assertThat(letter(number).state()).isEqualTo(MailingList.State.DISPATCHED);
    }

    @Test
    void the_letter_to_an_anonymous_complainant_is_for_the_desks_eyes_and_hands_only() {
        String number = desk.sorted(complaint(Medium.LETTER, complainant(true, false), ""), Weight.MEDIUM);
        desk.does("kabid", number, ComplaintDesk.decision(Decider.SECTION_HEAD, today()));
        desk.does("kadis", number, ComplaintDesk.decision(Decider.HEAD_OF_OFFICE, today()));
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.LETTER, "Sudah ditindaklanjuti", ""));
        delivery.deliverDue(Channel.LETTER);
        long id = letter(number).noticeId();

        for (String other : new String[] {"loket", "cetak", "admin"}) {
            assertThat(mailing.all(desk.person(other), MailingList.State.LISTED))
                    .as(other)
                    .noneMatch(letter -> letter.subject().key().equals(number));
            assertThat(mailing.pdf(desk.person(other), id)).as(other).isEmpty();
            assertThat(mailing.dispatch(desk.person(other), List.of(id), today(), "Pos", List.of(""))).as(other).isZero();
            assertThat(notices.troubles(desk.person(other))).as(other).noneMatch(n -> n.subject().key().equals(number));
        }
        for (String decider : new String[] {"kabid", "kadis"}) {
            assertThat(notices.of(desk.person(decider), Subject.complaint(number)).toString()).doesNotContain("Contoh Pengadu", "Jalan Misal");
            assertThat(mailing.of(desk.person(decider), Subject.complaint(number)).toString()).doesNotContain("Contoh Pengadu", "Jalan Misal");
        }
        assertThat(mailing.all(desk.desk(), MailingList.State.LISTED)).anyMatch(letter -> letter.subject().key().equals(number));
        assertThat(mailing.all(desk.desk(), MailingList.State.LISTED))
                .as("and the desk sees no letters about files")
                .allMatch(letter -> letter.subject().kind().equals("COMPLAINT"));
        assertThatThrownBy(() -> mailing.all(desk.person("kasi"), MailingList.State.LISTED)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @Tag("PGD-g")
    void a_mail_is_answered_in_its_thread_and_a_reply_to_the_answer_finds_the_complaint() {
        String id = "<pengadu-" + System.identityHashCode(this) + "@contoh.id>";
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        assertThat(threads.add(1, Subject.complaint(number), id, "<lama@contoh.id>", "Izin saya", clock.instant())).isTrue();
        assertThat(threads.add(1, Subject.complaint(number), id, "", "Izin saya", clock.instant())).as("the same mail once").isFalse();
        assertThat(threads.about(1, Set.of("<lain@contoh.id>", id))).containsExactly(Subject.complaint(number));
        assertThat(threads.about(2, Set.of(id))).isEmpty();
        assertThat(threads.about(1, Set.of())).isEmpty();

        desk.does("pengaduan", number, new Order.Answer(ReplyWay.EMAIL, "Berkas siap\nBcc: siapa@contoh.id", ""));
        Notice mail = told(number, NoticeEvent.COMPLAINT_ANSWERED).getFirst();
        assertThat(mail.channel()).isEqualTo(Channel.EMAIL);
        assertThat(mail.title()).isEqualTo("Re: Izin saya");
        assertThat(mail.address()).isEqualTo("pengadu@contoh.id");
        assertThat(mail.body()).contains("Berkas siap");
        assertThat(db.sql("select headers from notice where office_id = 1 and notice_id = :id")
                        .param("id", mail.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Auto-Submitted: no\nIn-Reply-To: %s\nReferences: <lama@contoh.id> %s".formatted(id, id));

        db.sql("update notice set reference = :ref where office_id = 1 and notice_id = :id")
                .param("ref", "<1-" + mail.id() + "@dinas.contoh.id>")
                .param("id", mail.id())
                .update();
        assertThat(threads.about(1, Set.of("<1-" + mail.id() + "@dinas.contoh.id>"))).containsExactly(Subject.complaint(number));
    }

    @Test
    @Tag("PGD-f")
    @Tag("PGD-h")
    void a_call_is_a_task_and_the_complaint_is_answered_when_somebody_was_reached() {
        String number = desk.sorted(complaint(Medium.PHONE), Weight.LIGHT);
        long task = plan(number, ReplyWay.CALL, "Berkas siap besok");
        assertThat(state(number)).as("planned isn't answered").isEqualTo(Status.IN_HANDLING);
        assertThat(tasks.open(desk.desk())).filteredOn(t -> t.number().equals(number)).singleElement().satisfies(open -> {
            assertThat(open.to()).isEqualTo("+6281200000184");
            assertThat(open.text()).isEqualTo("Berkas siap besok");
        });

        tried(number, task, Outcome.NOT_REACHED, "");
        assertThat(tasks.of(desk.desk(), number)).extracting(ComplaintTasks.Task::tries).containsExactly(1);
        assertThatThrownBy(() -> tried(number, task, Outcome.DONE, ""))
                .as("what the complainant said belongs to it")
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(Reason.REACTION_MISSING));
        tried(number, task, Outcome.DONE, "Menerima penjelasan");

        assertThat(state(number)).isEqualTo(Status.ANSWERED);
        assertThat(tasks.of(desk.desk(), number)).singleElement().satisfies(done -> {
            assertThat(done.state()).isEqualTo(TaskState.DONE);
            assertThat(done.tries()).isEqualTo(2);
            assertThat(done.remark()).isEqualTo("Menerima penjelasan");
        });
        assertThatThrownBy(() -> tried(number, task, Outcome.DONE, "Lagi")).isInstanceOf(ComplaintRefused.class);
    }

    @Test
    @Tag("PGD-f")
    void a_letter_is_answered_by_telephone_only_where_a_number_was_given() {
        Complainant without = new Complainant("Contoh Pengadu", "Jalan Misal Nomor 5", "", "", "", false, false);
        String number = desk.sorted(complaint(Medium.LETTER, without, ""), Weight.LIGHT);
        assertThat(complaints.view(desk.desk(), number).ways()).containsExactly(ReplyWay.LETTER);
        assertThatThrownBy(() -> plan(number, ReplyWay.CALL, "Berkas siap"))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(Reason.OTHER_WAY));
        assertThat(tasks.of(desk.desk(), number)).isEmpty();
    }

    @Test
    @Tag("PGD-h")
    void a_fax_has_a_cover_sheet_and_the_outcome_shows() throws Exception {
        String number = desk.sorted(complaint(Medium.FAX), Weight.LIGHT);
        long task = plan(number, ReplyWay.FAX, "Berkas siap besok");
        assertThat(text(tasks.faxCover(desk.desk(), number, task, Texts.INDONESIAN).orElseThrow()))
                .contains("Contoh Pengadu", "+62761000001", number, "Berkas siap besok");
        tried(number, task, Outcome.GIVEN_UP, "Nomor salah");
        assertThat(state(number)).as("another way is to be found").isEqualTo(Status.IN_HANDLING);
        tried(number, plan(number, ReplyWay.FAX, "Berkas siap besok"), Outcome.DONE, "");
        assertThat(state(number)).isEqualTo(Status.ANSWERED);
        assertThat(tasks.of(desk.desk(), number)).extracting(ComplaintTasks.Task::state).containsExactly(TaskState.GIVEN_UP, TaskState.DONE);
    }

    @Test
    void what_came_from_the_national_portal_is_answered_there() {
        NewComplaint lapor = new NewComplaint(
                Medium.LAPOR, complainant(false, false), "", "LPR-77", null, "Antrean", "Antrean panjang sekali", "", UUID.randomUUID().toString());
        String number = desk.sorted(lapor, Weight.LIGHT);
        long task = plan(number, ReplyWay.SAME_PLACE, "Loket ditambah");
        assertThat(tasks.of(desk.desk(), number).getFirst().to()).isEqualTo("LPR-77");
        tried(number, task, Outcome.DONE, "Tanggapan 3");
        assertThat(state(number)).isEqualTo(Status.ANSWERED);
        assertThat(told(number, NoticeEvent.COMPLAINT_ANSWERED)).hasSize(1);
    }

    @Test
    @Tag("PGD-d")
    void no_task_goes_round_those_who_have_to_decide() {
        String number = desk.sorted(complaint(Medium.PHONE), Weight.MEDIUM);
        assertThatThrownBy(() -> plan(number, ReplyWay.CALL, "Sudah"))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> {
                    assertThat(e.refusal().reason()).isEqualTo(Reason.NOT_DECIDED);
                    assertThat(e.refusal().missing()).containsExactly(Decider.SECTION_HEAD, Decider.HEAD_OF_OFFICE);
                });
    }

    @Test
    void there_is_one_task_at_a_time_and_it_is_the_desks() {
        String number = desk.sorted(complaint(Medium.PHONE), Weight.LIGHT);
        long task = plan(number, ReplyWay.CALL, "Berkas siap");
        assertThatThrownBy(() -> plan(number, ReplyWay.CALL, "Berkas siap"))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("isi", "complaint.task.open")));
        assertThatThrownBy(() -> tasks.tried(desk.person("kadis"), number, task, Outcome.DONE, "x", desk.version(number)))
                .isInstanceOf(NoSuchComplaint.class);
        assertThat(tasks.open(desk.person("kadis"))).isEmpty();
        assertThatThrownBy(() -> plan(number, ReplyWay.CALL, "x".repeat(50_000))).isInstanceOf(ComplaintRefused.class);
        assertThatThrownBy(() -> tasks.plan(desk.desk(), number, ReplyWay.LETTER, "x", desk.version(number)))
                .isInstanceOf(ComplaintRefused.class);

        desk.does("pengaduan", number, new Order.Close(Closing.WITHDRAWN, ""));
        assertThat(tasks.of(desk.desk(), number)).extracting(ComplaintTasks.Task::state).containsExactly(TaskState.GIVEN_UP);
    }

    @Test
    void an_answer_that_is_refused_tells_nobody_anything() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.MEDIUM);
        assertThatThrownBy(() -> desk.does("pengaduan", number, new Order.Answer(ReplyWay.EMAIL, "Sudah", "")))
                .isInstanceOf(ComplaintRefused.class);
        assertThat(told(number, NoticeEvent.COMPLAINT_ANSWERED)).isEmpty();
    }

    @Test
    @Tag("PGD-e")
    void a_heavy_complaint_waits_for_the_government_with_minutes_that_are_really_attached() throws Exception {
        String number = desk.sorted(complaint(Medium.WEB), Weight.HEAVY);
        desk.does("kadis", number, ComplaintDesk.decision(Decider.HEAD_OF_OFFICE, today()));
        Order invented = new Order.Decide(Decider.REGIONAL_GOVERNMENT, "Didahulukan", "Contoh Asisten, Asisten II", today(), 999_999_999);
        assertThatThrownBy(() -> desk.does("kadis", number, invented))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(Reason.MINUTES_MISSING));
        long minutes = ((ComplaintAttachments.Added.Kept) attachments.add(desk.person("kadis"), number, "notulen.png", picture())).id();
        desk.does("kadis", number, new Order.Decide(Decider.REGIONAL_GOVERNMENT, "Didahulukan", "Contoh Asisten, Asisten II", today(), minutes));
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sudah diselesaikan", ""));
        assertThat(state(number)).isEqualTo(Status.ANSWERED);
    }

    @Test
    void nobody_writes_more_than_anybody_reads_nor_what_cannot_be_seen() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        int before = desk.version(number);
        assertThatThrownBy(() -> desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "x".repeat(50_000), "")))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("isi", "complaint.text.long")));
        assertThatThrownBy(() -> desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, " \u0000\n ", "")))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(Reason.TEXT_MISSING));
        assertThat(desk.version(number)).isEqualTo(before);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Selesai 🙏\u0007", ""));
        assertThat(statuses.of(1, complaints.view(desk.desk(), number).statusCode()).steps().getLast().text()).isEqualTo("Selesai 🙏");
    }

    @Test
    void somebody_elses_complaint_is_answered_after_taking_it_over() {
        String number = desk.sorted(complaint(Medium.EMAIL), Weight.LIGHT);
        Order answer = new Order.Answer(ReplyWay.EMAIL, "Sudah", "");
        assertThatThrownBy(() -> desk.does("pengaduan2", number, answer))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(Reason.NOT_IN_YOUR_HANDS));
        desk.does("pengaduan2", number, new Order.Take());
        desk.does("pengaduan2", number, answer);
        assertThat(told(number, NoticeEvent.COMPLAINT_ANSWERED)).hasSize(1);
    }

    @Test
    void what_is_missing_is_asked_for_by_the_way_that_was_left() {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.AskCompletion("Salinan tanda terima"));
        assertThat(told(number, NoticeEvent.COMPLAINT_INCOMPLETE)).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("Salinan tanda terima", "23 Desember 2026"));
    }

    @Test
    void a_reopened_complaint_proposes_a_heavier_weight_until_it_is_sorted_anew() {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.STATUS_PAGE, "Sudah", ""));
        complaints.orderByComplainant(1, complaints.view(desk.desk(), number).statusCode(), new Order.SayNotSolved("Belum"));
        assertThat(complaints.view(desk.desk(), number).proposed()).isEqualTo(Weight.MEDIUM);
        desk.does("pengaduan", number, new Order.Classify(ComplaintDesk.as(Weight.MEDIUM), "Dibuka kembali"));
        assertThat(complaints.view(desk.desk(), number).proposed()).isNull();
    }

    private long plan(String number, ReplyWay way, String text) {
        return tasks.plan(desk.desk(), number, way, text, desk.version(number));
    }

    private void tried(String number, long task, Outcome outcome, String remark) {
        tasks.tried(desk.desk(), number, task, outcome, remark, desk.version(number));
    }

    private Status state(String number) {
        return complaints.view(desk.desk(), number).state().status();
    }

    private List<Notice> told(String number, NoticeEvent event) {
        return notices.of(desk.desk(), Subject.complaint(number)).stream().filter(n -> n.event() == event).toList();
    }

    private MailingList.Letter letter(String number) {
        return mailing.of(desk.desk(), Subject.complaint(number)).getFirst();
    }

    private static InputStream picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static LocalDate today() {
        return LocalDate.parse("2026-11-23");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
