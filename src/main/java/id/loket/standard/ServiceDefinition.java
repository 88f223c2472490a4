package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of one service, as the office publishes it (DLV-1 to DLV-6, MFG-1 to MFG-8, SOP-1 to SOP-9). Immutable; a file stays on
 * the version that it began with.
 *
 * @param code           of the service, capitals, e.g. {@code SIKRO}
 * @param version        1 for the first
 * @param name           e.g. "Izin Kerja Refraksionis Optisien"
 * @param summary        who needs it and for what
 * @param category       heading in the list of services, e.g. "Tenaga kesehatan"
 * @param aliases        other names by which people look for it
 * @param effectiveFrom  first day in force
 * @param effectiveUntil last day in force; null for no end
 * @param decree         number of the decree that set the standard; null where it isn't known
 * @param remark         what a reader must know about the standard itself; null for nothing
 * @param sources        where it was taken from; may be empty
 * @param toFillIn       what the office has still to decide; empty in a standard that is complete
 * @param kinds          of application that are taken; the first is the usual one
 * @param actors         columns of the SOP table, in order
 * @param sopHead        head of the SOP sheet
 * @param delivery       the published components
 * @param internal       the inner components
 * @param sections       what is asked at intake besides who the applicant is
 * @param letter         the product
 * @param numbering      of the permits
 * @param validity       of the permits
 */
public record ServiceDefinition(
        String code,
        int version,
        Text name,
        Text summary,
        Text category,
        List<String> aliases,
        LocalDate effectiveFrom,
        LocalDate effectiveUntil,
        String decree,
        Text remark,
        List<Source> sources,
        List<OpenPoint> toFillIn,
        List<ApplicationKind> kinds,
        List<Actor> actors,
        SopHead sopHead,
        Delivery delivery,
        Internal internal,
        List<FormSection> sections,
        LetterTemplate letter,
        Numbering numbering,
        Validity validity) {

    public ServiceDefinition {
        aliases = Faults.copy(aliases);
        sources = Faults.copy(sources);
        toFillIn = Faults.copy(toFillIn);
        sopHead = sopHead == null ? SopHead.EMPTY : sopHead;
        kinds = Faults.copy(kinds);
        actors = Faults.copy(actors);
        sections = Faults.copy(sections);
        new Faults()
                .code(code, "code")
                .expect(version >= 1, "version", "version")
                .given(name, "name")
                .given(summary, "summary")
                .given(category, "category")
                .given(effectiveFrom, "effectiveFrom")
                .expect(
                        effectiveFrom == null || effectiveUntil == null || !effectiveUntil.isBefore(effectiveFrom),
                        "effectiveUntil",
                        "ends-before")
                .expect(!kinds.isEmpty(), "kinds", "kinds-empty")
                .expect(new HashSet<>(kinds).size() == kinds.size(), "kinds", "duplicate-kind")
                .expect(!actors.isEmpty(), "actors", "actors-empty")
                .unique(actors, Actor::role, "actors", "role")
                .given(delivery, "delivery")
                .given(internal, "internal")
                .given(letter, "letter")
                .given(numbering, "numbering")
                .given(validity, "validity")
                .raise();
        new References(kinds, actors, delivery, internal, sections, letter, validity).check().raise();
    }

    /** Component 1: everything that may be asked for; see {@link #requirementsFor} for what is. */
    public List<Requirement> requirements() {
        return delivery.requirements();
    }

    /** Everything that may be asked for on a day, whatever the case. */
    public List<Requirement> requirementsOn(LocalDate day) {
        return requirements().stream().filter(r -> r.isAskedOn(day)).toList();
    }

    public Optional<Requirement> requirement(String code) {
        return requirements().stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** What an application of this kind needs on a day, in order. */
    public List<Requirement> requirementsFor(
            ApplicationKind kind, boolean represented, Map<String, String> answers, LocalDate day) {
        Map<String, String> facts = facts(kind, represented, answers);
        return requirements().stream().filter(r -> r.isAskedOn(day) && r.when().holds(facts::get)).toList();
    }

    /** What an application of this kind pays: whole rupiah, 0 for nothing. */
    public long amountFor(ApplicationKind kind, boolean represented, Map<String, String> answers) {
        return fee().amount(facts(kind, represented, answers)::get);
    }

    private static Map<String, String> facts(ApplicationKind kind, boolean represented, Map<String, String> answers) {
        Map<String, String> facts = new HashMap<>(answers);
        facts.put(Condition.KIND, kind.name());
        facts.put(Condition.REPRESENTED, represented ? Condition.YES : Condition.NO);
        return facts;
    }

    /** Component 2. */
    public Sop sop() {
        return delivery.procedure();
    }

    /** Component 3: from the complete file to the product (SOP-total, DLV-3). */
    public WorkDuration promise() {
        return delivery.promise();
    }

    /** Component 4. */
    public Fee fee() {
        return delivery.fee();
    }

    /** Component 5. */
    public Text product() {
        return delivery.product();
    }

    /** MFG-1. */
    public List<Legal> legalBasis() {
        return internal.legalBasis();
    }

    /** The legal basis that the letter cites, in its order. */
    public List<Legal> recalled() {
        Map<String, Legal> byCode = legalBasis().stream().collect(Collectors.toMap(Legal::code, Function.identity()));
        return letter.recalling().stream().map(byCode::get).toList();
    }

    /** The fields of all sections, in order. */
    public List<FormField> form() {
        return sections.stream().flatMap(s -> s.fields().stream()).toList();
    }

    public Optional<FormField> field(String name) {
        return form().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** @throws java.util.NoSuchElementException if the role takes no part */
    public Actor actor(String role) {
        return actors.stream().filter(a -> a.role().equals(role)).findFirst().orElseThrow();
    }

    /** Who signs the letter. */
    public Actor signatory() {
        return actor(sop().of(StepKind.SIGN).getFirst().actor());
    }

    /** Who initials the letter before the signature, in order. */
    public List<Actor> initials() {
        return sop().of(StepKind.INITIAL).stream().map(s -> actor(s.actor())).toList();
    }

    /** Whether every word typed is found in the code, the name in either language or another name; no words mean every service. */
    public boolean isMeantBy(String words) {
        String names = Stream.concat(Stream.of(code, name.id(), name.in(Locale.ENGLISH)), aliases.stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(names::contains);
    }

    /** Whether the version is in force on a day. */
    public boolean isEffectiveOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
