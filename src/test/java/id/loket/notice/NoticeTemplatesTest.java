package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.notice.NoticeOffice.Node;
import id.loket.notice.WordingProblem.Kind;
import java.util.HashMap;
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

/** What notices say. */
class NoticeTemplatesTest {

    private static final TemplateKey READY_SMS = new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.SMS, "id", "");

    private final NoticeOffice office = new NoticeOffice();
    private final Gateway mail = new Gateway(Channel.EMAIL);
    private Node node;

    @BeforeEach
    void start() {
        node = office.node(new Gateway(Channel.SMS), mail);
    }

    @AfterEach
    void stop() {
        node.close();
        office.close();
    }

    @ParameterizedTest
    @EnumSource(NoticeEvent.class)
    void every_event_has_a_wording_for_each_channel_and_language(NoticeEvent event) {
        for (String language : List.of("id", "en")) {
            for (Channel channel : List.of(Channel.SMS, Channel.EMAIL)) {
                var key = new TemplateKey(event, channel, language, "");
                Wording shipped = node.templates.one(NoticeOffice.ADMINISTRATOR, key).wording();
                assertThat(NoticeTemplates.problems(key, shipped)).as("%s", key).isEmpty();

                var preview = node.templates.preview(NoticeOffice.ADMINISTRATOR, key, shipped);
                assertThat(preview.filled().body()).as("%s", key).isNotBlank().doesNotContain("{", "[", "]");
                if (channel == Channel.SMS) {
                    assertThat(preview.sms().encoding()).as("%s", key).isEqualTo(SmsText.Encoding.GSM7);
                    assertThat(preview.sms().parts()).as("%s", key).isLessThanOrEqualTo(2);
                } else {
                    assertThat(preview.filled().title()).as("%s", key).isNotBlank();
                    assertThat(node.templates.html(NoticeOffice.INFO, language, preview.filled()))
                            .as("%s", key)
                            .contains("lang=\"" + language + "\"", "0761 000 000");
                }
            }
        }
    }

    @Test
    @Tag("MFG-6a")
    void that_the_product_is_ready_fits_into_one_sms() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "registration", "1471-2026-000123",
                "service", "Surat Izin Kerja Refraksionis Optisien (SIKRO)",
                "link", "https://dpmptsp.pekanbaru.go.id/lacak/1471-2026-000123"));

        Wording said = node.templates.word(
                NoticeOffice.INFO, NoticeEvent.READY_TO_COLLECT, Channel.SMS, "id", "SIKRO", "Contoh Pemohon", fields);

        assertThat(said.body())
                .isEqualTo("DPMPTSP Kota Pekanbaru: Surat Izin Kerja Refraksionis Optisien (SIKRO) berkas 1471-2026-000123 sudah jadi. "
                        + "Ambil di loket, bawa KTP dan tanda terima.");
        assertThat(SmsText.of(said.body()).encoding()).isEqualTo(SmsText.Encoding.GSM7);
        assertThat(SmsText.of(said.body()).units()).isLessThan(160);
    }

    @Test
    void the_office_words_it_its_own_way_for_all_services_or_for_one() {
        change(READY_SMS, "Berkas {registration} siap.");
        assertThat(posted("1")).isEqualTo("Berkas 1 siap.");

        change(new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.SMS, "id", "SIKRO"), "SIKRO {registration} siap, {name}.");
        assertThat(posted("2")).isEqualTo("SIKRO 2 siap, Contoh Pemohon.");
        assertThat(node.templates.all(NoticeOffice.ADMINISTRATOR)).filteredOn(NoticeTemplates.Current::own).hasSize(2);

        node.templates.reset(NoticeOffice.ADMINISTRATOR, new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.SMS, "id", "SIKRO"));
        node.templates.reset(NoticeOffice.ADMINISTRATOR, READY_SMS);
        assertThat(posted("3")).startsWith("DPMPTSP Kota Pekanbaru: ");
    }

    @ParameterizedTest
    @CsvSource({
        "Berkas {nomor} siap, BRACES_OR_NAME",
        "'', BODY_EMPTY",
        "Berkas {registration siap, BRACES",
        "Berkas [registration siap, BRACES",
        "Berkas { registration } siap, BRACES",
        "${registration.getClass()}, BRACES"
    })
    void a_wording_that_could_not_be_filled_is_refused(String body, String problem) {
        Kind kind = problem.equals("BRACES_OR_NAME") ? Kind.UNKNOWN_NAME : Kind.valueOf(problem);

        var problems = node.templates.change(NoticeOffice.ADMINISTRATOR, READY_SMS, new Wording("", body));

        assertThat(problems).extracting(WordingProblem::kind).containsExactly(kind);
        assertThat(node.templates.preview(NoticeOffice.ADMINISTRATOR, READY_SMS, new Wording("", body)).problems())
                .isEqualTo(problems);
        assertThat(node.templates.one(NoticeOffice.ADMINISTRATOR, READY_SMS).own()).isFalse();
    }

    @Test
    void a_wording_that_is_too_long_or_an_e_mail_without_a_subject_is_refused() {
        assertThat(node.templates.change(NoticeOffice.ADMINISTRATOR, READY_SMS, new Wording("", "{".repeat(100_000))))
                .extracting(WordingProblem::kind).containsExactly(Kind.TOO_LONG);
        assertThat(node.templates.change(NoticeOffice.ADMINISTRATOR, READY_SMS, new Wording("", "a".repeat(919))))
                .extracting(WordingProblem::kind).containsExactly(Kind.TOO_LONG);
        var mail = new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.EMAIL, "id", "");
        assertThat(node.templates.change(NoticeOffice.ADMINISTRATOR, mail, new Wording(" ", "Siap.")))
                .extracting(WordingProblem::kind).containsExactly(Kind.TITLE_EMPTY);
    }

    @Test
    void a_preview_says_what_an_sms_costs() {
        var emoji = node.templates.preview(NoticeOffice.ADMINISTRATOR, READY_SMS, new Wording("", "Berkas {registration} siap 😀"));

        assertThat(emoji.filled().body()).isEqualTo("Berkas 1471-2026-000123 siap 😀");
        assertThat(emoji.sms()).isEqualTo(new SmsText(SmsText.Encoding.UCS2, 31, 1));
    }

    @Test
    void what_an_applicant_types_can_not_add_lines_headers_or_markup() {
        Map<String, String> fields = new HashMap<>();
        NoticeEvent.REJECTED.fields().forEach(f -> fields.put(f, "x"));
        fields.put("registration", "1\r\nBcc: semua@contoh.id");
        fields.put("reason", "<script>alert(1)</script> {name}");

        Wording said = node.templates.word(
                NoticeOffice.INFO, NoticeEvent.REJECTED, Channel.EMAIL, "id", "", "Contoh", fields);

        assertThat(said.title()).isEqualTo("Permohonan 1 Bcc: semua@contoh.id ditolak");
        assertThat(said.body()).contains("<script>alert(1)</script> {name}");
        assertThat(node.templates.html(NoticeOffice.INFO, "id", said)).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Contoh\r\nBcc: semua@contoh.id", "Contoh\u2028Bcc: semua@contoh.id", "Contoh\u0085Bcc: semua@contoh.id", "<b>Contoh</b><img src=x onerror=alert(1)>"})
    void a_name_stays_a_name_in_the_subject_the_text_and_the_html(String name) {
        var key = new TemplateKey(NoticeEvent.READY_TO_COLLECT, Channel.EMAIL, "id", "");
        assertThat(node.templates.change(NoticeOffice.ADMINISTRATOR, key, new Wording("Untuk {name}", "Yth. {name},\nsiap."))).isEmpty();

        node.post(NoticeOffice.ready("1", new Recipient(name, "", "pemohon@contoh.id", "", "id"), Channel.EMAIL));
        node.deliverDue();

        Outgoing mail = this.mail.taken().getFirst();
        assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\u2028\u0085]").startsWith("Untuk ");
        assertThat(mail.text().lines().count()).as("lines").isEqualTo(2);
        assertThat(mail.html()).doesNotContain("<b>Contoh", "<img");
    }

    @Test
    void templates_are_the_administrators() {
        var wording = new Wording("", "Siap.");
        assertThatThrownBy(() -> node.templates.all(NoticeOffice.CLERK)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.templates.one(NoticeOffice.CLERK, READY_SMS)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.templates.preview(NoticeOffice.CLERK, READY_SMS, wording))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.templates.change(NoticeOffice.CLERK, READY_SMS, wording))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> node.templates.reset(NoticeOffice.CLERK, READY_SMS)).isInstanceOf(AccessDeniedException.class);
    }

    private void change(TemplateKey key, String body) {
        assertThat(node.templates.change(NoticeOffice.ADMINISTRATOR, key, new Wording("", body))).isEmpty();
    }

    private String posted(String registration) {
        node.post(NoticeOffice.ready(registration));
        return node.of(registration).getFirst().body();
    }
}
