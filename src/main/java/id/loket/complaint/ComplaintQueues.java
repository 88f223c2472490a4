package id.loket.complaint;

import id.loket.complaint.ComplaintStore.Listed;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one list of complaints, whatever the channel, and its queues as the work of each role asks for them (PGD-j1). */
@Service
public class ComplaintQueues {

    /** What an officer looks for, in the order of work. */
    public enum Queue {
        TO_SORT,
        MINE,
        /** Waits for a decision: of the reader, where he or she decides; of anybody, for the desk. */
        DECISION,
        /** Late, or due today. */
        DUE,
        WITH_COMPLAINANT,
        ANSWERED
    }

    /** Characters of a text that are compared with other complaints: more says no more. */
    private static final int MOST_COMPARED = 200;

    private static final int FEWEST_COMPARED = 8;

    private final ComplaintStore store;
    private final ComplaintSettings settings;
    private final ComplaintKinds kinds;
    private final WorkingCalendars calendars;
    private final java.time.Clock clock;

    ComplaintQueues(
            ComplaintStore store,
            ComplaintSettings settings,
            ComplaintKinds kinds,
            WorkingCalendars calendars,
            java.time.Clock clock) {
        this.store = store;
        this.settings = settings;
        this.kinds = kinds;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The open complaints that are the officer's business, most urgent first, at most 500. */
    @Transactional(readOnly = true)
    public List<ComplaintLine> open(SignedIn officer) {
        return lines(officer.officeId(), store.open(officer));
    }

    /**
     * Those with the words in the number, the file's number, the number elsewhere, the subject or the story; for the desk also in the
     * complainant's name. Closed ones too.
     */
    @Transactional(readOnly = true)
    public List<ComplaintLine> search(SignedIn officer, String words) {
        return lines(officer.officeId(), store.search(officer, words));
    }

    /**
     * Open complaints like one that somebody is about to make, with nothing that is personal or confidential, at most 10.
     *
     * @param text a few words of it; only the first 200 characters count
     */
    @Transactional(readOnly = true)
    public List<SimilarComplaint> similar(int officeId, String text) {
        String words = words(text);
        List<ComplaintLine> alike = words.length() < FEWEST_COMPARED ? List.of() : store.similar(officeId, words, "");
        if (alike.isEmpty()) {
            return List.of();
        }
        Map<String, ComplaintKinds.Kind> names =
                kinds.of(officeId).stream().collect(Collectors.toMap(ComplaintKinds.Kind::code, Function.identity()));
        return alike.stream()
                .map(line -> new SimilarComplaint(
                        day(officeId, line.receivedAt()), line.status(), line.kind() == null ? null : names.get(line.kind())))
                .toList();
    }

    /** Open complaints like one that the officer sees, for the desk to find out whether it came before; without those that are confidential. */
    @Transactional(readOnly = true)
    public List<ComplaintLine> similar(SignedIn officer, ComplaintView complaint) {
        return officer.roles().contains(Rules.DESK)
                ? store.similar(officer.officeId(), words(complaint.subject() + " " + complaint.story()), complaint.number())
                : List.of();
    }

    private static String words(String text) {
        String words = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.length() > MOST_COMPARED ? words.substring(0, MOST_COMPARED) : words;
    }

    /** Which of the lines are in a queue. */
    List<ComplaintLine> in(Queue queue, SignedIn officer, List<ComplaintLine> lines) {
        return lines.stream().filter(line -> belongs(queue, officer, line)).toList();
    }

    Map<Queue, Integer> counts(SignedIn officer, List<ComplaintLine> lines) {
        Map<Queue, Integer> counts = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            counts.put(queue, in(queue, officer, lines).size());
        }
        return counts;
    }

    private boolean belongs(Queue queue, SignedIn officer, ComplaintLine line) {
        return switch (queue) {
            case TO_SORT -> line.status() == Status.RECEIVED;
            case MINE -> line.holder() == officer.officerId() && line.status() != Status.ANSWERED;
            case DECISION -> waits(officer, line);
            case DUE -> line.dueAt() != null && !day(officer.officeId(), line.dueAt()).isAfter(day(officer.officeId(), clock.instant()));
            case WITH_COMPLAINANT -> line.status() == Status.WITH_COMPLAINANT;
            case ANSWERED -> line.status() == Status.ANSWERED;
        };
    }

    private static boolean waits(SignedIn officer, ComplaintLine line) {
        boolean desk = officer.roles().contains(Rules.DESK);
        return line.missing().stream().anyMatch(decider -> desk || officer.roles().contains(role(decider, line.section())));
    }

    /** Who records a decision. */
    public static String role(Decider decider, String section) {
        return decider == Decider.SECTION_HEAD ? section : Rules.HEAD_OF_OFFICE;
    }

    private LocalDate day(int officeId, Instant at) {
        return at.atZone(calendars.of(officeId).zone()).toLocalDate();
    }

    /** Whose decisions those need that are being handled is read from their entries, which alone say what counts. */
    private List<ComplaintLine> lines(int officeId, List<Listed> found) {
        Map<Long, Integer> deciding = found.stream()
                .filter(f -> f.line().status() == Status.IN_HANDLING && f.line().matter() == Matter.COMPLAINT)
                .collect(Collectors.toMap(Listed::id, Listed::settings));
        if (deciding.isEmpty()) {
            return found.stream().map(Listed::line).toList();
        }
        Map<Integer, DecisionTable> tables = deciding.values().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), version -> settings.of(officeId, version).content().table()));
        Map<Long, List<Decider>> missing = new HashMap<>();
        store.entries(officeId, deciding.keySet()).forEach((id, entries) -> {
            DecisionTable table = tables.get(deciding.get(id));
            State state = State.after(entries, table);
            missing.put(id, table.missing(state.as().matter(), state.as().weight(), state.decided()));
        });
        return found.stream().map(f -> f.line().waitingFor(missing.getOrDefault(f.id(), List.of()))).toList();
    }
}
