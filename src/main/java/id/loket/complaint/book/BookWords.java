package id.loket.complaint.book;

import id.loket.complaint.Complainant;
import id.loket.complaint.ComplaintKinds;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Entry;
import id.loket.office.Officers;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the lines of the complaint book say: the same words on screen, on paper and in files. */
public final class BookWords {

    private static final Set<String> FIELDS =
            Set.of("name", "address", "phone", "fax", "email", "registration", "outsideNumber", "happenedOn", "subject", "story", "wanted", "medium");

    private final Ui ui;
    private final Map<String, String> kinds;
    private final Map<String, String> roles;

    private BookWords(Ui ui, Map<String, String> kinds, Map<String, String> roles) {
        this.ui = ui;
        this.kinds = kinds;
        this.roles = roles;
    }

    /** Makes them for an office. */
    @Component
    public static class Of {

        private final ComplaintKinds kinds;
        private final Officers officers;
        private final OfficeDirectory offices;
        private final MessageSource messages;

        Of(ComplaintKinds kinds, Officers officers, OfficeDirectory offices, MessageSource messages) {
            this.kinds = kinds;
            this.officers = officers;
            this.offices = offices;
            this.messages = messages;
        }

        public BookWords office(int officeId, Locale locale, Instant now) {
            return new BookWords(
                    Ui.of(messages, locale, now, offices.byId(officeId)),
                    kinds.of(officeId).stream().collect(Collectors.toMap(
                            ComplaintKinds.Kind::code, k -> k.name(locale), (a, b) -> a, LinkedHashMap::new)),
                    officers.roles(officeId).stream().collect(Collectors.toMap(Officers.Role::code, r -> r.name(locale))));
        }
    }

    /** A column of the full view, as a file has it. */
    record Column(String key, Function<BookRow, Object> value) {}

    /** The columns of a file: the document's four behind the number, or the union of what registers have. */
    List<Column> columns(boolean full) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("number", BookRow::number),
                new Column("date", row -> row.receivedAt().atZone(ui.zone()).toLocalDateTime().withNano(0)),
                new Column("identity", this::name),
                new Column("kind", this::kind),
                new Column("weight", this::weight)));
        if (full) {
            columns.addAll(List.of(
                    new Column("medium", this::medium),
                    new Column("recordedBy", this::recordedBy),
                    new Column("address", row -> of(row, "address", row.complainant().address())),
                    new Column("phone", row -> of(row, "phone", row.complainant().phone())),
                    new Column("email", row -> of(row, "email", row.complainant().email())),
                    new Column("flags", this::flags),
                    new Column("registration", row -> of(row, "registration", row.registration())),
                    new Column("matter", this::matter),
                    new Column("class", this::responseClass),
                    new Column("subject", this::subject),
                    new Column("story", row -> of(row, "story", row.story())),
                    new Column("wanted", row -> of(row, "wanted", row.wanted())),
                    new Column("attachments", BookRow::attachments),
                    new Column("section", this::section),
                    new Column("deadlines", row -> String.join("\n", deadlines(row))),
                    new Column("actions", row -> String.join("\n", actions(row))),
                    new Column("decisions", row -> String.join("\n", decisions(row))),
                    new Column("reply", row -> String.join("\n", replies(row))),
                    new Column("reaction", row -> String.join("\n", reactions(row))),
                    new Column("state", this::state),
                    new Column("outsideNumber", row -> of(row, "outsideNumber", row.outsideNumber())),
                    new Column("examined", this::examined)));
        }
        columns.add(new Column("corrections", row -> String.join("\n", corrections(row))));
        return columns;
    }

    public Ui ui() {
        return ui;
    }

    public String head(String column) {
        return ui.t("book.column." + column);
    }

    /** The office's kinds with their names, for a filter. */
    public Map<String, String> kinds() {
        return kinds;
    }

    public String kind(String code) {
        return code.equals(Figures.UNSORTED) ? ui.t("book.unsorted") : kinds.getOrDefault(code, code);
    }

    public String role(String code) {
        return code.equals(Figures.UNSORTED) ? ui.t("book.unsorted") : roles.getOrDefault(code, code);
    }

    public String date(BookRow row) {
        return ui.datePrint(row.receivedAt().atZone(ui.zone()).toLocalDate());
    }

    public String time(BookRow row) {
        return ui.time(row.receivedAt());
    }

    public String name(BookRow row) {
        if (row.forgotten()) {
            return ui.t("book.forgotten");
        }
        Complainant who = row.complainant();
        String name = of(row, "name", who.name());
        if (name.isEmpty()) {
            return ui.t(who.anonymous() ? "book.anonymous" : "book.nameless");
        }
        return who.anonymous() ? ui.t("book.anonymous.known", name) : name;
    }

    /** What holds of a field: what it was put right to, else what was written first. */
    public String of(BookRow row, String field, String first) {
        Entry.Corrected corrected = row.corrected(field);
        return corrected == null ? first : corrected.is();
    }

    /** What stood in a field before it was put right; empty where nothing was. */
    public String struck(BookRow row, String field, String first) {
        return row.corrected(field) == null ? "" : first;
    }

    public String kind(BookRow row) {
        return row.state().as() == null ? ui.t("book.unsorted") : kind(row.state().as().kind());
    }

    public String weight(BookRow row) {
        return row.state().as() == null ? "–" : ui.t("book.weight." + row.state().as().weight());
    }

    public String medium(BookRow row) {
        return ui.t("book.medium." + row.state().medium());
    }

    public String matter(BookRow row) {
        return row.state().as() == null ? ui.t("book.unsorted") : ui.t("book.matter." + row.state().as().matter());
    }

    public String responseClass(BookRow row) {
        return row.state().as() == null ? "–" : ui.t("book.class." + row.state().as().responseClass());
    }

    public String section(BookRow row) {
        return row.state().as() == null ? "–" : role(row.state().as().section());
    }

    public String subject(BookRow row) {
        return row.withheld() ? ui.t("book.withheld") : of(row, "subject", row.subject());
    }

    public String recordedBy(BookRow row) {
        return who(row.entries().getFirst());
    }

    public String flags(BookRow row) {
        return Stream.of(row.complainant().anonymous() ? ui.t("book.flag.anonymous") : "", row.complainant().confidential() ? ui.t("book.flag.confidential") : "")
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** How to reach the complainant. */
    public List<String> reach(BookRow row) {
        Complainant who = row.complainant();
        return Stream.of(of(row, "address", who.address()), of(row, "phone", who.phone()), of(row, "fax", who.fax()), of(row, "email", who.email()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public List<String> deadlines(BookRow row) {
        return row.clocks().stream()
                .filter(c -> c.kind() != Clock.Kind.REACTION)
                .map(c -> ui.t("book.clock", ui.t("book.clock." + c.kind()), day(c.due()), c.waits() ? "–" : day(c.metAt())))
                .toList();
    }

    /** What was done, with its day and by whom, without what has a place of its own. */
    public List<String> actions(BookRow row) {
        return row.entries().stream()
                .filter(e -> !(e instanceof Entry.Received || e instanceof Entry.Corrected || e instanceof Entry.Escalated))
                .map(e -> day(e.stamp().at()) + " " + ui.t("book.entry." + e.getClass().getSimpleName()) + ", " + who(e))
                .toList();
    }

    public List<String> decisions(BookRow row) {
        return row.entries().stream()
                .filter(Entry.Decided.class::isInstance)
                .map(Entry.Decided.class::cast)
                .map(e -> ui.datePrint(e.heldOn()) + " " + ui.t("book.decider." + e.decider())
                        + (e.with().isEmpty() ? "" : " (" + e.with() + ")")
                        + (e.outcome().isEmpty() ? "" : ": " + e.outcome()))
                .toList();
    }

    public List<String> replies(BookRow row) {
        return row.entries().stream()
                .filter(Entry.Answered.class::isInstance)
                .map(Entry.Answered.class::cast)
                .map(e -> day(e.stamp().at()) + " " + ui.t("book.way." + e.way()))
                .toList();
    }

    public List<String> reactions(BookRow row) {
        return row.entries().stream()
                .map(e -> switch (e) {
                    case Entry.Answered answered when !answered.reaction().isEmpty() ->
                        day(e.stamp().at()) + " " + answered.reaction();
                    case Entry.NotSolved no -> day(e.stamp().at()) + " " + ui.t("book.entry.NotSolved") + (no.why().isEmpty() ? "" : ": " + no.why());
                    default -> "";
                })
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Where it is, and how it ended. */
    public String state(BookRow row) {
        String state = ui.t("book.status." + row.state().status());
        return row.entries().stream()
                .filter(Entry.Closed.class::isInstance)
                .map(Entry.Closed.class::cast)
                .reduce((a, b) -> b)
                .map(e -> state + " " + day(e.stamp().at()) + ", " + ui.t("book.closing." + e.how()))
                .orElse(state);
    }

    public String examined(BookRow row) {
        return row.examined() == null ? ui.t("book.examined.none") : ui.t("report.state." + row.examined());
    }

    /** What was put right, when, by whom and why. */
    public List<String> corrections(BookRow row) {
        return row.corrections().stream()
                .map(c -> ui.t(
                        "book.correction",
                        day(c.stamp().at()),
                        field(c.field()),
                        c.was().isEmpty() ? "–" : c.was(),
                        c.is(),
                        c.reason(),
                        who(c)))
                .toList();
    }

    public String field(String field) {
        return FIELDS.contains(field) ? ui.t("book.field." + field) : field;
    }

    private String who(Entry entry) {
        String name = entry.stamp().by().name();
        if (!name.isEmpty()) {
            return name;
        }
        return ui.t(entry.stamp().by().role().equals("SYSTEM") ? "book.by.system" : "book.by.complainant");
    }

    private String day(Instant at) {
        return ui.datePrint(at.atZone(ui.zone()).toLocalDate());
    }

    /** Every value of a list with its words, for a filter. */
    public <E extends Enum<E>> Map<String, String> choices(Class<E> type, String prefix) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Enum::name, e -> ui.t(prefix + e.name()), (a, b) -> a, LinkedHashMap::new));
    }
}
