package id.loket.casefile;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Visit;
import id.loket.platform.web.CardBar;
import id.loket.platform.web.CardBar.Kind;
import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bars of a control card on one axis of working time, from the first entry to now or to the last one. */
public final class CardChart {

    /** Least length of the axis, so that a file of five minutes doesn't fill it. */
    private static final Duration SHORTEST = Duration.ofHours(2);

    /** The share of the axis that the name of a day takes. */
    private static final double LABEL_WIDTH = 22;

    /** Shares of the axis; days closer than this run into one another. */
    private static final double CLOSEST_DAYS = 0.5;

    private final WorkingCalendar calendar;
    private final Instant start;
    private final Instant end;
    private final Instant now;
    private final double length;
    private final boolean open;
    private final List<Day> days;

    CardChart(CaseFileView file, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.now = file.now();
        this.open = file.state().status().open();
        Visit first = file.rows().getFirst().visit();
        this.start = first.sentAt() != null ? first.sentAt() : first.receivedAt();
        this.end = open ? now : file.state().lastAt();
        Duration worked = calendar.since(start, end);
        this.length = Math.max(worked.toSeconds(), SHORTEST.toSeconds()) * (open ? 1.25 : 1.02);
        this.days = workingDays();
    }

    /** The beginnings of the working days on the axis, with their dates. */
    public record Day(LocalDate date, double at) {
        /** Its place as an SVG length. */
        public String x() {
            return Math.round(at * 100) / 100.0 + "%";
        }
    }

    public List<Day> days() {
        return days;
    }

    /** In one pass, each day a step on from the one before; only as many as can be told apart. */
    private List<Day> workingDays() {
        List<Day> found = new ArrayList<>();
        double seconds = 0;
        LocalDate last = end.atZone(calendar.zone()).toLocalDate();
        for (LocalDate day = start.atZone(calendar.zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                double at = Math.min(100, 100 * seconds / length);
                if (found.isEmpty() || at - found.getLast().at() >= CLOSEST_DAYS) {
                    found.add(new Day(day, at));
                }
                Instant from = day.atStartOfDay(calendar.zone()).toInstant();
                Instant to = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
                seconds += calendar.since(from.isBefore(start) ? start : from, to).toSeconds();
            }
        }
        return List.copyOf(found);
    }

    /** The days that can be named on the axis without one name running into the next. */
    public List<Day> labels() {
        List<Day> labels = new ArrayList<>();
        for (Day day : days().reversed()) {
            if (labels.isEmpty() || labels.getFirst().at() - day.at() >= LABEL_WIDTH) {
                labels.addFirst(day);
            }
        }
        return labels;
    }

    /** Where the time of now can be named; null on a closed file and where a day is named already. */
    public Day nowLabel() {
        boolean free = days().isEmpty() || at(now) - days().getLast().at() >= LABEL_WIDTH;
        return open && free ? new Day(now.atZone(calendar.zone()).toLocalDate(), at(now)) : null;
    }

    /** What every row has: the days, and now. */
    public List<CardBar> background() {
        List<CardBar> bars = new ArrayList<>();
        for (Day day : days()) {
            if (day.at() > 0) {
                bars.add(new CardBar(Kind.DAY, day.at(), day.at()));
            }
        }
        if (open) {
            bars.add(new CardBar(Kind.NOW, at(now), at(now)));
        }
        return bars;
    }

    /**
     * The bars of one row.
     *
     * @param nextReceivedAt when the file came back, for a row that ended with the applicant; null if it hasn't
     */
    public List<CardBar> bars(CardRow row, WorkDuration standard, Instant nextReceivedAt) {
        List<CardBar> bars = background();
        Visit visit = row.visit();
        Instant sent = visit.sentAt() != null ? visit.sentAt() : visit.receivedAt();
        if (sent == null) {
            return bars;
        }
        Instant left = visit.leftAt() != null ? visit.leftAt() : end;
        Instant received = visit.receivedAt();
        if (visit.sentAt() != null) {
            bars.add(new CardBar(Kind.WAIT, at(visit.sentAt()), at(received != null ? received : left)));
        }
        if (received != null && !row.inWork().isZero()) {
            Instant limit = calendar.add(received, standard);
            boolean over = left.isAfter(limit);
            bars.add(new CardBar(Kind.WORK, at(received), at(over ? limit : left)));
            if (over) {
                bars.add(new CardBar(Kind.LATE, at(limit), at(left)));
            }
        }
        if (visit.ending() != null && visit.ending().waitsForApplicant()) {
            bars.add(new CardBar(Kind.PAUSE, at(left), at(nextReceivedAt != null ? nextReceivedAt : end)));
        }
        double tick = at(calendar.add(sent, standard));
        if (tick < 100) {
            bars.add(new CardBar(Kind.STANDARD, tick, tick));
        }
        return bars;
    }

    private double at(Instant instant) {
        if (!instant.isAfter(start)) {
            return 0;
        }
        return Math.min(100, 100.0 * calendar.between(start, instant).toSeconds() / length);
    }
}
