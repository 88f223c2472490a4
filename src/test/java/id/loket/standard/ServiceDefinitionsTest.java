package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;


import id.loket.worktime.WorkDuration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service file is read whole or refused with the place and the reason. */
class ServiceDefinitionsTest {

    @Test
    void an_office_may_number_before_it_signs() {
        ServiceDefinition service = Definitions.NUMBERED_FIRST;
        assertThat(service.sop().of(StepKind.NUMBER).getFirst().no())
                .isLessThan(service.sop().of(StepKind.SIGN).getFirst().no());
        assertThat(service.sop().total())
                .containsExactly(new WorkDuration.Minutes(15), new WorkDuration.Hours(3), new WorkDuration.WorkingDays(1));
        assertThat(service.version()).isEqualTo(3);
        assertThat(service.numbering().format(7, LocalDate.of(2027, 2, 1))).isEqualTo("0007/CONTOH/02/2027");
        assertThat(service.requirement("APPLICATION_LETTER").orElseThrow().maxBytes()).isEqualTo(500_000);
    }

    @Test
    void a_service_may_have_a_technical_team_and_a_fee() {
        ServiceDefinition service = Definitions.INSPECTED;
        assertThat(service.sop().of(StepKind.INSPECT)).extracting(SopStep::actor).containsExactly("TECHNICAL_TEAM");
        assertThat(service.sop().of(StepKind.PAY)).extracting(SopStep::actor).containsExactly("TREASURER");
        assertThat(service.fee()).isEqualTo(Fee.of(50_000));
        assertThat(service.validity().until(LocalDate.of(2026, 11, 24), Map.of("leaseUntil", ""))).isEmpty();
    }

    @Test
    void a_requirement_is_asked_for_from_its_first_to_its_last_day() {
        assertThat(codes(LocalDate.of(2026, 6, 30))).contains("RECOMMENDATION").doesNotContain("STATEMENT");
        assertThat(codes(LocalDate.of(2026, 7, 1))).contains("STATEMENT").doesNotContain("RECOMMENDATION");
    }

    private static List<String> codes(LocalDate day) {
        return Definitions.INSPECTED.requirementsFor(ApplicationKind.NEW, false, Map.of(), day).stream()
                .map(Requirement::code)
                .toList();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            aliases:                        | alias:                          | unknown property “alias”
            version: 1                      | version: satu                   | expected a whole number
            version: 1                      | version: 1.5                    | expected a whole number
            version: 1                      | version: 0                      | the first version is 1
            code: SIKRO                     | code: Sikro                     | must be a code in capitals
            effectiveFrom: 2026-01-05       | effectiveFrom: 5-1-2026         | is no date
            kinds: [NEW, RENEWAL]           | kinds: [NEW, EXTENSION]         | “EXTENSION” is none of
            kinds: [NEW, RENEWAL]           | kinds: [NEW, NEW]               | stands twice
            kinds: [NEW, RENEWAL]           | kinds: [NEW]                    | “kind” can’t be “RENEWAL”
            role: SECRETARY                 | role: FRONT_OFFICE              | “FRONT_OFFICE” stands twice
            actor: SECRETARY                | actor: SEKRETARIS               | “SEKRETARIS” is none of the actors
            actor: SECRETARY                | actor: APPLICANT                | the applicant is only present
            returnTo: [2, 3, 4, 5]          | returnTo: [2, 3, 4, 7]          | step 6 can only return to an earlier step
            time: 35 minutes                | time: 35 menit                  | 35 menit
            time: 35 minutes                | time: []                        | expected a text
            no: 4                           | no: 14                          | here 4 should stand
            kind: SIGN                      | kind: INITIAL                   | exactly one step of kind SIGN
            kind: NUMBER                    | kind: INITIAL                   | exactly one step of kind NUMBER
            mayReject: true                 | mayReject: perhaps              | expected true or false
            fee: FREE                       | fee: gratis                     | a fee is FREE or an amount
            code: DIPLOMA                   | code: STR                       | “STR” stands twice
            form: CERTIFIED_COPY            | form: PHOTOCOPY                 | “PHOTOCOPY” is none of
            represented: yes                | represented: maybe              | “represented” can’t be “maybe”
            secondWorkplace: yes            | thirdWorkplace: yes             | “thirdWorkplace” is no form field
            when: { strValidity: UNTIL }    | when: { strNumber: UNTIL }      | “strNumber” is free text
            when: { strValidity: UNTIL }    | when: { strValidUntil: UNTIL }  | depends on itself
            name: strNumber                 | name: degree                    | “degree” stands twice
            aliases: [SIK Refraksionis      | aliases: [null, SIK             | a value is missing here
            total: 5                        | total: 6                        | add up to 5 people, not to 6
            recalling: [a, b, c, d]         | recalling: [a, b, c, x]         | there is no legal basis “x”
            {fields.strNumber}              | {fields.sipNumber}              | {fields.sipNumber} is unknown
            {applicant.address}             | {applicant.address              | no counterpart
            503/{seq}/DPMPTSP               | 503/{number}/DPMPTSP            | {number} is unknown
            untilField: strValidUntil       | untilField: strNumber           | the field “strNumber” is no date
            """)
    void a_mistake_is_found_in_its_line(String good, String bad, String message) {
        Finding finding = findings(Definitions.SIKRO_FILE.replaceFirst(
                        java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)))
                .getFirst();
        assertThat(finding.message()).contains(message);
        String before = Definitions.SIKRO_FILE.substring(0, Definitions.SIKRO_FILE.indexOf(good));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        if (!WHOLE_PART.contains(message)) {
            assertThat(finding.line()).isEqualTo(line);
        }
        assertThat(finding.column()).isPositive();
    }

    /** What can't be blamed on one line: something is missing or recurs elsewhere. */
    private static final List<String> WHOLE_PART = List.of(
            "exactly one step of kind SIGN",
            "exactly one step of kind NUMBER",
            "“kind” can’t be “RENEWAL”",
            "“STR” stands twice",
            "“FRONT_OFFICE” stands twice",
            "“degree” stands twice",
            "add up to 5 people, not to 6");

    @ParameterizedTest
    @CsvSource({
        "requirements, 'component 1, requirements, is missing'",
        "promise, 'component 3, promise, is missing'",
        "fee, 'component 4, fee, is missing'",
        "product, 'component 5, product, is missing'"
    })
    void each_component_must_be_there(String component, String message) {
        String without = Definitions.SIKRO_FILE.replaceFirst("(?m)^  " + component + ":.*\n(?:    .*\n|\n)*", "");
        assertThat(findings(without)).extracting(Finding::message).anyMatch(m -> m.contains(message));
    }

    @Test
    void everything_that_is_missing_from_a_part_is_told_at_once() {
        String without = Definitions.SIKRO_FILE
                .replaceFirst("(?m)^  promise:.*\n", "")
                .replaceFirst("(?m)^  fee:.*\n", "")
                .replaceFirst("(?m)^  - \\{ at: delivery/fee.*\n", "");
        assertThat(findings(without))
                .extracting(Finding::message)
                .containsExactly("component 3, promise, is missing", "component 4, fee, is missing");
    }

    @Test
    void a_file_that_is_no_yaml_is_refused_where_it_breaks() {
        Finding finding = findings("code: SIKRO\nname: [unclosed\n").getFirst();
        assertThat(finding.line()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_property_that_stands_twice_is_refused() {
        assertThat(findings("code: SIKRO\ncode: SIKRO\n"))
                .anySatisfy(f -> assertThat(f.toString()).startsWith("2:1: error [duplicate-property]"));
    }

    @Test
    void an_empty_file_and_one_without_properties_are_refused() {
        assertThatThrownBy(() -> ServiceDefinitions.parse("")).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> ServiceDefinitions.parse("just a text")).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> ServiceDefinitions.parse("- a\n- list\n")).isInstanceOf(DefinitionException.class);
    }

    private static List<Finding> findings(String yaml) {
        DefinitionException refused = catchThrowableOfType(DefinitionException.class, () -> ServiceDefinitions.parse(yaml));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused).hasMessage(String.join("\n", refused.findings().stream().map(Finding::toString).toList()));
        return refused.findings();
    }
}
