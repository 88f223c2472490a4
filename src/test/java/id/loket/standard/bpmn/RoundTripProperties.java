package id.loket.standard.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.StepKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.operaton.bpm.model.bpmn.Bpmn;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What went out as BPMN comes back as it was, whatever an office wrote into its SOP. */
class RoundTripProperties {

    private static final List<String> ROLES = List.of("FRONT_OFFICE", "BACK_OFFICE", "SECRETARY", "HEAD_OF_OFFICE");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Example
    @Tag("DLV-2")
    void every_definition_that_ships_comes_back_with_its_procedure() {
        Exported.all().forEach(exported -> comesBack(exported.service()));
    }

    @Property(tries = 60)
    @Tag("DLV-2")
    void every_procedure_comes_back(@ForAll("services") ServiceDefinition service) {
        comesBack(service);
    }

    @Property(tries = 60)
    void no_line_runs_through_a_shape_and_no_two_shapes_overlap(@ForAll("services") ServiceDefinition service) {
        Layout layout = Layout.of(Chart.of(service));
        List<Layout.Box> boxes = List.copyOf(layout.boxes.values());
        for (Layout.Box box : boxes) {
            assertThat(boxes).filteredOn(other -> other != box && overlap(box, other, 0)).isEmpty();
            assertThat(layout.lanes.values()).filteredOn(lane -> contains(lane, box)).hasSize(1);
        }
        layout.lines.forEach((flow, points) -> {
            for (int i = 1; i < points.size(); i++) {
                Layout.Point a = points.get(i - 1);
                Layout.Point b = points.get(i);
                assertThat(a.x() == b.x() || a.y() == b.y()).as("%s is drawn at right angles", flow.id()).isTrue();
                Layout.Box piece = new Layout.Box(
                        Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()) + 1, Math.abs(a.y() - b.y()) + 1);
                assertThat(contains(layout.pool, piece)).isTrue();
                assertThat(boxes).as(flow.id()).filteredOn(box -> overlap(piece, box, 2)).isEmpty();
            }
        });
    }

    private static boolean contains(Layout.Box outer, Layout.Box inner) {
        return inner.x() >= outer.x() && inner.y() >= outer.y() && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
    }

    /** Whether they have a place in common that lies deeper than an edge. */
    private static boolean overlap(Layout.Box a, Layout.Box b, int edge) {
        return a.x() < b.right() - edge && b.x() + edge < a.right() && a.y() < b.bottom() - edge && b.y() + edge < a.bottom();
    }

    private static void comesBack(ServiceDefinition service) {
        String xml = BpmnWriter.write(service);
        // by the schemas of BPMN 2.0, and every reference in it
        Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        Draft draft = read(xml);
        assertThat(draft.notices()).isEmpty();
        ServiceDefinition back = ServiceDefinitions.parse(draft.yaml());
        assertThat(back.sop()).isEqualTo(service.sop());
        assertThat(back.actors()).isEqualTo(service.actors());
        assertThat(List.of(back.code(), back.version(), back.name(), back.summary()))
                .isEqualTo(List.of(service.code(), service.version(), service.name(), service.summary()));
        assertThat(BpmnWriter.write(back)).isEqualTo(xml);
    }

    private static Draft read(String xml) {
        try {
            return BpmnReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<ServiceDefinition> services() {
        return Combinators.combine(orders(), Arbitraries.integers().between(0, 5), words().list().ofSize(60), Arbitraries.longs())
                .as(RoundTripProperties::service);
    }

    /** @param applicantAt column of the applicant; 5 for none */
    private static ServiceDefinition service(List<StepKind> kinds, int applicantAt, List<String> words, long seed) {
        Random random = new Random(seed);
        Map<String, Object> file = base();
        List<Object> actors = new ArrayList<>();
        ROLES.forEach(role -> actors.add(Map.of("role", role, "name", any(words, random))));
        boolean withApplicant = applicantAt < 5;
        if (withApplicant) {
            actors.add(applicantAt, Map.of("role", "APPLICANT", "name", Map.of("id", "Pemohon", "en", "Applicant")));
        }
        file.put("actors", actors);
        file.put("name", any(words, random));
        List<Object> steps = new ArrayList<>();
        boolean signed = false;
        for (StepKind kind : kinds) {
            int no = steps.size() + 1;
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("no", no);
            step.put("kind", kind);
            for (String text : List.of("activity", "shortName", "output", "publicName")) {
                step.put(text, any(words, random));
            }
            step.put("actor", ROLES.get(random.nextInt(ROLES.size())));
            step.put("inputs", List.of(any(words, random), any(words, random)));
            step.put("time", 1 + random.nextInt(90) + List.of(" minutes", " hours", " working days").get(random.nextInt(3)));
            if (random.nextBoolean()) {
                step.put("remark", any(words, random));
                step.put("publicNote", any(words, random));
            }
            if (withApplicant && random.nextInt(3) == 0) {
                step.put("present", "APPLICANT");
            }
            boolean open = kind != StepKind.DELIVER && !signed;
            boolean check = kind == StepKind.CHECK;
            step.put("returnToApplicant", open && (check || random.nextInt(4) == 0));
            step.put("mayReject", open && random.nextInt(3) == 0);
            step.put("mayRefuse", kind == StepKind.PREPARE && random.nextBoolean());
            List<Integer> back = new ArrayList<>();
            for (int earlier = 1; earlier < no && kind != StepKind.DELIVER; earlier++) {
                if (random.nextInt(4) == 0) {
                    back.add(earlier);
                }
            }
            step.put("returnTo", back);
            steps.add(step);
            signed |= kind == StepKind.SIGN;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> delivery = (Map<String, Object>) file.get("delivery");
        delivery.put("procedure", steps);
        return ServiceDefinitions.parse(YAML.writeValueAsString(file));
    }

    private static Object any(List<String> words, Random random) {
        String id = words.get(random.nextInt(words.size()));
        return random.nextBoolean() ? id : Map.of("id", id, "en", words.get(random.nextInt(words.size())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> base() {
        try {
            return YAML.readValue(Files.readString(Path.of("src/test/resources/services/NUMBERED_FIRST.yaml")), LinkedHashMap.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What people write, and what a file format must not stumble over. */
    private static Arbitrary<String> words() {
        Arbitrary<String> plain = Arbitraries.strings().alpha().numeric().withChars(" .,;:()/-'\"<>&{}[]#*\n\u00e9\u2013").ofMinLength(1).ofMaxLength(60);
        Arbitrary<String> awkward = Arbitraries.of(
                "2. Paraf", "Waktu: 5 menit", "a\n\nWaktu: 5 menit", "@procedure@", "yes", "007", "- x", "  depan", "belakang \n", "a\r\nb\tc",
                "]]>", "<!-- -->", "&lt;", "${outcome}", "Pemohon", "\u2713", "null", "# catatan", "a: b");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, plain), net.jqwik.api.Tuple.of(1, awkward))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<List<StepKind>> orders() {
        Arbitrary<List<StepKind>> before = Arbitraries.of(StepKind.CHECK, StepKind.INSPECT, StepKind.PAY).list().ofMaxSize(4);
        return Combinators.combine(before, Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 5)).as((first, initials, at) -> {
            List<StepKind> letter = new ArrayList<>();
            for (int i = 0; i < initials; i++) {
                letter.add(StepKind.INITIAL);
            }
            letter.add(StepKind.SIGN);
            letter.add(Math.min(at, letter.size()), StepKind.NUMBER);
            List<StepKind> order = new ArrayList<>(List.of(StepKind.INTAKE, StepKind.CHECK));
            order.addAll(first);
            order.add(StepKind.PREPARE);
            order.addAll(letter);
            order.add(StepKind.DELIVER);
            return order;
        });
    }
}
