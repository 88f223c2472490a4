package id.loket.standard;

import id.loket.office.FacilityKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an office still lacks to work a service as its standard says (<i>kelengkapan</i>). */
public final class Completeness {

    /** What can be lacking. */
    public enum Kind {
        /** Nobody who can sign in holds a role of the SOP: roles. */
        ROLE_EMPTY,
        /** Only one person holds it, and nobody stands in: roles with their people. */
        ROLE_ONE,
        /** Who prepares the letter is the only one who may review it: person, roles. */
        SAME_EYES,
        /** Another service numbers its permits in the same way in a series of its own, so two permits get one number: service, pattern. */
        NUMBER_CLASH,
        /** The letter doesn't say whose it is. */
        LETTER_HOLDER,
        /** The letter doesn't say until when it holds. */
        LETTER_VALIDITY,
        /** The register has too few that work: facility, needed, there. */
        FACILITY_MISSING,
        /** Enough only with those that need repair: facility, needed, in good order. */
        FACILITY_REPAIR,
        /** Fewer people than the standard counts on: needed, there. */
        STAFF_FEW,
        /** Something that the office has still to decide, and for which an example stands meanwhile: what. */
        OPEN_POINT,
        /** The office never opens. */
        NO_HOURS,
        /** No free days are known of a year that deadlines reach into: year. */
        NO_HOLIDAYS,
        /** Complaints come by a medium for which the office has no address. */
        NO_EMAIL,
        NO_PHONE
    }

    /**
     * One thing that is lacking.
     *
     * @param needed false for what is only a warning
     * @param args   for the sentence about it
     */
    public record Gap(Kind kind, boolean needed, List<Object> args) {}

    /** Somebody who works in the office. */
    public record Person(long id, String name) {}

    /**
     * What an office has.
     *
     * @param holders  who can sign in, by the role that they hold
     * @param good     how many of a kind are in good order
     * @param repair   how many more work, but need repair
     * @param others   the office's other services
     * @param opens    whether it is open on any day of the week
     * @param holidays years of which free days are known
     * @param email    empty for none
     * @param phone    empty for none
     */
    public record OfficeFacts(
            Map<String, Set<Person>> holders,
            Map<FacilityKind, Integer> good,
            Map<FacilityKind, Integer> repair,
            List<ServiceDefinition> others,
            boolean opens,
            Set<Integer> holidays,
            String email,
            String phone,
            LocalDate today) {}

    /** The free days of a year are decreed in the autumn before it. */
    private static final int KNOWN_FROM_MONTH = 10;

    private final ServiceDefinition service;
    private final OfficeFacts office;
    private final List<Gap> gaps = new ArrayList<>();

    private Completeness(ServiceDefinition service, OfficeFacts office) {
        this.service = service;
        this.office = office;
    }

    /** What is lacking, what is needed before what is a warning. */
    public static List<Gap> of(ServiceDefinition service, OfficeFacts office) {
        Completeness completeness = new Completeness(service, office);
        completeness.people();
        completeness.numbers();
        completeness.letter();
        completeness.facilities();
        completeness.office();
        return Stream.concat(
                        completeness.gaps.stream().filter(Gap::needed), completeness.gaps.stream().filter(g -> !g.needed()))
                .toList();
    }

    private void people() {
        List<String> roles = service.sop().steps().stream().map(SopStep::actor).distinct().toList();
        roles.stream().filter(r -> holders(r).isEmpty()).forEach(r -> need(Kind.ROLE_EMPTY, name(r)));
        List<String> alone = roles.stream()
                .filter(r -> holders(r).size() == 1)
                .map(r -> name(r).id() + " (" + holders(r).iterator().next().name() + ")")
                .toList();
        if (!alone.isEmpty()) {
            warn(Kind.ROLE_ONE, String.join(", ", alone));
        }
        Set<Person> preparers = holders(service.sop().of(StepKind.PREPARE).getFirst().actor());
        service.sop().steps().stream()
                .filter(s -> s.kind().isReview())
                .filter(s -> preparers.size() == 1 && holders(s.actor()).equals(preparers))
                .forEach(s -> need(Kind.SAME_EYES, preparers.iterator().next().name(), name(s.actor())));
        Set<Person> people = roles.stream().flatMap(r -> holders(r).stream()).collect(Collectors.toSet());
        int total = service.internal().staffing().total();
        if (people.size() < total) {
            warn(Kind.STAFF_FEW, total, people.size());
        }
    }

    private void numbers() {
        office.others.stream()
                .filter(o -> !o.code().equals(service.code()))
                .filter(o -> o.numbering().pattern().equals(service.numbering().pattern())
                        && !o.numbering().series().equals(service.numbering().series()))
                .forEach(o -> need(Kind.NUMBER_CLASH, o.name(), o.numbering().pattern()));
    }

    private void letter() {
        LetterTemplate letter = service.letter();
        Set<String> names =
                letter.templates().stream().flatMap(t -> t.template().names().stream()).collect(Collectors.toSet());
        if (!names.contains("applicant.name")) {
            need(Kind.LETTER_HOLDER);
        }
        if (!names.contains("permit.validUntil")) {
            need(Kind.LETTER_VALIDITY);
        }
    }

    private void facilities() {
        Map<FacilityKind, Integer> needed = new TreeMap<>();
        service.internal().facilities().stream()
                .filter(f -> f.kind() != null)
                .forEach(f -> needed.merge(f.kind(), f.count(), Math::max));
        needed.forEach((kind, count) -> {
            int good = office.good.getOrDefault(kind, 0);
            int working = good + office.repair.getOrDefault(kind, 0);
            if (working < count) {
                need(Kind.FACILITY_MISSING, kind, count, working);
            } else if (good < count) {
                warn(Kind.FACILITY_REPAIR, kind, count, good);
            }
        });
    }

    private void office() {
        service.toFillIn().forEach(p -> warn(Kind.OPEN_POINT, p.what()));
        if (!office.opens) {
            need(Kind.NO_HOURS);
        }
        int year = office.today.getYear();
        Stream.of(year, office.today.getMonthValue() >= KNOWN_FROM_MONTH ? year + 1 : year)
                .distinct()
                .filter(y -> !office.holidays.contains(y))
                .forEach(y -> need(Kind.NO_HOLIDAYS, String.valueOf(y)));
        Set<Complaints.Medium> media = service.delivery().complaints().channels().stream()
                .map(Complaints.Channel::medium)
                .collect(Collectors.toSet());
        if (media.contains(Complaints.Medium.EMAIL) && office.email.isBlank()) {
            need(Kind.NO_EMAIL);
        }
        if (media.contains(Complaints.Medium.PHONE) && office.phone.isBlank()) {
            need(Kind.NO_PHONE);
        }
    }

    private Set<Person> holders(String role) {
        return office.holders.getOrDefault(role, Set.of());
    }

    /** As the standard calls it. */
    private Text name(String role) {
        return service.actor(role).name();
    }

    private void need(Kind kind, Object... args) {
        gaps.add(new Gap(kind, true, List.of(args)));
    }

    private void warn(Kind kind, Object... args) {
        gaps.add(new Gap(kind, false, List.of(args)));
    }
}
