package id.loket.casefile.card;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.card.Rules.Decision;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Premises.Person;
import id.loket.standard.StepKind;
import id.loket.worktime.WorkingCalendar;
import java.time.Duration;
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
import net.jqwik.api.statistics.Statistics;

/** Whatever the officers try, in whatever order: the card stays whole. */
@Tag("MFG-4b")
@Tag("MFG-4c")
class ControlCardProperties {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final WorkingCalendar CALENDAR = Premises.CALENDAR;

    /** What ends a file early, or leads nowhere: nobody's choice among what is sensible, or no file would ever come far. */
    private static final Set<Action> SELDOM =
            EnumSet.of(Action.WITHDRAW, Action.REJECT, Action.REMARK, Action.TAKE_OVER, Action.RETURN, Action.RETURN_TO_APPLICANT);

    /**
     * Something that somebody tries, after some time (which may run backwards, as computers' clocks do).
     *
     * @param action null for one of those that are possible then, by somebody to whom it is possible; {@code to} says which
     */
    record Attempt(Action action, int to, Person by, int minutesLater) {}

    /** A card after a series of attempts, with what was refused. */
    private record Played(ControlCard card, List<CardState> states) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Attempt> any = Combinators.combine(
                        Arbitraries.of(Action.values()),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(Premises.ALL),
                        Arbitraries.integers().between(-5, 600))
                .as(Attempt::new);
        Arbitrary<Attempt> sensible = Combinators.combine(
                        Arbitraries.integers().between(0, 999), Arbitraries.integers().between(0, 200))
                .as((choice, minutes) -> new Attempt(null, choice, null, minutes));
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(4, sensible)).list().ofMinSize(10).ofMaxSize(120);
    }

    @Property(tries = 500)
    void no_sequence_of_actions_skips_reorders_or_loses_a_step(@ForAll("attempts") List<Attempt> attempts) {
        ControlCard card = play(attempts).card();

        int step = 1;
        for (CardEntry entry : card.entries()) {
            assertThat(entry.step()).as("an entry is made where the file is").isEqualTo(step);
            switch (entry) {
                case CardEntry.HandedOver e -> assertThat(e.to()).as("forward goes to the very next step").isEqualTo(step + 1);
                case CardEntry.RefusalPrepared e -> assertThat(e.to()).as("a refusal goes the same way").isEqualTo(step + 1);
                case CardEntry.Returned e -> assertThat(e.to()).as("back goes to an earlier step").isLessThan(step);
                default -> assertThat(entry.to()).isZero();
            }
            step = entry.to() == 0 ? step : entry.to();
        }
    }

    @Property(tries = 500)
    void nothing_is_handed_on_that_was_not_received_by_the_same_person(@ForAll("attempts") List<Attempt> attempts) {
        long inHand = 0;
        for (CardEntry entry : play(attempts).card().entries()) {
            switch (entry) {
                case CardEntry.Received e -> inHand = e.by().id();
                case CardEntry.Resubmitted e -> inHand = e.by().id();
                case CardEntry.Paid e -> inHand = e.by().id();
                case CardEntry.TakenOver e -> {
                    assertThat(e.by().id()).isNotEqualTo(inHand);
                    inHand = e.by().id();
                }
                case CardEntry.HandedOver e -> inHand = released(inHand, e);
                case CardEntry.RefusalPrepared e -> inHand = released(inHand, e);
                case CardEntry.Billed e -> inHand = released(inHand, e);
                case CardEntry.PaymentCancelled e -> inHand = released(inHand, e);
                case CardEntry.Returned e -> inHand = released(inHand, e);
                case CardEntry.ReturnedToApplicant e -> inHand = released(inHand, e);
                case CardEntry.Rejected e -> inHand = released(inHand, e);
                case CardEntry.Remarked e -> {}
                case CardEntry.Withdrawn e -> inHand = 0;
                case CardEntry.Delivered e -> inHand = 0;
                case CardEntry.RefusalDelivered e -> inHand = 0;
            }
        }
    }

    private static long released(long inHand, CardEntry entry) {
        assertThat(entry.by().id()).as("who hands over is who has it").isEqualTo(inHand);
        return 0;
    }

    @Property(tries = 500)
    void entries_are_numbered_without_gaps_and_never_dated_back(@ForAll("attempts") List<Attempt> attempts) {
        List<CardEntry> entries = play(attempts).card().entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).seq()).isEqualTo(i + 1);
            if (i > 0) {
                assertThat(entries.get(i).at()).isAfterOrEqualTo(entries.get(i - 1).at());
            }
        }
    }

    @Property(tries = 500)
    void who_prepared_the_letter_neither_initials_nor_signs_it(@ForAll("attempts") List<Attempt> attempts) {
        long preparedBy = 0;
        for (CardEntry entry : play(attempts).card().entries()) {
            StepKind kind = Premises.SOP.step(entry.step()).kind();
            if (entry instanceof CardEntry.RefusalPrepared e) {
                preparedBy = e.by().id();
            } else if (entry instanceof CardEntry.HandedOver e) {
                if (kind == StepKind.PREPARE) {
                    preparedBy = e.by().id();
                } else if (kind == StepKind.INITIAL || kind == StepKind.SIGN) {
                    assertThat(e.by().id()).isNotEqualTo(preparedBy);
                }
            }
        }
    }

    @Property(tries = 500)
    void bill_payment_and_cancellation_alternate_at_the_step_that_is_paid(@ForAll("attempts") List<Attempt> attempts) {
        boolean billed = false;
        boolean paid = false;
        List<CardEntry> entries = play(attempts).card().entries();
        reached(entries, CardEntry.PaymentCancelled.class);
        for (CardEntry entry : entries) {
            if (entry instanceof CardEntry.Billed || entry instanceof CardEntry.Paid || entry instanceof CardEntry.PaymentCancelled) {
                assertThat(Premises.SOP.step(entry.step()).kind()).isEqualTo(StepKind.PAY);
            }
            switch (entry) {
                case CardEntry.Billed e -> {
                    assertThat(billed || paid).as("billed once").isFalse();
                    billed = true;
                }
                case CardEntry.Paid e -> {
                    assertThat(billed && !paid).as("paid what was billed, once").isTrue();
                    paid = true;
                }
                case CardEntry.PaymentCancelled e -> {
                    assertThat(paid).as("only what was paid can be cancelled").isTrue();
                    paid = false;
                }
                case CardEntry.Remarked e -> {}
                case CardEntry.Withdrawn e -> {}
                default -> assertThat(billed && !paid).as("nothing goes on between bill and payment: %s", e(entry)).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void the_clock_stands_still_exactly_while_the_applicant_is_waited_for(@ForAll("attempts") List<Attempt> attempts) {
        Played played = play(attempts);
        FileClock clock = FileClock.NOT_STARTED;
        for (int i = 0; i < played.card().entries().size(); i++) {
            CardEntry entry = played.card().entries().get(i);
            clock = clock.after(entry, played.states().get(i), Premises.SOP, Premises.SERVICE.promise(), CALENDAR);
            CardState after = played.states().get(i + 1);
            if (clock.completeAt() != null && after.status().open()) {
                assertThat(clock.pausedAt() != null).as("%s", after).isEqualTo(after.status().paused());
            }
        }
    }

    @Property(tries = 500)
    void what_was_last_prepared_is_what_is_handed_out(@ForAll("attempts") List<Attempt> attempts) {
        Played played = play(attempts);
        reached(played.card().entries(), CardEntry.RefusalDelivered.class);
        boolean refusal = false;
        for (CardEntry entry : played.card().entries()) {
            switch (entry) {
                case CardEntry.RefusalPrepared e -> refusal = true;
                case CardEntry.HandedOver e -> refusal = refusal && Premises.SOP.step(e.step()).kind() != StepKind.PREPARE;
                case CardEntry.Delivered e -> assertThat(refusal).isFalse();
                case CardEntry.RefusalDelivered e -> assertThat(refusal).isTrue();
                default -> {}
            }
        }
        if (!played.card().entries().isEmpty() && played.card().entries().getLast() instanceof CardEntry.RefusalDelivered) {
            assertThat(played.card().state().status()).isEqualTo(Status.REJECTED);
        }
    }

    /** So that a property can't hold for want of cards that it speaks of. */
    private static void reached(List<CardEntry> entries, Class<? extends CardEntry> kind) {
        Statistics.collect(entries.stream().anyMatch(kind::isInstance));
        Statistics.coverage(coverage -> coverage.check(true).count(count -> count >= 5));
    }

    private static String e(CardEntry entry) {
        return Chain.kind(entry) + " at " + entry.step();
    }

    @Property(tries = 300)
    void the_card_read_again_gives_the_same_state_and_every_step_of_the_way_is_in_the_table(
            @ForAll("attempts") List<Attempt> attempts) {
        Played played = play(attempts);
        assertThat(played.card().state()).isEqualTo(played.states().getLast());
        for (int i = 0; i < played.card().entries().size(); i++) {
            CardState before = played.states().get(i);
            CardState after = played.states().get(i + 1);
            CardEntry entry = played.card().entries().get(i);
            assertThat(Transition.TABLE)
                    .anyMatch(t -> t.from() == before.status() && t.entry() == entry.getClass() && t.to() == after.status());
        }
    }

    @Property(tries = 300)
    void what_is_offered_is_allowed_and_what_is_not_offered_is_refused(
            @ForAll("attempts") List<Attempt> attempts, @ForAll("people") Person person) {
        CardState state = play(attempts).card().state();
        List<Action> offered = new Rules(Premises.SOP).possible(state, person.id(), person.roles());
        for (Action action : Action.values()) {
            int to = Premises.SOP.step(state.step()).returnTo().stream().findFirst().orElse(0);
            Decision decision = Premises.decide(state, new Order(action, to, "alasan"), person, START.plus(Duration.ofDays(90)));
            assertThat(decision instanceof Decision.Allowed).as("%s in %s by %s", action, state, person).isEqualTo(offered.contains(action));
        }
    }

    @Provide
    Arbitrary<Person> people() {
        return Arbitraries.of(Premises.ALL);
    }

    @Property(tries = 200)
    void a_changed_entry_breaks_the_chain_at_that_entry(
            @ForAll("attempts") List<Attempt> attempts, @ForAll("positions") int position) {
        List<CardEntry> entries = play(attempts).card().entries();
        if (entries.isEmpty()) {
            return;
        }
        CardEntry entry = entries.get(position % entries.size());
        byte[] before = Chain.START;
        byte[] hash = Chain.next(before, 1, "SIKRO-2026-00001", entry);

        Stamp s = entry.stamp();
        Officer by = s.by();
        List<Stamp> changed = List.of(
                new Stamp(s.seq() + 1, s.step(), s.at(), by),
                new Stamp(s.seq(), s.step() + 1, s.at(), by),
                new Stamp(s.seq(), s.step(), s.at().plusNanos(1000), by),
                new Stamp(s.seq(), s.step(), s.at(), new Officer(by.id() + 1, by.name(), by.initials(), by.role())),
                new Stamp(s.seq(), s.step(), s.at(), new Officer(by.id(), by.name() + " ", by.initials(), by.role())),
                new Stamp(s.seq(), s.step(), s.at(), new Officer(by.id(), by.name() + by.initials(), "", by.role())));
        for (Stamp stamp : changed) {
            CardEntry other = Chain.entry(Chain.kind(entry), stamp, entry.to(), entry.remark());
            assertThat(Chain.next(before, 1, "SIKRO-2026-00001", other)).isNotEqualTo(hash);
        }
        assertThat(Chain.next(before, 2, "SIKRO-2026-00001", entry)).as("another office").isNotEqualTo(hash);
        assertThat(Chain.next(before, 1, "SIKRO-2026-00002", entry)).as("another file").isNotEqualTo(hash);
        assertThat(Chain.next(hash, 1, "SIKRO-2026-00001", entry)).as("another place").isNotEqualTo(hash);
        CardEntry reworded = Chain.entry(Chain.kind(entry), s, entry.to(), entry.remark() + "!");
        assertThat(Chain.next(before, 1, "SIKRO-2026-00001", reworded)).as("another remark").isNotEqualTo(hash);
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 1000);
    }

    private static Played play(List<Attempt> attempts) {
        CardState state = CardState.unregistered(Premises.SOP);
        List<CardEntry> entries = new ArrayList<>();
        List<CardState> states = new ArrayList<>(List.of(state));
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plus(Duration.ofMinutes(attempt.minutesLater()));
            for (Attempt tried : attempt.action() == null ? sensible(state, attempt) : List.of(attempt)) {
                Order order = new Order(tried.action(), tried.to(), "alasan");
                if (Premises.decide(state, order, tried.by(), now) instanceof Decision.Allowed allowed) {
                    state = state.after(allowed.entry(), Premises.SOP);
                    entries.add(allowed.entry());
                    states.add(state);
                }
            }
        }
        return new Played(new ControlCard(Premises.SOP, entries), states);
    }

    /** The one sensible thing that an attempt stands for; nothing on a closed file. */
    private static List<Attempt> sensible(CardState state, Attempt attempt) {
        List<Attempt> possible = new ArrayList<>();
        for (Person by : Premises.ALL) {
            for (Action action : new Rules(Premises.SOP).possible(state, by.id(), by.roles())) {
                if (!SELDOM.contains(action)) {
                    possible.add(new Attempt(action, 0, by, 0));
                }
            }
        }
        return possible.isEmpty() ? List.of() : List.of(possible.get(attempt.to() % possible.size()));
    }
}
