package id.loket.complaint.book;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A monthly report: what its events lead to.
 *
 * @param version       number of events
 * @param remarks       of the desk
 * @param contributions by section
 * @param rounds        what was examined, from the first on
 * @param returnedTo    the section that has to add to it before it is sent again; empty: none has
 * @param approval      null before
 * @param acknowledged  null before
 */
public record Report(
        YearMonth month,
        ReportState state,
        int version,
        String remarks,
        Map<String, Contribution> contributions,
        List<Round> rounds,
        String returnedTo,
        ReportEvent approval,
        ReportEvent acknowledged,
        Instant deliveredAt) {

    /** What the head of a section says. */
    public record Contribution(String section, String text, String name, Instant at) {}

    /**
     * What was examined, and what came of it.
     *
     * @param no     from 1
     * @param sent   with the content
     * @param judged its return or approval; null while it is examined
     */
    public record Round(int no, ReportEvent sent, ReportEvent judged) {}

    public Report {
        contributions = new TreeMap<>(contributions);
        rounds = List.copyOf(rounds);
    }

    /** The report after these events, which begin with {@link ReportAction#WRITE}. */
    static Report of(YearMonth month, List<ReportEvent> events) {
        Report report = new Report(month, null, 0, "", Map.of(), List.of(), "", null, null, null);
        for (ReportEvent event : events) {
            report = report.after(event);
        }
        return report;
    }

    Report after(ReportEvent event) {
        Map<String, Contribution> said = new TreeMap<>(contributions);
        List<Round> sent = new ArrayList<>(rounds);
        String words = remarks;
        String returned = returnedTo;
        switch (event.action()) {
            case REMARK -> words = event.text();
            case CONTRIBUTE -> {
                said.put(event.section(), new Contribution(event.section(), event.text(), event.name(), event.at()));
                returned = event.section().equals(returned) ? "" : returned;
            }
            case SEND -> {
                sent.add(new Round(sent.size() + 1, event, null));
                returned = "";
            }
            case RETURN, APPROVE -> {
                Round last = sent.removeLast();
                sent.add(new Round(last.no(), last.sent(), event));
                returned = event.action() == ReportAction.RETURN ? event.section() : "";
            }
            case WRITE, DELIVER, ACKNOWLEDGE -> {
                // changes the state alone
            }
        }
        return new Report(
                month,
                event.action().after(state),
                event.seq(),
                words,
                said,
                sent,
                returned,
                event.action() == ReportAction.APPROVE ? event : approval,
                event.action() == ReportAction.ACKNOWLEDGE ? event : acknowledged,
                event.action() == ReportAction.DELIVER ? event.at() : deliveredAt);
    }
}
