package id.loket.complaint.book;

import id.loket.complaint.Complainant;
import id.loket.complaint.ComplaintRecord;
import id.loket.complaint.ComplaintRecords;
import id.loket.complaint.ComplaintRecords.Found;
import id.loket.complaint.ComplaintRecords.Query;
import id.loket.complaint.ComplaintSettings;
import id.loket.complaint.MaySee;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.State;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The complaint book (PGD-j2). Everybody reads it by the same rules, on screen, on paper, in a table file and when searching: who is anonymous is
 * known to the desk only, what is confidential to the desk and those who decide, and the head of a section sees the section's, so nothing that
 * isn't sorted yet.
 */
@Service
public class ComplaintBook {

    static final int PAGE = 50;

    /** The most lines of a file; a longer one is asked for in parts. */
    static final int LONGEST_FILE = 20_000;

    /** The most lines on paper: some 150 sheets. */
    static final int LONGEST_PAPER = 2_000;

    static final String SECRETARY = "SECRETARY";

    /** What a correction may be about that tells who complained; everything else is content. */
    private static final Set<String> IDENTITY = Set.of("name", "address", "phone", "fax", "email");

    /**
     * A page of the book.
     *
     * @param total lines of the whole
     * @param page  from 1
     */
    public record Page(List<BookRow> rows, int total, int page) {

        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    private final ComplaintRecords records;
    private final ComplaintSettings settings;
    private final ReportStore reports;
    private final OfficeDirectory offices;
    private final Clock clock;

    ComplaintBook(ComplaintRecords records, ComplaintSettings settings, ReportStore reports, OfficeDirectory offices, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.reports = reports;
        this.offices = offices;
        this.clock = clock;
    }

    /** @throws AccessDeniedException if the book is none of the officer's business */
    @Transactional(readOnly = true)
    public Page page(SignedIn officer, BookFilter filter, int page) {
        int wanted = Math.clamp(page, 1, 100_000);
        Found found = find(officer, filter, (wanted - 1) * PAGE, PAGE);
        if (found.records().isEmpty() && wanted > 1) {
            return page(officer, filter, 1);
        }
        return new Page(rows(officer, found.records()), found.total(), wanted);
    }

    /**
     * The lines for a file.
     *
     * @param most more than that is too long for it
     * @throws TooLong       if there are more
     * @throws AccessDeniedException if the book is none of the officer's business
     */
    @Transactional(readOnly = true)
    public List<BookRow> all(SignedIn officer, BookFilter filter, int most) {
        Found found = find(officer, filter, 0, most + 1);
        if (found.total() > most) {
            throw new TooLong(found.total(), most);
        }
        return rows(officer, found.records());
    }

    /** There are more lines than one file takes. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int total;
        private final int most;

        TooLong(int total, int most) {
            super(total + " lines, at most " + most);
            this.total = total;
            this.most = most;
        }

        int total() {
            return total;
        }

        int most() {
            return most;
        }
    }

    private Found find(SignedIn officer, BookFilter filter, int offset, int limit) {
        requireReader(officer);
        ZoneId zone = zone(officer.officeId());
        return records.find(
                new Query(
                        officer.officeId(),
                        filter.period().start(zone),
                        filter.period().end(zone),
                        filter.medium(),
                        filter.kind(),
                        filter.weight(),
                        filter.section(),
                        filter.matter().matters(),
                        filter.matter().unsorted(),
                        filter.condition(),
                        MaySee.everySection(officer.roles()) ? null : officer.roles(),
                        !MaySee.complainant(officer.roles(), true),
                        MaySee.everyContent(officer.roles()) ? null : officer.roles(),
                        filter.text()),
                clock.instant(),
                offset,
                limit);
    }

    private List<BookRow> rows(SignedIn officer, List<ComplaintRecord> found) {
        ZoneId zone = zone(officer.officeId());
        Instant now = clock.instant();
        Map<LocalDate, ReportState> examined = reports.states(officer.officeId());
        return found.stream()
                .map(r -> row(officer, r, now, examined.get(YearMonth.from(r.receivedAt().atZone(zone)).atDay(1))))
                .toList();
    }

    private static BookRow row(SignedIn officer, ComplaintRecord r, Instant now, ReportState examined) {
        State state = r.state();
        String section = state.as() == null ? null : state.as().section();
        boolean withheld = !MaySee.content(officer.roles(), r.complainant().confidential(), section);
        boolean hidden = !MaySee.complainant(officer.roles(), r.complainant().anonymous());
        return new BookRow(
                r.number(),
                r.receivedAt(),
                hidden ? nobody(r.complainant()) : r.complainant(),
                r.forgotten(),
                withheld,
                withheld ? "" : r.registration(),
                r.outsideNumber(),
                withheld ? "" : r.subject(),
                withheld ? "" : r.story(),
                withheld ? "" : r.wanted(),
                r.attachments(),
                state,
                withheld ? r.entries().stream().map(ComplaintBook::withoutWords).toList() : r.entries(),
                r.entries().stream()
                        .filter(Entry.Corrected.class::isInstance)
                        .map(Entry.Corrected.class::cast)
                        .filter(c -> IDENTITY.contains(c.field()) ? !hidden : !withheld)
                        .toList(),
                r.deadlines().of(state),
                Counting.late(r, state, now),
                examined);
    }

    private static Complainant nobody(Complainant who) {
        return new Complainant("", "", "", "", "", true, who.confidential());
    }

    /** That it happened, when and by whom, without what was said. */
    private static Entry withoutWords(Entry entry) {
        return switch (entry) {
            case Entry.Classified e -> new Entry.Classified(e.stamp(), e.as(), "");
            case Entry.CompletionAsked e -> new Entry.CompletionAsked(e.stamp(), "");
            case Entry.Decided e -> new Entry.Decided(e.stamp(), e.decider(), "", "", e.heldOn(), 0);
            case Entry.Answered e -> new Entry.Answered(e.stamp(), e.way(), "", "");
            case Entry.NotSolved e -> new Entry.NotSolved(e.stamp(), "");
            case Entry.Closed e -> new Entry.Closed(e.stamp(), e.how(), "");
            case Entry.Corrected e -> new Entry.Corrected(e.stamp(), e.field(), "", "", "");
            case Entry.Remarked e -> new Entry.Remarked(e.stamp(), "");
            case Entry.CardFollowedUp e -> new Entry.CardFollowedUp(e.stamp(), "", "");
            case Entry.Received e -> e;
            case Entry.Taken e -> e;
            case Entry.FoundComplete e -> e;
            case Entry.Escalated e -> e;
        };
    }

    /** The roles that head a section of the office, for the filter. */
    @Transactional(readOnly = true)
    public List<Officers.Role> sections(int officeId) {
        return settings.sections(officeId);
    }

    /** @throws AccessDeniedException if the book is none of the officer's business */
    void requireReader(SignedIn officer) {
        boolean section = settings.sections(officer.officeId()).stream().anyMatch(role -> officer.roles().contains(role.code()));
        if (!section && !MaySee.everySection(officer.roles())) {
            throw new AccessDeniedException("the complaint book is the desk's, the section heads', the secretary's and the head's");
        }
    }

    private ZoneId zone(int officeId) {
        return offices.byId(officeId).zone();
    }
}
