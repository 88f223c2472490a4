package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Refusal;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.Rules.Actor;
import id.loket.complaint.handling.Stamp;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Verdict;
import id.loket.complaint.handling.Weight;
import id.loket.office.Counters;
import id.loket.platform.security.PublicCode;
import id.loket.platform.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in which complaints come in and go on, whatever their channel (PGD-j1). Each call is a transaction of its own; checks role and
 * rules; and either makes the entry with all that follows from it, or changes nothing.
 */
@Service
public class Complaints {

    /** Series of the numbers in the complaint book. */
    private static final String SERIES = "COMPLAINT";

    private static final Set<String> OF_COMPLAINANT = Set.of("name", "address", "phone", "fax", "email");

    private final ComplaintStore store;
    private final Counters counters;
    private final RuleBook book;
    private final ComplaintFiles files;
    private final ComplaintNotices notices;
    private final OutsideNumbers outside;
    private final TransactionTemplate transactions;
    private final java.time.Clock clock;

    Complaints(
            ComplaintStore store,
            Counters counters,
            RuleBook book,
            ComplaintFiles files,
            ComplaintNotices notices,
            OutsideNumbers outside,
            TransactionTemplate transactions,
            java.time.Clock clock) {
        this.store = store;
        this.counters = counters;
        this.book = book;
        this.files = files;
        this.notices = notices;
        this.outside = outside;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes a complaint down that came to an officer, in person or by any other channel.
     *
     * @return its number in the complaint book; that of the first time if this form was sent before
     * @throws ComplaintRefused if the form has something to mend, or the officer isn't of the desk
     */
    public String record(SignedIn by, NewComplaint complaint) {
        if (!by.roles().contains(Rules.DESK)) {
            throw ComplaintRefused.form(List.of(new Problem("isi", "complaint.refusal.NOT_YOUR_ROLE")));
        }
        return recordOnce(by.officeId(), complaint, new Handler(by.officerId(), by.name(), Rules.DESK));
    }

    /** The same for one that a complainant sent without an officer's help. */
    public String receive(int officeId, NewComplaint complaint) {
        return recordOnce(officeId, complaint, Handler.complainant());
    }

    /**
     * Whether a complaint could be recorded as it is; nothing is.
     *
     * @throws ComplaintRefused with everything that is to be mended
     */
    public void check(int officeId, NewComplaint complaint) {
        ComplaintForm.checked(complaint, book.day(officeId, now()), number -> true);
    }

    /** Where the same form comes twice at the same moment, the second finds the token taken and gives the first's number. */
    private String recordOnce(int officeId, NewComplaint typed, Handler by) {
        String fingerprint = fingerprint(by, typed.formToken());
        try {
            return store.numberOfForm(officeId, fingerprint)
                    .orElseGet(() -> transactions.execute(status -> insert(officeId, typed, by, fingerprint)));
        } catch (DuplicateKeyException sentTwice) {
            return store.numberOfForm(officeId, fingerprint).orElseThrow(() -> sentTwice);
        }
    }

    /** A number of no file is the desk's to mend at once; from outside it is kept as typed, and nobody learns whether there is such a file. */
    private String insert(int officeId, NewComplaint typed, Handler by, String fingerprint) {
        Instant now = now();
        LocalDate today = book.day(officeId, now);
        boolean desk = by.role().equals(Rules.DESK);
        NewComplaint complaint = ComplaintForm.checked(typed, today, number -> !desk || files.exists(officeId, number));
        Entry received = new Entry.Received(new Stamp(1, now, by), complaint.medium());
        RuleBook.Current set = book.current(officeId);
        Rules rules = set.rules();
        State state = State.NEW.after(received, rules.table());
        String number = "PGD-%d-%05d".formatted(today.getYear(), counters.next(officeId, SERIES, today.getYear()));
        String code = PublicCode.next();
        long id = store.insert(officeId, number, code, complaint, fingerprint, set.version(), state);
        requireFree(outside.take(officeId, complaint.medium(), complaint.outsideNumber(), id));
        store.enter(officeId, id, received, state, Agenda.of(rules.deadlines(), state, List.of(received)));
        collectCard(officeId, id, complaint.registration(), state, rules, received);
        notices.received(officeId, number, code, complaint.complainant(), answerDue(rules, state));
        return number;
    }

    /** The control card of the file that it is about is pulled up (MFG-4d). */
    private void collectCard(int officeId, long id, String registration, State state, Rules rules, Entry received) {
        if (!registration.isEmpty() && files.exists(officeId, registration)) {
            Stamp stamp = new Stamp(state.version() + 1, state.lastAt(), Handler.system());
            Entry collected = new Entry.CardFollowedUp(stamp, registration, "");
            State after = state.after(collected, rules.table());
            store.enter(officeId, id, collected, after, Agenda.of(rules.deadlines(), after, List.of(received, collected)));
            files.collect(officeId, id, stamp, registration, "");
        }
    }

    private static void requireFree(boolean taken) {
        if (!taken) {
            throw ComplaintRefused.form(List.of(new Problem("outsideNumber", "complaint.outsideNumber.known")));
        }
    }

    /** By when the complainant hears at the latest whether everything is there (UU 25/2009 art. 44). */
    private static Instant answerDue(Rules rules, State state) {
        return rules.deadlines().of(state).stream()
                .filter(due -> due.kind() == Clock.Kind.COMPLETENESS)
                .map(Clock::due)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Does something with a complaint.
     *
     * @param expectedVersion number of entries that the officer saw, so that nobody acts on what is no longer so
     * @throws ComplaintRefused if a rule speaks against it, or another entry was made meanwhile
     * @throws NoSuchComplaint  if the office has none of this number, or it is none of the officer's business
     */
    @Transactional
    public State order(SignedIn by, String number, Order typed, int expectedVersion) {
        Order order = ComplaintForm.cleaned(typed);
        Row row = store.lock(by.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        requireConcerned(by, row);
        if (row.version() != expectedVersion) {
            throw ComplaintRefused.stale();
        }
        if (order instanceof Order.Classify classify) {
            book.requireKnown(row.officeId(), classify.as());
        }
        if (order instanceof Order.Decide decide && decide.minutes() > 0 && !store.hasAttachment(row.officeId(), row.id(), decide.minutes())) {
            throw ComplaintRefused.rule(new Refusal(Refusal.Reason.MINUTES_MISSING, List.of()));
        }
        if (order instanceof Order.FollowUpCard follow && !files.exists(row.officeId(), follow.registration())) {
            throw ComplaintRefused.form(List.of(new Problem("registration", "complaint.registration.unknown")));
        }
        return enter(row, order, new Actor(new Handler(by.officerId(), by.name(), ""), by.roles()));
    }

    /** The same for the complainant, who has the code of the complaint's page. */
    @Transactional
    public State orderByComplainant(int officeId, String statusCode, Order typed) {
        Order order = ComplaintForm.cleaned(typed);
        Row found = store.findByCode(officeId, statusCode).orElseThrow(() -> new NoSuchComplaint(""));
        Row row = store.lock(officeId, found.number()).orElseThrow();
        return enter(row, order, Actor.complainant());
    }

    /** A note that the system makes by itself. */
    @Transactional
    public State remarkBySystem(int officeId, String number, String text) {
        Row row = store.lock(officeId, number).orElseThrow(() -> new NoSuchComplaint(number));
        return enter(row, new Order.Remark(text), Actor.system());
    }

    /**
     * A complaint, held until the transaction ends, with which this order would be possible now.
     *
     * @throws ComplaintRefused if it isn't
     */
    Row requireAllowed(SignedIn by, String number, Order order, int expectedVersion) {
        Row row = store.lock(by.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        requireConcerned(by, row);
        if (row.version() != expectedVersion) {
            throw ComplaintRefused.stale();
        }
        Rules rules = book.of(row);
        State state = State.after(store.entries(row.officeId(), row.id()), rules.table());
        entry(rules, state, order, new Actor(new Handler(by.officerId(), by.name(), ""), by.roles()), row);
        return row;
    }

    private State enter(Row row, Order order, Actor actor) {
        Rules rules = book.of(row);
        List<Entry> entries = new ArrayList<>(store.entries(row.officeId(), row.id()));
        State state = State.after(entries, rules.table());
        return enter(row, rules, entries, state, entry(rules, state, order, actor, row));
    }

    private Entry entry(Rules rules, State state, Order order, Actor actor, Row row) {
        return switch (rules.decide(state, order, actor, row.complainant().reach(), now())) {
            case Verdict.Allowed allowed -> allowed.entry();
            case Verdict.Refused refused -> throw ComplaintRefused.rule(refused.refusal());
        };
    }

    private State enter(Row row, Rules rules, List<Entry> entries, State state, Entry entry) {
        State after = state.after(entry, rules.table());
        entries.add(entry);
        store.enter(row.officeId(), row.id(), entry, after, Agenda.of(rules.deadlines(), after, entries));
        follow(row, rules, after, entry);
        return after;
    }

    /** What an entry causes, in its transaction. */
    private void follow(Row row, Rules rules, State after, Entry entry) {
        switch (entry) {
            case Entry.CompletionAsked asked -> notices.askedToComplete(row, asked, completionDue(rules, after));
            case Entry.Answered answer -> {
                store.endTasks(row.officeId(), row.id(), "DONE");
                notices.answered(row, answer);
            }
            case Entry.Closed closed -> store.endTasks(row.officeId(), row.id(), "GIVEN_UP");
            case Entry.CardFollowedUp card -> files.collect(row.officeId(), row.id(), card.stamp(), card.registration(), card.finding());
            case Entry.Corrected slip when slip.field().equals("outsideNumber") ->
                requireFree(outside.change(row.officeId(), after.medium(), slip.is(), row.id()));
            default -> {}
        }
    }

    private static Instant completionDue(Rules rules, State state) {
        return rules.deadlines().of(state).stream()
                .filter(due -> due.kind() == Clock.Kind.COMPLETION && due.waits())
                .map(Clock::due)
                .findFirst()
                .orElse(state.lastAt());
    }

    /** Does what the clocks of a complaint ask for by now, and says when to look again. */
    @Transactional
    void actOn(int officeId, long id) {
        Row row = store.lock(officeId, id).orElseThrow();
        Rules rules = book.of(row);
        List<Entry> entries = new ArrayList<>(store.entries(officeId, id));
        State state = State.after(entries, rules.table());
        for (Agenda.Act act : Agenda.due(rules.deadlines(), state, entries, now())) {
            switch (act) {
                case Agenda.Act.Escalate escalate -> {
                    Stamp stamp = new Stamp(state.version() + 1, now(), Handler.system());
                    Entry told = new Entry.Escalated(stamp, escalate.clock().kind(), escalate.passed());
                    state = enter(row, rules, entries, state, told);
                    notices.escalated(row, state, escalate.clock(), escalate.passed(), missing(rules, state));
                }
                case Agenda.Act.Close close -> {
                    Entry closed = entry(rules, state, new Order.Close(close.how(), ""), Actor.system(), row);
                    state = enter(row, rules, entries, state, closed);
                }
            }
        }
        store.plan(officeId, id, Agenda.of(rules.deadlines(), state, entries));
    }

    private static List<Decider> missing(Rules rules, State state) {
        return state.as() == null ? List.of() : rules.table().missing(state.as().matter(), state.as().weight(), state.decided());
    }

    /** A complaint as the officer may see it. */
    @Transactional(readOnly = true)
    public ComplaintView view(SignedIn officer, String number) {
        Row row = store.find(officer.officeId(), number).orElseThrow(() -> new NoSuchComplaint(number));
        List<Entry> entries = store.entries(row.officeId(), row.id());
        requireConcerned(officer, row);
        Rules rules = book.of(row);
        State state = State.after(entries, rules.table());
        boolean known = MaySee.complainant(officer.roles(), row.complainant().anonymous());
        return new ComplaintView(
                row.id(),
                row.number(),
                row.statusCode(),
                row.receivedAt(),
                row.registration(),
                row.outsideNumber(),
                row.happenedOn(),
                row.subject(),
                row.story(),
                row.wanted(),
                known ? row.complainant() : Complainant.hidden(row.complainant().confidential()),
                row.forgottenAt(),
                state,
                known ? entries : withoutName(entries),
                missing(rules, state),
                state.medium().replies(row.complainant().reach()),
                rules.deadlines().of(state),
                rules.deadlines().strictest(state).orElse(null),
                proposed(entries),
                Agenda.of(rules.deadlines(), state, entries).escalation(),
                book.version(row),
                book.current(row.officeId()).version() != row.settings());
    }

    /** The heavier weight after it was reopened, until it is sorted anew; null elsewhere. */
    private static Weight proposed(List<Entry> entries) {
        Weight last = null;
        Weight proposed = null;
        for (Entry entry : entries) {
            if (entry instanceof Entry.Classified classified) {
                last = classified.as().weight();
                proposed = null;
            } else if (entry instanceof Entry.NotSolved && last != null) {
                proposed = last.heavier();
            }
        }
        return proposed;
    }

    /** What was put right about who complained is for the desk only, where the name is. */
    private static List<Entry> withoutName(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry instanceof Entry.Corrected c && OF_COMPLAINANT.contains(c.field())
                        ? new Entry.Corrected(c.stamp(), c.field(), "", "", "")
                        : entry)
                .toList();
    }

    /**
     * What isn't an officer's business doesn't exist for him or her; confidential is the desk's and the deciders' only.
     *
     * @throws NoSuchComplaint if it is none
     */
    static void requireConcerned(SignedIn officer, Row row) {
        if (!MaySee.complaint(officer.roles(), row.complainant().confidential(), row.section())) {
            throw new NoSuchComplaint(row.number());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A token is a person's own: nobody learns by another's token what it brought in. */
    private static String fingerprint(Handler by, String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((by.role() + "/" + by.id() + "/" + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
