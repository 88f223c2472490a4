package id.loket.complaint.book;

import id.loket.complaint.ComplaintKinds;
import id.loket.complaint.ComplaintRecord;
import id.loket.complaint.ComplaintRecords;
import id.loket.complaint.ComplaintSettings;
import id.loket.complaint.book.ReportRules.Order;
import id.loket.complaint.book.ReportRules.Refusal;
import id.loket.complaint.handling.Rules;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Recipient;
import id.loket.notice.Subject;
import id.loket.office.Counters;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Texts;
import id.loket.standard.Numbering;
import id.loket.worktime.WorkingCalendar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monthly reports of the offices (PGD-j3, PGD-k): counted from the book, examined in rounds, frozen when they are approved, delivered, and
 * acknowledged.
 */
@Service
public class MonthlyReports {

    /** Letters of reports have a series of their own. */
    private static final String SERIES = "COMPLAINT_REPORT";

    /** How many months that were missed are made good at once, an office. */
    private static final int CATCH_UP = 24;

    /** How many months the leadership sees. */
    private static final int MONTHS = 12;

    private final ReportStore store;
    private final ComplaintRecords records;
    private final ComplaintKinds kinds;
    private final ComplaintSettings settings;
    private final ComplaintBook book;
    private final Officers officers;
    private final OfficeDirectory offices;
    private final WorkingCalendars calendars;
    private final Counters counters;
    private final Notices notices;
    private final LoketSettings loket;
    private final JsonMapper json;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MonthlyReports(
            ReportStore store,
            ComplaintRecords records,
            ComplaintKinds kinds,
            ComplaintSettings settings,
            ComplaintBook book,
            Officers officers,
            OfficeDirectory offices,
            WorkingCalendars calendars,
            Counters counters,
            Notices notices,
            LoketSettings loket,
            JsonMapper json,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.kinds = kinds;
        this.settings = settings;
        this.book = book;
        this.officers = officers;
        this.offices = offices;
        this.calendars = calendars;
        this.counters = counters;
        this.notices = notices;
        this.loket = loket;
        this.json = json;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes every report that is due by now: on the first working day of the next month, for each month since the office's first complaint,
     * once each. Months that were missed while Loket was down are made good.
     *
     * @return how many were written
     */
    int writeDue() {
        int written = 0;
        for (int officeId : db.sql("select office_id from office order by office_id").query(Integer.class).list()) {
            for (YearMonth month : due(officeId)) {
                if (Boolean.TRUE.equals(transactions.execute(status -> write(officeId, month)))) {
                    written++;
                }
            }
        }
        return written;
    }

    private List<YearMonth> due(int officeId) {
        Instant first = records.first(officeId);
        if (first == null) {
            return List.of();
        }
        WorkingCalendar calendar = calendars.of(officeId);
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        YearMonth last = YearMonth.from(today).minusMonths(worked(calendar, today) ? 1 : 2);
        Map<LocalDate, ReportState> there = store.states(officeId);
        List<YearMonth> due = new ArrayList<>();
        YearMonth from = YearMonth.from(first.atZone(calendar.zone()));
        YearMonth earliest = last.minusMonths(CATCH_UP - 1L);
        for (YearMonth month = from.isBefore(earliest) ? earliest : from; !month.isAfter(last); month = month.plusMonths(1)) {
            if (!there.containsKey(month.atDay(1))) {
                due.add(month);
            }
        }
        return due;
    }

    /** Whether the month of a day has had a working day up to that day. */
    private static boolean worked(WorkingCalendar calendar, LocalDate today) {
        return today.withDayOfMonth(1).datesUntil(today.plusDays(1)).anyMatch(calendar::isWorkingDay);
    }

    private boolean write(int officeId, YearMonth month) {
        if (!store.insert(officeId, month)) {
            return false;
        }
        ReportEvent written = new ReportEvent(1, ReportAction.WRITE, now(), 0, "", "", "", "", "", "", "");
        store.enter(officeId, month, written, ReportState.DRAFT);
        return true;
    }

    /** Does something with a report that is the officer's to do. */
    @Transactional
    public Report order(SignedIn by, YearMonth month, ReportAction action, String section, String typed, int expectedVersion) {
        book.requireReader(by);
        if (!store.lock(by.officeId(), month)) {
            throw new NoSuchReport();
        }
        Report report = Report.of(month, store.events(by.officeId(), month));
        Order order = new Order(action, section, clean(typed));
        ReportRules.refusal(report, order, by.roles(), sectionCodes(by.officeId()), Rules.DESK).ifPresent(refusal -> {
            throw new ReportRefused(refusal);
        });
        if (report.version() != expectedVersion) {
            throw new ReportRefused(Refusal.STALE);
        }
        Instant now = now();
        String content = action == ReportAction.SEND ? json.writeValueAsString(content(by.officeId(), report)) : "";
        String hash = action == ReportAction.APPROVE ? sha256(report.rounds().getLast().sent().content()) : "";
        OfficerProfile who = officers.profile(by.officeId(), by.officerId());
        String role = action.role().equals(ReportAction.SECTION) ? section : action.role();
        Report after = enter(by.officeId(), report, new ReportEvent(
                report.version() + 1, action, now, by.officerId(), who.name(), who.nip(), role, order.section(), order.text(), content, hash));
        if (action == ReportAction.APPROVE) {
            LocalDate today = now.atZone(zone(by.officeId())).toLocalDate();
            var numbering = new Numbering(
                    "LP-PGD/{seq:3}/" + offices.byId(by.officeId()).letterCode() + "/{romanMonth}/{year}", SERIES);
            store.number(by.officeId(), month, numbering.format(counters.next(by.officeId(), SERIES, today.getYear()), today));
            after = deliver(by.officeId(), after, now);
        }
        return after;
    }

    /** There is no such report in the officer's office. */
    static final class NoSuchReport extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Report enter(int officeId, Report report, ReportEvent event) {
        Report after = report.after(event);
        store.enter(officeId, report.month(), event, after.state());
        return after;
    }

    /** What is approved goes to the head of the office at once, who is told by e-mail where there is an address. */
    private Report deliver(int officeId, Report report, Instant now) {
        Report delivered = enter(
                officeId, report, new ReportEvent(report.version() + 1, ReportAction.DELIVER, now, 0, "", "", "", "", "", "", ""));
        for (OfficerProfile head : officers.inRole(officeId, Rules.HEAD_OF_OFFICE)) {
            if (!head.email().isEmpty()) {
                notices.post(new NewNotice(
                        officeId,
                        NoticeEvent.COMPLAINT_REPORT,
                        new Subject("COMPLAINT_REPORT", report.month().toString()),
                        null,
                        new Recipient(head.name(), "", head.email(), "", "id"),
                        Map.of("month", inWords(report.month()), "link", loket.publicUrl() + "/pengaduan/laporan/" + report.month()),
                        "COMPLAINT_REPORT/" + report.month() + "/" + head.id(),
                        List.of(Channel.EMAIL)));
            }
        }
        return delivered;
    }

    private static String inWords(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Texts.INDONESIAN) + " " + month.getYear();
    }

    /**
     * A report with what it says now: counted anew while it is drafted, as it was sent once it is examined.
     *
     * @param number of the letter; empty before it is approved
     * @param sound  whether what was approved still has its hash
     */
    public record View(Report report, String number, ReportContent content, List<ReportContent> rounds, boolean sound) {}

    /** @throws org.springframework.security.access.AccessDeniedException if reports are none of the officer's business */
    @Transactional(readOnly = true)
    public Optional<View> view(SignedIn officer, YearMonth month) {
        book.requireReader(officer);
        return store.line(officer.officeId(), month).map(line -> {
            Report report = Report.of(month, store.events(officer.officeId(), month));
            List<ReportContent> rounds =
                    report.rounds().stream().map(r -> json.readValue(r.sent().content(), ReportContent.class)).toList();
            ReportContent content = report.state().open() ? content(officer.officeId(), report) : rounds.getLast();
            boolean sound = report.approval() == null
                    || report.approval().hash().equals(sha256(report.rounds().getLast().sent().content()));
            return new View(report, line.number(), content, rounds, sound);
        });
    }

    /** The reports of the officer's office, newest first. */
    @Transactional(readOnly = true)
    public List<ReportLine> list(SignedIn officer) {
        book.requireReader(officer);
        return store.lines(officer.officeId());
    }

    private ReportContent content(int officeId, Report report) {
        ZoneId zone = zone(officeId);
        Period period = Period.month(report.month());
        Instant from = period.start(zone);
        Instant until = period.end(zone);
        Figures figures = Counting.count(records.openSince(officeId, from, until), from, until);
        Map<String, String> kindNames = new TreeMap<>();
        kinds.of(officeId).stream()
                .filter(kind -> figures.byKind().containsKey(kind.code()))
                .forEach(kind -> kindNames.put(kind.code(), kind.nameId()));
        Map<String, String> sectionNames = new TreeMap<>();
        officers.roles(officeId).stream()
                .filter(role -> figures.bySection().containsKey(role.code()) || report.contributions().containsKey(role.code()))
                .forEach(role -> sectionNames.put(role.code(), role.nameId()));
        return new ReportContent(
                report.month().toString(),
                figures,
                records.lateCorrections(officeId, from, until).stream()
                        .map(c -> new ReportContent.Correction(
                                c.number(), day(c.receivedAt(), zone), day(c.at(), zone), c.field()))
                        .toList(),
                report.remarks(),
                report.contributions().values().stream()
                        .map(c -> new ReportContent.Contribution(c.section(), c.name(), c.text()))
                        .toList(),
                kindNames,
                sectionNames);
    }

    /**
     * What is open and what became of the last twelve months, the running one up to now, counted as in the reports: two statements
     * however many complaints there are, and one for each version of the settings that they came in under.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the officer heads neither the office nor its secretariat
     */
    @Transactional(readOnly = true)
    public Overview overview(SignedIn officer) {
        if (!officer.roles().contains(Rules.HEAD_OF_OFFICE) && !officer.roles().contains(ComplaintBook.SECRETARY)) {
            throw new AccessDeniedException("the overview is the head's and the secretary's");
        }
        ZoneId zone = zone(officer.officeId());
        Instant now = clock.instant();
        YearMonth current = YearMonth.from(now.atZone(zone));
        YearMonth first = current.minusMonths(MONTHS - 1L);
        Instant end = now.plus(1, ChronoUnit.MICROS);
        List<ComplaintRecord> all = records.openSince(officer.officeId(), Period.month(first).start(zone), end);
        List<MonthFigures> trend = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(current); month = month.plusMonths(1)) {
            Instant until = month.equals(current) ? end : Period.month(month).end(zone);
            trend.add(new MonthFigures(month, Counting.count(all, Period.month(month).start(zone), until)));
        }
        return Overview.of(all, trend, now, zone);
    }

    /** The figures of a month. */
    public record MonthFigures(YearMonth month, Figures figures) {}

    private Set<String> sectionCodes(int officeId) {
        return settings.sections(officeId).stream().map(Officers.Role::code).collect(Collectors.toSet());
    }

    private ZoneId zone(int officeId) {
        return calendars.of(officeId).zone();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }

    /** Lines stay lines; other control signs go. */
    private static String clean(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
