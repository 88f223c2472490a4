package id.loket.complaint.handling;

import static id.loket.complaint.handling.Story.CLERK;
import static id.loket.complaint.handling.Story.COUNTER;
import static id.loket.complaint.handling.Story.HEAD;
import static id.loket.complaint.handling.Story.OTHER_CLERK;
import static id.loket.complaint.handling.Story.OTHER_SECTION;
import static id.loket.complaint.handling.Story.SECTION;
import static id.loket.complaint.handling.Story.answer;
import static id.loket.complaint.handling.Story.as;
import static id.loket.complaint.handling.Story.decision;
import static id.loket.complaint.handling.Story.sort;
import static id.loket.complaint.handling.Story.time;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.handling.Refusal.Reason;
import id.loket.complaint.handling.Rules.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides on a complaint, and by which way it is answered. */
class RulesTest {

    private static final String TUESDAY = "2026-11-24 09:00";
    private static final String WEDNESDAY = "2026-11-25 09:00";

    @Test
    @Tag("PGD-c")
    void a_light_complaint_is_answered_by_the_desk_without_any_coordination() {
        Story story = Story.sorted(Medium.COUNTER, Weight.LIGHT).does(CLERK, answer(ReplyWay.IN_PERSON), "2026-11-23 10:05");
        assertThat(story.state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("PGD-d")
    void a_medium_complaint_waits_for_the_section_and_the_head_and_says_whose_turn_it_is() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM);
        assertThat(story.refused(CLERK, answer(ReplyWay.EMAIL), TUESDAY))
                .isEqualTo(new Refusal(Reason.NOT_DECIDED, List.of(Decider.SECTION_HEAD, Decider.HEAD_OF_OFFICE)));

        story.does(SECTION, decision(Decider.SECTION_HEAD, "2026-11-24"), TUESDAY);
        assertThat(story.refused(CLERK, answer(ReplyWay.EMAIL), TUESDAY).missing()).containsExactly(Decider.HEAD_OF_OFFICE);

        story.does(HEAD, decision(Decider.HEAD_OF_OFFICE, "2026-11-24"), TUESDAY).does(CLERK, answer(ReplyWay.EMAIL), TUESDAY);
        assertThat(story.state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("PGD-e")
    void a_heavy_complaint_waits_for_the_head_with_the_government_and_its_minutes() {
        Story story = Story.sorted(Medium.LETTER, Weight.HEAVY).does(HEAD, decision(Decider.HEAD_OF_OFFICE, "2026-11-24"), TUESDAY);
        assertThat(story.refused(CLERK, answer(ReplyWay.LETTER), TUESDAY).missing()).containsExactly(Decider.REGIONAL_GOVERNMENT);

        LocalDate day = LocalDate.parse("2026-11-24");
        Order nobody = new Order.Decide(Decider.REGIONAL_GOVERNMENT, "Disepakati", "", day, 7);
        assertThat(story.refused(HEAD, nobody, TUESDAY).reason()).isEqualTo(Reason.PARTNER_MISSING);
        Order noMinutes = new Order.Decide(Decider.REGIONAL_GOVERNMENT, "Disepakati", "Sekretaris Daerah", day, 0);
        assertThat(story.refused(HEAD, noMinutes, TUESDAY).reason()).isEqualTo(Reason.MINUTES_MISSING);

        story.does(HEAD, decision(Decider.REGIONAL_GOVERNMENT, "2026-11-24"), TUESDAY).does(CLERK, answer(ReplyWay.LETTER), TUESDAY);
        assertThat(story.state().decidedAt()).isEqualTo(time(TUESDAY));
    }

    @Test
    @Tag("PGD-d")
    @Tag("PGD-e")
    void nobody_decides_in_anothers_place() {
        Story medium = Story.sorted(Medium.EMAIL, Weight.MEDIUM);
        assertThat(medium.refused(OTHER_SECTION, decision(Decider.SECTION_HEAD, "2026-11-24"), TUESDAY).reason())
                .isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(medium.refused(SECTION, decision(Decider.HEAD_OF_OFFICE, "2026-11-24"), TUESDAY).reason())
                .isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(medium.refused(HEAD, decision(Decider.REGIONAL_GOVERNMENT, "2026-11-24"), TUESDAY).reason())
                .isEqualTo(Reason.NOT_THEIR_DECISION);

        medium.does(SECTION, decision(Decider.SECTION_HEAD, "2026-11-24"), TUESDAY);
        assertThat(medium.refused(SECTION, decision(Decider.SECTION_HEAD, "2026-11-24"), TUESDAY).reason())
                .isEqualTo(Reason.ALREADY_DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, the day before the complaint", "2026-11-25, tomorrow"})
    void a_decision_cannot_have_been_made_before_the_complaint_or_in_the_future(String on, String what) {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM);
        assertThat(story.refused(SECTION, decision(Decider.SECTION_HEAD, on), TUESDAY).reason()).as(what).isEqualTo(Reason.DAY_IMPOSSIBLE);
    }

    @Test
    @Tag("PGD-b")
    void sorting_anew_needs_a_reason_leaves_a_trace_and_asks_the_new_deciders_from_the_beginning() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM).does(HEAD, decision(Decider.HEAD_OF_OFFICE, "2026-11-24"), TUESDAY);
        assertThat(story.refused(CLERK, sort(Weight.HEAVY), TUESDAY).reason()).isEqualTo(Reason.REASON_MISSING);

        story.does(CLERK, new Order.Classify(as(Weight.HEAVY), "Ada dugaan pungutan"), TUESDAY);

        assertThat(story.refused(CLERK, answer(ReplyWay.EMAIL), WEDNESDAY).missing())
                .containsExactly(Decider.HEAD_OF_OFFICE, Decider.REGIONAL_GOVERNMENT);
        assertThat(story.entries()).filteredOn(Entry.Classified.class::isInstance).hasSize(2);
    }

    @Test
    @Tag("PGD-b")
    void another_topic_or_class_leaves_the_decisions_in_force() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM).does(HEAD, decision(Decider.HEAD_OF_OFFICE, "2026-11-24"), TUESDAY);
        Classification investigated =
                new Classification(Matter.COMPLAINT, "STAFF", Weight.MEDIUM, ResponseClass.SUPERVISORY, "DIVISION_HEAD");
        story.does(SECTION, new Order.Classify(investigated, "Perlu pemeriksaan"), TUESDAY);
        assertThat(story.refused(CLERK, answer(ReplyWay.EMAIL), TUESDAY).missing()).containsExactly(Decider.SECTION_HEAD);
    }

    @Test
    @Tag("PGD-j1")
    void only_the_desk_sorts_and_nothing_is_answered_unsorted() {
        Story story = Story.begins(Medium.PHONE, "2026-11-23 09:00");
        assertThat(story.refused(COUNTER, sort(Weight.LIGHT), "2026-11-23 09:05").reason()).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(story.refused(CLERK, answer(ReplyWay.CALL), "2026-11-23 09:05").reason()).isEqualTo(Reason.NOT_NOW);
    }

    @Test
    void what_a_colleague_has_in_hand_is_not_answered_by_another() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT);
        assertThat(story.refused(OTHER_CLERK, answer(ReplyWay.EMAIL), TUESDAY).reason()).isEqualTo(Reason.NOT_IN_YOUR_HANDS);
        story.does(OTHER_CLERK, new Order.Take(), TUESDAY).does(OTHER_CLERK, answer(ReplyWay.EMAIL), TUESDAY);
        assertThat(story.refused(OTHER_CLERK, answer(ReplyWay.EMAIL), TUESDAY).reason()).as("twice").isEqualTo(Reason.NOT_NOW);
    }

    @Test
    void suggestions_and_questions_need_nobodys_decision() {
        Classification question =
                new Classification(Matter.INFORMATION_REQUEST, "PROCEDURE", Weight.HEAVY, ResponseClass.NORMATIVE, "DIVISION_HEAD");
        Story.begins(Medium.EMAIL, "2026-11-23 09:00")
                .does(CLERK, new Order.Classify(question, ""), "2026-11-23 09:10")
                .does(CLERK, new Order.Take(), "2026-11-23 09:10")
                .does(CLERK, answer(ReplyWay.EMAIL), "2026-11-23 09:20");
    }

    @Test
    @Tag("PGD-f")
    void a_letter_is_answered_by_letter_or_by_telephone_where_a_number_was_given() {
        assertThat(Medium.LETTER.replies(new Reach(false, false, true))).containsExactly(ReplyWay.LETTER);
        assertThat(Medium.LETTER.replies(new Reach(true, false, true))).containsExactlyInAnyOrder(ReplyWay.LETTER, ReplyWay.CALL);
        Story story = Story.begins(Medium.LETTER, new Reach(false, false, true), "2026-11-23 09:00")
                .does(CLERK, sort(Weight.LIGHT), "2026-11-23 09:00")
                .does(CLERK, new Order.Take(), "2026-11-23 09:00");
        assertThat(story.refused(CLERK, answer(ReplyWay.CALL), TUESDAY).reason()).isEqualTo(Reason.OTHER_WAY);
    }

    @Test
    @Tag("PGD-g")
    void a_mail_is_answered_by_mail() {
        assertThat(Medium.EMAIL.replies(Story.EVERY_WAY)).containsExactly(ReplyWay.EMAIL);
    }

    @Test
    @Tag("PGD-h")
    void a_call_or_fax_is_answered_by_call_or_fax() {
        assertThat(Medium.PHONE.replies(Story.EVERY_WAY)).containsExactlyInAnyOrder(ReplyWay.CALL, ReplyWay.FAX);
        assertThat(Medium.FAX.replies(new Reach(false, true, true))).containsExactly(ReplyWay.FAX);
    }

    @Test
    @Tag("PGD-i")
    void who_came_in_person_is_answered_in_person_and_acknowledges_it() {
        assertThat(Medium.COUNTER.replies(Story.EVERY_WAY)).containsExactly(ReplyWay.IN_PERSON);
        Story story = Story.sorted(Medium.COUNTER, Weight.LIGHT);
        assertThat(story.refused(CLERK, new Order.Answer(ReplyWay.IN_PERSON, "Sudah selesai", ""), TUESDAY).reason())
                .isEqualTo(Reason.REACTION_MISSING);
    }

    @ParameterizedTest
    @EnumSource(Medium.class)
    void whoever_leaves_nothing_but_the_complaint_can_be_answered_unless_by_telephone_or_fax(Medium medium) {
        boolean byNumber = medium == Medium.PHONE || medium == Medium.FAX;
        assertThat(medium.replies(new Reach(false, false, false)).isEmpty()).isEqualTo(byNumber);
    }

    @Test
    void who_is_not_content_has_it_reopened_once_with_the_decisions_asked_anew() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT)
                .does(CLERK, answer(ReplyWay.EMAIL), TUESDAY)
                .does(Actor.complainant(), new Order.SayNotSolved("Berkas belum juga selesai"), WEDNESDAY);
        assertThat(story.state().status()).isEqualTo(Status.IN_HANDLING);
        assertThat(story.state().as().weight().heavier()).as("proposed").isEqualTo(Weight.MEDIUM);

        story.does(CLERK, answer(ReplyWay.EMAIL), "2026-11-26 09:00");
        assertThat(story.refused(Actor.complainant(), new Order.SayNotSolved("Masih belum"), "2026-11-27 09:00").reason())
                .isEqualTo(Reason.ONLY_ONCE);
    }

    @Test
    void after_ten_working_days_without_reaction_it_is_closed_and_not_before() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT).does(CLERK, answer(ReplyWay.EMAIL), "2026-11-23 11:00");
        Order.Close noReaction = new Order.Close(Closing.NO_REACTION, "");
        assertThat(story.refused(Actor.system(), noReaction, "2026-12-07 16:00").reason()).isEqualTo(Reason.TOO_EARLY);
        assertThat(story.refused(Actor.complainant(), new Order.SayNotSolved("Terlambat"), "2026-12-07 16:01").reason())
                .isEqualTo(Reason.TOO_LATE);
        story.does(Actor.system(), noReaction, "2026-12-07 16:01");
        assertThat(story.state().status()).isEqualTo(Status.CLOSED);
        assertThat(story.refused(CLERK, new Order.Take(), "2026-12-08 09:00").reason()).isEqualTo(Reason.CLOSED);
    }

    @Test
    void what_is_not_completed_in_thirty_days_counts_as_withdrawn() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT).does(CLERK, new Order.AskCompletion("Nomor berkas"), TUESDAY);
        Order.Close notCompleted = new Order.Close(Closing.NOT_COMPLETED, "");
        assertThat(story.refused(Actor.system(), notCompleted, "2026-12-24 23:59").reason()).isEqualTo(Reason.TOO_EARLY);
        story.does(Actor.system(), notCompleted, "2026-12-25 00:00");
    }

    @Test
    void the_complainant_may_take_it_back_but_nothing_else_of_the_office() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM);
        assertThat(story.refused(Actor.complainant(), sort(Weight.HEAVY), TUESDAY).reason()).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(story.refused(Actor.complainant(), answer(ReplyWay.EMAIL), TUESDAY).reason()).isEqualTo(Reason.NOT_YOUR_ROLE);
        story.does(Actor.complainant(), new Order.Close(Closing.WITHDRAWN, ""), TUESDAY);
    }

    @Test
    @Tag("PGD-j2")
    void a_slip_is_put_right_by_a_further_entry_also_when_all_is_over() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT)
                .does(Actor.complainant(), new Order.Close(Closing.WITHDRAWN, ""), TUESDAY)
                .does(CLERK, new Order.Correct("name", "Contho Pengadu", "Contoh Pengadu", "Salah ketik"), WEDNESDAY);
        assertThat(story.state().status()).isEqualTo(Status.CLOSED);
        assertThat(story.refused(CLERK, new Order.Correct("name", "a", "b", ""), WEDNESDAY).reason()).isEqualTo(Reason.REASON_MISSING);
    }

    @Test
    void an_office_may_have_other_deciders() {
        DecisionTable own = new DecisionTable(Map.of(
                Weight.LIGHT, List.of(Decider.SECTION_HEAD),
                Weight.MEDIUM, List.of(Decider.HEAD_OF_OFFICE),
                Weight.HEAVY, List.of(Decider.HEAD_OF_OFFICE)));
        assertThat(own.missing(Matter.COMPLAINT, Weight.LIGHT, Set.of())).containsExactly(Decider.SECTION_HEAD);
    }
}
