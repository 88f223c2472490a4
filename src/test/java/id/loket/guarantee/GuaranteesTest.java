package id.loket.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.notice.Channel;
import id.loket.notice.MailingList;
import id.loket.notice.Notice;
import id.loket.notice.NoticeDesk;
import id.loket.notice.NoticeEvent;
import id.loket.notice.NoticeState;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.permit.Deliveries;
import id.loket.permit.Delivery;
import id.loket.permit.Delivery.Recipient;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ApplicationKind;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the office guarantees: who is to be told is told, and who doesn't collect within a month is written to. */
@LoketTest
class GuaranteesTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Notices notices;

    @Autowired
    private MailingList mailing;

    @Autowired
    private CollectionReminders reminders;

    @Autowired
    private EndingPermits endingPermits;

    @Autowired
    private OfficerNotices officerNotices;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void wednesday() {
        clock.set("2026-11-25 09:00");
    }

    @Test
    @Tag("MFG-6a")
    void the_applicant_is_told_by_sms_as_soon_as_the_permit_is_done() {
        String file = office.fileSentTo(9);

        assertThat(about(file, NoticeEvent.READY_TO_COLLECT)).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(Channel.SMS);
            assertThat(notice.address()).isEqualTo("+6281200000184");
            assertThat(notice.body()).contains(file);
            assertThat(notice.body().length()).as("one SMS").isLessThanOrEqualTo(160);
        });

        desk.deliverDue(Channel.SMS);
        assertThat(about(file, NoticeEvent.READY_TO_COLLECT)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.SENT);
            assertThat(notice.tries()).isNotEmpty();
        });
    }

    @Test
    @Tag("MFG-6a")
    void a_number_that_takes_no_sms_goes_straight_to_the_next_way() {
        var form = OfficeAtWork.form();
        form.put("phone", "0761 123 456");
        form.put("email", "pemohon@contoh.id");
        String mailed = office.register(form);
        assertThat(about(mailed, NoticeEvent.FILE_RECEIVED)).extracting(Notice::channel).containsExactly(Channel.EMAIL);

        form.remove("email");
        String called = office.register(form);
        assertThat(about(called, NoticeEvent.FILE_RECEIVED)).extracting(Notice::channel).containsExactly(Channel.CALL);
    }

    @Test
    @Tag("SOP-2")
    void what_is_missing_is_told_when_a_file_goes_back_to_be_completed() {
        String file = office.incompleteFile();
        assertThat(about(file, NoticeEvent.RETURNED_TO_COMPLETE))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Pas foto 4x6"));
        assertThat(about(file, NoticeEvent.FILE_RECEIVED)).isEmpty();
    }

    @Test
    void a_movement_that_fails_tells_nobody() {
        String file = office.fileSentTo(8);
        office.does("cetak", file, Action.RECEIVE);
        assertThatThrownBy(() -> office.does("muda", file, Action.HAND_OVER)).isInstanceOf(RuntimeException.class);
        assertThat(about(file, NoticeEvent.READY_TO_COLLECT)).isEmpty();
    }

    @Test
    @Tag("MFG-6b")
    void a_month_later_a_numbered_letter_to_the_home_stands_on_the_mailing_list() throws IOException {
        String file = office.fileSentTo(9);
        clock.set("2026-12-24 23:00");
        reminders.writeDue();
        assertThat(about(file, NoticeEvent.COLLECTION_REMINDER)).as("the day before").isEmpty();

        clock.set("2026-12-25 06:00"); // a holiday: the month ends on a calendar day
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);

        MailingList.Letter letter = mailing.of(loket(), Subject.file(file)).getFirst();
        assertThat(letter.state()).isEqualTo(MailingList.State.LISTED);
        assertThat(letter.number()).matches("005/\\d{5}/DPMPTSP/XII/2026");
        assertThat(letter.address()).isEqualTo("Jalan Misal Nomor 5, Pekanbaru");
        assertThat(text(mailing.pdf(loket(), letter.noticeId()).orElseThrow()))
                .contains(letter.number(), "Contoh Pemohon", "Jalan Misal Nomor 5", file, "25 November 2026", "Contoh Kadis");
        assertThat(mailing.all(loket(), MailingList.State.LISTED)).extracting(MailingList.Letter::number).contains(letter.number());

        clock.set("2026-12-28 10:00");
        assertThat(mailing.dispatch(loket(), List.of(letter.noticeId()), LocalDate.parse("2026-12-28"), "Pos Indonesia", List.of("RR184ID")))
                .isEqualTo(1);
        assertThat(mailing.of(loket(), Subject.file(file)).getFirst())
                .satisfies(l -> assertThat(l.state()).isEqualTo(MailingList.State.DISPATCHED))
                .satisfies(l -> assertThat(l.tracking()).isEqualTo("RR184ID"));
        clock.set("2027-01-06 10:00");
        assertThat(mailing.returned(loket(), letter.noticeId(), LocalDate.parse("2027-01-05"), "alamat tidak dikenal")).isTrue();
        assertThat(about(file, NoticeEvent.COLLECTION_REMINDER))
                .as("the law wants it told, so somebody calls")
                .extracting(Notice::channel, Notice::state)
                .containsExactly(tuple(Channel.LETTER, NoticeState.FAILED_FOR_GOOD), tuple(Channel.CALL, NoticeState.CREATED));
        deliver(file);
        assertThat(about(file, NoticeEvent.COLLECTION_REMINDER).getLast().state()).isEqualTo(NoticeState.CANCELLED);
    }

    @Test
    @Tag("MFG-6b")
    void collected_in_time_no_letter_is_written_and_one_not_yet_sent_is_taken_off_the_list() {
        String collected = office.fileSentTo(9);
        String late = office.fileSentTo(9);
        deliver(collected);
        clock.set("2026-12-25 08:00");
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);
        assertThat(mailing.of(loket(), Subject.file(collected))).isEmpty();
        assertThat(mailing.of(loket(), Subject.file(late))).hasSize(1);

        deliver(late);
        assertThat(mailing.of(loket(), Subject.file(late))).extracting(MailingList.Letter::state).containsExactly(MailingList.State.CANCELLED);
    }

    @Test
    @Tag("MFG-6b")
    void a_job_that_was_down_for_a_week_catches_up_without_doubles_on_however_many_nodes() throws Exception {
        List<String> files = List.of(office.fileSentTo(9), office.fileSentTo(9), office.fileSentTo(9));
        clock.set("2027-01-02 08:00");
        try (var nodes = Executors.newFixedThreadPool(4)) {
            nodes.invokeAll(List.<Callable<Integer>>of(reminders::writeDue, reminders::writeDue, reminders::writeDue, reminders::writeDue));
        }
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);
        desk.deliverDue(Channel.LETTER);
        for (String file : files) {
            assertThat(mailing.of(loket(), Subject.file(file))).as("two files of one applicant are two letters").hasSize(1);
        }
    }

    @Test
    @Tag("MFG-6b")
    void who_promised_a_later_day_is_written_to_only_after_it() {
        String file = office.fileSentTo(9);
        office.does("loket", file, Action.RECEIVE);
        assertThat(reminders.agree(loket(), file, LocalDate.parse("2026-11-24"))).as("yesterday").isFalse();
        assertThat(reminders.agree(loket(), file, LocalDate.parse("2028-01-01"))).as("in more than a year").isFalse();
        assertThat(reminders.agree(loket(), file, LocalDate.parse("2027-01-10"))).isTrue();

        clock.set("2027-01-10 10:00");
        reminders.writeDue();
        assertThat(about(file, NoticeEvent.COLLECTION_REMINDER)).isEmpty();
        clock.set("2027-01-11 06:00");
        reminders.writeDue();
        assertThat(about(file, NoticeEvent.COLLECTION_REMINDER)).hasSize(1);
        assertThat(reminders.agree(loket(), file, LocalDate.parse("2027-02-01"))).as("too late").isFalse();
    }

    @Test
    void letters_are_the_counters_and_the_back_offices_and_each_offices_own() {
        String file = office.fileSentTo(9);
        clock.set("2026-12-25 08:00");
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);
        long letter = mailing.of(loket(), Subject.file(file)).getFirst().noticeId();
        assertThatThrownBy(() -> mailing.all(office.person("muda"), MailingList.State.LISTED)).isInstanceOf(AccessDeniedException.class);
        SignedIn stranger = new SignedIn(2, 1, "asing", "Contoh Asing", "As", Set.of("FRONT_OFFICE"), "");
        assertThat(mailing.of(stranger, Subject.file(file))).isEmpty();
        assertThat(mailing.pdf(stranger, letter)).isEmpty();
    }

    @Test
    void impossible_dispatches_change_nothing() {
        String file = office.fileSentTo(9);
        clock.set("2026-12-25 08:00");
        reminders.writeDue();
        desk.deliverDue(Channel.LETTER);
        long letter = mailing.of(loket(), Subject.file(file)).getFirst().noticeId();
        assertThat(mailing.dispatch(loket(), List.of(letter), LocalDate.parse("2026-12-26"), "Pos", List.of())).as("tomorrow").isZero();
        assertThat(mailing.dispatch(loket(), List.of(letter), LocalDate.parse("2026-12-24"), "Pos", List.of())).as("before it was written").isZero();
        assertThat(mailing.dispatch(loket(), List.of(letter), LocalDate.parse("2026-12-25"), "  ", List.of())).as("by nobody").isZero();
        assertThat(mailing.returned(loket(), letter, LocalDate.parse("2026-12-25"), "x")).as("never sent").isFalse();
        assertThat(mailing.of(loket(), Subject.file(file)).getFirst().state()).isEqualTo(MailingList.State.LISTED);
    }

    @Test
    void holders_are_told_once_two_months_before_their_permit_ends() {
        String file = office.fileSentTo(9);
        deliver(file);
        clock.set("2031-09-26 09:00"); // 60 days before 25 November 2031
        endingPermits.tell();
        endingPermits.tell();
        assertThat(about(file, NoticeEvent.PERMIT_EXPIRING)).singleElement().satisfies(notice -> assertThat(notice.body()).contains("2031"));
    }

    @Test
    void a_refused_application_is_told_with_its_reason() {
        String file = office.fileSentTo(7);
        office.does("kadis", file, Action.RECEIVE);
        office.does("kadis", file, Order.of(Action.REJECT, "Tempat kerja berada di luar wilayah kota"));
        assertThat(about(file, NoticeEvent.REJECTED))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Tempat kerja berada di luar wilayah kota"));
    }

    @Test
    void a_refusal_that_went_the_way_of_a_letter_is_told_as_one_when_its_letter_is_ready() {
        String file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 4);
        office.move(file, Order.of(Action.RECEIVE));
        office.move(file, Order.of(Action.PREPARE_REFUSAL, "Denah tidak sesuai"));
        office.play(file, 8);
        assertThat(about(file, NoticeEvent.READY_TO_COLLECT)).isEmpty();
        assertThat(about(file, NoticeEvent.REJECTED)).singleElement().satisfies(notice -> assertThat(notice.body()).contains("Denah tidak sesuai"));
    }

    @Test
    void officers_are_told_once_by_mail_of_a_late_file_at_their_step_if_they_have_an_address() {
        String file = office.fileSentTo(4);
        db.sql("update officer set email = 'muda@contoh.go.id' where office_id = 1 and username = 'muda'").update();
        clock.set("2026-11-30 09:00");
        officerNotices.tellLate();
        officerNotices.tellLate();
        assertThat(about(file, NoticeEvent.WORK_LATE)).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(Channel.EMAIL);
            assertThat(notice.address()).isEqualTo("muda@contoh.go.id");
            assertThat(notice.body()).contains(file, "Paraf Ahli Muda");
        });
        db.sql("update officer set email = '' where office_id = 1 and username = 'muda'").update();
    }

    @Test
    void who_alone_holds_a_role_is_told_in_one_mail_how_many_files_wait_and_not_of_each_of_them() {
        db.sql("update officer set email = username || '@contoh.go.id' where office_id = 1 and username in ('kadis', 'loket')").update();
        try {
            clock.set("2036-11-24 10:00");
            office.fileSentTo(7);
            office.fileSentTo(7);
            officerNotices.tellWaiting();
            assertThat(mailsOf("kadis")).singleElement().asString().contains("berkas menunggu Anda terima", "/meja-kerja");

            clock.set("2036-11-24 11:30");
            office.fileSentTo(7);
            officerNotices.tellWaiting();
            assertThat(mailsOf("kadis")).as("within two hours").hasSize(1);
            clock.set("2036-11-24 12:30");
            officerNotices.tellWaiting();
            assertThat(mailsOf("kadis")).as("in the break").hasSize(1);
            clock.set("2036-11-24 13:15");
            officerNotices.tellWaiting();
            officerNotices.tellWaiting();
            assertThat(mailsOf("kadis")).hasSize(2);
            clock.set("2036-11-25 09:00");
            officerNotices.tellWaiting();
            assertThat(mailsOf("kadis")).as("nothing new").hasSize(2);
        } finally {
            db.sql("update officer set email = '' where office_id = 1 and username in ('kadis', 'loket')").update();
        }
    }

    private List<String> mailsOf(String username) {
        return notices.of(loket(), Subject.workOf(office.person(username).officerId())).stream().map(Notice::body).toList();
    }

    @Test
    @Tag("MFG-6b")
    void a_letter_that_cant_be_begun_holds_up_no_other() {
        String broken = office.fileSentTo(9);
        String sound = office.fileSentTo(9);
        db.sql("update collection_reminder set registration = 'TIDAK-ADA' where registration = :file").param("file", broken).update();
        clock.set("2026-12-25 08:00");
        reminders.writeDue();
        assertThat(about(sound, NoticeEvent.COLLECTION_REMINDER)).hasSize(1);

        db.sql("update collection_reminder set registration = :file where registration = 'TIDAK-ADA'").param("file", broken).update();
        reminders.writeDue();
        assertThat(about(broken, NoticeEvent.COLLECTION_REMINDER)).as("the next run writes it").hasSize(1);
    }

    private void deliver(String file) {
        if (office.look(file).state().status() != Status.READY) {
            office.does("loket", file, Action.RECEIVE);
        }
        deliveries.deliver(
                loket(),
                file,
                office.look(file).state().version(),
                new Delivery(Recipient.APPLICANT, "Contoh Pemohon", "1471010101950001", "", null, clock.instant()));
    }

    private List<Notice> about(String file, NoticeEvent event) {
        return notices.of(loket(), Subject.file(file)).stream().filter(n -> n.event() == event).toList();
    }

    private SignedIn loket() {
        return office.person("loket");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
