package id.loket.standard.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.platform.web.OfficeDirectory;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.Standards;
import id.loket.testing.LoketTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code ./loket bpmn CODE} for what an office has of its own. */
@LoketTest
class OfficeBpmnCommandTest {

    @Autowired
    private OfficeBpmnCommand command;

    @Autowired
    private Standards standards;

    @Autowired
    private OfficeDirectory offices;

    private record Answer(int code, String text) {}

    @Test
    void an_office_gets_the_version_that_it_asks_for_or_the_one_in_force() throws IOException {
        String second = Files.readString(Path.of("src/main/resources/services/SIKRO.yaml"))
                .replace("\ncode: SIKRO\nversion: 1\n", "\ncode: BPMN_EXAMPLE\nversion: 2\n");
        String first = second.replace("\nversion: 2\n", "\nversion: 1\n").replace("Pemeriksaan berkas", "Pemeriksaan lama");
        int office = offices.home().officeId();
        standards.publish(office, first);
        standards.publish(office, second);

        assertThat(run("BPMN_EXAMPLE")).isEqualTo(new Answer(0, BpmnWriter.write(ServiceDefinitions.parse(second))));
        assertThat(run("BPMN_EXAMPLE", "--version", "1", "--office", offices.home().code()))
                .isEqualTo(new Answer(0, BpmnWriter.write(ServiceDefinitions.parse(first))));
        assertThat(run("BPMN_EXAMPLE", "--version", "3")).isEqualTo(new Answer(1, ""));
        assertThat(run("NO_SUCH_SERVICE")).isEqualTo(new Answer(1, ""));
        assertThat(run("BPMN_EXAMPLE", "--office", "0000")).isEqualTo(new Answer(1, ""));
        assertThat(run("BPMN_EXAMPLE", "--version", "x")).isEqualTo(new Answer(2, ""));
    }

    @Test
    void what_ships_is_not_looked_for_in_the_database_unless_an_office_is_named() {
        BpmnCommand plain = new BpmnCommand();
        assertThat(plain.takes(List.of("SIKRO"))).isTrue();
        assertThat(plain.takes(List.of("any.yaml"))).isTrue();
        assertThat(plain.takes(List.of("SIKRO", "--version", "99"))).isFalse();
        assertThat(plain.takes(List.of("SIKRO", "--office", "1471"))).isFalse();
        assertThat(plain.takes(List.of("../demo/office"))).isFalse();
    }

    private Answer run(String... args) {
        PrintStream out = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            return new Answer(command.run(List.of(args)), written.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }
}
