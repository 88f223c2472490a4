package id.loket.casefile;

import id.loket.casefile.WorkLists.Queue;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Status;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.StepMark;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import id.loket.standard.StepKind;
import id.loket.worktime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The work list as shown.
 *
 * @param wanted     what was searched for; empty if nothing was
 * @param everywhere whether all files were searched and not only the queue
 * @param bulk       what can be done with several of these files at once
 * @param closesAt   when the office closes today; null on a free day
 */
public record WorkListPage(
        Map<Queue, Integer> counts, Queue queue, String wanted, boolean everywhere, List<Line> lines, Set<Action> bulk, Instant closesAt) {

    /**
     * A line of the list.
     *
     * @param steps     the mini line
     * @param inState   working time since it came into this state
     * @param overdue   the due time has passed
     * @param late      the promise is overrun by this much; zero if not
     * @param dueToday  promised for today
     * @param kind      kind of the step where the file is
     * @param unpaidSince last day on which a bill that isn't paid was to be paid, once it has passed; null otherwise
     * @param service   short name of the service
     */
    public record Line(
            WorkLists.Row row,
            String service,
            String stepName,
            StepKind kind,
            List<StepMark> steps,
            Duration inState,
            boolean overdue,
            Duration late,
            boolean dueToday,
            LocalDate unpaidSince) {}

    /** Key of the words for a bulk action: what is done at the step, where all files of the list are at steps of one kind. */
    public String bulkLabel(Action action) {
        List<StepKind> kinds = lines.stream().map(Line::kind).distinct().toList();
        return action == Action.HAND_OVER && kinds.size() == 1 && kinds.getFirst() != StepKind.DELIVER
                ? "do.HAND_OVER." + kinds.getFirst().name()
                : "bulk." + action.name();
    }

    static WorkListPage of(
            SignedIn officer,
            Map<Queue, Integer> counts,
            Queue queue,
            String wanted,
            boolean everywhere,
            List<WorkLists.Row> rows,
            Map<String, LocalDate> overdue,
            Standards standards,
            WorkingCalendar calendar,
            Instant now,
            Locale locale) {
        List<Line> lines =
                rows.stream()
                        .map(r -> line(officer, r, overdue.get(r.registration()), standards, calendar, now, locale))
                        .toList();
        return new WorkListPage(
                counts,
                queue,
                wanted,
                everywhere,
                lines,
                everywhere ? Set.of() : bulk(queue),
                calendar.closing(now.atZone(calendar.zone()).toLocalDate()).orElse(null));
    }

    private static Line line(
            SignedIn officer,
            WorkLists.Row row,
            LocalDate unpaidSince,
            Standards standards,
            WorkingCalendar calendar,
            Instant now,
            Locale locale) {
        ServiceDefinition service = standards.of(officer.officeId(), row.service(), row.serviceVersion());
        boolean promised = row.dueAt() != null
                && row.readyAt() == null
                && (row.status() == Status.IN_TRANSIT || row.status() == Status.IN_WORK);
        Duration late = promised ? calendar.since(row.dueAt(), now) : Duration.ZERO;
        boolean today = promised
                && row.dueAt().atZone(calendar.zone()).toLocalDate().equals(now.atZone(calendar.zone()).toLocalDate());
        return new Line(
                row,
                service.code(),
                service.sop().step(row.step()).shortName().in(locale),
                service.sop().step(row.step()).kind(),
                StepLine.mini(service.sop(), row.step(), row.status()),
                calendar.since(row.since(), now),
                promised && now.isAfter(row.dueAt()),
                late,
                today,
                unpaidSince);
    }

    /** What makes sense for every file of a queue. */
    private static Set<Action> bulk(Queue queue) {
        return switch (queue) {
            case TO_RECEIVE -> EnumSet.of(Action.RECEIVE);
            case IN_HAND -> EnumSet.of(Action.HAND_OVER);
            case LATE, DUE_TODAY -> EnumSet.of(Action.RECEIVE, Action.HAND_OVER);
            case WITH_APPLICANT, READY -> EnumSet.noneOf(Action.class);
        };
    }
}
