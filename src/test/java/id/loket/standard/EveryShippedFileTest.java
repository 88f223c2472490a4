package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.ApplicationCase;
import id.loket.testing.Shipped;
import id.loket.worktime.WorkDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The services that ship say what their sources say, and mark what no source says. */
class EveryShippedFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static Stream<ServiceDefinition> services() {
        return Shipped.codes().stream().map(Shipped::service);
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_is_named_by_its_code_and_the_demo_office_offers_it(ServiceDefinition service) throws IOException {
        assertThat(Shipped.codes()).contains(service.code());
        String office = Files.readString(Path.of("src/main/resources/demo/office.yaml"));
        assertThat(office).containsPattern("(?s)services: \\[[^]]*\\b" + service.code() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("services")
    @Tag("DLV-1")
    @Tag("DLV-2")
    @Tag("DLV-3")
    @Tag("DLV-4")
    @Tag("DLV-5")
    @Tag("DLV-6")
    @Tag("MFG-1")
    @Tag("MFG-5")
    void all_fourteen_components_say_something(ServiceDefinition service) {
        Internal internal = service.internal();
        assertThat(service.requirements()).isNotEmpty();
        assertThat(service.sop().steps()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(service.delivery().complaints().channels()).isNotEmpty();
        assertThat(service.recalled()).isNotEmpty();
        assertThat(internal.facilities()).allSatisfy(facility -> assertThat(facility.kind()).isNotNull());
        assertThat(internal.competences()).isNotEmpty();
        assertThat(internal.internalControl()).isNotEmpty();
        assertThat(internal.staffing().total()).isPositive();
        assertThat(internal.guarantees()).isNotEmpty();
        assertThat(internal.safety()).isNotEmpty();
        assertThat(internal.evaluation()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothing_is_doubtful_but_what_the_office_has_to_decide(ServiceDefinition service) {
        assertThat(ServiceDefinitions.check(Shipped.text(service.code())).findings())
                .filteredOn(finding -> !finding.code().equals("to-fill-in"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_cites_its_sources_and_marks_what_the_office_has_to_decide(ServiceDefinition service) {
        assertThat(service.sources()).isNotEmpty().allSatisfy(source -> assertThat(source.used()).isNotBlank());
        JsonNode file = new YAMLMapper().readTree(Shipped.text(service.code()));
        assertThat(service.toFillIn()).allSatisfy(
                open -> assertThat(file.at("/" + open.at()).isMissingNode()).as(open.at()).isFalse());
        assertThat(service.toFillIn())
                .extracting(OpenPoint::at)
                .doesNotHaveDuplicates()
                .contains("numbering/pattern", "letter", "sections");
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_the_public_reads_is_also_in_english(ServiceDefinition service) {
        List<Text> texts = new ArrayList<>(List.of(service.name(), service.summary(), service.category(), service.product()));
        texts.add(service.remark());
        service.actors().forEach(actor -> texts.add(actor.name()));
        service.requirements().forEach(r -> texts.addAll(Arrays.asList(r.name(), r.hint(), r.note())));
        for (SopStep step : service.sop().steps()) {
            texts.addAll(Arrays.asList(
                    step.activity(), step.shortName(), step.output(), step.remark(), step.publicName(), step.publicNote()));
            texts.addAll(step.inputs());
        }
        service.fee().rates().forEach(rate -> texts.add(rate.note()));
        service.delivery().complaints().channels().forEach(channel -> texts.add(channel.note()));
        service.delivery().complaints().handling().forEach(clause -> texts.add(clause.text()));
        service.legalBasis().forEach(legal -> texts.add(legal.citation()));
        service.sections().forEach(section -> texts.add(section.title()));
        for (FormField field : service.form()) {
            texts.addAll(Arrays.asList(field.label(), field.hint()));
            field.choices().stream().filter(c -> !c.code().equals(c.label().id())).forEach(c -> texts.add(c.label()));
        }
        assertThat(texts).filteredOn(text -> text != null && text.en() == null).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_paper_is_asked_for_in_some_case(ServiceDefinition service) {
        Set<String> asked = ApplicationCase.of(service).stream()
                .flatMap(application -> application.requirements(TODAY).stream())
                .map(Requirement::code)
                .collect(Collectors.toSet());
        assertThat(service.requirements()).filteredOn(r -> r.isAskedOn(TODAY)).extracting(Requirement::code).allMatch(asked::contains);
    }

    @Test
    void each_has_a_series_of_its_own() {
        assertThat(services().map(s -> s.numbering().series())).doesNotHaveDuplicates();
        assertThat(services().map(s -> s.numbering().pattern())).doesNotHaveDuplicates();
    }

    /** Promise and sum of the steps as published; a promise that no source has is marked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SIKRO             |  2 | published | 70 minutes, 1 working day
            SIP_REFRAKSIONIS  |  2 | open      | 70 minutes, 1 working day
            SIP_OPTOMETRIS    | 12 | published |
            SIP_PERAWAT       |  5 | open      | 70 minutes, 1 working day
            SIP_BIDAN         | 12 | open      |
            SIP_APOTEKER      |  5 | published |
            SIP_TTK           |  3 | published | 70 minutes, 1 working day
            SIP_GIZI          | 14 | open      | 70 minutes, 1 working day
            SIP_FISIOTERAPIS  |  5 | published | 70 minutes, 1 working day
            OPTIKAL           | 14 | open      |
            REKOMENDASI_OPTIKAL | 7 | published |
            DOKTER_HEWAN      | 10 | open      | 55 minutes, 6 working days
            TANAH_MAKAM       |  5 | open      |
            """)
    @Tag("DLV-3")
    void the_promise_is_the_published_one_or_marked(String code, int days, String known, String total) {
        ServiceDefinition service = Shipped.service(code);
        assertThat(service.promise()).isEqualTo(new WorkDuration.WorkingDays(days));
        assertThat(isOpen(service, "delivery/promise")).isEqualTo(known.equals("open"));
        if (total != null) {
            assertThat(service.sop().total()).containsExactlyElementsOf(
                    Stream.of(total.split(", ")).map(WorkDuration::parse).toList());
        }
        WorkDuration longest = service.sop().total().getLast();
        assertThat(longest instanceof WorkDuration.WorkingDays(int sum) && sum > days).as("the steps fit into the promise").isFalse();
    }

    @Test
    void the_promise_of_every_service_was_compared_with_its_source() throws NoSuchMethodException {
        String table = EveryShippedFileTest.class
                .getDeclaredMethod("the_promise_is_the_published_one_or_marked", String.class, int.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        assertThat(table.lines().map(line -> line.split("\\|")[0].strip())).containsExactlyInAnyOrderElementsOf(Shipped.codes());
    }

    @Test
    @Tag("DLV-4")
    void permits_are_free_but_for_the_burial_plot_which_costs_by_the_class_of_the_cemetery() {
        assertThat(services().filter(s -> !s.fee().isFree()).map(ServiceDefinition::code)).containsExactly("TANAH_MAKAM");
        Fee fee = Shipped.service("TANAH_MAKAM").fee();
        assertThat(Stream.of("A", "B", "C").map(c -> fee.amount(Map.of("cemeteryClass", c)::get))).containsExactly(15000L, 10000L, 7500L);
        assertThat(Shipped.service("TANAH_MAKAM").sop().of(StepKind.PAY)).extracting(SopStep::actor).containsExactly("TREASURER");
    }

    /** The sources of the others say that nothing is to be paid. */
    @Test
    @Tag("DLV-4")
    void a_fee_that_the_source_does_not_tell_or_each_region_sets_is_marked() {
        assertThat(services().filter(s -> isOpen(s, "delivery/fee")).map(ServiceDefinition::code))
                .containsExactly("OPTIKAL", "SIKRO", "SIP_PERAWAT", "SIP_REFRAKSIONIS", "SIP_TTK", "TANAH_MAKAM");
    }

    @Test
    @Tag("DLV-2")
    void kulon_progo_surveys_drafts_a_permit_or_a_refusal_and_hands_over_in_eight_rows() {
        ServiceDefinition service = Shipped.service("DOKTER_HEWAN");
        assertThat(service.actors()).extracting(a -> a.name().id()).containsExactly(
                "Pemohon", "Front Office", "Seksi Survei", "Seksi Perizinan", "Ka. Bid. Pelayanan dan Pengaduan", "Kepala");
        assertThat(rows(service)).containsExactly(
                "INTAKE Front Office 15 minutes",
                "CHECK Front Office 15 minutes",
                "INSPECT Seksi Survei 3 working days",
                "PREPARE Seksi Perizinan 1 working day",
                "INITIAL Ka. Bid. Pelayanan dan Pengaduan 1 working day",
                "SIGN Kepala 1 working day",
                "NUMBER Seksi Perizinan 15 minutes",
                "DELIVER Front Office 10 minutes");
        assertThat(service.sop().steps()).filteredOn(SopStep::mayRefuse).extracting(SopStep::no).containsExactly(4);
        assertThat(service.sop().steps()).filteredOn(SopStep::returnToApplicant).extracting(SopStep::no).containsExactly(2, 3);
    }

    @Test
    @Tag("DLV-2")
    void siak_signs_and_then_prints_in_nine_steps() {
        ServiceDefinition service = Shipped.service("SIP_APOTEKER");
        String data = "Kelompok Fungsional Pengaduan, Pelaporan dan Pengolahan Data";
        String permits = "Kelompok Fungsional Pelayanan Terpadu Satu Pintu";
        assertThat(service.sop().steps())
                .extracting(step -> service.actor(step.actor()).name().id())
                .containsExactly("Loket", "Loket", data, permits, permits, permits, "Kepala Dinas", data, "Loket");
        assertThat(service.sop().step(7).kind()).isEqualTo(StepKind.SIGN);
        assertThat(service.sop().step(8).activity().id()).endsWith("mencetak surat");
    }

    @Test
    @Tag("DLV-2")
    void kota_batu_inspects_verifies_and_numbers_before_it_signs() {
        assertThat(Shipped.service("SIP_OPTOMETRIS").sop().steps()).extracting(SopStep::kind).containsExactly(
                StepKind.INTAKE, StepKind.CHECK, StepKind.INSPECT, StepKind.PREPARE, StepKind.INITIAL, StepKind.NUMBER, StepKind.SIGN,
                StepKind.DELIVER);
    }

    @Test
    @Tag("DLV-2")
    void pamekasan_reports_drafts_and_initials_up_the_line_after_the_visit() {
        ServiceDefinition service = Shipped.service("OPTIKAL");
        assertThat(rows(service).stream().map(row -> row.replaceAll(" \\d.*", "")).toList()).containsExactly(
                "INTAKE Loket MPP", "CHECK Loket MPP", "INSPECT Tim Teknis", "CHECK Kepala Bidang", "PREPARE Kepala Seksi",
                "INITIAL Kepala Bidang", "INITIAL Sekretaris", "SIGN Kepala Dinas", "NUMBER Kepala Seksi", "DELIVER Loket MPP");
    }

    /** The circular's table: what is attached, and how long the permit holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            NEW     | UNTIL    | -   |                                       | 2028-03-31
            NEW     | LIFELONG | no  |                                       | 2031-11-24
            NEW     | LIFELONG | yes | COMPETENCE_PROOF                      | 2031-11-24
            RENEWAL | LIFELONG | -   | PREVIOUS_PERMIT SKP_PROOF SKP_STATEMENT | 2031-11-24
            RENEWAL | UNTIL    | -   | PREVIOUS_PERMIT SKP_PROOF SKP_STATEMENT | 2031-11-24
            """)
    @Tag("DLV-1")
    @Tag("DLV-5")
    void a_practice_permit_asks_and_holds_as_the_circular_says(
            ApplicationKind kind, String strValidity, String unpractised, String added, LocalDate until) {
        ServiceDefinition service = Shipped.service("SIP_REFRAKSIONIS");
        Map<String, String> given = new HashMap<>(Map.of("kind", kind.name(), "placeOrder", "FIRST", "strValidity", strValidity));
        if (unpractised != null) {
            given.put("unpractised", unpractised);
        }
        if (service.field("strValidUntil").orElseThrow().asked(given::get)) {
            given.put("strValidUntil", "2028-03-31");
        }
        assertThat(service.requirementsFor(kind, false, given, TODAY))
                .extracting(Requirement::code)
                .filteredOn(code -> !Set.of("FORM", "ID_CARD", "STR", "WORKPLACE_LETTER", "PHOTO").contains(code))
                .containsExactlyInAnyOrder(added == null ? new String[0] : added.split(" "));
        assertThat(service.validity().until(TODAY, given)).contains(until);
    }

    @Test
    @Tag("DLV-1")
    void the_professional_organisation_is_no_longer_asked_since_12_january_2024() {
        List<String> asking = services()
                .filter(s -> s.requirement("OP_RECOMMENDATION").isPresent() && s.category().id().equals("Tenaga kesehatan"))
                .map(ServiceDefinition::code)
                .toList();
        assertThat(asking).hasSizeGreaterThanOrEqualTo(5);
        for (String code : asking) {
            Requirement recommendation = Shipped.service(code).requirement("OP_RECOMMENDATION").orElseThrow();
            assertThat(recommendation.isAskedOn(LocalDate.of(2024, 1, 11))).isTrue();
            assertThat(recommendation.isAskedOn(LocalDate.of(2024, 1, 12))).isFalse();
        }
    }

    @Test
    @Tag("DLV-1")
    void a_foreigner_brings_a_passport_instead_of_the_identity_card() {
        for (String code : List.of("SIP_TTK", "DOKTER_HEWAN")) {
            ServiceDefinition service = Shipped.service(code);
            assertThat(service.requirementsFor(ApplicationKind.NEW, false, Map.of("foreign", "yes"), TODAY))
                    .extracting(Requirement::code)
                    .contains("PASSPORT")
                    .doesNotContain("ID_CARD");
        }
    }

    private static boolean isOpen(ServiceDefinition service, String path) {
        return service.toFillIn().stream().anyMatch(open -> open.at().equals(path));
    }

    private static List<String> rows(ServiceDefinition service) {
        return service.sop().steps().stream()
                .map(s -> s.kind() + " " + service.actor(s.actor()).name().id() + " " + time(s.time()))
                .toList();
    }

    private static String time(WorkDuration time) {
        return switch (time) {
            case WorkDuration.Minutes(int n) -> n + " minutes";
            case WorkDuration.Hours(int n) -> n + " hours";
            case WorkDuration.WorkingDays(int n) -> n + (n == 1 ? " working day" : " working days");
        };
    }
}
