package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.LoketTest;
import id.loket.testing.Statements;
import id.loket.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which an officer works all day ask the database the same few times however many files wait and however long a card is. */
@LoketTest
class FileStatementsTest {

    @Autowired
    private OfficeAtWork office;

    @LocalServerPort
    private int port;

    @Test
    void the_work_list() {
        Visitor clerk = Visitor.signedIn(port, "muda");
        office.completeFile();
        assertThat(statements(clerk, "/meja-kerja")).as("what is in each queue, and one queue").hasSize(2);
        for (int i = 0; i < 4; i++) {
            office.completeFile();
        }
        assertThat(statements(clerk, "/meja-kerja")).hasSize(2);
    }

    @Test
    void the_page_of_a_file() {
        Visitor clerk = Visitor.signedIn(port, "muda");
        for (int step : new int[] {3, 6, 9}) {
            assertThat(statements(clerk, "/berkas/" + office.fileSentTo(step))).as("sent to step %d", step).hasSizeLessThanOrEqualTo(15);
        }
    }

    private static List<String> statements(Visitor visitor, String path) {
        return Statements.of(() -> assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200));
    }
}
