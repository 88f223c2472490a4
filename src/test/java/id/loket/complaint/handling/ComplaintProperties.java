package id.loket.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.handling.Rules.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever the officers and the complainant try, in whatever order: nobody is passed over and nothing is lost. */
@Tag("PGD-c")
@Tag("PGD-d")
@Tag("PGD-e")
class ComplaintProperties {

    private static final Instant START = Story.time("2026-11-23 09:00");

    private static final List<Actor> PEOPLE = List.of(
            Story.CLERK, Story.OTHER_CLERK, Story.SECTION, Story.OTHER_SECTION, Story.HEAD, Story.COUNTER, Actor.complainant(), Actor.system());

    record Attempt(Order order, Actor by, int hoursLater) {}

    private record Played(List<Entry> entries, List<State> states) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Order> orders = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Weight.values()).map(w -> new Order.Classify(Story.as(w), "alasan"))),
                Tuple.of(4, Arbitraries.just(new Order.Take())),
                Tuple.of(1, Arbitraries.of(new Order.AskCompletion("nomor berkas"), new Order.FindComplete())),
                Tuple.of(8, Arbitraries.of(Decider.values()).map(d -> Story.decision(d, "2026-11-23"))),
                Tuple.of(6, Arbitraries.of(ReplyWay.values()).map(Story::answer)),
                Tuple.of(2, Arbitraries.just(new Order.SayNotSolved("belum selesai"))),
                Tuple.of(1, Arbitraries.of(Closing.values()).map(c -> new Order.Close(c, "PGD-2026-00001"))),
                Tuple.of(1, Arbitraries.just(new Order.Remark("catatan"))));
        return Combinators.combine(orders, Arbitraries.of(PEOPLE), Arbitraries.integers().between(-2, 80))
                .as(Attempt::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(120);
    }

    @Property(tries = 500)
    void no_answer_goes_out_before_everyone_has_decided_whose_decision_its_weight_needs(
            @ForAll("attempts") List<Attempt> attempts, @ForAll Medium medium) {
        Classification as = null;
        Set<Decider> decided = EnumSet.noneOf(Decider.class);
        for (Entry entry : play(attempts, medium).entries()) {
            switch (entry) {
                case Entry.Classified e -> {
                    if (as == null || as.weight() != e.as().weight()) {
                        decided.clear();
                    }
                    as = e.as();
                }
                case Entry.Decided e -> decided.add(e.decider());
                case Entry.NotSolved e -> decided.clear();
                case Entry.Answered e ->
                    assertThat(decided).containsAll(DecisionTable.DEFAULT.deciders().get(as.weight()));
                default -> {
                    // decides nothing
                }
            }
        }
    }

    @Property(tries = 500)
    void every_answer_goes_by_the_way_the_complaint_came(@ForAll("attempts") List<Attempt> attempts, @ForAll Medium medium) {
        for (Entry entry : play(attempts, medium).entries()) {
            if (entry instanceof Entry.Answered answered) {
                assertThat(medium.replies(Story.EVERY_WAY)).contains(answered.way());
            }
        }
    }

    @Property(tries = 500)
    void entries_are_numbered_without_gaps_and_time_never_runs_back(@ForAll("attempts") List<Attempt> attempts) {
        List<Entry> entries = play(attempts, Medium.EMAIL).entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).stamp().seq()).isEqualTo(i + 1);
            assertThat(i == 0 || !entries.get(i).stamp().at().isBefore(entries.get(i - 1).stamp().at())).isTrue();
        }
    }

    @Property(tries = 500)
    void a_record_read_again_gives_the_same_state(@ForAll("attempts") List<Attempt> attempts) {
        Played played = play(attempts, Medium.EMAIL);
        State again = State.NEW;
        for (Entry entry : played.entries()) {
            again = again.after(entry, DecisionTable.DEFAULT);
        }
        assertThat(again).isEqualTo(played.states().getLast());
    }

    @Property(tries = 500)
    void as_long_as_the_office_has_something_to_do_a_clock_waits_for_it(@ForAll("attempts") List<Attempt> attempts) {
        for (State state : play(attempts, Medium.EMAIL).states()) {
            boolean withOffice = state.status() == Status.RECEIVED || state.status() == Status.IN_HANDLING;
            assertThat(Story.DEADLINES.strictest(state).isPresent()).as("%s", state).isEqualTo(withOffice);
        }
    }

    @Property(tries = 500)
    void the_clocks_that_begin_with_the_receipt_never_move(@ForAll("attempts") List<Attempt> attempts) {
        for (State state : play(attempts, Medium.EMAIL).states()) {
            for (Clock clock : Story.DEADLINES.of(state)) {
                switch (clock.kind()) {
                    case SORTING -> assertThat(clock.due()).isEqualTo(Story.time("2026-11-26 16:00"));
                    case FIRST_ACTION -> assertThat(clock.due()).isEqualTo(Story.time("2026-11-30 16:00"));
                    case COMPLETENESS -> assertThat(clock.due()).isEqualTo(Story.time("2026-12-08 00:00").minusNanos(1000));
                    default -> assertThat(clock.from()).isAfterOrEqualTo(START);
                }
            }
        }
    }

    private static Played play(List<Attempt> attempts, Medium medium) {
        List<Entry> entries = new ArrayList<>();
        List<State> states = new ArrayList<>();
        entries.add(new Entry.Received(new Stamp(1, START, Handler.system()), medium));
        states.add(State.NEW.after(entries.getFirst(), DecisionTable.DEFAULT));
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plusSeconds(attempt.hoursLater() * 3600L);
            Verdict verdict = Story.RULES.decide(states.getLast(), attempt.order(), attempt.by(), Story.EVERY_WAY, now);
            if (verdict instanceof Verdict.Allowed allowed) {
                entries.add(allowed.entry());
                states.add(states.getLast().after(allowed.entry(), DecisionTable.DEFAULT));
            }
        }
        return new Played(entries, states);
    }
}
