package id.loket.casefile;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.standard.Condition;
import id.loket.testing.ApplicationCase;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Shipped;
import id.loket.testing.Visitor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clerk finds the service among many, and its form asks what the case needs and nothing else. */
@LoketTest
class CounterTest {

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor loket;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        loket = Visitor.signedIn(port, "loket");
    }

    @ParameterizedTest
    @CsvSource({
        "bidan, SIP_BIDAN",
        "BIDAN praktik, SIP_BIDAN",
        "sikro, SIKRO",
        "iptm, TANAH_MAKAM",
        "midwives, SIP_BIDAN",
        "sip_ttk, SIP_TTK",
    })
    @Tag("SOP-1")
    void a_word_that_means_one_service_opens_its_form(String typed, String code) {
        assertThat(location(loket.get("/loket?cari=" + typed.replace(" ", "+")))).isEqualTo("/loket/" + code);
    }

    @Test
    void a_word_that_means_several_shows_them_by_category() {
        String page = loket.get("/loket?cari=optik").body();
        assertThat(page)
                .containsSubsequence("Sarana kesehatan", "/loket/OPTIKAL", "/loket/REKOMENDASI_OPTIKAL")
                .doesNotContain("/loket/SIP_BIDAN");
    }

    @Test
    void a_word_that_means_none_is_said_and_shown_as_it_was_typed() {
        String page = loket.get("/loket?cari=%3Cb%3Ezzz").body();
        assertThat(page).contains("Tidak ada layanan untuk", "&lt;b>zzz").doesNotContain("<b>zzz");
    }

    @Test
    @Tag("DLV-1")
    void a_paper_that_is_no_longer_asked_for_is_not_on_the_list_at_the_counter_nor_published() {
        assertThat(loket.get("/loket/SIP_REFRAKSIONIS").body())
                .contains("checks.WORKPLACE_LETTER")
                .doesNotContain("checks.OP_RECOMMENDATION");
        assertThat(loket.get("/layanan/SIP_REFRAKSIONIS").body())
                .contains("Surat keterangan tempat praktik")
                .doesNotContain("Rekomendasi organisasi profesi");
    }

    @Test
    @Tag("DLV-1")
    void the_end_of_the_old_registration_is_asked_for_a_first_permit_only() {
        Map<String, String> form = practice(Map.of("kind", "NEW", "fields.strValidity", "UNTIL", "fields.strValidUntil", ""));
        assertThat(read(form).problems()).extracting(IntakeRules.Problem::field).containsExactly("fields.strValidUntil");
        form.put("kind", "RENEWAL");
        assertThat(read(form).problems()).isEmpty();
    }

    @Test
    void an_answer_to_what_is_not_asked_is_not_kept() {
        Map<String, String> form = practice(Map.of("kind", "NEW", "fields.strValidity", "LIFELONG", "fields.strValidUntil", "31-12-2027"));
        assertThat(read(form).intake().orElseThrow().fields()).containsEntry("strValidity", "LIFELONG").doesNotContainKey("strValidUntil");
    }

    private static IntakeRules.Reading read(Map<String, String> form) {
        return IntakeRules.read(
                Shipped.service("SIP_REFRAKSIONIS"), form, LocalDate.of(2026, 11, 23), "token", SettableClock.MONDAY_MORNING);
    }

    private static Map<String, String> practice(Map<String, String> answers) {
        Map<String, String> form = new HashMap<>(ApplicationCase.of(Shipped.service("SIP_REFRAKSIONIS")).getFirst().form());
        form.put("represented", Condition.NO);
        form.putAll(answers);
        return form;
    }
}
