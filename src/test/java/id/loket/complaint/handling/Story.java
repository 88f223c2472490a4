package id.loket.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.complaint.handling.Rules.Actor;
import id.loket.worktime.DayConvention;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.OfficeHours.Interval;
import id.loket.worktime.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A complaint on its way, told as the office would tell it. Times are wall-clock times in Pekanbaru; 23 November 2026 is a Monday. */
final class Story {

    static final Actor CLERK = officer(1, "Contoh Pengaduan", Rules.DESK);
    static final Actor OTHER_CLERK = officer(2, "Contoh Pengaduan Dua", Rules.DESK);
    static final Actor SECTION = officer(3, "Contoh Kabid", "DIVISION_HEAD");
    static final Actor OTHER_SECTION = officer(4, "Contoh Sekretaris", "SECRETARY");
    static final Actor HEAD = officer(5, "Contoh Kadis", Rules.HEAD_OF_OFFICE);
    static final Actor COUNTER = officer(6, "Contoh Loket", "FRONT_OFFICE");

    private static final List<Interval> USUAL = List.of(Interval.of("08:00", "12:00"), Interval.of("13:00", "16:00"));

    static final WorkingCalendar CALENDAR = new WorkingCalendar(
            ZoneId.of("Asia/Jakarta"),
            new OfficeHours(Map.of(
                    DayOfWeek.MONDAY, USUAL,
                    DayOfWeek.TUESDAY, USUAL,
                    DayOfWeek.WEDNESDAY, USUAL,
                    DayOfWeek.THURSDAY, USUAL,
                    DayOfWeek.FRIDAY, List.of(Interval.of("08:00", "11:30"), Interval.of("13:00", "16:30")))),
            List.of(),
            List.of(),
            DayConvention.DUE_AT_CLOSING);

    static final Deadlines DEADLINES = new Deadlines(Terms.DEFAULT, CALENDAR);
    static final Rules RULES = new Rules(DecisionTable.DEFAULT, DEADLINES);
    static final Reach EVERY_WAY = new Reach(true, true, true);

    private final List<Entry> entries = new ArrayList<>();
    private final Reach reach;
    private State state;

    private Story(Medium medium, Reach reach, String at) {
        this.reach = reach;
        Entry received = new Entry.Received(new Stamp(1, time(at), Handler.system()), medium);
        entries.add(received);
        state = State.NEW.after(received, DecisionTable.DEFAULT);
    }

    static Story begins(Medium medium, String at) {
        return new Story(medium, EVERY_WAY, at);
    }

    static Story begins(Medium medium, Reach reach, String at) {
        return new Story(medium, reach, at);
    }

    /** Recorded on Monday at nine, sorted at ten and in the clerk's hands. */
    static Story sorted(Medium medium, Weight weight) {
        return begins(medium, "2026-11-23 09:00").does(CLERK, sort(weight), "2026-11-23 10:00").does(CLERK, new Order.Take(), "2026-11-23 10:00");
    }

    Story does(Actor by, Order order, String at) {
        Verdict verdict = RULES.decide(state, order, by, reach, time(at));
        assertThat(verdict).as("%s by %s at %s in %s", order, by.handler().name(), at, state).isInstanceOf(Verdict.Allowed.class);
        Entry entry = ((Verdict.Allowed) verdict).entry();
        entries.add(entry);
        state = state.after(entry, DecisionTable.DEFAULT);
        return this;
    }

    /** Why this isn't possible at that time. */
    Refusal refused(Actor by, Order order, String at) {
        Verdict verdict = RULES.decide(state, order, by, reach, time(at));
        assertThat(verdict).as("%s by %s at %s in %s", order, by.handler().name(), at, state).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).refusal();
    }

    State state() {
        return state;
    }

    List<Entry> entries() {
        return entries;
    }

    Clock clock(Clock.Kind kind) {
        return DEADLINES.find(state, kind).orElseThrow();
    }

    static Order sort(Weight weight) {
        return new Order.Classify(as(weight), "");
    }

    static Classification as(Weight weight) {
        return new Classification(Matter.COMPLAINT, "DELAY", weight, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD");
    }

    static Order decision(Decider decider, String on) {
        boolean government = decider == Decider.REGIONAL_GOVERNMENT;
        return new Order.Decide(
                decider, "Permohonan didahulukan", government ? "Asisten, atas nama Wali Kota" : "", LocalDate.parse(on), government ? 7 : 0);
    }

    static Order answer(ReplyWay way) {
        return new Order.Answer(way, "Berkas selesai besok", way.spoken() ? "Menerima penjelasan" : "");
    }

    static Instant time(String at) {
        return Instant.parse(at.replace(' ', 'T') + ":00+07:00");
    }

    private static Actor officer(long id, String name, String role) {
        return new Actor(new Handler(id, name, role), Set.of(role));
    }
}
