package id.loket.complaint.imports;

import id.loket.complaint.ComplaintFiles;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.OutsideNumbers;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.imports.Finding.Level;
import id.loket.complaint.imports.ImportRefused.Reason;
import id.loket.complaint.imports.Preview.Good;
import id.loket.complaint.imports.Upload.State;
import id.loket.complaint.imports.Upload.WithMade;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Texts;
import id.loket.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes complaints in from tables of outside systems (PGD-j1). An officer of the complaint desk uploads one, says which column is which, sees
 * what would become of each line, and imports: everything or nothing, or the good lines only. A number of the outside system makes one
 * complaint only, whatever was imported or entered by hand before.
 */
@Service
class ComplaintImports {

    /** How long an upload waits; it tells who complained. */
    static final Duration WAITS = Duration.ofHours(24);

    private static final int NEWEST = 20;
    private static final int LONGEST_NAME = 120;

    /** Working days after which LAPOR counts a complaint as not looked at. */
    private static final int LOOKED_AT = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private final ImportStore store;
    private final Complaints complaints;
    private final ComplaintFiles files;
    private final OutsideNumbers outside;
    private final WorkingCalendars calendars;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintImports(
            ImportStore store,
            Complaints complaints,
            ComplaintFiles files,
            OutsideNumbers outside,
            WorkingCalendars calendars,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.files = files;
        this.outside = outside;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Keeps a table for a day, for its preview.
     *
     * @param fileName as the browser names it; not trusted
     * @return its number
     * @throws ImportRefused         if it can't be read
     * @throws AccessDeniedException if the officer isn't of the desk; so do all
     */
    @Transactional
    long upload(SignedIn by, Medium medium, String fileName, byte[] content) {
        requireDesk(by);
        if (medium == null || !OutsideNumbers.MEDIA.contains(medium)) {
            throw new ImportRefused(Reason.MEDIUM);
        }
        TableReader.read(content);
        String name = fileName == null ? "" : fileName.replaceAll(".*[/\\\\]|[\\p{Cntrl}\\p{Cf}]", "").strip();
        return store.insert(by, medium, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, content, clock.instant());
    }

    @Transactional(readOnly = true)
    List<Upload> newest(SignedIn officer) {
        requireDesk(officer);
        return store.newest(officer.officeId(), NEWEST);
    }

    @Transactional(readOnly = true)
    Optional<WithMade> find(SignedIn officer, long id) {
        requireDesk(officer);
        return store.find(officer.officeId(), id).map(upload -> new WithMade(upload, store.made(officer.officeId(), id)));
    }

    private Upload upload(SignedIn officer, long id) {
        return store.find(officer.officeId(), id).orElseThrow();
    }

    /**
     * What would become of each line.
     *
     * @param typed which column is which, as chosen in the form; empty: by what they are called
     * @throws ImportRefused if it doesn't wait any more
     */
    @Transactional(readOnly = true)
    Preview preview(SignedIn officer, long id, Optional<Map<String, String>> typed) {
        requireDesk(officer);
        byte[] content = store.content(officer.officeId(), id).orElseThrow(() -> new ImportRefused(Reason.DONE_ALREADY));
        return preview(officer.officeId(), upload(officer, id), content, typed);
    }

    private Preview preview(int officeId, Upload upload, byte[] content, Optional<Map<String, String>> typed) {
        Table table = TableReader.read(content);
        Mapping mapping = typed.map(t -> Mapping.chosen(t, table.head().size())).orElseGet(() -> Mapping.guess(table.head()));
        if (!mapping.complete()) {
            return new Preview(table, mapping, List.of(), List.of());
        }
        WorkingCalendar calendar = calendars.of(officeId);
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        LineReader lines = new LineReader(table, mapping, upload.medium(), today, findings);
        List<Good> read = table.rows().stream().map(row -> lines.read(row, "impor/" + upload.id() + "/" + row.line())).toList();
        Map<String, String> known = outside.known(
                officeId, upload.medium(), read.stream().map(each -> each.complaint().outsideNumber()).toList());
        Set<String> registrations = files.existing(
                officeId, read.stream().map(each -> each.complaint().registration()).filter(r -> !r.isEmpty()).toList());
        Map<String, Integer> seen = new HashMap<>();
        read.forEach(each -> judge(officeId, each, known, registrations, seen, calendar, today, findings));
        Set<Integer> out = findings.stream().filter(f -> f.level() != Level.WARNING).map(Finding::line).collect(Collectors.toSet());
        findings.sort(Comparator.comparingInt(Finding::line));
        return new Preview(table, mapping, read.stream().filter(each -> !out.contains(each.line())).toList(), List.copyOf(findings));
    }

    /** @param seen numbers of the lines above, each with its line */
    private void judge(
            int officeId,
            Good line,
            Map<String, String> known,
            Set<String> registrations,
            Map<String, Integer> seen,
            WorkingCalendar calendar,
            LocalDate today,
            List<Finding> findings) {
        NewComplaint complaint = line.complaint();
        String number = OutsideNumbers.plain(complaint.outsideNumber());
        if (number.isEmpty()) {
            findings.add(new Finding(line.line(), Level.FAULT, Column.OUTSIDE_NUMBER, "complaintimport.number.empty"));
        } else if (known.containsKey(number)) {
            findings.add(new Finding(line.line(), Level.KNOWN, Column.OUTSIDE_NUMBER, "complaintimport.number.known", known.get(number)));
            return;
        } else if (seen.putIfAbsent(number, line.line()) != null) {
            findings.add(new Finding(line.line(), Level.FAULT, Column.OUTSIDE_NUMBER, "complaintimport.number.twice", seen.get(number)));
        }
        if (!complaint.registration().isEmpty() && !registrations.contains(complaint.registration())) {
            findings.add(new Finding(line.line(), Level.FAULT, Column.REGISTRATION, "complaintimport.registration"));
        }
        try {
            complaints.check(officeId, complaint);
        } catch (ComplaintRefused refused) {
            // Without a story there is no subject either; it is said once.
            refused.problems().stream()
                    .filter(problem -> !problem.field().equals("subject") || !complaint.story().isEmpty())
                    .forEach(problem -> findings.add(new Finding(line.line(), Level.FAULT, column(problem.field()), problem.key())));
        }
        if (line.sentOn() != null && calendar.workingDaysAfter(line.sentOn(), LOOKED_AT).isBefore(today)) {
            findings.add(new Finding(line.line(), Level.WARNING, Column.SENT_ON, "complaintimport.old", LOOKED_AT));
        }
    }

    /** Of a field of a complaint; null where a table has none such. */
    private static Column column(String field) {
        return Stream.of(Column.values())
                .filter(column -> column.name().replace("_", "").equalsIgnoreCase(field))
                .findFirst()
                .orElse(null);
    }

    /**
     * Makes complaints of the lines.
     *
     * @param typed    which column is which
     * @param goodOnly leaves lines out that have something to mend; else one such line is reason enough to import nothing
     * @throws ImportRefused if nothing can be imported; then nothing was
     */
    @Transactional
    void carryOut(SignedIn by, long id, Map<String, String> typed, boolean goodOnly) {
        requireDesk(by);
        byte[] content = store.lock(by.officeId(), id).orElseThrow(() -> new ImportRefused(Reason.DONE_ALREADY));
        Upload upload = upload(by, id);
        Preview preview = preview(by.officeId(), upload, content, Optional.of(typed));
        if (!preview.mapping().complete()) {
            throw new ImportRefused(Reason.COLUMNS_MISSING);
        }
        if (!goodOnly && preview.faulty() > 0) {
            throw new ImportRefused(Reason.FAULTY, preview.faulty());
        }
        if (preview.good().isEmpty()) {
            throw new ImportRefused(Reason.NOTHING);
        }
        preview.good().forEach(line -> make(by, id, line));
        store.end(by.officeId(), id, State.DONE, preview.known(), preview.faulty(), clock.instant());
    }

    private void make(SignedIn by, long id, Good line) {
        try {
            String number = complaints.record(by, line.complaint());
            store.made(by.officeId(), id, line.line(), number);
            if (line.sentOn() != null) {
                complaints.remarkBySystem(by.officeId(), number, sentOn(line));
            }
        } catch (ComplaintRefused changed) {
            throw new ImportRefused(Reason.CHANGED, line.line());
        }
    }

    private String sentOn(Good line) {
        String medium = messages.getMessage("complaint.medium." + line.complaint().medium(), null, Texts.INDONESIAN);
        return messages.getMessage("complaintimport.sentOn", new Object[] {medium, DAY.format(line.sentOn())}, Texts.INDONESIAN);
    }

    /** @throws ImportRefused if it doesn't wait any more */
    @Transactional
    void discard(SignedIn by, long id) {
        requireDesk(by);
        store.lock(by.officeId(), id).orElseThrow(() -> new ImportRefused(Reason.DONE_ALREADY));
        store.end(by.officeId(), id, State.DISCARDED, 0, 0, clock.instant());
    }

    /** @return how many uploads were thrown away because nobody imported them */
    @Transactional
    int forgetOld() {
        Instant now = clock.instant();
        return store.discardOlder(now.minus(WAITS), now);
    }

    private static void requireDesk(SignedIn officer) {
        if (!officer.roles().contains(Rules.DESK)) {
            throw new AccessDeniedException("complaints of outside systems are the complaint desk's");
        }
    }
}
