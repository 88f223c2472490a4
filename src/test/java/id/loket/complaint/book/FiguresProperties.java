package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.Complainant;
import id.loket.complaint.ComplaintRecord;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Stamp;
import id.loket.complaint.handling.Terms;
import id.loket.complaint.handling.Weight;
import id.loket.worktime.DayConvention;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.OfficeHours.Interval;
import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Every figure of a monthly report is what one counts with a pencil over the lines of the book. */
@Tag("PGD-k")
@Tag("PGD-j2")
@Tag("PGD-j3")
class FiguresProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final List<Interval> DAY = List.of(Interval.of("08:00", "16:00"));
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            ZONE,
            new OfficeHours(Map.of(
                    DayOfWeek.MONDAY, DAY, DayOfWeek.TUESDAY, DAY, DayOfWeek.WEDNESDAY, DAY, DayOfWeek.THURSDAY, DAY, DayOfWeek.FRIDAY, DAY)),
            List.of(),
            List.of(),
            DayConvention.DUE_AT_CLOSING);
    private static final Handler CLERK = new Handler(1, "Contoh Pengaduan", "COMPLAINT_DESK");
    private static final YearMonth FIRST = YearMonth.of(2026, 9);
    private static final List<YearMonth> MONTHS = List.of(FIRST, FIRST.plusMonths(1), FIRST.plusMonths(2), FIRST.plusMonths(3));

    @Property(tries = 200)
    void every_figure_is_what_one_counts_over_the_lines(@ForAll long seed) {
        List<ComplaintRecord> book = book(new Random(seed));
        for (YearMonth month : MONTHS) {
            Figures figures = figures(book, month);
            List<ComplaintRecord> complaints = book.stream().filter(r -> inBook(r, end(month))).toList();
            assertThat(figures.total()).as("%s", month).isEqualTo(byHand(complaints, month));
            assertThat(figures.suggestions()).isEqualTo(came(book, month, Matter.SUGGESTION));
            assertThat(figures.information()).isEqualTo(came(book, month, Matter.INFORMATION_REQUEST));
            assertThat(figures.unsorted())
                    .isEqualTo(count(book, r -> open(r, end(month)) && matter(r, end(month)) == null));
            assertParts(figures.byWeight(), complaints, month, r -> sortedAs(r, end(month), as -> as.weight().name()));
            assertParts(figures.byKind(), complaints, month, r -> sortedAs(r, end(month), Classification::kind));
            assertParts(figures.bySection(), complaints, month, r -> sortedAs(r, end(month), Classification::section));
            assertParts(figures.byMedium(), complaints, month, r -> ((Entry.Received) r.entries().getFirst()).medium().name());
        }
    }

    @Property(tries = 200)
    void nothing_is_lost_between_the_months_nor_in_the_breakdowns(@ForAll long seed) {
        List<ComplaintRecord> book = book(new Random(seed));
        int left = count(book, r -> open(r, begin(FIRST)) && inBook(r, begin(FIRST)));
        for (YearMonth month : MONTHS) {
            Figures figures = figures(book, month);
            Tally all = figures.total();
            assertThat(all.load()).isEqualTo(all.onTime() + all.late() + all.closed() + all.open());
            for (Collection<Tally> parts : List.of(
                    figures.byMedium().values(), figures.byKind().values(), figures.byWeight().values(), figures.bySection().values())) {
                assertThat(parts.stream().reduce(Tally.NONE, Tally::plus)).isEqualTo(all);
            }
            assertThat(all.carriedOver()).as("%s", month).isEqualTo(left + figures.joined() - figures.left());
            left = all.open();
        }
    }

    @Property(tries = 100)
    void what_is_entered_after_the_month_changes_nothing_in_it(@ForAll long seed) {
        List<ComplaintRecord> book = book(new Random(seed));
        List<ComplaintRecord> then = book.stream()
                .map(r -> with(r, r.entries().stream().filter(e -> e.stamp().at().isBefore(end(FIRST))).toList()))
                .filter(r -> !r.entries().isEmpty())
                .toList();
        assertThat(figures(book, FIRST)).isEqualTo(figures(then, FIRST));
    }

    private static void assertParts(
            Map<String, Tally> parts, List<ComplaintRecord> complaints, YearMonth month, Function<ComplaintRecord, String> key) {
        for (Map.Entry<String, Tally> part : parts.entrySet()) {
            assertThat(part.getValue())
                    .as("%s in %s", part.getKey(), month)
                    .isEqualTo(byHand(complaints.stream().filter(r -> key.apply(r).equals(part.getKey())).toList(), month));
        }
    }

    /** Line by line, as with a pencil. */
    private static Tally byHand(List<ComplaintRecord> lines, YearMonth month) {
        int onTime = 0;
        int late = 0;
        int reopened = 0;
        int closed = 0;
        for (ComplaintRecord line : lines) {
            for (Entry entry : line.entries()) {
                boolean here = !entry.stamp().at().isBefore(begin(month)) && entry.stamp().at().isBefore(end(month));
                if (here && entry instanceof Entry.Answered) {
                    late += tooLate(line, entry.stamp().at()) ? 1 : 0;
                    onTime += tooLate(line, entry.stamp().at()) ? 0 : 1;
                }
                reopened += here && entry instanceof Entry.NotSolved ? 1 : 0;
                closed += here && entry instanceof Entry.Closed && open(line, entry.stamp().at()) ? 1 : 0;
            }
        }
        return new Tally(
                count(lines, r -> open(r, begin(month))),
                count(lines, r -> !r.receivedAt().isBefore(begin(month)) && r.receivedAt().isBefore(end(month))),
                reopened,
                onTime,
                late,
                closed,
                count(lines, r -> open(r, end(month))),
                count(lines, r -> open(r, end(month)) && tooLate(r, end(month))));
    }

    /** Whether at that moment the term of its class, or after it was reopened the 60 days of the law, had run out; the three days for sorting before. */
    private static boolean tooLate(ComplaintRecord line, Instant at) {
        if (as(line, at) == null) {
            return at.isAfter(CALENDAR.add(line.receivedAt(), new WorkDuration.WorkingDays(3)));
        }
        Instant begun = line.receivedAt();
        Instant lawful = null;
        for (Entry entry : line.entries()) {
            if (entry instanceof Entry.NotSolved && entry.stamp().at().isBefore(at)) {
                begun = entry.stamp().at();
                lawful = begun.atZone(ZONE).toLocalDate().plusDays(61).atStartOfDay(ZONE).toInstant();
            }
        }
        int days = as(line, at).responseClass() == ResponseClass.NORMATIVE ? 5 : 14;
        return at.isAfter(CALENDAR.add(begun, new WorkDuration.WorkingDays(days))) || lawful != null && !at.isBefore(lawful);
    }

    /** The last entry before a moment that opens or ends it says which. */
    private static boolean open(ComplaintRecord line, Instant moment) {
        boolean open = false;
        for (Entry entry : line.entries()) {
            if (entry.stamp().at().isBefore(moment)) {
                open = entry instanceof Entry.Received || entry instanceof Entry.NotSolved
                        || open && !(entry instanceof Entry.Answered || entry instanceof Entry.Closed);
            }
        }
        return open;
    }

    private static Classification as(ComplaintRecord line, Instant moment) {
        return line.entries().stream()
                .filter(e -> e instanceof Entry.Classified && e.stamp().at().isBefore(moment))
                .map(e -> ((Entry.Classified) e).as())
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private static Matter matter(ComplaintRecord line, Instant moment) {
        Classification as = as(line, moment);
        return as == null ? null : as.matter();
    }

    /** What the book lists unless asked for something else. */
    private static boolean inBook(ComplaintRecord line, Instant moment) {
        return matter(line, moment) == null || matter(line, moment) == Matter.COMPLAINT;
    }

    private static String sortedAs(ComplaintRecord line, Instant moment, Function<Classification, String> what) {
        Classification as = as(line, moment);
        return as == null ? Figures.UNSORTED : what.apply(as);
    }

    private static int came(List<ComplaintRecord> book, YearMonth month, Matter matter) {
        return count(
                book,
                r -> !r.receivedAt().isBefore(begin(month)) && r.receivedAt().isBefore(end(month)) && matter(r, end(month)) == matter);
    }

    private static int count(List<ComplaintRecord> lines, Predicate<ComplaintRecord> which) {
        return (int) lines.stream().filter(which).count();
    }

    private static Figures figures(List<ComplaintRecord> book, YearMonth month) {
        return Counting.count(book, begin(month), end(month));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    private static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    private static List<ComplaintRecord> book(Random random) {
        List<ComplaintRecord> book = new ArrayList<>();
        for (int i = random.nextInt(25); i >= 0; i--) {
            book.add(complaint(random, i));
        }
        return book;
    }

    /** A history that can be: received, sorted, perhaps anew, answered, not solved, answered again, closed; often at midnight of a new month. */
    private static ComplaintRecord complaint(Random random, int no) {
        List<Entry> entries = new ArrayList<>();
        Instant at = somewhen(random, FIRST.atDay(1).minusDays(20), 110);
        Instant received = at;
        entries.add(new Entry.Received(stamp(entries, at), Medium.values()[random.nextInt(Medium.values().length)]));
        at = later(random, at, 6);
        if (random.nextInt(8) > 0) {
            entries.add(classified(random, entries, at));
            for (int i = random.nextInt(3); i > 0; i--) {
                at = later(random, at, 9);
                entries.add(random.nextBoolean()
                        ? classified(random, entries, at)
                        : new Entry.Corrected(stamp(entries, at), "name", "A", "B", "Salah tulis"));
            }
            int end = random.nextInt(6);
            at = later(random, at, 30);
            if (end > 1) {
                entries.add(new Entry.Answered(stamp(entries, at), ReplyWay.STATUS_PAGE, "Sudah", ""));
                if (end > 3) {
                    at = later(random, at, 9);
                    entries.add(new Entry.NotSolved(stamp(entries, at), "Belum"));
                    at = later(random, at, 80);
                    if (end > 4) {
                        entries.add(new Entry.Answered(stamp(entries, at), ReplyWay.STATUS_PAGE, "Sudah", ""));
                    }
                }
            }
        }
        if (random.nextInt(3) == 0) {
            at = later(random, at, 14);
            entries.add(new Entry.Closed(stamp(entries, at), Closing.WITHDRAWN, ""));
        }
        return new ComplaintRecord(
                "PGD-2026-%05d".formatted(no + 1), received, "", "", null, "Pokok", "Uraian", "",
                new Complainant("Contoh", "", "", "", "", false, false), false, 0, entries, DecisionTable.DEFAULT, new Deadlines(Terms.DEFAULT, CALENDAR));
    }

    private static Entry classified(Random random, List<Entry> entries, Instant at) {
        return new Entry.Classified(
                stamp(entries, at),
                new Classification(
                        random.nextInt(4) > 0 ? Matter.COMPLAINT : Matter.values()[random.nextInt(3)],
                        List.of("DELAY", "FEE", "ATTITUDE").get(random.nextInt(3)),
                        Weight.values()[random.nextInt(3)],
                        random.nextBoolean() ? ResponseClass.NORMATIVE : ResponseClass.NON_SUPERVISORY,
                        random.nextBoolean() ? "DIVISION_HEAD" : "SECTION_HEAD"),
                "alasan");
    }

    private static Stamp stamp(List<Entry> entries, Instant at) {
        return new Stamp(entries.size() + 1, at, CLERK);
    }

    private static Instant somewhen(Random random, LocalDate from, int days) {
        return from.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
    }

    /** Later, and now and then at the very midnight that begins the next month, or in the microsecond before it. */
    private static Instant later(Random random, Instant at, int days) {
        Instant midnight = end(YearMonth.from(at.atZone(ZONE)));
        return switch (random.nextInt(8)) {
            case 0 -> midnight;
            case 1 -> midnight.minusNanos(1000).isAfter(at) ? midnight.minusNanos(1000) : midnight;
            default -> at.plusNanos(1000).plus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
        };
    }

    private static ComplaintRecord with(ComplaintRecord r, List<Entry> entries) {
        return new ComplaintRecord(
                r.number(), r.receivedAt(), "", "", null, "", "", "", r.complainant(), false, 0, entries, r.table(), r.deadlines());
    }
}
