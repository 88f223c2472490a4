package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.office.FacilityKind;
import id.loket.standard.Completeness.Gap;
import id.loket.standard.Completeness.Kind;
import id.loket.standard.Completeness.OfficeFacts;
import id.loket.standard.Completeness.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an office still lacks to work SIKRO as its standard says. */
class CompletenessTest {

    /** SIKRO with everything decided. */
    private static final String FILE = Definitions.SIKRO_FILE.replaceFirst("(?s)\ntoFillIn:\n.*?\n\n", "\n\n");

    private static final Person ANI = new Person(1, "Contoh Ani");
    private static final Person BUDI = new Person(2, "Contoh Budi");

    private final Map<String, Set<Person>> holders = new HashMap<>();
    private final Map<FacilityKind, Integer> good = Arrays.stream(FacilityKind.values()).collect(Collectors.toMap(Function.identity(), k -> 1));
    private final Map<FacilityKind, Integer> repair = new HashMap<>();
    private ServiceDefinition service = ServiceDefinitions.parse(FILE);
    private List<ServiceDefinition> others = List.of();
    private boolean opens = true;
    private Set<Integer> holidays = Set.of(2026, 2027);
    private String email = "kantor@contoh.go.id";
    private String phone = "0761 000 000";
    private LocalDate today = LocalDate.of(2026, 11, 23);

    {
        long id = 10;
        for (String role : List.of("FRONT_OFFICE", "BACK_OFFICE", "JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY", "HEAD_OF_OFFICE")) {
            holders.put(role, Set.of(new Person(id++, "Contoh " + role), new Person(id++, "Contoh " + role)));
        }
    }

    @Test
    void an_office_that_has_everything_lacks_nothing() {
        assertThat(gaps()).isEmpty();
    }

    @Test
    @Tag("MFG-5")
    void a_role_that_nobody_holds_stops_files_and_one_that_a_single_person_holds_is_a_warning() {
        holders.remove("SECRETARY");
        holders.put("BACK_OFFICE", Set.of(ANI));
        holders.put("HEAD_OF_OFFICE", Set.of(BUDI));
        assertThat(gaps()).extracting(Gap::kind).containsExactly(Kind.ROLE_EMPTY, Kind.ROLE_ONE);
        assertThat(gaps().getFirst().args()).containsExactly(new Text("Sekretaris", "Secretary"));
        assertThat(gaps().getLast().args()).containsExactly("Back Office (Contoh Ani), Kepala Dinas (Contoh Budi)");
        assertThat(gaps().getLast().needed()).isFalse();
    }

    @Test
    void who_prepares_the_letter_must_not_be_the_only_one_who_reviews_it() {
        holders.put("BACK_OFFICE", Set.of(ANI));
        holders.put("JUNIOR_ANALYST", Set.of(ANI));
        assertThat(gap(Kind.SAME_EYES).args()).containsExactly("Contoh Ani", Definitions.SIKRO.actor("JUNIOR_ANALYST").name());
        holders.put("JUNIOR_ANALYST", Set.of(ANI, BUDI));
        assertThat(kinds()).doesNotContain(Kind.SAME_EYES);
    }

    @Test
    @Tag("MFG-5")
    void fewer_people_than_the_standard_counts_on_is_a_warning() {
        holders.replaceAll((role, people) -> Set.of(role.contains("ANALYST") ? BUDI : ANI));
        holders.put("BACK_OFFICE", Set.of(ANI, BUDI));
        assertThat(gap(Kind.STAFF_FEW).args()).containsExactly(5, 2);
        assertThat(gap(Kind.STAFF_FEW).needed()).isFalse();
    }

    @Test
    void two_services_must_not_give_the_same_number() {
        others = List.of(other("series: SIKRO", "series: LAIN"));
        assertThat(gap(Kind.NUMBER_CLASH).args()).contains("503/{seq}/DPMPTSP-SIKRO/{romanMonth}/{year}");
        others = List.of(other("", ""));
        assertThat(kinds()).as("a series may be shared").isEmpty();
    }

    @Test
    void a_letter_says_whose_it_is_and_until_when_it_holds() {
        service = changed("{applicant.name}[, {fields.degree}]", "{fields.degree}");
        assertThat(kinds()).containsExactly(Kind.LETTER_HOLDER);
        service = ServiceDefinitions.parse(FILE.replace("{permit.validUntil}", "{file.date}"));
        assertThat(kinds()).containsExactly(Kind.LETTER_VALIDITY);
    }

    @Test
    @Tag("MFG-2")
    void what_the_standard_needs_must_be_there_and_work() {
        service = changed("kind: COMPUTER }", "kind: COMPUTER, count: 3 }");
        good.put(FacilityKind.COMPUTER, 1);
        repair.put(FacilityKind.COMPUTER, 1);
        good.remove(FacilityKind.STAMP);
        assertThat(gaps()).containsExactly(
                new Gap(Kind.FACILITY_MISSING, true, List.of(FacilityKind.STAMP, 1, 0)),
                new Gap(Kind.FACILITY_MISSING, true, List.of(FacilityKind.COMPUTER, 3, 2)));
        repair.put(FacilityKind.COMPUTER, 2);
        assertThat(gap(Kind.FACILITY_REPAIR).args()).containsExactly(FacilityKind.COMPUTER, 3, 1);
    }

    @Test
    void what_the_office_has_to_decide_is_named() {
        service = changed("kinds: [NEW, RENEWAL]", "kinds: [NEW, RENEWAL]\ntoFillIn:\n  - { at: numbering/pattern, what: Pola nomor belum ditetapkan. }");
        assertThat(gap(Kind.OPEN_POINT).args()).containsExactly(Text.of("Pola nomor belum ditetapkan."));
        assertThat(gap(Kind.OPEN_POINT).needed()).isFalse();
    }

    @Test
    void deadlines_need_hours_and_the_free_days_of_the_years_that_they_reach_into() {
        opens = false;
        holidays = Set.of(2026);
        assertThat(kinds()).containsExactly(Kind.NO_HOURS, Kind.NO_HOLIDAYS);
        assertThat(gap(Kind.NO_HOLIDAYS).args()).containsExactly("2027");
        opens = true;
        today = LocalDate.of(2026, 9, 30);
        assertThat(kinds()).as("next year's are decreed in autumn").isEmpty();
    }

    @Test
    void a_medium_for_complaints_needs_an_address() {
        email = "";
        phone = " ";
        assertThat(kinds()).containsExactly(Kind.NO_EMAIL, Kind.NO_PHONE);
    }

    private List<Gap> gaps() {
        return Completeness.of(service, new OfficeFacts(holders, good, repair, others, opens, holidays, email, phone, today));
    }

    private List<Kind> kinds() {
        return gaps().stream().map(Gap::kind).toList();
    }

    private Gap gap(Kind kind) {
        return gaps().stream().filter(g -> g.kind() == kind).findFirst().orElseThrow();
    }

    private static ServiceDefinition changed(String what, String by) {
        assertThat(FILE).contains(what);
        return ServiceDefinitions.parse(FILE.replace(what, by));
    }

    private static ServiceDefinition other(String what, String by) {
        return ServiceDefinitions.parse(FILE.replace("\ncode: SIKRO\n", "\ncode: LAIN\n").replace(what, by));
    }
}
