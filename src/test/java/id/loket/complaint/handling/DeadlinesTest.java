package id.loket.complaint.handling;

import static id.loket.complaint.handling.Story.CLERK;
import static id.loket.complaint.handling.Story.HEAD;
import static id.loket.complaint.handling.Story.SECTION;
import static id.loket.complaint.handling.Story.answer;
import static id.loket.complaint.handling.Story.as;
import static id.loket.complaint.handling.Story.decision;
import static id.loket.complaint.handling.Story.time;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.handling.Rules.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when: the terms of UU 25/2009 in calendar days, those of SP4N in working days. */
@Tag("PGD-b")
class DeadlinesTest {

    @Test
    void a_complaint_that_nobody_has_taken_is_due_all_the_same() {
        Story story = Story.begins(Medium.WEB, "2026-11-23 09:00");
        assertThat(story.clock(Clock.Kind.SORTING).due()).isEqualTo(time("2026-11-26 16:00"));
        assertThat(story.clock(Clock.Kind.FIRST_ACTION).due()).isEqualTo(time("2026-11-30 16:00"));
        assertThat(Story.DEADLINES.strictest(story.state()).orElseThrow().kind()).isEqualTo(Clock.Kind.SORTING);
        assertThat(story.clock(Clock.Kind.SORTING).late(time("2026-11-26 16:00"))).as("to the last moment in time").isFalse();
        assertThat(story.clock(Clock.Kind.SORTING).late(time("2026-11-26 16:01"))).isTrue();
    }

    @Test
    void the_notice_of_completeness_is_due_at_the_end_of_the_fourteenth_calendar_day() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM);
        assertThat(story.clock(Clock.Kind.COMPLETENESS).due()).isEqualTo(endOf("2026-12-07"));
    }

    @Test
    void sixty_calendar_days_to_decide_and_fourteen_to_tell() {
        Story story = Story.sorted(Medium.EMAIL, Weight.MEDIUM)
                .does(CLERK, new Order.FindComplete(), "2026-11-24 09:00")
                .does(SECTION, decision(Decider.SECTION_HEAD, "2026-11-25"), "2026-11-25 09:00")
                .does(HEAD, decision(Decider.HEAD_OF_OFFICE, "2026-11-30"), "2026-11-30 09:00");
        assertThat(story.clock(Clock.Kind.DECISION).due()).isEqualTo(endOf("2027-01-23"));
        assertThat(story.clock(Clock.Kind.DECISION).metAt()).as("with its last part").isEqualTo(time("2026-11-30 09:00"));
        assertThat(story.clock(Clock.Kind.NOTIFICATION).due()).isEqualTo(endOf("2026-12-14"));
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT_LOCAL, 2026-11-25 16:00",
        "NORMATIVE, 2026-11-30 16:00",
        "ASPIRATION, 2026-11-30 16:00",
        "NON_SUPERVISORY, 2026-12-11 16:30",
        "SUPERVISORY, 2027-02-15 16:00"
    })
    void the_class_says_by_when_it_is_answered_in_working_days_from_receipt(ResponseClass responseClass, String due) {
        Classification as = new Classification(Matter.COMPLAINT, "DELAY", Weight.LIGHT, responseClass, "DIVISION_HEAD");
        Story story = Story.begins(Medium.EMAIL, "2026-11-23 09:00").does(CLERK, new Order.Classify(as, ""), "2026-11-24 15:00");
        assertThat(story.clock(Clock.Kind.RESPONSE).due()).isEqualTo(time(due));
    }

    @Test
    void the_time_for_the_answer_stands_still_while_the_complainant_completes_it() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT)
                .does(CLERK, new Order.AskCompletion("Nomor berkas"), "2026-11-24 08:00")
                .does(CLERK, new Order.FindComplete(), "2026-11-27 08:00");
        assertThat(story.clock(Clock.Kind.COMPLETION).due()).isEqualTo(endOf("2026-12-24"));
        assertThat(story.clock(Clock.Kind.RESPONSE).due()).as("three working days later").isEqualTo(time("2026-12-16 16:00"));
    }

    @Test
    void sorting_anew_notes_and_corrections_reset_no_clock() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT);
        var before = Story.DEADLINES.of(story.state());
        story.does(CLERK, new Order.Classify(as(Weight.HEAVY), "Lebih berat"), "2026-12-01 09:00")
                .does(CLERK, new Order.Remark("Sudah ditelepon"), "2026-12-01 09:10")
                .does(CLERK, new Order.Correct("name", "a", "b", "Salah ketik"), "2026-12-01 09:20");
        assertThat(Story.DEADLINES.of(story.state())).isEqualTo(before);
    }

    @Test
    void a_reopened_complaint_has_its_time_anew() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT)
                .does(CLERK, answer(ReplyWay.EMAIL), "2026-11-24 09:00")
                .does(Actor.complainant(), new Order.SayNotSolved("Belum"), "2026-11-30 09:00");
        assertThat(story.clock(Clock.Kind.RESPONSE).due()).isEqualTo(time("2026-12-18 16:30"));
        assertThat(story.clock(Clock.Kind.DECISION).due()).isEqualTo(endOf("2027-01-29"));
    }

    @Test
    void a_question_has_no_clock_of_the_law_on_complaints() {
        Classification question =
                new Classification(Matter.INFORMATION_REQUEST, "PROCEDURE", Weight.LIGHT, ResponseClass.NORMATIVE, "DIVISION_HEAD");
        Story story = Story.begins(Medium.EMAIL, "2026-11-23 09:00").does(CLERK, new Order.Classify(question, ""), "2026-11-23 10:00");
        assertThat(Story.DEADLINES.of(story.state()))
                .extracting(Clock::kind)
                .containsExactly(Clock.Kind.SORTING, Clock.Kind.FIRST_ACTION, Clock.Kind.RESPONSE);
    }

    @Test
    void once_answered_the_office_has_nothing_more_to_keep() {
        Story story = Story.sorted(Medium.EMAIL, Weight.LIGHT).does(CLERK, answer(ReplyWay.EMAIL), "2026-11-24 09:00");
        assertThat(Story.DEADLINES.strictest(story.state())).isEmpty();
    }

    private static Instant endOf(String day) {
        return time(day + " 00:00").plus(1, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS);
    }
}
