package id.loket.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.NoticeState.Happening;
import id.loket.notice.NoticeState.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The states of a notice, for any row of happenings; and the pauses between its tries. */
class NoticeStateProperties {

    @Property
    void nothing_leads_out_of_a_terminal_state(@ForAll @Size(max = 30) List<Happening> happenings) {
        NoticeState state = NoticeState.CREATED;
        for (Happening happening : happenings) {
            NoticeState before = state;
            state = before.after(happening).orElse(before);
            if (before.terminal()) {
                assertThat(state).isEqualTo(before);
            }
        }
    }

    @Property
    void nothing_is_sent_that_no_gateway_accepted(@ForAll @Size(max = 30) List<Happening> happenings) {
        NoticeState state = NoticeState.CREATED;
        boolean accepted = false;
        boolean reached = false;
        for (Happening happening : happenings) {
            NoticeState after = state.after(happening).orElse(state);
            accepted |= after != state && (happening == Happening.ACCEPTED || happening == Happening.ACCEPTED_LATE);
            reached |= after != state && happening == Happening.REACHED;
            state = after;
            assertThat(state == NoticeState.SENT && !accepted).isFalse();
            assertThat(state == NoticeState.DELIVERED && !accepted && !reached).isFalse();
        }
    }

    @Property
    void a_try_begins_only_where_a_notice_waits(@ForAll NoticeState state) {
        boolean waits = state == NoticeState.CREATED || state == NoticeState.FAILED_FOR_NOW;
        assertThat(state.after(Happening.PICKED).isPresent()).isEqualTo(waits);
    }

    @Property
    void from_wherever_it_is_a_notice_can_come_to_an_end(@ForAll NoticeState state) {
        assertThat(reachable(state)).anyMatch(NoticeState::terminal);
    }

    @Example
    void every_state_is_reached_and_every_happening_leads_somewhere() {
        assertThat(reachable(NoticeState.CREATED)).containsExactlyInAnyOrder(NoticeState.values());
        assertThat(NoticeState.TABLE).extracting(Transition::by).contains(Happening.values());
    }

    @Example
    void a_happening_leads_to_one_state_only() {
        assertThat(NoticeState.TABLE.stream().map(t -> t.from() + " " + t.by()).toList()).doesNotHaveDuplicates();
    }

    @Property
    void pauses_double_up_to_the_longest_and_half_of_each_at_most_is_cut_off(
            @ForAll @IntRange(min = 1, max = 500) int attempts, @ForAll long seed) {
        var backOff = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(48));
        Instant now = Instant.parse("2026-11-23T01:00:00Z");

        Instant next = backOff.next(attempts, now, now, null, new Random(seed)).orElseThrow();

        double whole = Math.min(10 * Math.pow(2, attempts - 1), 1800);
        assertThat(Duration.between(now, next).toMillis() / 1000.0).isBetween(whole / 2, whole);
    }

    @Example
    void what_failed_together_doesnt_come_together_again() {
        var backOff = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(48));
        Instant now = Instant.parse("2026-11-23T01:00:00Z");
        var chance = new Random(184);

        assertThat(Stream.generate(() -> backOff.next(9, now, now, null, chance).orElseThrow()).limit(100).distinct().count())
                .as("different times of a hundred")
                .isGreaterThan(90);
    }

    @Property
    void a_gateway_that_asks_for_time_gets_it_and_no_try_begins_after_the_limit(
            @ForAll @IntRange(min = 0, max = 200) int hoursSince, @ForAll @IntRange(min = 1, max = 100) int asked, @ForAll long seed) {
        var backOff = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(48));
        Instant first = Instant.parse("2026-11-23T01:00:00Z");
        Instant now = first.plus(Duration.ofHours(hoursSince));

        var next = backOff.next(9, first, now, Duration.ofHours(asked), new Random(seed));

        assertThat(next.isPresent()).isEqualTo(hoursSince + asked <= 48);
        next.ifPresent(at -> assertThat(at).isEqualTo(now.plus(Duration.ofHours(asked))));
    }

    private static Set<NoticeState> reachable(NoticeState from) {
        Set<NoticeState> reached = EnumSet.of(from);
        boolean more = true;
        while (more) {
            more = reached.addAll(NoticeState.TABLE.stream()
                    .filter(t -> reached.contains(t.from()))
                    .map(Transition::to)
                    .toList());
        }
        return reached;
    }
}
