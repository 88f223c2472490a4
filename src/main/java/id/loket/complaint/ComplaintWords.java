package id.loket.complaint;

import id.loket.complaint.ComplaintQueues.Queue;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Handler;
import id.loket.complaint.handling.Refusal;
import id.loket.complaint.handling.Refusal.Reason;
import id.loket.complaint.handling.State;
import id.loket.office.Officers;
import id.loket.office.Officers.Role;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Status;
import id.loket.platform.web.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Complaints in the words of the pages. */
public final class ComplaintWords {

    /** Reasons that somebody else's entry gave. */
    private static final Set<Reason> OVERTAKEN = Set.of(Reason.NOT_NOW, Reason.CLOSED, Reason.ALREADY_DECIDED, Reason.ALREADY_YOURS);

    private ComplaintWords() {}

    /** Gives the words to pages. */
    @Component
    static class Of {
        private final ComplaintKinds kinds;
        private final Officers officers;
        private final MessageSource messages;
        private final OfficeDirectory offices;
        private final java.time.Clock clock;

        Of(ComplaintKinds kinds, Officers officers, MessageSource messages, OfficeDirectory offices, java.time.Clock clock) {
            this.kinds = kinds;
            this.officers = officers;
            this.messages = messages;
            this.offices = offices;
            this.clock = clock;
        }

        Ui ui(SignedIn officer, Locale locale) {
            return Ui.of(messages, locale, clock.instant(), offices.byId(officer.officeId()));
        }

        Names names(SignedIn officer) {
            return new Names(kinds.of(officer.officeId()), officers.roles(officer.officeId()));
        }
    }

    /** What the kinds and roles of the office are called. */
    public record Names(List<ComplaintKinds.Kind> kinds, List<Role> roles) {

        public String kind(String code, Locale locale) {
            return kinds.stream().filter(k -> k.code().equals(code)).findFirst().map(k -> k.name(locale)).orElse(code == null ? "" : code);
        }

        public String role(String code, Locale locale) {
            return roles.stream().filter(r -> r.code().equals(code)).findFirst().map(r -> r.name(locale)).orElse(code == null ? "" : code);
        }

        /** The one who decides, by the name of the post. */
        public String decider(Ui ui, Decider decider, String section) {
            return switch (decider) {
                case SECTION_HEAD -> section == null ? ui.t("complaint.decider.SECTION_HEAD") : role(section, ui.locale());
                case HEAD_OF_OFFICE -> role("HEAD_OF_OFFICE", ui.locale());
                case REGIONAL_GOVERNMENT -> ui.t("complaint.decider.REGIONAL_GOVERNMENT");
            };
        }

        public String deciders(Ui ui, List<Decider> deciders, String section) {
            return deciders.stream().map(d -> decider(ui, d, section)).collect(Collectors.joining(", "));
        }
    }

    public static Status of(Queue queue) {
        return switch (queue) {
            case TO_SORT, DECISION -> Status.TRANSIT;
            case MINE -> Status.OK;
            case DUE -> Status.LATE;
            case WITH_COMPLAINANT -> Status.PAUSE;
            case ANSWERED -> Status.DONE;
        };
    }

    public static Status of(id.loket.complaint.handling.Status status) {
        return switch (status) {
            case NEW, RECEIVED -> Status.TRANSIT;
            case IN_HANDLING -> Status.OK;
            case WITH_COMPLAINANT -> Status.PAUSE;
            case ANSWERED, CLOSED -> Status.DONE;
        };
    }

    /** Where it is and whose turn it is. */
    public static String where(Ui ui, ComplaintLine line, Names names) {
        if (!line.missing().isEmpty()) {
            return ui.t("complaint.waits", names.decider(ui, line.missing().getFirst(), line.section()));
        }
        String status = ui.t("complaint.status." + line.status().name());
        return line.holderName().isEmpty() ? status : status + ", " + line.holderName();
    }

    public static Status shape(ComplaintLine line) {
        return line.missing().isEmpty() ? of(line.status()) : Status.TRANSIT;
    }

    /** Who made an entry. */
    public static String by(Ui ui, Handler by) {
        return by.name().isEmpty() ? ui.t("complaint.by." + by.role()) : by.name();
    }

    /** What an entry says, in one line. */
    public static String entry(Ui ui, Entry entry, State state, Names names) {
        String key = "complaint.entry." + EntryContent.kind(entry);
        return switch (entry) {
            case Entry.Received e -> ui.t(key, ui.t("complaint.medium." + e.medium().name()));
            case Entry.Classified e ->
                ui.t(
                        key,
                        ui.t("complaint.matter." + e.as().matter().name()),
                        ui.t("complaint.weight." + e.as().weight().name()),
                        names.kind(e.as().kind(), ui.locale()),
                        names.role(e.as().section(), ui.locale()));
            case Entry.Decided e -> ui.t(key, names.decider(ui, e.decider(), e.stamp().by().role()));
            case Entry.Answered e -> ui.t(key, ui.t("complaint.way." + e.way().name()));
            case Entry.Closed e -> ui.t(key, ui.t("complaint.closing." + e.how().name()));
            case Entry.Corrected e ->
                ui.t(e.is().isEmpty() ? key + ".hidden" : key, field(ui, e.field()), e.was(), e.is());
            case Entry.Escalated e -> ui.t(key + (e.passed() ? ".passed" : ""), ui.t("complaint.clock." + e.clock().name()));
            case Entry.CardFollowedUp e -> ui.t(key, e.registration());
            default -> ui.t(key);
        };
    }

    /** What was written with it; empty for nothing. */
    public static String detail(Ui ui, Entry entry) {
        return switch (entry) {
            case Entry.Classified e -> e.reason();
            case Entry.CompletionAsked e -> e.what();
            case Entry.Decided e ->
                (e.with().isEmpty() ? e.outcome() : ui.t("complaint.decided.with", e.outcome(), e.with()))
                        + " "
                        + ui.t("complaint.decided.on", ui.date(e.heldOn()));
            case Entry.Answered e -> e.reaction().isEmpty() ? e.text() : ui.t("complaint.answered.reaction", e.text(), e.reaction());
            case Entry.NotSolved e -> e.why();
            case Entry.Closed e -> e.remark();
            case Entry.Corrected e -> e.reason();
            case Entry.Remarked e -> e.text();
            case Entry.CardFollowedUp e -> e.finding();
            default -> "";
        };
    }

    public static String field(Ui ui, String field) {
        return ui.t("complaint.field." + field);
    }

    public static Status of(Ui ui, Clock clock) {
        if (clock.late(ui.now())) {
            return Status.LATE;
        }
        return clock.waits() ? Status.OK : Status.DONE;
    }

    public static String state(Ui ui, Clock clock) {
        if (!clock.waits()) {
            return ui.t(clock.late(ui.now()) ? "complaint.clock.metLate" : "complaint.clock.met", ui.moment(clock.metAt()));
        }
        return clock.late(ui.now()) ? ui.t("complaint.clock.late", ui.moment(clock.due())) : ui.due(clock.due());
    }

    /** Why an order wasn't possible: what is so, what to do. */
    public static String refusal(Ui ui, Refusal refusal, ComplaintView now, Names names) {
        Entry last = now.entries().getLast();
        if (refusal.reason() == Reason.NOT_DECIDED) {
            String section = now.state().as().section();
            return ui.t(
                    "complaint.refusal.NOT_DECIDED",
                    names.deciders(ui, refusal.missing(), section),
                    names.decider(ui, refusal.missing().getFirst(), section));
        }
        return OVERTAKEN.contains(refusal.reason())
                ? changed(ui, last, now, names)
                : ui.t("complaint.refusal." + refusal.reason().name());
    }

    /** What to mend; where somebody was quicker, who and with what. */
    public static String problem(Ui ui, Problem problem, ComplaintView now, Names names) {
        if (now == null || !problem.key().equals("complaint.refusal.STALE")) {
            return ui.t(problem.key());
        }
        return changed(ui, now.entries().getLast(), now, names);
    }

    private static String changed(Ui ui, Entry last, ComplaintView now, Names names) {
        return ui.t(
                "complaint.refusal.changed",
                entry(ui, last, now.state(), names),
                by(ui, last.stamp().by()),
                ui.moment(last.stamp().at()));
    }
}
