package id.loket.office;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.platform.security.Accounts;
import id.loket.standard.Standards;
import id.loket.testing.LoketTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code ./loket office create FILE.yaml}. */
@LoketTest
class OfficeCreateCommandTest {

    private static final String DEMO = OfficeFiles.shipped("/demo/office.yaml").orElseThrow();

    @Autowired
    private OfficeCreateCommand command;

    @Autowired
    private Offices offices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Standards standards;

    @TempDir
    private Path folder;

    @Test
    void sets_up_an_office_with_its_people_hours_and_services() throws IOException {
        assertThat(run(DEMO.replace("\"1471\"", "\"9001\""))).isZero();

        int office = offices.byCode("9001").orElseThrow().officeId();
        assertThat(accounts.find("kadis@9001").orElseThrow().officer().officeId()).isEqualTo(office);
        assertThat(accounts.find("kadis@9001").orElseThrow().passwordOnce()).isTrue();
        assertThat(standards.inForce(office)).isNotEmpty();
        assertThat(offices.home().code()).as("the first office stays at home").isEqualTo("1471");
    }

    @Test
    void an_office_is_set_up_once() throws IOException {
        assertThat(run(DEMO)).isEqualTo(1);
        assertThat(offices.all().stream().filter(o -> o.code().equals("1471"))).hasSize(1);
    }

    @Test
    void a_file_with_faults_creates_nothing() throws IOException {
        assertThat(run(DEMO.replace("\"1471\"", "\"9002\"").replace(" SIKRO,", " NONE,"))).isEqualTo(1);
        assertThat(run(DEMO.replace("\"1471\"", "\"9003\"").replace("zone: Asia/Jakarta", "zone: Bulan"))).isEqualTo(1);
        assertThat(run("code: [")).isEqualTo(1);
        assertThat(offices.byCode("9002")).isEmpty();
        assertThat(offices.byCode("9003")).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(command.run(List.of(folder.resolve("none.yaml").toString()))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);
    }

    private int run(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("office.yaml"), yaml);
        return command.run(List.of(file.toString()));
    }
}
