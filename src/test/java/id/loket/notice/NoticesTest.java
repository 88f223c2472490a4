package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.loket.notice.NoticeOffice.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** Which way a notice goes, what officers do with it, and how long it is kept. */
class NoticesTest {

    private static final String FILE = "1471-2026-000123";

    private final NoticeOffice office = new NoticeOffice();
    private final Gateway sms = new Gateway(Channel.SMS);
    private final Gateway mail = new Gateway(Channel.EMAIL);
    private Node node;

    @BeforeEach
    void start() {
        node = office.node(sms, mail);
    }

    @AfterEach
    void stop() {
        node.close();
        office.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0812 0000 0184, SMS, +6281200000184",
        "+62 812-0000-0184, SMS, +6281200000184",
        "6281200000184, SMS, +6281200000184",
        "(0812) 0000.0184, SMS, +6281200000184",
        "+65 8123 4567, SMS, +6581234567",
        "0761 45678, EMAIL, pemohon@contoh.id",
        "021-5790 1234, EMAIL, pemohon@contoh.id",
        "12345, EMAIL, pemohon@contoh.id",
        "nol delapan, EMAIL, pemohon@contoh.id",
        "0812'); drop table notice; --, EMAIL, pemohon@contoh.id",
        "'', EMAIL, pemohon@contoh.id"
    })
    @Tag("MFG-6a")
    void a_mobile_number_gets_an_sms_and_for_all_else_the_next_way_is_gone(String phone, Channel way, String address) {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.withPhone(phone), Channel.SMS, Channel.EMAIL, Channel.CALL));

        assertThat(node.of(FILE)).extracting(Notice::channel).containsExactly(way);
        assertThat(node.of(FILE)).extracting(Notice::address).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0761 45678", "tidak ada"})
    @Tag("MFG-6a")
    void where_neither_number_nor_mail_will_do_somebody_is_asked_to_call(String phone) {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.withPhoneOnly(phone), Channel.SMS, Channel.EMAIL));

        assertThat(node.calls.open(NoticeOffice.CLERK)).hasSize(1);
        assertThat(node.calls.open(NoticeOffice.CLERK).getFirst().number()).isEqualTo(phone.startsWith("0") ? "+6276145678" : phone);
    }

    @Test
    void what_the_law_does_not_oblige_to_tell_makes_nobody_call_but_is_seen() {
        node.post(NoticeOffice.notice(
                NoticeEvent.SURVEY_INVITATION, FILE, NoticeOffice.withPhoneOnly("12345"), Channel.SMS, Channel.EMAIL));

        assertThat(node.calls.open(NoticeOffice.CLERK)).isEmpty();
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).hasSize(1);
        assertThat(node.of(FILE).getFirst().tries()).extracting(NoticeTry::outcome).containsExactly(NoticeTry.Outcome.NO_WAY);
    }

    @Test
    void who_opted_out_gets_what_the_law_obliges_to_tell_and_nothing_else() {
        node.optOuts.add(NoticeOffice.CLERK, Channel.SMS, "+62 812 0000 0184");
        node.optOuts.add(NoticeOffice.CLERK, Channel.SMS, NoticeOffice.MOBILE);

        node.post(NoticeOffice.ready(FILE));
        node.post(NoticeOffice.notice(NoticeEvent.SURVEY_INVITATION, FILE, NoticeOffice.APPLICANT, Channel.SMS));
        node.post(NoticeOffice.notice(NoticeEvent.FILE_RECEIVED, FILE, NoticeOffice.APPLICANT, Channel.SMS, Channel.EMAIL));

        assertThat(node.of(FILE)).extracting(Notice::event, Notice::channel, Notice::state).containsExactly(
                tuple(NoticeEvent.READY_TO_COLLECT, Channel.SMS, NoticeState.CREATED),
                tuple(NoticeEvent.SURVEY_INVITATION, Channel.SMS, NoticeState.CANCELLED),
                tuple(NoticeEvent.FILE_RECEIVED, Channel.EMAIL, NoticeState.CREATED));

        node.optOuts.remove(NoticeOffice.CLERK, Channel.SMS, NoticeOffice.MOBILE);
        node.post(NoticeOffice.notice(NoticeEvent.SURVEY_INVITATION, "1471-2026-000124", NoticeOffice.APPLICANT, Channel.SMS));
        assertThat(node.of("1471-2026-000124")).extracting(Notice::state).containsExactly(NoticeState.CREATED);
    }

    @ParameterizedTest
    @CsvSource({"SMS, 0812", "SMS, pemohon@contoh.id", "CALL, ''", "EMAIL, 0812 0000 0184", "EMAIL, a@b", "LETTER, Jalan Misal Nomor 5"})
    void what_is_no_address_of_that_way_cant_be_opted_out(Channel channel, String address) {
        assertThatThrownBy(() -> node.optOuts.add(NoticeOffice.CLERK, channel, address))
                .isInstanceOfSatisfying(NoticeRefused.class, e -> assertThat(e.reason()).isEqualTo(NoticeRefused.Reason.NO_ADDRESS));
        assertThat(node.optOuts.all(NoticeOffice.CLERK)).isEmpty();
    }

    @Test
    void who_opted_out_is_the_offices_own_and_its_front_offices_business() {
        node.optOuts.add(NoticeOffice.CLERK, Channel.EMAIL, " Pemohon@Contoh.id ");

        assertThat(node.optOuts.all(NoticeOffice.CLERK)).extracting(OptOuts.OptOut::address).containsExactly("pemohon@contoh.id");
        assertThat(node.optOuts.all(NoticeOffice.CLERK_OF_ANOTHER_OFFICE)).isEmpty();
        assertThatThrownBy(() -> node.optOuts.all(NoticeOffice.TREASURER)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.optOuts.add(NoticeOffice.TREASURER, Channel.SMS, NoticeOffice.MOBILE)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.optOuts.remove(NoticeOffice.TREASURER, Channel.SMS, NoticeOffice.MOBILE))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_fax_is_a_task_with_an_outcome_and_after_a_wrong_number_the_next_way_is_gone() {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.withPhone("0761 45678"), Channel.FAX, Channel.EMAIL));

        assertThat(node.calls.open(NoticeOffice.CLERK)).singleElement().satisfies(fax -> {
            assertThat(fax.channel()).isEqualTo(Channel.FAX);
            assertThat(fax.number()).isEqualTo("+6276145678");
            assertThat(fax.say()).contains(FILE, "sudah jadi");
        });
        enter(0, CallTasks.Outcome.NOT_REACHED);
        enter(1, CallTasks.Outcome.WRONG_NUMBER);

        assertThat(node.calls.open(NoticeOffice.CLERK)).isEmpty();
        assertThat(node.of(FILE)).extracting(Notice::channel, Notice::state).containsExactly(
                tuple(Channel.FAX, NoticeState.FAILED_FOR_GOOD), tuple(Channel.EMAIL, NoticeState.CREATED));
    }

    private void enter(int calls, CallTasks.Outcome outcome) {
        long task = node.calls.open(NoticeOffice.CLERK).getFirst().noticeId();
        node.transaction.executeWithoutResult(t -> node.calls.enter(NoticeOffice.CLERK, task, calls, outcome));
    }

    @Test
    @Tag("MFG-6a")
    void an_officer_calls_and_says_with_one_click_what_came_of_it() {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.APPLICANT, Channel.CALL));
        long call = node.calls.open(NoticeOffice.CLERK).getFirst().noticeId();

        node.calls.enter(NoticeOffice.CLERK, call, 0, CallTasks.Outcome.NOT_REACHED);
        assertThat(node.calls.open(NoticeOffice.CLERK).getFirst().from())
                .isEqualTo(office.clock.instant().plus(Duration.ofHours(2)));
        assertThatThrownBy(() -> node.calls.enter(NoticeOffice.CLERK, call, 0, CallTasks.Outcome.WRONG_NUMBER))
                .isInstanceOfSatisfying(NoticeRefused.class, e -> assertThat(e.reason()).isEqualTo(NoticeRefused.Reason.CHANGED));
        node.calls.enter(NoticeOffice.CLERK, call, 1, CallTasks.Outcome.REACHED);

        assertThat(node.calls.open(NoticeOffice.CLERK)).isEmpty();
        Notice notice = node.of(FILE).getFirst();
        assertThat(notice.state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(notice.tries()).extracting(NoticeTry::outcome, NoticeTry::officerId).containsExactly(
                tuple(NoticeTry.Outcome.NOT_REACHED, 7L),
                tuple(NoticeTry.Outcome.REACHED, 7L));
        assertThatThrownBy(() -> node.calls.enter(NoticeOffice.CLERK, call, 2, CallTasks.Outcome.WRONG_NUMBER))
                .isInstanceOf(NoticeRefused.class);
    }

    @Test
    void after_a_wrong_number_the_next_way_is_gone_and_without_one_it_is_seen() {
        node.post(NoticeOffice.ready(FILE, NoticeOffice.APPLICANT, Channel.CALL, Channel.EMAIL));
        node.post(NoticeOffice.ready("1471-2026-000124", NoticeOffice.APPLICANT, Channel.CALL));

        node.calls.open(NoticeOffice.CLERK)
                .forEach(c -> node.transaction.executeWithoutResult(
                        t -> node.calls.enter(NoticeOffice.CLERK, c.noticeId(), 0, CallTasks.Outcome.WRONG_NUMBER)));

        assertThat(node.of(FILE)).extracting(Notice::channel).containsExactly(Channel.CALL, Channel.EMAIL);
        assertThat(node.calls.open(NoticeOffice.CLERK)).isEmpty();
        assertThat(node.notices.troubles(NoticeOffice.CLERK)).hasSize(2);
    }

    @Test
    void an_officer_sends_a_notice_again_but_not_while_it_is_on_its_way() {
        long first = node.post(NoticeOffice.ready(FILE)).orElseThrow();
        assertRefused(first, NoticeRefused.Reason.UNDERWAY);
        node.deliverDue();

        long again = node.notices.resend(NoticeOffice.CLERK, first);
        assertRefused(first, NoticeRefused.Reason.UNDERWAY);
        node.deliverDue();

        assertThat(sms.taken()).extracting(Outgoing::text).hasSize(2).containsOnly(node.of(FILE).getFirst().body());
        assertThat(sms.taken()).extracting(Outgoing::key).containsExactlyInAnyOrder("1-" + first, "1-" + again);
        assertThat(node.of(FILE)).extracting(Notice::copy).containsExactly(0, 1);
        assertThat(node.of(FILE).getLast().tries().getFirst().officerId()).isEqualTo(7L);
    }

    @Test
    void offices_are_apart_and_each_role_does_its_own() {
        long notice = node.post(NoticeOffice.ready(FILE, NoticeOffice.APPLICANT, Channel.CALL)).orElseThrow();
        var stranger = NoticeOffice.CLERK_OF_ANOTHER_OFFICE;

        assertThat(node.notices.of(stranger, Subject.file(FILE))).isEmpty();
        assertThat(node.notices.troubles(stranger)).isEmpty();
        assertThat(node.calls.open(stranger)).isEmpty();
        assertThatThrownBy(() -> node.calls.enter(stranger, notice, 0, CallTasks.Outcome.REACHED))
                .isInstanceOfSatisfying(NoticeRefused.class, e -> assertThat(e.reason()).isEqualTo(NoticeRefused.Reason.NO_SUCH_NOTICE));
        assertThatThrownBy(() -> node.notices.resend(stranger, notice))
                .isInstanceOfSatisfying(NoticeRefused.class, e -> assertThat(e.reason()).isEqualTo(NoticeRefused.Reason.NO_SUCH_NOTICE));
        assertThatThrownBy(() -> node.calls.open(NoticeOffice.TREASURER)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.calls.enter(NoticeOffice.TREASURER, notice, 0, CallTasks.Outcome.REACHED))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.notices.resend(NoticeOffice.TREASURER, notice)).isInstanceOf(AccessDeniedException.class);
        assertThat(node.of(FILE).getFirst().state()).isEqualTo(NoticeState.CREATED);
    }

    @Test
    void when_its_time_is_over_what_is_personal_goes_and_the_proof_stays() {
        long sent = node.post(NoticeOffice.ready(FILE)).orElseThrow();
        node.deliverDue();
        node.post(NoticeOffice.ready("1471-2026-000124", NoticeOffice.APPLICANT, Channel.CALL));
        office.clock.advance(Duration.ofDays(365).minusSeconds(1));
        assertThat(node.retention.blank()).isZero();

        office.clock.advance(Duration.ofSeconds(1));
        assertThat(node.retention.blank()).as("the call is still to be made").isEqualTo(1);

        Map<String, Object> row = office.database.asOwner().sql("select * from notice where notice_id = :id")
                .param("id", sent).query().singleRow();
        assertThat(row.toString()).doesNotContain("81200000184", "0812 0000", "pemohon@", "Contoh Pemohon", "Misal", "Surat");
        Notice blank = node.of(FILE).getFirst();
        assertThat(blank.state()).isEqualTo(NoticeState.SENT);
        assertThat(blank.sent()).isNotNull();
        assertThat(blank.tries()).extracting(NoticeTry::outcome).containsExactly(NoticeTry.Outcome.ACCEPTED);
        assertThat(office.database.asOwner().sql("select t::text from notice_try t").query(String.class).list())
                .noneMatch(line -> line.contains("81200000184"));
        assertRefused(sent, NoticeRefused.Reason.BLANKED);
    }

    @ParameterizedTest
    @EnumSource(NoticeEvent.class)
    void every_event_goes_out_by_sms_and_by_mail_in_both_languages(NoticeEvent event) {
        for (String language : List.of("id", "en")) {
            var to = new Recipient("Contoh Pemohon", NoticeOffice.MOBILE, "pemohon@contoh.id", "", language);
            for (Channel channel : List.of(Channel.SMS, Channel.EMAIL)) {
                node.post(NoticeOffice.notice(event, language + channel, to, channel));
            }
        }

        node.deliverDue();

        assertThat(office.states()).isEqualTo(Map.of(NoticeState.SENT, 4L));
        assertThat(sms.taken()).hasSize(2).noneMatch(message -> message.text().contains("{"));
        assertThat(mail.taken()).hasSize(2).noneMatch(message -> message.text().contains("{") || message.subject().contains("{"));
    }

    @Test
    void a_notice_says_everything_that_belongs_to_its_event_and_nothing_else() {
        assertThatThrownBy(() -> new NewNotice(
                        1, NoticeEvent.REJECTED, Subject.file(FILE), null, NoticeOffice.APPLICANT,
                        Map.of("registration", FILE, "alasan", ""), "k", List.of(Channel.SMS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }

    private void assertRefused(long notice, NoticeRefused.Reason reason) {
        assertThatThrownBy(() -> node.notices.resend(NoticeOffice.CLERK, notice))
                .isInstanceOfSatisfying(NoticeRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
