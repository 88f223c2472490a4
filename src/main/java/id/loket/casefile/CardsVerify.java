package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Transition;
import id.loket.casefile.CaseFileStore.Linked;
import id.loket.office.WorkingCalendars;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Sop;
import id.loket.standard.Standards;
import id.loket.worktime.WorkingCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads every control card again: each entry's hash must follow from the entry and the one before, the order must be one that the
 * transition table allows, and the file must be where its card says, with the times that follow from it.
 */
@Service
class CardsVerify {

    /** The first thing wrong with a card. */
    record Fault(int officeId, String registration, int seq, String what) {}

    /** What was read and what was found. */
    record Report(long cards, long entries, List<Fault> faults) {}

    private static final int BATCH = 500;

    private final JdbcClient db;
    private final CaseFileStore files;
    private final Standards standards;
    private final WorkingCalendars calendars;

    CardsVerify(JdbcClient db, CaseFileStore files, Standards standards, WorkingCalendars calendars) {
        this.db = db;
        this.files = files;
        this.standards = standards;
        this.calendars = calendars;
    }

    Report verify() {
        List<Fault> faults = new ArrayList<>();
        long cards = 0;
        long entries = 0;
        for (int office : db.sql("select office_id from office order by office_id").query(Integer.class).list()) {
            long after = 0;
            List<FileRow> batch = files.batch(office, after, BATCH);
            while (!batch.isEmpty()) {
                Map<Long, List<Linked>> read = cards(office, batch);
                for (FileRow file : batch) {
                    List<Linked> card = read.getOrDefault(file.fileId(), List.of());
                    cards++;
                    entries += card.size();
                    fault(file, card).ifPresent(faults::add);
                }
                after = batch.getLast().fileId();
                batch = files.batch(office, after, BATCH);
            }
        }
        return new Report(cards, entries, faults);
    }

    private Map<Long, List<Linked>> cards(int office, List<FileRow> batch) {
        Map<Long, List<Linked>> read = new HashMap<>();
        files.cards(
                office,
                batch.stream().map(FileRow::fileId).toList(),
                (file, linked) -> read.computeIfAbsent(file, f -> new ArrayList<>()).add(linked));
        return read;
    }

    private Optional<Fault> fault(FileRow file, List<Linked> card) {
        ServiceDefinition service = standards.of(file.officeId(), file.service(), file.serviceVersion());
        Sop sop = service.sop();
        WorkingCalendar calendar = calendars.of(file.officeId());
        FileClock clock = FileClock.NOT_STARTED;
        CardState state = CardState.unregistered(sop);
        byte[] hash = Chain.START;
        for (Linked linked : card) {
            CardEntry entry = linked.entry();
            int expected = state.version() + 1;
            if (entry.seq() != expected) {
                return Optional.of(new Fault(file.officeId(), file.registration(), expected, "entry is missing"));
            }
            hash = Chain.next(hash, file.officeId(), file.registration(), entry);
            if (!Arrays.equals(hash, linked.hash())) {
                return Optional.of(new Fault(file.officeId(), file.registration(), expected, "entry was changed"));
            }
            CardState before = state;
            clock = clock.after(entry, before, sop, service.promise(), calendar);
            state = state.after(entry, sop);
            if (entry.step() != before.step() || !allowed(before, entry, state)) {
                return Optional.of(new Fault(file.officeId(), file.registration(), expected, "entry is out of order"));
            }
        }
        boolean same = state.equals(file.state()) && Arrays.equals(hash, file.lastHash()) && sameClock(file, clock);
        return same
                ? Optional.empty()
                : Optional.of(new Fault(file.officeId(), file.registration(), state.version() + 1, "file is not where its card says: last entries are missing or the file was changed"));
    }

    /** The due time of a closed or finished file may rest on a calendar that was corrected since. */
    private static boolean sameClock(FileRow file, FileClock clock) {
        boolean running = file.status().open() && file.readyAt() == null;
        return Objects.equals(clock.completeAt(), file.completeAt())
                && Objects.equals(clock.readyAt(), file.readyAt())
                && Objects.equals(clock.pausedAt(), file.pausedAt())
                && (!running || Objects.equals(clock.dueAt(), file.dueAt()));
    }

    private static boolean allowed(CardState before, CardEntry entry, CardState after) {
        return Transition.TABLE.stream()
                .anyMatch(t -> t.from() == before.status() && t.entry() == entry.getClass() && t.to() == after.status());
    }
}
