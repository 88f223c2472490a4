package id.loket.complaint;

import id.loket.complaint.ComplaintStatus.Happened;
import id.loket.complaint.ComplaintStatus.Step;
import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.office.Officers;
import id.loket.platform.security.PublicCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a complainant may see of a complaint. */
@Service
public class ComplaintStatuses {

    private final ComplaintStore store;
    private final RuleBook book;
    private final Officers officers;
    private final java.time.Clock clock;

    ComplaintStatuses(ComplaintStore store, RuleBook book, Officers officers, java.time.Clock clock) {
        this.store = store;
        this.book = book;
        this.officers = officers;
        this.clock = clock;
    }

    /**
     * What is on the page that the code opens.
     *
     * @throws NoSuchComplaint if the office has none with this code
     */
    @Transactional(readOnly = true)
    public ComplaintStatus of(int officeId, String statusCode) {
        Row row = store.findByCode(officeId, PublicCode.typed(statusCode)).orElseThrow(() -> new NoSuchComplaint(""));
        List<Entry> entries = store.entries(officeId, row.id());
        Rules rules = book.of(row);
        return status(row, entries, State.after(entries, rules.table()), rules.deadlines(), officers.roles(officeId), clock.instant());
    }

    private static ComplaintStatus status(
            Row row, List<Entry> entries, State state, Deadlines deadlines, List<Officers.Role> roles, Instant now) {
        Optional<Instant> react = waiting(deadlines, state, Clock.Kind.REACTION);
        boolean withComplainant = state.status() == Status.WITH_COMPLAINANT;
        return new ComplaintStatus(
                row.number(),
                state.medium(),
                row.receivedAt(),
                row.subject(),
                state.status(),
                state.reopened(),
                entries.stream().flatMap(entry -> step(entry, roles)).toList(),
                deadlines.strictest(state).map(Clock::due).orElse(null),
                withComplainant ? last(entries, Entry.CompletionAsked.class).map(Entry.CompletionAsked::what).orElse("") : "",
                withComplainant ? waiting(deadlines, state, Clock.Kind.COMPLETION).orElse(null) : null,
                react.orElse(null),
                state.status() == Status.ANSWERED && !state.reopened() && react.filter(until -> !now.isAfter(until)).isPresent(),
                last(entries, Entry.Closed.class).map(Entry.Closed::how).orElse(null));
    }

    private static Optional<Instant> waiting(Deadlines deadlines, State state, Clock.Kind kind) {
        return deadlines.of(state).stream().filter(clock -> clock.kind() == kind && clock.waits()).map(Clock::due).findFirst();
    }

    private static <E extends Entry> Optional<E> last(List<Entry> entries, Class<E> type) {
        return entries.reversed().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Notes, corrections, escalations and control cards are the office's own. */
    private static Stream<Step> step(Entry entry, List<Officers.Role> roles) {
        return switch (entry) {
            case Entry.Received e -> Stream.of(step(e, Happened.RECEIVED, "", roles));
            case Entry.Classified e -> Stream.of(step(e, Happened.SORTED, "", roles));
            case Entry.Taken e -> Stream.of(step(e, Happened.TAKEN, "", roles));
            case Entry.CompletionAsked e -> Stream.of(step(e, Happened.COMPLETION_ASKED, e.what(), roles));
            case Entry.FoundComplete e -> Stream.of(step(e, Happened.COMPLETE, "", roles));
            case Entry.Decided e -> Stream.of(step(e, Happened.DECIDED, "", roles));
            case Entry.Answered e -> Stream.of(step(e, Happened.ANSWERED, e.text(), roles));
            case Entry.NotSolved e -> Stream.of(step(e, Happened.NOT_SOLVED, e.why(), roles));
            case Entry.Closed e -> Stream.of(step(e, Happened.CLOSED, "", roles));
            case Entry.Corrected e -> Stream.empty();
            case Entry.Remarked e ->
                e.stamp().by().role().equals(Handler.COMPLAINANT)
                        ? Stream.of(step(e, Happened.COMPLETED, e.text(), roles))
                        : Stream.empty();
            case Entry.Escalated e -> Stream.empty();
            case Entry.CardFollowedUp e -> Stream.empty();
        };
    }

    private static Step step(Entry entry, Happened what, String text, List<Officers.Role> roles) {
        String role = entry.stamp().by().role();
        return new Step(
                entry.stamp().at(), what, roles.stream().filter(r -> r.code().equals(role)).findFirst().orElse(null), text);
    }
}
