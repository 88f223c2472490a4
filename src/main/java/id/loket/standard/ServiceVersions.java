package id.loket.standard;

import id.loket.office.Officers;
import id.loket.office.Problem;
import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceHistory.What;
import id.loket.standard.ServiceVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an administrator keeps the services of the own office: a draft is written, consulted with the public, set by a decree, and in the end
 * withdrawn. What was set never changes. Everything here is for administrators only and refuses others with an {@link
 * org.springframework.security.access.AccessDeniedException}; the decree that sets a standard is signed on paper by the head of office, and
 * its number is what an administrator needs.
 */
@Service
public class ServiceVersions {

    /** How long a code may be: it stands in registration numbers. */
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    static final int LONGEST_CODE = 30;

    private final JdbcClient db;
    private final Standards standards;
    private final ObjectProvider<RunningFiles> running;
    private final ServiceHistory history;
    private final Clock clock;

    ServiceVersions(JdbcClient db, Standards standards, ObjectProvider<RunningFiles> running, Clock clock) {
        this.db = db;
        this.standards = standards;
        this.running = running;
        this.history = new ServiceHistory(db, clock);
        this.clock = clock;
    }

    /** Every service that the office has, had or writes, by code. */
    @Transactional(readOnly = true)
    public List<KeptService> all(SignedIn by) {
        Officers.requireAdministrator(by);
        int office = by.officeId();
        Map<String, List<ServiceVersion>> versions = versions(office, null);
        Map<String, ServiceDefinition> newest =
                standards.newest(office).stream().collect(Collectors.toMap(ServiceDefinition::code, Function.identity()));
        Map<String, Draft> drafts = db.sql("select * from service_draft where office_id = :office")
                .param("office", office)
                .query(ServiceVersions::draft)
                .list()
                .stream()
                .collect(Collectors.toMap(Draft::code, Function.identity()));
        var codes = new TreeSet<>(versions.keySet());
        codes.addAll(drafts.keySet());
        return codes.stream()
                .map(c -> new KeptService(
                        c, Optional.ofNullable(newest.get(c)), versions.getOrDefault(c, List.of()), Optional.ofNullable(drafts.get(c))))
                .toList();
    }

    /** One of them; empty if the office knows no such service. */
    @Transactional(readOnly = true)
    public Optional<KeptService> one(SignedIn by, String code) {
        Officers.requireAdministrator(by);
        List<ServiceVersion> versions = versions(by.officeId(), code).getOrDefault(code, List.of());
        Optional<Draft> draft = draft(by, code);
        if (versions.isEmpty() && draft.isEmpty()) {
            return Optional.empty();
        }
        Optional<ServiceDefinition> newest =
                versions.stream().findFirst().map(v -> standards.of(by.officeId(), code, v.version()));
        return Optional.of(new KeptService(code, newest, versions, draft));
    }

    /** What happened to a service, the newest first. */
    @Transactional(readOnly = true)
    public List<ServiceHistory.Entry> history(SignedIn by, String code) {
        Officers.requireAdministrator(by);
        return history.of(by.officeId(), code);
    }

    /** The text of a version as it was set; empty if there is no such version. */
    @Transactional(readOnly = true)
    public Optional<String> text(SignedIn by, String code, int version) {
        Officers.requireAdministrator(by);
        return db.sql("select yaml from service_definition where office_id = :office and code = :code and version = :version")
                .param("office", by.officeId())
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** The draft of a service; empty if none is being written. */
    @Transactional(readOnly = true)
    public Optional<Draft> draft(SignedIn by, String code) {
        Officers.requireAdministrator(by);
        return db.sql("select * from service_draft where office_id = :office and code = :code")
                .param("office", by.officeId())
                .param("code", code)
                .query(ServiceVersions::draft)
                .optional();
    }

    /**
     * Begins a draft with a text, be it new to the office or the next version of a service that it has. What is wrong with the text can be
     * mended in the draft.
     *
     * @param problems gets why not; then the answer is empty and nothing changed
     * @return the code of the service
     */
    @Transactional
    public Optional<String> begin(SignedIn by, String text, List<Problem> problems) {
        Officers.requireAdministrator(by);
        if (text.isBlank() || text.length() > Draft.LONGEST) {
            problems.add(problem("yaml", text.isBlank() ? "version.text.empty" : "version.text.long"));
            return Optional.empty();
        }
        Optional<YamlText> yaml = YamlText.of(normal(text));
        if (yaml.isEmpty()) {
            problems.add(problem("yaml", "version.text.unreadable"));
            return Optional.empty();
        }
        String code = yaml.get().value("code").orElse("");
        if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
            problems.add(problem("yaml", "version.text.code"));
            return Optional.empty();
        }
        int next = versions(by.officeId(), code).getOrDefault(code, List.of()).stream()
                        .mapToInt(ServiceVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        String numbered = yaml.get().value("version").isPresent()
                ? yaml.get().withPlain("version", Integer.toString(next)).text()
                : yaml.get().text();
        Optional<Long> draft = db.sql("""
                        insert into service_draft (office_id, code, yaml, revision, changed_at, changed_by)
                        values (:office, :code, :yaml, 1, :at, :by)
                        on conflict do nothing returning draft_id
                        """)
                .param("office", by.officeId())
                .param("code", code)
                .param("yaml", numbered)
                .param("at", Timestamps.utc(clock.instant()))
                .param("by", by.name())
                .query(Long.class)
                .optional();
        if (draft.isEmpty()) {
            problems.add(problem("yaml", "version.draft.exists", code));
            return Optional.empty();
        }
        history.draft(by, code, What.DRAFTED, draft.get());
        return Optional.of(code);
    }

    /**
     * Keeps another text of a draft, whatever is wrong with it.
     *
     * @param revision the revision that was changed
     * @param text     at most {@link Draft#LONGEST} characters
     * @return false if somebody else changed the draft since; then nothing is kept
     */
    @Transactional
    public boolean save(SignedIn by, String code, int revision, String text) {
        Officers.requireAdministrator(by);
        if (text.length() > Draft.LONGEST) {
            throw new IllegalArgumentException("longer than " + Draft.LONGEST);
        }
        return db.sql("""
                        update service_draft set yaml = :yaml, revision = revision + 1, changed_at = :at, changed_by = :by
                        where office_id = :office and code = :code and revision = :revision
                        """)
                        .param("yaml", normal(text))
                        .param("at", Timestamps.utc(clock.instant()))
                        .param("by", by.name())
                        .param("office", by.officeId())
                        .param("code", code)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Throws a draft away; that there was one stays in the history. */
    @Transactional
    public void discard(SignedIn by, String code) {
        Officers.requireAdministrator(by);
        db.sql("delete from service_draft where office_id = :office and code = :code returning draft_id")
                .param("office", by.officeId())
                .param("code", code)
                .query(Long.class)
                .optional()
                .ifPresent(draft -> history.draft(by, code, What.DISCARDED, draft));
    }

    /** The consultations about a draft, or about what became of it, in their order. */
    @Transactional(readOnly = true)
    public List<Consultation> consultations(SignedIn by, String code, long draftId) {
        Officers.requireAdministrator(by);
        return db.sql("""
                        select consultation_id, draft_id, held_on, participants, medium, summary, minutes_name, recorded_at, recorded_by
                        from service_consultation where office_id = :office and code = :code and draft_id = :draft order by consultation_id
                        """)
                .param("office", by.officeId())
                .param("code", code)
                .param("draft", draftId)
                .query((row, n) -> new Consultation(
                        row.getLong("consultation_id"),
                        row.getLong("draft_id"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("participants"),
                        Consultation.Medium.valueOf(row.getString("medium")),
                        row.getString("summary"),
                        row.getString("minutes_name"),
                        Timestamps.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    /**
     * Records that a draft was consulted with the public.
     *
     * @param minutes a PDF that was checked; null for none
     * @throws IllegalArgumentException if it is said to have been held after today, or says nothing of who or what
     */
    @Transactional
    public void consult(SignedIn by, String code, Consultation consultation, byte[] minutes) {
        Officers.requireAdministrator(by);
        if (consultation.heldOn().isAfter(standards.today(by.officeId()))
                || consultation.participants().isBlank()
                || consultation.summary().isBlank()) {
            throw new IllegalArgumentException("a consultation is of the past and says who took part and what was said");
        }
        db.sql("""
                        insert into service_consultation (office_id, code, draft_id, held_on, participants, medium, summary, minutes_name,
                            minutes, recorded_at, recorded_by)
                        values (:office, :code, :draft, :heldOn, :participants, :medium, :summary, :minutesName, :minutes, :at, :by)
                        """)
                .param("office", by.officeId())
                .param("code", code)
                .param("draft", consultation.draftId())
                .param("heldOn", consultation.heldOn())
                .param("participants", consultation.participants())
                .param("medium", consultation.medium().name())
                .param("summary", consultation.summary())
                .param("minutesName", consultation.minutesName())
                .param("minutes", minutes)
                .param("at", Timestamps.utc(clock.instant()))
                .param("by", by.name())
                .update();
        history.draft(by, code, What.CONSULTED, consultation.draftId());
    }

    /** The minutes of a consultation; empty if there are none. */
    @Transactional(readOnly = true)
    public Optional<byte[]> minutes(SignedIn by, String code, long consultationId) {
        Officers.requireAdministrator(by);
        return db.sql("""
                        select minutes from service_consultation
                        where office_id = :office and consultation_id = :id and code = :code and minutes is not null
                        """)
                .param("office", by.officeId())
                .param("id", consultationId)
                .param("code", code)
                .query(byte[].class)
                .optional();
    }

    /** What a draft would be as the next version. */
    static String numbered(YamlText draft, int version, String decree, LocalDate from) {
        return draft.withPlain("version", Integer.toString(version))
                .with("decree", decree)
                .withPlain("effectiveFrom", from.toString())
                .text();
    }

    /**
     * Sets a draft as the next version: from its day on it is in force, and the version before it gives way by itself. Number of the
     * version, decree and day are written into its text.
     *
     * @param revision as it was shown
     * @param decree   number of the decree that sets it
     * @param from     first day in force, today or later
     * @return why not; empty if it is set
     */
    @Transactional
    public List<Problem> set(SignedIn by, String code, int revision, String decree, LocalDate from) {
        Officers.requireAdministrator(by);
        int office = by.officeId();
        Optional<Draft> locked = db.sql("select * from service_draft where office_id = :office and code = :code for update")
                .param("office", office)
                .param("code", code)
                .query(ServiceVersions::draft)
                .optional();
        if (locked.isEmpty() || locked.get().revision() != revision) {
            return List.of(problem("revision", "version.draft.changed"));
        }
        Draft draft = locked.get();
        List<Problem> problems = new ArrayList<>();
        if (decree.isBlank() || decree.length() > 100) {
            problems.add(problem("decree", "version.decree.wrong"));
        }
        if (from.isBefore(standards.today(office))) {
            problems.add(problem("from", "version.from.past"));
        }
        List<ServiceVersion> versions = versions(office, code).getOrDefault(code, List.of());
        versions.stream()
                .filter(v -> v.state() == State.PLANNED && !v.from().isBefore(from))
                .findFirst()
                .ifPresent(later -> problems.add(problem("from", "version.from.later", String.valueOf(later.version()), later.from().toString())));
        if (consultations(by, code, draft.id()).isEmpty()) {
            problems.add(problem("consultation", "version.consultation.missing"));
        }
        int next = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
        Optional<String> text = YamlText.of(draft.yaml()).map(y -> numbered(y, next, decree.strip(), from));
        Optional<ServiceDefinition> service = text.flatMap(t -> DraftCheck.of(t).service());
        if (service.isEmpty()) {
            problems.add(problem("findings", "version.findings.open"));
        } else if (!service.get().code().equals(code)) {
            problems.add(problem("findings", "version.code.changed", code));
        }
        if (problems.isEmpty()) {
            standards.insert(office, service.get(), text.get());
            history.set(by, service.get(), draft.id());
            db.sql("delete from service_draft where office_id = :office and code = :code")
                    .param("office", office)
                    .param("code", code)
                    .update();
        }
        return problems;
    }

    /**
     * Withdraws a version; files that run on it stay on it.
     *
     * @param day    first day on which nobody may apply under it any more, today or later
     * @param reason why
     * @return why not; empty if it is withdrawn
     */
    @Transactional
    public List<Problem> withdraw(SignedIn by, String code, int version, String decree, LocalDate day, String reason) {
        Officers.requireAdministrator(by);
        List<Problem> problems = new ArrayList<>();
        if (reason.isBlank() || reason.length() > 500) {
            problems.add(problem("reason", "version.reason.wrong"));
        }
        if (day.isBefore(standards.today(by.officeId()))) {
            problems.add(problem("day", "version.from.past"));
        }
        boolean there = versions(by.officeId(), code).getOrDefault(code, List.of()).stream()
                .anyMatch(v -> v.version() == version && (v.state() == State.PLANNED || v.state() == State.IN_FORCE));
        boolean already = history.of(by.officeId(), code).stream()
                .anyMatch(e -> e.what() == What.WITHDRAWN && e.version() == version);
        if (!there || already) {
            problems.add(problem("day", "version.withdraw.late"));
        }
        if (problems.isEmpty()) {
            history.withdrawn(by, code, version, decree.strip(), day, reason.strip());
        }
        return problems;
    }

    /** @param code null for all */
    private Map<String, List<ServiceVersion>> versions(int office, String code) {
        record Row(String code, int version, LocalDate from, LocalDate withdrawn) {}
        LocalDate today = standards.today(office);
        Map<String, Integer> open = running.stream()
                .flatMap(r -> r.of(office).stream())
                .collect(Collectors.toMap(r -> r.code() + "/" + r.version(), RunningFiles.OnVersion::open));
        Map<String, List<Row>> rows = db.sql("""
                        select d.code, d.version, d.effective_from, w.day
                        from service_definition d
                        left join service_history w
                            on w.office_id = d.office_id and w.code = d.code and w.version = d.version and w.what = 'WITHDRAWN'
                        where d.office_id = :office and (d.code = :code or cast(:code as text) is null)
                        order by d.code, d.version desc
                        """)
                .param("office", office)
                .param("code", code)
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::code));
        Map<String, LocalDate> lastDays = standards
                .all(
                        office,
                        rows.values().stream().flatMap(List::stream).map(r -> new Standards.Key(office, r.code, r.version)).toList())
                .stream()
                .filter(s -> s.effectiveUntil() != null)
                .collect(Collectors.toMap(s -> s.code() + "/" + s.version(), ServiceDefinition::effectiveUntil));
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, service -> {
            List<ServiceVersion> versions = new ArrayList<>();
            LocalDate replaced = null; // first day of a later version that does come into force
            for (Row row : service.getValue()) {
                boolean never = row.withdrawn != null && !row.withdrawn.isAfter(row.from);
                LocalDate lastDay = lastDays.get(row.code + "/" + row.version);
                LocalDate until = Stream.of(row.withdrawn, replaced, lastDay == null ? null : lastDay.plusDays(1))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
                State state;
                if (row.withdrawn != null && !row.withdrawn.isAfter(today) && row.withdrawn.equals(until) || never) {
                    state = State.WITHDRAWN;
                } else if (until != null && !until.isAfter(today)) {
                    state = State.REPLACED;
                } else {
                    state = row.from.isAfter(today) ? State.PLANNED : State.IN_FORCE;
                }
                versions.add(new ServiceVersion(
                        row.code, row.version, row.from, until, state, open.getOrDefault(row.code + "/" + row.version, 0)));
                if (!never) {
                    replaced = row.from;
                }
            }
            return versions;
        }));
    }

    /** As the files are kept: lines end in one sign. */
    private static String normal(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    static Problem problem(String field, String key, Object... args) {
        return new Problem(field, key, List.of(args));
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString("code"),
                row.getLong("draft_id"),
                row.getString("yaml"),
                row.getInt("revision"),
                Timestamps.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
