package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.book.ReportRules.Order;
import id.loket.complaint.book.ReportRules.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with a monthly report, and when. */
@Tag("PGD-j3")
class ReportRulesTest {

    private static final Set<String> SECTIONS = Set.of("DIVISION_HEAD", "SECTION_HEAD");
    private final List<ReportEvent> events = new ArrayList<>(List.of(event(1, ReportAction.WRITE, "", "")));

    @Test
    void it_goes_from_the_desk_to_the_secretary_back_to_the_section_and_again_until_it_is_approved() {
        assertThat(does("COMPLAINT_DESK", ReportAction.SEND, "", "")).isEqualTo(ReportState.EXAMINATION);
        assertThat(does("SECRETARY", ReportAction.RETURN, "DIVISION_HEAD", "Jelaskan yang terlambat")).isEqualTo(ReportState.RETURNED);
        assertThat(refusal("COMPLAINT_DESK", ReportAction.SEND, "", "")).isEqualTo(Refusal.SECTION_SILENT);
        assertThat(does("SECTION_HEAD", ReportAction.CONTRIBUTE, "SECTION_HEAD", "Bukan kami")).isEqualTo(ReportState.RETURNED);
        assertThat(refusal("COMPLAINT_DESK", ReportAction.SEND, "", "")).isEqualTo(Refusal.SECTION_SILENT);
        does("DIVISION_HEAD", ReportAction.CONTRIBUTE, "DIVISION_HEAD", "Dua petugas sakit");
        assertThat(does("COMPLAINT_DESK", ReportAction.SEND, "", "")).isEqualTo(ReportState.EXAMINATION);
        assertThat(does("SECRETARY", ReportAction.APPROVE, "", "")).isEqualTo(ReportState.APPROVED);
        does("", ReportAction.DELIVER, "", "");
        assertThat(does("HEAD_OF_OFFICE", ReportAction.ACKNOWLEDGE, "", "")).isEqualTo(ReportState.ACKNOWLEDGED);
        assertThat(report().rounds()).extracting(Report.Round::no).containsExactly(1, 2);
        assertThat(report().rounds()).extracting(r -> r.judged().action()).containsExactly(ReportAction.RETURN, ReportAction.APPROVE);
    }

    @Test
    void what_is_returned_to_the_desk_itself_it_may_send_again() {
        does("COMPLAINT_DESK", ReportAction.SEND, "", "");
        does("SECRETARY", ReportAction.RETURN, "COMPLAINT_DESK", "Catatan kurang jelas");
        assertThat(does("COMPLAINT_DESK", ReportAction.SEND, "", "")).isEqualTo(ReportState.EXAMINATION);
    }

    @Test
    void a_return_says_what_and_to_whom() {
        does("COMPLAINT_DESK", ReportAction.SEND, "", "");
        assertThat(refusal("SECRETARY", ReportAction.RETURN, "DIVISION_HEAD", "")).isEqualTo(Refusal.TEXT_MISSING);
        assertThat(refusal("SECRETARY", ReportAction.RETURN, "FRONT_OFFICE", "Perbaiki")).isEqualTo(Refusal.SECTION_UNKNOWN);
        assertThat(refusal("SECRETARY", ReportAction.RETURN, "", "Perbaiki")).isEqualTo(Refusal.SECTION_UNKNOWN);
        assertThat(refusal("SECRETARY", ReportAction.RETURN, "DIVISION_HEAD", "a".repeat(4_001))).isEqualTo(Refusal.TEXT_LONG);
    }

    @ParameterizedTest
    @EnumSource(ReportAction.class)
    void nobody_does_what_is_another_s_to_do(ReportAction action) {
        for (String role : List.of("FRONT_OFFICE", "COMPLAINT_DESK", "SECRETARY", "HEAD_OF_OFFICE", "DIVISION_HEAD", "ADMINISTRATOR")) {
            boolean own = action.role().equals(role) || action == ReportAction.CONTRIBUTE && role.equals("DIVISION_HEAD");
            if (!own) {
                assertThat(refusal(role, action, "DIVISION_HEAD", "teks")).as("%s by %s", action, role).isEqualTo(Refusal.NOT_YOUR_ROLE);
            }
        }
    }

    @Test
    void what_is_approved_changes_no_more() {
        does("COMPLAINT_DESK", ReportAction.SEND, "", "");
        does("SECRETARY", ReportAction.APPROVE, "", "");
        for (ReportAction action : List.of(ReportAction.REMARK, ReportAction.SEND)) {
            assertThat(refusal("COMPLAINT_DESK", action, "", "teks")).isEqualTo(Refusal.NOT_NOW);
        }
        assertThat(refusal("DIVISION_HEAD", ReportAction.CONTRIBUTE, "DIVISION_HEAD", "teks")).isEqualTo(Refusal.NOT_NOW);
        assertThat(refusal("SECRETARY", ReportAction.RETURN, "DIVISION_HEAD", "teks")).isEqualTo(Refusal.NOT_NOW);
        assertThat(refusal("SECRETARY", ReportAction.APPROVE, "", "")).isEqualTo(Refusal.NOT_NOW);
    }

    private ReportState does(String role, ReportAction action, String section, String text) {
        if (!role.isEmpty()) {
            assertThat(ReportRules.refusal(report(), new Order(action, section, text), Set.of(role), SECTIONS, "COMPLAINT_DESK")).isEmpty();
        }
        events.add(event(events.size() + 1, action, section, text));
        return report().state();
    }

    private Refusal refusal(String role, ReportAction action, String section, String text) {
        return ReportRules.refusal(report(), new Order(action, section, text), Set.of(role), SECTIONS, "COMPLAINT_DESK").orElseThrow();
    }

    private Report report() {
        return Report.of(YearMonth.of(2026, 10), events);
    }

    private static ReportEvent event(int seq, ReportAction action, String section, String text) {
        return new ReportEvent(seq, action, Instant.EPOCH.plusSeconds(seq), 1, "Contoh", "", "", section, text, "", "");
    }
}
