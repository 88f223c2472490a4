package id.loket.complaint;

import id.loket.casefile.CaseFileView;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.office.Officers.Role;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.Ui;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A complaint as shown to one officer.
 *
 * @param holder   name of the officer of the desk who has it in hand; empty for nobody
 * @param tasks    answers that were to be given by hand, oldest first
 * @param file     the file that it is about; null for none, or one that the office doesn't have
 * @param delays   where that file lost time, the longest first
 * @param similar  open complaints like this one, for the desk
 * @param typed    what was typed into a form that came back
 * @param done     what was just done; null for nothing
 * @param isNew    whether it was just written down
 */
public record ComplaintPage(
        ComplaintView view,
        SignedIn officer,
        String holder,
        List<ComplaintKinds.Kind> kinds,
        List<Role> sections,
        ComplaintWords.Names names,
        List<ComplaintAttachments.Attachment> attachments,
        List<ComplaintTasks.Task> tasks,
        CaseFileView file,
        List<ComplaintFiles.Address> delays,
        List<ComplaintLine> similar,
        Map<String, String> typed,
        List<FieldError> errors,
        ComplaintAction tried,
        ComplaintAction done,
        boolean isNew) {

    public boolean desk() {
        return officer.roles().contains(Rules.DESK);
    }

    public boolean mine() {
        return view.state().holder() == officer.officerId();
    }

    public String section() {
        return view.state().as() == null ? null : view.state().as().section();
    }

    /** Whose decision the reader records now; empty if it isn't his or her turn. */
    public Optional<Decider> myDecision() {
        return view.state().status() != Status.IN_HANDLING
                ? Optional.empty()
                : view.missing().stream()
                        .filter(d -> officer.roles().contains(ComplaintQueues.role(d, section())))
                        .findFirst();
    }

    /** The one thing that the reader is to do now; null for nothing. */
    public ComplaintAction next() {
        if (myDecision().isPresent()) {
            return ComplaintAction.DECIDE;
        }
        if (!desk()) {
            return null;
        }
        return switch (view.state().status()) {
            case RECEIVED -> ComplaintAction.CLASSIFY;
            case WITH_COMPLAINANT -> ComplaintAction.COMPLETE;
            case IN_HANDLING ->
                !mine()
                        ? ComplaintAction.TAKE
                        : view.missing().isEmpty()
                                ? ComplaintAction.ANSWER
                                : view.state().completeAt() == null ? ComplaintAction.COMPLETE : null;
            default -> null;
        };
    }

    /** What else can be done, behind the main thing. */
    public List<ComplaintAction> more() {
        Status status = view.state().status();
        boolean handled = status == Status.IN_HANDLING || status == Status.WITH_COMPLAINANT;
        boolean section = section() != null && officer.roles().contains(section());
        return Stream.of(ComplaintAction.values())
                .filter(action -> action != next())
                .filter(action -> switch (action) {
                    case CLASSIFY -> handled && (desk() || section);
                    case TAKE -> desk() && (status == Status.RECEIVED || handled) && !mine();
                    case ASK -> desk() && status == Status.IN_HANDLING && view.state().completeAt() == null;
                    case COMPLETE ->
                        desk() && status == Status.IN_HANDLING && view.state().completeAt() == null && view.missing().isEmpty()
                                && needsDecision();
                    case NOT_SOLVED -> desk() && status == Status.ANSWERED && !view.state().reopened();
                    case CLOSE -> desk() && status != Status.CLOSED;
                    case FOLLOW_UP -> false;
                    case CORRECT -> desk();
                    case REMARK -> desk() || section || officer.roles().contains(Rules.HEAD_OF_OFFICE);
                    case DECIDE, ANSWER, ATTACH, PLAN, TRIED -> false;
                })
                .toList();
    }

    private boolean needsDecision() {
        return view.state().as().matter() == Matter.COMPLAINT && view.state().as().weight() != Weight.LIGHT;
    }

    /** Whether the reader has a part in the service of the file that it is about, and so may open the file. */
    public boolean opensFile() {
        return file != null && file.service().sop().hasPart(officer.roles());
    }

    /** May record what became of the file's card. */
    public boolean followsUp() {
        return file != null && (desk() || officer.roles().contains(Rules.HEAD_OF_OFFICE)
                || section() != null && officer.roles().contains(section()));
    }

    /** The decision that counts, newest first. */
    public Optional<Entry.Decided> decision(Decider decider) {
        return view.entries().reversed().stream()
                .filter(e -> e instanceof Entry.Decided d && d.decider() == decider)
                .map(Entry.Decided.class::cast)
                .findFirst();
    }

    /** The last answer; empty before there is one. */
    public Optional<Entry.Answered> answer() {
        return view.entries().reversed().stream()
                .filter(Entry.Answered.class::isInstance)
                .map(Entry.Answered.class::cast)
                .findFirst();
    }

    /** The month in which it came in, whose report counts it, such as {@code 2026-11}. */
    public String month(Ui ui) {
        return YearMonth.from(view.receivedAt().atZone(ui.zone())).toString();
    }

    /** The query that finds it in the complaint book. */
    public String bookQuery(Ui ui) {
        YearMonth month = YearMonth.from(view.receivedAt().atZone(ui.zone()));
        return "dari=%s&sampai=%s&perihal=ALL&tampilan=lengkap&cari=%s".formatted(month.atDay(1), month.atEndOfMonth(), view.number());
    }

    public String corrected(String field) {
        return ComplaintAction.value(view, field);
    }

    /** Whether a field was put right, so that the page says so. */
    public boolean isCorrected(String field) {
        return view.entries().stream().anyMatch(e -> e instanceof Entry.Corrected c && c.field().equals(field));
    }

    /** What is to be done by hand; empty for nothing. */
    public Optional<ComplaintTasks.Task> openTask() {
        return tasks.stream().filter(task -> task.state() == ComplaintTasks.TaskState.OPEN).findFirst();
    }

    /** What was typed into a form of the page. */
    public String value(ComplaintAction action, String field, String otherwise) {
        return tried == action ? typed.getOrDefault(action.field(field), otherwise) : otherwise;
    }

    /** What was typed into a form that the page, as the complaint is now, no longer has; empty for nothing. */
    public String unsent() {
        boolean there = tried == next()
                || more().contains(tried)
                || tried == ComplaintAction.ANSWER && desk() && mine() && view.state().status() == Status.IN_HANDLING
                || tried == ComplaintAction.TRIED && openTask().isPresent()
                || tried == ComplaintAction.FOLLOW_UP && followsUp();
        String field = tried == ComplaintAction.TRIED ? "reaction" : "text";
        return tried == null || there ? "" : typed.getOrDefault(tried.field(field), "");
    }

    /** What is wrong with a field of a form; null if nothing. */
    public String error(ComplaintAction action, String field) {
        return errors.stream()
                .filter(e -> e.field().equals(action.field(field)))
                .findFirst()
                .map(FieldError::message)
                .orElse(null);
    }

    /** The clock that runs out first comes first; what is over comes last. */
    public List<Clock> clocks() {
        return view.clocks().stream()
                .sorted(Comparator.comparing((Clock c) -> !c.waits()).thenComparing(Clock::due))
                .toList();
    }

    /** Who has to keep a clock. */
    public String keeper(Ui ui, Clock clock) {
        if (!clock.kind().ofOffice()) {
            return ui.t("complaint.keeper.complainant");
        }
        if (clock.kind() == Clock.Kind.DECISION && !view.missing().isEmpty()) {
            return names.decider(ui, view.missing().getFirst(), section());
        }
        return holder.isEmpty() ? ui.t("complaint.keeper.desk") : holder;
    }

    /** What is so, in one sentence. */
    public String sentence(Ui ui) {
        var state = view.state();
        return switch (state.status()) {
            case NEW, RECEIVED -> ui.t("complaint.is.RECEIVED");
            case IN_HANDLING ->
                !view.missing().isEmpty()
                        ? ui.t("complaint.is.DECIDING", names.decider(ui, view.missing().getFirst(), section()))
                        : openTask().isPresent()
                                ? ui.t("complaint.is.TASK", ui.t("complaint.task.way." + openTask().get().way()))
                                : ui.t(holder.isEmpty() ? "complaint.is.FREE" : "complaint.is.IN_HANDLING", holder);
            case WITH_COMPLAINANT -> ui.t("complaint.is.WITH_COMPLAINANT", due(ui, Clock.Kind.COMPLETION));
            case ANSWERED -> ui.t("complaint.is.ANSWERED", ui.dateTimeLong(state.answeredAt()), due(ui, Clock.Kind.REACTION));
            case CLOSED -> ui.t("complaint.is.CLOSED", ui.dateTimeLong(state.lastAt()));
        };
    }

    private String due(Ui ui, Clock.Kind kind) {
        return view.clocks().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .map(c -> ui.dateTimeLong(c.due()))
                .orElse("");
    }
}
