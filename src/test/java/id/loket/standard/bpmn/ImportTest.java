package id.loket.standard.bpmn;

import static id.loket.standard.StepKind.CHECK;
import static id.loket.standard.StepKind.DELIVER;
import static id.loket.standard.StepKind.INTAKE;
import static id.loket.standard.StepKind.NUMBER;
import static id.loket.standard.StepKind.PAY;
import static id.loket.standard.StepKind.PREPARE;
import static id.loket.standard.StepKind.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.standard.Actor;
import id.loket.standard.OpenPoint;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.SopStep;
import id.loket.standard.Text;
import id.loket.worktime.WorkDuration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An analyst's drawing becomes a draft that an office can go on with; what it can't hold, and what is no drawing at all, is said. */
class ImportTest {

    private static final String NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    @Test
    @Tag("DLV-2")
    void a_drawing_becomes_a_procedure() throws IOException {
        ServiceDefinition service = ServiceDefinitions.parse(drawnByHand().yaml());
        assertThat(service.code()).isEqualTo("IZIN_REKLAME");
        assertThat(service.actors()).extracting(Actor::role).containsExactly("APPLICANT", "FRONT_OFFICE", "BACK_OFFICE", "KEPALA_DINAS");
        List<SopStep> steps = service.sop().steps();
        assertThat(steps).extracting(SopStep::kind).containsExactly(INTAKE, CHECK, PAY, PREPARE, SIGN, NUMBER, DELIVER);
        assertThat(steps).extracting(SopStep::actor).containsExactly(
                "FRONT_OFFICE", "FRONT_OFFICE", "BACK_OFFICE", "BACK_OFFICE", "KEPALA_DINAS", "BACK_OFFICE", "FRONT_OFFICE");
        SopStep intake = steps.getFirst();
        assertThat(intake.activity()).isEqualTo(Text.of("Petugas menerima berkas permohonan."));
        assertThat(intake.time()).isEqualTo(new WorkDuration.Minutes(10));
        assertThat(intake.inputs()).containsExactly(Text.of("Surat permohonan"), Text.of("KTP"));
        assertThat(intake.output()).isEqualTo(Text.of("Berkas permohonan"));
        assertThat(steps).filteredOn(SopStep::returnToApplicant).extracting(SopStep::no).containsExactly(2);
        assertThat(steps).filteredOn(SopStep::mayReject).extracting(SopStep::no).containsExactly(5);
        assertThat(steps.get(4).returnTo()).isEqualTo(Set.of(4));
    }

    @Test
    void what_the_drawing_does_not_say_is_the_offices_to_fill_in() throws IOException {
        ServiceDefinition service = ServiceDefinitions.parse(drawnByHand().yaml());
        assertThat(service.toFillIn()).extracting(OpenPoint::at).contains(
                "delivery/requirements", "delivery/promise", "delivery/fee", "letter", "validity",
                "delivery/procedure/1/time", "delivery/procedure/1/kind", "delivery/procedure/1/inputs", "delivery/procedure/1/output")
                .doesNotContain("delivery/procedure/0/time");
    }

    @Test
    void everything_that_was_not_taken_over_is_told_with_its_id() throws IOException {
        assertThat(drawnByHand().notices()).satisfiesExactlyInAnyOrder(
                told("Activity_terima", "guessed: INTAKE"),
                told("Activity_periksa", "guessed: CHECK"),
                told("Activity_bayar", "guessed: PAY"),
                told("Activity_konsep", "guessed: PREPARE"),
                told("Activity_ttd", "guessed: SIGN"),
                told("Activity_nomor", "guessed: NUMBER"),
                told("Activity_serah", "guessed: DELIVER"),
                told("Activity_konsep", "\"sebentar\" was not understood"),
                told("standardLoopCharacteristics", "Activity_periksa"),
                told("condition \"${lengkap}\"", "Flow_ya"),
                told("more than one way on", "the one to userTask Activity_nomor"),
                told("boundaryEvent Event_terlambat", "not taken over"),
                told("parallelGateway Gateway_bagi", "not taken over"),
                told("userTask Activity_arsip", "not taken over"),
                told("sequenceFlow Flow_arsip", "not taken over"),
                told("serviceTask Activity_sms", "not taken over"),
                told("textAnnotation TextAnnotation_1", "not taken over"),
                told("messageFlow Flow_bank", "not taken over"),
                told("participant Participant_bank", "not taken over"));
    }

    @Test
    void a_time_that_an_analyst_changed_in_one_place_only_is_told() throws IOException {
        String xml = Exported.of("SIKRO").xml().replace("Waktu: 35 menit", "Waktu: 20 menit");
        assertThat(read(xml).notices()).singleElement().asString().contains("step_2", "20 menit", "35 menit");
    }

    @Test
    void a_change_of_the_properties_is_taken_over() throws IOException {
        String xml = Exported.of("NUMBERED_FIRST").xml()
                .replace("Waktu: 1 jam", "Waktu: 2 hari kerja")
                .replace("value=\"1 hour\"", "value=\"2 working days\"")
                .replace("value=\"PT1H\"", "value=\"2 working days\"");
        Draft draft = read(xml);
        assertThat(draft.notices()).isEmpty();
        assertThat(ServiceDefinitions.parse(draft.yaml()).sop().step(2).time()).isEqualTo(new WorkDuration.WorkingDays(2));
    }

    @Test
    void properties_that_were_emptied_are_open_again() throws IOException {
        String xml = Exported.of("NUMBERED_FIRST").xml()
                .replaceAll("name=\"(input.1|publicName|output)\" value=\"[^\"]*\"", "name=\"$1\" value=\" \"")
                .replaceAll("(Kelengkapan|Output): [^<\n]*\n?", "");
        ServiceDefinition service = ServiceDefinitions.parse(read(xml).yaml());
        assertThat(service.toFillIn()).extracting(OpenPoint::at).contains("delivery/procedure/2/inputs", "delivery/procedure/2/output");
        assertThat(service.sop().step(3).publicName()).isEqualTo(service.sop().step(3).shortName());
    }

    @Test
    void a_circle_without_a_beginning_is_refused() {
        String circle = process("""
                <userTask id="a"/><userTask id="b"/>
                <sequenceFlow id="ab" sourceRef="a" targetRef="b"/><sequenceFlow id="ba" sourceRef="b" targetRef="a"/>
                """);
        assertRefused(circle, "no start event", "something leads to every task");
    }

    @Test
    void a_circle_with_a_beginning_reaches_no_end() throws IOException {
        Draft draft = read(process("""
                <startEvent id="s"/><userTask id="a"/><userTask id="b"/>
                <sequenceFlow id="sa" sourceRef="s" targetRef="a"/>
                <sequenceFlow id="ab" sourceRef="a" targetRef="b"/><sequenceFlow id="ba" sourceRef="b" targetRef="a"/>
                """));
        assertThat(draft.steps()).hasSize(2);
        assertThat(draft.notices()).anySatisfy(told("userTask b", "reaches no end"))
                .anySatisfy(told("userTask a", "stands in no lane"));
    }

    @Test
    void gateways_that_lead_to_each_other_come_to_an_end() throws IOException {
        Draft draft = read(process("""
                <startEvent id="s"/><userTask id="a"/><exclusiveGateway id="g"/><exclusiveGateway id="h"/>
                <sequenceFlow id="sa" sourceRef="s" targetRef="a"/><sequenceFlow id="ag" sourceRef="a" targetRef="g"/>
                <sequenceFlow id="gh" sourceRef="g" targetRef="h"/><sequenceFlow id="hg" sourceRef="h" targetRef="g"/>
                """));
        assertThat(draft.notices()).anySatisfy(told("exclusiveGateway g", "not taken over"))
                .anySatisfy(told("sequenceFlow hg", "not taken over"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html/>                                  | it begins with <html>
            no xml at all                            | no well-formed XML
            ''                                       | no well-formed XML
            <definitions xmlns="%s"><process>        | no well-formed XML
            <definitions xmlns="%s" targetNamespace="x"/>  | no task in the model
            <definitions xmlns="%s"/>                | no valid BPMN 2.0
            <definitions xmlns="urn:other"/>         | it begins with <definitions>, not with <definitions> of
            """)
    void what_is_no_model_is_refused(String text, String reason) {
        assertRefused(text.replace("%s", NAMESPACE), reason);
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        assertRefused(process("<userTask id=\"a\"/>\n<userTask id=\"a\"/>"), "line 2: the ID 'a' stands on line 1 already");
    }

    @Test
    void a_lane_that_names_a_task_which_is_not_there_is_refused() {
        assertRefused(process("<laneSet id=\"l\"><lane id=\"x\"><flowNodeRef>gone</flowNodeRef></lane></laneSet><userTask id=\"a\"/>"),
                "no valid BPMN 2.0", "'gone'");
    }

    @Test
    void a_flow_to_nowhere_is_refused() {
        assertRefused(process("<userTask id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"gone\"/>"), "no valid BPMN 2.0", "'gone'");
    }

    @Test
    void a_file_that_reads_other_files_is_refused_and_they_stay_unread() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".txt"), "s3cr3t");
        String xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + process("<userTask id=\"a\" name=\"x\"><documentation>&x;</documentation></userTask>");
        assertThatThrownBy(() -> read(xml)).isInstanceOf(UnusableModel.class)
                .hasMessageContaining("declares a document type or entities").message().doesNotContain("s3cr3t");
        Files.delete(secret);
    }

    @Test
    void entities_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertRefused(bomb + "]>" + process("<userTask id=\"a\"><documentation>&e11;</documentation></userTask>"),
                "declares a document type or entities");
    }

    @Test
    void a_file_of_fifty_megabytes_is_refused_before_it_is_read_to_its_end() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read[0]++ < 50_000_000 ? ' ' : -1;
            }
        };
        assertThatThrownBy(() -> BpmnReader.read(endless)).isInstanceOf(UnusableModel.class).hasMessageContaining("larger than 5 MB");
        assertThat(read[0]).isLessThan(6_000_000);
    }

    @Test
    void a_file_that_is_nested_without_end_is_refused() {
        assertRefused(process("<subProcess>".repeat(5000) + "</subProcess>".repeat(5000)), "nested deeper than 60");
    }

    @Test
    void a_line_of_thousands_of_gateways_is_followed_to_its_end() throws IOException {
        StringBuilder line = new StringBuilder("<startEvent id=\"g0\"/><userTask id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"g6000\" targetRef=\"a\"/>");
        for (int i = 1; i <= 6000; i++) {
            line.append("<exclusiveGateway id=\"g%d\"/><sequenceFlow id=\"f%d\" sourceRef=\"g%d\" targetRef=\"g%d\"/>".formatted(i, i, i - 1, i));
        }
        assertThat(read(process(line.toString())).steps()).hasSize(1);
    }

    private static org.assertj.core.api.ThrowingConsumer<String> told(String... words) {
        return notice -> assertThat(notice).contains(words);
    }

    private static void assertRefused(String xml, String... words) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(UnusableModel.class).message().contains(words);
    }

    private static String process(String content) {
        return "<definitions xmlns=\"%s\" targetNamespace=\"x\"><process id=\"p\">%s</process></definitions>".formatted(NAMESPACE, content);
    }

    private static Draft drawnByHand() throws IOException {
        return read(Files.readString(Path.of("src/test/resources/bpmn/drawn-by-hand.bpmn")));
    }

    private static Draft read(String xml) throws IOException {
        return BpmnReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
