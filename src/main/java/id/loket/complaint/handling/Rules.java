package id.loket.complaint.handling;

import id.loket.complaint.handling.Refusal.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what may be done with a complaint (PGD-a to PGD-i). */
public record Rules(DecisionTable table, Deadlines deadlines) {

    /** Who records and sorts complaints and answers them: the clerks of the secretariat (PGD-j1). */
    public static final String DESK = "COMPLAINT_DESK";

    public static final String HEAD_OF_OFFICE = "HEAD_OF_OFFICE";

    /**
     * Who wants something.
     *
     * @param roles the officer's roles; empty for the complainant and for the system
     */
    public record Actor(Handler handler, Set<String> roles) {

        public static Actor complainant() {
            return new Actor(Handler.complainant(), Set.of());
        }

        public static Actor system() {
            return new Actor(Handler.system(), Set.of());
        }

        boolean is(String role) {
            return roles.contains(role) || handler.role().equals(role);
        }
    }

    /**
     * Decides on an order.
     *
     * @param reach by what the complainant can be reached
     * @param now   not before the last entry; a clock that runs behind is brought up to it
     */
    public Verdict decide(State state, Order order, Actor actor, Reach reach, Instant now) {
        Instant at = state.lastAt() != null && now.isBefore(state.lastAt()) ? state.lastAt() : now;
        return refusal(state, order, actor, reach, at)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Allowed(entry(order, new Stamp(state.version() + 1, at, as(state, order, actor)))));
    }

    private Optional<Refusal> refusal(State state, Order order, Actor actor, Reach reach, Instant at) {
        boolean always = order instanceof Order.Remark || order instanceof Order.Correct || order instanceof Order.FollowUpCard;
        if (state.status() == Status.CLOSED && !always) {
            return no(Reason.CLOSED);
        }
        return switch (order) {
            case Order.Classify o -> classify(state, o, actor);
            case Order.Take o -> take(state, actor);
            case Order.AskCompletion o ->
                first(desk(actor), in(state, Status.IN_HANDLING), unless(state.completeAt() == null, Reason.NOT_NOW), text(o.what()));
            case Order.FindComplete o -> findComplete(state, actor);
            case Order.Decide o -> decide(state, o, actor, at);
            case Order.Answer o -> answer(state, o, actor, reach);
            case Order.SayNotSolved o -> notSolved(state, o, actor, at);
            case Order.Close o -> close(state, o, actor, at);
            case Order.Correct o ->
                first(desk(actor), unless(state.status() != Status.NEW, Reason.NOT_NOW), text(o.is()), reason(o.reason()));
            case Order.Remark o -> first(completes(state, actor) || actor.is(Handler.SYSTEM) ? Optional.empty() : concerned(state, actor), text(o.text()));
            case Order.FollowUpCard o -> first(concerned(state, actor), text(o.registration()));
        };
    }

    private Optional<Refusal> classify(State state, Order.Classify o, Actor actor) {
        boolean mayAnew = state.as() != null && actor.is(state.as().section());
        return first(
                unless(actor.is(DESK) || mayAnew, Reason.NOT_YOUR_ROLE),
                in(state, Status.RECEIVED, Status.IN_HANDLING, Status.WITH_COMPLAINANT),
                unless(state.as() == null || !o.reason().isEmpty(), Reason.REASON_MISSING));
    }

    private Optional<Refusal> take(State state, Actor actor) {
        return first(
                desk(actor),
                in(state, Status.RECEIVED, Status.IN_HANDLING, Status.WITH_COMPLAINANT),
                unless(state.holder() != actor.handler().id(), Reason.ALREADY_YOURS));
    }

    private Optional<Refusal> findComplete(State state, Actor actor) {
        return first(
                desk(actor),
                in(state, Status.IN_HANDLING, Status.WITH_COMPLAINANT),
                unless(state.completeAt() == null || state.status() == Status.WITH_COMPLAINANT, Reason.NOT_NOW));
    }

    private Optional<Refusal> decide(State state, Order.Decide o, Actor actor, Instant at) {
        Optional<Refusal> early = in(state, Status.IN_HANDLING);
        if (early.isPresent()) {
            return early;
        }
        String role = o.decider() == Decider.SECTION_HEAD ? state.as().section() : HEAD_OF_OFFICE;
        boolean needed = state.as().matter() == Matter.COMPLAINT
                && table.deciders().get(state.as().weight()).contains(o.decider());
        boolean government = o.decider() == Decider.REGIONAL_GOVERNMENT;
        return first(
                unless(actor.is(role), Reason.NOT_YOUR_ROLE),
                unless(needed, Reason.NOT_THEIR_DECISION),
                unless(!state.decided().contains(o.decider()), Reason.ALREADY_DECIDED),
                text(o.outcome()),
                unless(!government || !o.with().isEmpty(), Reason.PARTNER_MISSING),
                unless(!government || o.minutes() > 0, Reason.MINUTES_MISSING),
                unless(possible(o.heldOn(), state, at), Reason.DAY_IMPOSSIBLE));
    }

    private boolean possible(LocalDate heldOn, State state, Instant at) {
        return !heldOn.isAfter(day(at)) && !heldOn.isBefore(day(state.receivedAt()));
    }

    private Optional<Refusal> answer(State state, Order.Answer o, Actor actor, Reach reach) {
        Optional<Refusal> early = first(desk(actor), in(state, Status.IN_HANDLING));
        if (early.isPresent()) {
            return early;
        }
        List<Decider> missing = table.missing(state.as().matter(), state.as().weight(), state.decided());
        return first(
                unless(state.holder() == actor.handler().id(), Reason.NOT_IN_YOUR_HANDS),
                missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal(Reason.NOT_DECIDED, missing)),
                unless(state.medium().replies(reach).contains(o.way()), Reason.OTHER_WAY),
                text(o.text()),
                unless(!o.way().spoken() || !o.reaction().isEmpty(), Reason.REACTION_MISSING));
    }

    private Optional<Refusal> notSolved(State state, Order.SayNotSolved o, Actor actor, Instant at) {
        return first(
                unless(actor.is(Handler.COMPLAINANT) || actor.is(DESK), Reason.NOT_YOUR_ROLE),
                in(state, Status.ANSWERED),
                unless(!state.reopened(), Reason.ONLY_ONCE),
                unless(!passed(state, Clock.Kind.REACTION, at), Reason.TOO_LATE),
                text(o.why()));
    }

    private Optional<Refusal> close(State state, Order.Close o, Actor actor, Instant at) {
        boolean clerk = actor.is(DESK) || actor.is(Handler.SYSTEM);
        boolean own = actor.is(Handler.COMPLAINANT) && (o.how() == Closing.SOLVED || o.how() == Closing.WITHDRAWN);
        Optional<Refusal> who = unless(clerk || own, Reason.NOT_YOUR_ROLE);
        return who.or(() -> switch (o.how()) {
            case SOLVED -> in(state, Status.ANSWERED);
            case NO_REACTION ->
                first(in(state, Status.ANSWERED), unless(passed(state, Clock.Kind.REACTION, at), Reason.TOO_EARLY));
            case NOT_COMPLETED ->
                first(in(state, Status.WITH_COMPLAINANT), unless(passed(state, Clock.Kind.COMPLETION, at), Reason.TOO_EARLY));
            case WITHDRAWN -> unless(state.open(), Reason.NOT_NOW);
            case DUPLICATE -> first(in(state, Status.RECEIVED, Status.IN_HANDLING), text(o.remark()));
        });
    }

    private boolean passed(State state, Clock.Kind kind, Instant at) {
        return deadlines.find(state, kind).filter(c -> at.isAfter(c.due())).isPresent();
    }

    /** What the complainant writes while the complaint waits for it; whether it is enough, the desk says. */
    private static boolean completes(State state, Actor actor) {
        return state.status() == Status.WITH_COMPLAINANT && actor.is(Handler.COMPLAINANT);
    }

    private Optional<Refusal> concerned(State state, Actor actor) {
        boolean section = state.as() != null && actor.is(state.as().section());
        return first(
                unless(state.status() != Status.NEW, Reason.NOT_NOW),
                unless(actor.is(DESK) || actor.is(HEAD_OF_OFFICE) || section, Reason.NOT_YOUR_ROLE));
    }

    private static Entry entry(Order order, Stamp stamp) {
        return switch (order) {
            case Order.Classify o -> new Entry.Classified(stamp, o.as(), o.reason());
            case Order.Take o -> new Entry.Taken(stamp);
            case Order.AskCompletion o -> new Entry.CompletionAsked(stamp, o.what());
            case Order.FindComplete o -> new Entry.FoundComplete(stamp);
            case Order.Decide o -> new Entry.Decided(stamp, o.decider(), o.outcome(), o.with(), o.heldOn(), o.minutes());
            case Order.Answer o -> new Entry.Answered(stamp, o.way(), o.text(), o.reaction());
            case Order.SayNotSolved o -> new Entry.NotSolved(stamp, o.why());
            case Order.Close o -> new Entry.Closed(stamp, o.how(), o.remark());
            case Order.Correct o -> new Entry.Corrected(stamp, o.field(), o.was(), o.is(), o.reason());
            case Order.Remark o -> new Entry.Remarked(stamp, o.text());
            case Order.FollowUpCard o -> new Entry.CardFollowedUp(stamp, o.registration(), o.finding());
        };
    }

    /** The actor in the role in which the order is given. */
    private static Handler as(State state, Order order, Actor actor) {
        if (actor.roles().isEmpty()) {
            return actor.handler();
        }
        List<String> fitting = new ArrayList<>();
        if (order instanceof Order.Decide decide) {
            fitting.add(decide.decider() == Decider.SECTION_HEAD ? state.as().section() : HEAD_OF_OFFICE);
        }
        fitting.addAll(List.of(DESK, HEAD_OF_OFFICE));
        if (state.as() != null) {
            fitting.add(state.as().section());
        }
        String role = fitting.stream().filter(actor.roles()::contains).findFirst().orElseThrow();
        return new Handler(actor.handler().id(), actor.handler().name(), role);
    }

    private LocalDate day(Instant at) {
        return at.atZone(deadlines.calendar().zone()).toLocalDate();
    }

    private static Optional<Refusal> desk(Actor actor) {
        return unless(actor.is(DESK), Reason.NOT_YOUR_ROLE);
    }

    private static Optional<Refusal> in(State state, Status... allowed) {
        return unless(List.of(allowed).contains(state.status()), Reason.NOT_NOW);
    }

    private static Optional<Refusal> text(String text) {
        return unless(!text.isEmpty(), Reason.TEXT_MISSING);
    }

    private static Optional<Refusal> reason(String text) {
        return unless(!text.isEmpty(), Reason.REASON_MISSING);
    }

    private static Optional<Refusal> unless(boolean fine, Reason reason) {
        return fine ? Optional.empty() : no(reason);
    }

    private static Optional<Refusal> no(Reason reason) {
        return Optional.of(Refusal.of(reason));
    }

    /** The first that isn't fine. */
    @SafeVarargs
    private static Optional<Refusal> first(Optional<Refusal>... refusals) {
        for (Optional<Refusal> refusal : refusals) {
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
